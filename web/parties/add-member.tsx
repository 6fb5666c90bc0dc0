/** Adding a member to a seat, with their card in every language of the process. */
import { useState } from 'react'
import {
  type Authority,
  authorities,
  isLeader,
  type MemberFunction,
  mayCareFor,
  memberFunctions,
} from '#domain/parties/member.ts'
import type { Seat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Confirm } from '../elements/dialog.tsx'
import { Choice, DayField, LineField, Pick } from '../elements/field.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { AuthorityFields } from './authority-fields.tsx'

type ByLanguage = Readonly<Record<string, string>>
const visibilities = ['table', 'delegation'] as const

const useCard = (seat: Seat) => {
  const { process, rooms, at } = useProcess()
  const own = useMySeat().key === seat.key
  const caucus = rooms.find(({ kind, seats }) => kind === 'caucus' && seats.includes(seat.key))
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const [name, setName] = useState<ByLanguage>({})
  const [title, setTitle] = useState<ByLanguage>({})
  const [function_, setFunction] = useState<MemberFunction>('adviser')
  const [language, setLanguage] = useState(process.languages[0] ?? 'en')
  const [authority, setAuthority] = useState<readonly Authority[]>(['speak'])
  const [powersFrom, setPowersFrom] = useState('')
  const [powersUntil, setPowersUntil] = useState('')
  const [from, setFrom] = useState('')
  const [visibility, setVisibility] = useState<(typeof visibilities)[number]>('table')
  const room = visibility === 'table' ? plenary : caucus
  const acting = useAct(room?.id ?? '')
  const filled = (words: ByLanguage) => process.languages.every((each) => (words[each] ?? '').trim() !== '')
  const powers =
    powersFrom === ''
      ? {}
      : { fullPowers: { from: powersFrom, ...(powersUntil === '' ? {} : { until: powersUntil }) } }
  const payload = {
    seat: seat.key,
    name,
    title,
    function: function_,
    language,
    authority: authorities.filter((each) => authority.includes(each)),
    ...powers,
    from: from === '' ? at.slice(0, 10) : from,
    visibility,
  }
  const add = async () => {
    if (!(await acting.act({ kind: 'member.join', base: 0, payload }))) return false
    setName({})
    setTitle({})
    return true
  }
  return {
    acting,
    add,
    ready: filled(name) && filled(title),
    mayHide: own && caucus !== undefined,
    name,
    setName,
    title,
    setTitle,
    function: function_,
    setFunction,
    language,
    setLanguage,
    authority,
    setAuthority,
    powers: { from: powersFrom, until: powersUntil, setFrom: setPowersFrom, setUntil: setPowersUntil },
    setFrom,
    visibility,
    setVisibility,
  }
}

const Named = ({ card }: { readonly card: ReturnType<typeof useCard> }) => {
  const { process } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  return process.languages.map((each) => (
    <div className="columns" key={each}>
      <LineField
        label={say('person.name-in', { language: languageName(each) })}
        lang={each}
        value={card.name[each] ?? ''}
        onChange={(words) => card.setName({ ...card.name, [each]: words })}
      />
      <LineField
        label={say('person.title-in', { language: languageName(each) })}
        lang={each}
        value={card.title[each] ?? ''}
        onChange={(words) => card.setTitle({ ...card.title, [each]: words })}
      />
    </div>
  ))
}

const Fields = ({ seat, card }: { readonly seat: Seat; readonly card: ReturnType<typeof useCard> }) => {
  const { process, me } = useProcess()
  const say = useSay()
  const languageName = useLanguageName()
  return (
    <>
      <Named card={card} />
      <div className="columns">
        <Pick
          label={say('person.function')}
          value={card.function}
          onChange={(chosen) => card.setFunction(chosen as MemberFunction)}
          among={memberFunctions
            .filter((key) => mayCareFor(me, { function: key }))
            .map((key) => ({ key, name: say(`function.${key}`, { seat: seat.kind }) }))}
        />
        <Pick
          label={say('person.language')}
          value={card.language}
          onChange={card.setLanguage}
          among={process.languages.map((key) => ({ key, name: capital(languageName(key)) }))}
        />
      </div>
      <DayField label={say('person.first-day')} hint={say('person.first-day.why')} onChange={card.setFrom} />
      {isLeader(me) && (
        <AuthorityFields
          seat={seat.key}
          authority={card.authority}
          setAuthority={card.setAuthority}
          powers={card.powers}
        />
      )}
      {card.mayHide && (
        <Choice
          label={say('person.visibility')}
          value={card.visibility}
          onChange={card.setVisibility}
          ways={visibilities.map((key) => ({
            key,
            name: say(`visibility.${key}`),
            hint: say(`visibility.${key}.why`),
          }))}
        />
      )}
    </>
  )
}

export const AddMember = ({ seat }: { readonly seat: Seat }) => {
  const say = useSay()
  const names = useNames()
  const card = useCard(seat)
  return (
    <div className="no-print">
      <Confirm
        label={say('add-member')}
        title={say('add-member.title', { seat: names.of(seat.name) })}
        action={say('add-member')}
        confirm={card.add}
        busy={card.acting.busy || !card.ready}
      >
        <p className="hint">{say('add-member.why')}</p>
        <Fields seat={seat} card={card} />
        <Outcome trouble={card.acting.trouble} />
      </Confirm>
    </div>
  )
}
