/** Passing the leadership of one's own delegation to another head, at once: who, with what, on which credentials. */
import { useState } from 'react'
import { type Authority, authorities } from '#domain/parties/member.ts'
import type { Seat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { Confirm } from '../elements/dialog.tsx'
import { Choice, LineField, Pick } from '../elements/field.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Form, useForm } from '../use-form.ts'
import { AuthorityFields } from './authority-fields.tsx'
import { noPaper, PaperFields, type PaperWriting, paperOf } from './credentials.tsx'

/** In the place of a member's id: somebody who is not yet in the delegation. */
const somebodyNew = 'new'

interface Writing extends PaperWriting {
  /** Whom the reader saw at the head of the delegation; null where they saw nobody. */
  readonly outgoing: string | null
  readonly member: string
  readonly name: Written
  readonly title: Written
  readonly language: string
  readonly stays: 'leaves' | 'stays'
  readonly authority: readonly Authority[]
  readonly powersFrom: string
  readonly powersUntil: string
  readonly until: string
}

/** Who leads the delegation, and who of it could be named by the reader to lead it next. */
const useCandidates = (seat: Seat) => {
  const { members, me } = useProcess()
  const serving = members
    .filter(({ member, serving }) => serving && member.seat === seat.key && member.visibility === 'table')
    .map(({ member }) => member)
  const head = serving.find((member) => member.function === 'head')
  return { head, among: serving.filter(({ id }) => id !== head?.id && id !== me.id) }
}

const useChange = (seat: Seat, revision: number) => {
  const { process, rooms } = useProcess()
  const plenary = rooms.find(({ kind }) => kind === 'plenary')
  const acting = useAct(plenary?.id ?? '')
  const { head, among } = useCandidates(seat)
  const [newcomer, setNewcomer] = useState(() => crypto.randomUUID())
  const begun: Writing = {
    ...{ ...noPaper, outgoing: head?.id ?? null, member: among[0]?.id ?? somebodyNew, name: {}, title: {} },
    ...{ language: process.languages[0] ?? 'en', stays: 'leaves', authority: head?.authority ?? [] },
    ...{ powersFrom: '', powersUntil: '', until: '' },
  }
  const form = useForm(`leadership/${seat.key}`, begun, { revision, ofPart: true })
  const { value, clear, base } = form
  const title = whole(value.title, process.languages)
  const name = whole(value.name, process.languages)
  const credentials = paperOf(value, process.languages)
  const isNew = value.member === somebodyNew
  const ready = title && credentials && (!isNew || name)
  const powers = { from: value.powersFrom, ...(value.powersUntil === '' ? {} : { until: value.powersUntil }) }
  const change = async (): Promise<boolean> => {
    if (!title || !credentials || (isNew && !name)) return false
    const joins = { id: newcomer, name: name ?? {}, title, language: value.language }
    const payload = {
      outgoing: value.outgoing,
      stays: value.stays === 'stays',
      successor: isNew ? { joins } : { member: value.member, title },
      authority: authorities.filter((each) => value.authority.includes(each)),
      ...(value.powersFrom === '' || !value.authority.includes('sign') ? {} : { fullPowers: powers }),
      ...(value.until === '' ? {} : { until: value.until }),
      credentials,
    }
    const done = await acting.act({ kind: 'leadership.change', object: seat.key, base, payload })
    if (done) {
      clear()
      setNewcomer(crypto.randomUUID())
    }
    return done !== null
  }
  return { acting, plenary, head, among, form, isNew, ready, change }
}

const SuccessorFields = ({
  form: { value, write },
  among,
  isNew,
}: {
  readonly form: Form<Writing>
  readonly among: ReturnType<typeof useCandidates>['among']
  readonly isNew: boolean
}) => {
  const { process } = useProcess()
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  return (
    <>
      <Pick
        label={say('leadership.successor')}
        value={value.member}
        onChange={(member) => write({ member })}
        among={[
          ...among.map((member) => ({
            key: member.id,
            name: `${names.of(member.name)}, ${names.function(member)}`,
          })),
          { key: somebodyNew, name: say('leadership.somebody-new') },
        ]}
      />
      {isNew && (
        <>
          <BothFields
            label={say('leadership.name')}
            value={value.name}
            onChange={(name) => write({ name })}
          />
          <Pick
            label={say('person.language')}
            value={value.language}
            onChange={(language) => write({ language })}
            among={process.languages.map((key) => ({ key, name: capital(languageName(key)) }))}
          />
        </>
      )}
      <BothFields
        label={say('leadership.title')}
        value={value.title}
        onChange={(title) => write({ title })}
      />
    </>
  )
}

const ways = ['leaves', 'stays'] as const

/** The button and its form; only for who speaks for the delegation. */
export const ChangeLeadership = ({ seat, revision }: { readonly seat: Seat; readonly revision: number }) => {
  const say = useSay()
  const names = useNames()
  const { plenary, acting, head, among, form, isNew, ready, change } = useChange(seat, revision)
  const may = useMay(plenary)
  const { value, write } = form
  if (!plenary || !may('leadership.change')) return null
  return (
    <div className="no-print">
      <Confirm
        label={say('leadership.change')}
        form={form}
        title={say('leadership.change.title', { seat: names.of(seat.name) })}
        action={say('leadership.change.do')}
        confirm={change}
        busy={acting.busy || !ready}
      >
        <p>{say('leadership.change.why', { who: head ? names.of(head.name) : say('leadership.nobody') })}</p>
        <SuccessorFields form={form} among={among} isNew={isNew} />
        <AuthorityFields
          seat={seat.key}
          authority={value.authority}
          setAuthority={(authority) => write({ authority })}
          powers={{
            ...{ from: value.powersFrom, until: value.powersUntil },
            setFrom: (powersFrom) => write({ powersFrom }),
            setUntil: (powersUntil) => write({ powersUntil }),
          }}
        />
        <LineField
          type="date"
          label={say('leadership.last-day')}
          hint={say('leadership.last-day.why')}
          value={value.until}
          onChange={(until) => write({ until })}
        />
        {head && (
          <Choice
            label={say('leadership.outgoing', { who: names.of(head.name) })}
            value={value.stays}
            onChange={(stays) => write({ stays })}
            ways={ways.map((key) => ({ key, name: say(`leadership.outgoing.${key}`) }))}
          />
        )}
        <h3>{say('credentials')}</h3>
        <PaperFields room={plenary.id} value={value} write={write} />
        <Outcome trouble={acting.trouble} />
      </Confirm>
    </div>
  )
}
