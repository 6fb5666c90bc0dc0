/** A member's place in the delegation: to whom they report, and which languages they speak. */
import { useState } from 'react'
import { wouldCircle } from '#domain/parties/organisation.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Pick, Tick } from '../elements/field.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Card } from './member-card.tsx'

/** The working languages of the United Nations, and those of the process where they are others. */
const common = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const

/** Those to whom the member could report: cards that whoever reads this one reads too, and nobody under the member. */
const useSuperiors = ({ member, room }: Card) => {
  const { members, rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const cards = members.map((card) => card.member)
  return members
    .filter((card) => card.serving && card.member.seat === member.seat)
    .filter((card) => card.room === room || card.room === plenary)
    .map((card) => card.member)
    .filter(({ id }) => !wouldCircle(cards, member.id, id))
}

export const PlaceMember = ({ card }: { readonly card: Card }) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  const acting = useAct(card.room)
  const { member, revision } = card
  const superiors = useSuperiors(card)
  const [reportsTo, setReportsTo] = useState(member.reportsTo ?? '')
  const [languages, setLanguages] = useState(member.languages ?? [member.language])
  const offered = [...new Set([...process.languages, ...common, ...languages])]
  const place = async () => {
    const payload = {
      reportsTo: reportsTo || null,
      languages: offered.filter((each) => languages.includes(each)),
    }
    return (await acting.act({ kind: 'member.place', object: member.id, base: revision, payload })) !== null
  }
  return (
    <Confirm
      label={say('place')}
      look="text"
      title={say('place.title', { name: names.of(member.name) })}
      action={say('place.do')}
      confirm={place}
      busy={acting.busy}
    >
      {member.function !== 'head' && (
        <Pick
          label={say('person.reports-to')}
          value={reportsTo}
          onChange={setReportsTo}
          among={[
            { key: '', name: say('person.reports-to.head') },
            ...superiors.map((each) => ({
              key: each.id,
              name: `${names.of(each.name)}, ${names.function(each)}`,
            })),
          ]}
        />
      )}
      <fieldset className="field plain-fieldset">
        <legend className="field-title">{say('person.languages')}</legend>
        {offered.map((each) => (
          <Tick
            key={each}
            label={capital(languageName(each))}
            value={languages.includes(each)}
            onChange={(on) =>
              setLanguages(on ? [...languages, each] : languages.filter((other) => other !== each))
            }
          />
        ))}
      </fieldset>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
