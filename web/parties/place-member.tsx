/** A member's place in the delegation: to whom they report, and which languages they speak. */
import { wouldCircle } from '#domain/parties/organisation.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Pick, Tick } from '../elements/field.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
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
  const begun = { reportsTo: member.reportsTo ?? '', languages: member.languages ?? [member.language] }
  const form = useForm(`place/${member.id}`, begun, { revision, ofPart: true })
  const { reportsTo, languages } = form.value
  const offered = [...new Set([...process.languages, ...common, ...languages])]
  const place = async () => {
    const payload = {
      reportsTo: reportsTo || null,
      languages: offered.filter((each) => languages.includes(each)),
    }
    const asked = { kind: 'member.place', object: member.id, base: form.base, payload } as const
    const done = await acting.act(asked)
    if (done) form.clear()
    return done !== null
  }
  return (
    <Confirm
      label={say('place')}
      look="text"
      title={say('place.title', { name: names.of(member.name) })}
      action={say('place.do')}
      confirm={place}
      form={form}
      busy={acting.busy}
    >
      {member.function !== 'head' && (
        <Pick
          label={say('person.reports-to')}
          value={reportsTo}
          onChange={(each) => form.write({ reportsTo: each })}
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
              form.write({
                languages: on ? [...languages, each] : languages.filter((other) => other !== each),
              })
            }
          />
        ))}
      </fieldset>
      <Outcome trouble={acting.trouble} />
    </Confirm>
  )
}
