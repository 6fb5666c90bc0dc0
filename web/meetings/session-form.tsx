/** The form of a session; while it is written, what it would not go together with stands beside it. */
import type { MeetingsView } from '#contract/meetings-views.ts'
import { conflictsAbout, withSession } from '#domain/meetings/conflicts.ts'
import { venuesOf } from '#domain/meetings/reading.ts'
import { isOpenTo, type SessionPlan } from '#domain/meetings/session.ts'
import { timedSession } from '#domain/meetings/timed-session.ts'
import { isDay } from '#domain/meetings/week.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Acting } from '../acts.ts'
import { BothFields } from '../elements/both-fields.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { usePlace } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { Form } from '../use-form.ts'
import { AgendaFields } from './agenda-fields.tsx'
import { ArrivalsField, AttendsField, InterpretersField, type Part } from './people-fields.tsx'
import { planOf, type SessionWriting } from './session-writing.ts'
import { useMeetings, useTimetable } from './use-meetings.ts'
import { useConflictSentence } from './words.ts'

/** A session that is not convened yet stands on nobody's timetable under this id. */
const unborn = 'unborn'

const WhenAndWhere = ({
  view,
  room,
  value,
  write,
}: Part & { readonly view: MeetingsView; readonly room?: Room | undefined }) => {
  const say = useSay()
  const names = useNames()
  const place = usePlace()
  const { process } = useProcess()
  const { venues, timeZone } = view.arrangements.state
  const mediator = process.seats.find(({ kind }) => kind === 'mediator')?.key ?? ''
  const open = venues.filter((venue) => room && isOpenTo(venue, room, mediator))
  // A session may stand in a venue that was allotted anew since: the form says so and does not show another.
  const closed = venues.filter((venue) => venue.key === value.venue && !open.includes(venue))
  return (
    <>
      <div className="columns">
        <LineField
          type="date"
          label={say('meetings.day')}
          value={value.day}
          onChange={(day) => write({ day })}
        />
        <LineField
          type="time"
          label={say('meetings.begin')}
          value={value.begin}
          onChange={(begin) => write({ begin })}
        />
        <LineField
          type="time"
          label={say('meetings.end')}
          value={value.end}
          onChange={(end) => write({ end })}
        />
      </div>
      <p className="small quiet">{say('meetings.zone', { place: place(timeZone) })}</p>
      <Pick
        label={say('meetings.venue')}
        value={value.venue}
        onChange={(venue) => write({ venue })}
        among={[
          { key: '', name: say('meetings.venue.none') },
          ...open.map(({ key, name }) => ({ key, name: names.of(name) })),
          ...closed.map(({ key, name }) => ({
            key,
            name: say('meetings.venue.not-open', { venue: names.of(name) }),
          })),
        ]}
      />
    </>
  )
}

/** What the session as it is written would not go together with, on the timetable of the week in which it would be. */
const WouldConflict = ({ view, ...written }: Written & { readonly view: MeetingsView }) => {
  const { day } = written.value
  const around = useMeetings(isDay(day) ? { week: day } : {}).data
  const plan = hoursOf(written.value, view.arrangements.state.timeZone, useProcess().process.languages)
  return plan && around ? <Conflicts {...written} view={around} plan={plan} /> : null
}

interface Written {
  readonly value: SessionWriting
  readonly object?: string | undefined
}

/** The plan, as far as hours and people go: a title is wanted for convening, not for looking at these. */
const hoursOf = (value: SessionWriting, timeZone: string, languages: readonly string[]) => {
  const title = Object.fromEntries(languages.map((each) => [each, '-']))
  const plan = planOf({ ...value, title, agenda: [] }, timeZone, languages)
  return typeof plan === 'string' ? undefined : plan
}

const Conflicts = ({
  view,
  value,
  object,
  plan,
}: Written & { readonly view: MeetingsView; readonly plan: SessionPlan }) => {
  const say = useSay()
  const { process, rooms } = useProcess()
  const sentence = useConflictSentence(view)
  const timetable = useTimetable(view)
  const id = object ?? unborn
  const planned = timedSession(id, plan, process, venuesOf(value.room, { rooms }, process))
  const conflicts = plan.begin < plan.end ? conflictsAbout(withSession(timetable, planned), id) : []
  return (
    <section className="notice" aria-live="polite" aria-label={say('meetings.conflicts')}>
      <p>{say('meetings.conflicts.would', { count: conflicts.length })}</p>
      <ul className="plain-list small">
        {conflicts.map((each) => (
          <li key={sentence(each, id)}>{sentence(each, id)}</li>
        ))}
      </ul>
    </section>
  )
}

/** `send` is called with a whole plan; `object` is the session that is changed, if it is not a new one. */
export const SessionForm = ({
  view,
  room,
  value,
  form,
  acting,
  object,
  action,
  send,
}: Pick<Part, 'value'> & {
  readonly view: MeetingsView
  readonly room: Room | undefined
  readonly form: Form<SessionWriting>
  readonly acting: Acting
  readonly object?: string
  readonly action: string
  readonly send: (plan: Exclude<ReturnType<typeof planOf>, string>) => void
}) => {
  const say = useSay()
  const { process } = useProcess()
  const plan = planOf(value, view.arrangements.state.timeZone, process.languages)
  const { write } = form
  const part = { value, write }
  return (
    <div className="stack">
      <BothFields label={say('meetings.title')} value={value.title} onChange={(title) => write({ title })} />
      <WhenAndWhere {...part} view={view} room={room} />
      <AttendsField {...part} room={room} />
      <ArrivalsField {...part} room={room} view={view} />
      <InterpretersField {...part} room={room} />
      <AgendaFields {...part} />
      <WouldConflict view={view} value={value} object={object} />
      {typeof plan === 'string' && <p className="small quiet">{say(`meetings.missing.${plan}`)}</p>}
      <FormFoot
        form={form}
        acting={acting}
        ready={typeof plan !== 'string'}
        label={action}
        send={() => typeof plan !== 'string' && send(plan)}
      />
    </div>
  )
}
