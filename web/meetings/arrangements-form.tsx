/** Setting the arrangements: entrances, venues with their allotment, and the figures of the timetable. */
import type { MeetingsView } from '#contract/meetings-views.ts'
import { type Arrangements, common, type Venue, venueKinds } from '#domain/meetings/arrangements.ts'
import { isTimeZone } from '#domain/parties/quiet-hours.ts'
import { useAct } from '../acts.ts'
import { BothFields, whole } from '../elements/both-fields.tsx'
import { Button } from '../elements/button.tsx'
import { LineField, Pick } from '../elements/field.tsx'
import { FormFoot } from '../elements/form-foot.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'

interface Part {
  readonly value: Arrangements
  readonly write: (part: Partial<Arrangements>) => void
}

const Entrances = ({ value, write }: Part) => {
  const say = useSay()
  const { entrances, venues } = value
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.entrances')}</legend>
      {entrances.map((each, i) => (
        <div key={each.key} className="stack tight">
          <BothFields
            label={say('meetings.entrance', { number: i + 1 })}
            value={each.name}
            onChange={(name) =>
              write({ entrances: entrances.map((one) => (one.key === each.key ? { ...one, name } : one)) })
            }
          />
          {!venues.some(({ entrance }) => entrance === each.key) && (
            <div>
              <Button
                look="text"
                onPress={() => write({ entrances: entrances.filter(({ key }) => key !== each.key) })}
              >
                {say('meetings.entrance.remove', { number: i + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button onPress={() => write({ entrances: [...entrances, { key: crypto.randomUUID(), name: {} }] })}>
          {say('meetings.entrance.add')}
        </Button>
      </div>
    </fieldset>
  )
}

const VenueFields = ({
  venue,
  number,
  value,
  change,
  remove,
}: {
  readonly venue: Venue
  readonly number: number
  readonly value: Arrangements
  readonly change: (part: Partial<Venue>) => void
  readonly remove: () => void
}) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const seats = process.seats.filter(({ kind }) => kind !== 'public')
  return (
    <div className="card stack tight">
      <BothFields
        label={say('meetings.venue.number', { number })}
        value={venue.name}
        onChange={(name) => change({ name })}
      />
      <div className="columns">
        <Pick
          label={say('meetings.venue.kind')}
          value={venue.kind}
          onChange={(kind) => change({ kind: kind as Venue['kind'] })}
          among={venueKinds.map((key) => ({ key, name: say(`meetings.venue-kind.${key}`) }))}
        />
        <Pick
          label={say('meetings.venue.entrance')}
          value={venue.entrance}
          onChange={(entrance) => change({ entrance })}
          among={value.entrances.map(({ key, name }) => ({ key, name: names.of(name) }))}
        />
        <Pick
          label={say('meetings.venue.allotted')}
          value={venue.allotted}
          onChange={(allotted) => change({ allotted })}
          among={[
            { key: common, name: say('meetings.allotted.common') },
            ...seats.map(({ key, name }) => ({ key, name: names.of(name) })),
          ]}
        />
      </div>
      <div>
        <Button look="text" onPress={remove}>
          {say('meetings.venue.remove', { number })}
        </Button>
      </div>
    </div>
  )
}

const Venues = ({ value, write }: Part) => {
  const say = useSay()
  const { venues, entrances } = value
  const first = entrances[0]?.key
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.venues')}</legend>
      {venues.map((venue, i) => (
        <VenueFields
          key={venue.key}
          venue={venue}
          number={i + 1}
          value={value}
          change={(part) =>
            write({ venues: venues.map((one) => (one.key === venue.key ? { ...one, ...part } : one)) })
          }
          remove={() => write({ venues: venues.filter(({ key }) => key !== venue.key) })}
        />
      ))}
      <div>
        <Button
          isDisabled={first === undefined}
          onPress={() =>
            write({
              venues: [
                ...venues,
                {
                  ...{ key: crypto.randomUUID(), name: {}, kind: 'meeting-room', allotted: common },
                  entrance: first ?? '',
                },
              ],
            })
          }
        >
          {say('meetings.venue.add')}
        </Button>
      </div>
    </fieldset>
  )
}

const Minutes = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (minutes: number) => void
}) => (
  <LineField
    type="number"
    label={label}
    value={String(value)}
    onChange={(words) => onChange(Math.max(0, Math.trunc(Number(words) || 0)))}
  />
)

const FigureFields = ({ value, write }: Part) => {
  const say = useSay()
  const { interpreting } = value
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.figures')}</legend>
      <div className="columns">
        <LineField
          label={say('meetings.figures.zone')}
          hint={say('meetings.figures.zone-hint')}
          value={value.timeZone}
          onChange={(timeZone) => write({ timeZone })}
        />
        <Minutes
          label={say('meetings.figures.apart-field')}
          value={value.apartMinutes}
          onChange={(apartMinutes) => write({ apartMinutes })}
        />
        <Minutes
          label={say('meetings.figures.turnaround-field')}
          value={value.turnaroundMinutes}
          onChange={(turnaroundMinutes) => write({ turnaroundMinutes })}
        />
        <Minutes
          label={say('meetings.figures.parity-field')}
          value={value.parityMinutes}
          onChange={(parityMinutes) => write({ parityMinutes })}
        />
        <Minutes
          label={say('meetings.figures.daily-field')}
          value={interpreting.dailyMinutes}
          onChange={(dailyMinutes) => write({ interpreting: { ...interpreting, dailyMinutes } })}
        />
        <Minutes
          label={say('meetings.figures.rest-field')}
          value={interpreting.restMinutes}
          onChange={(restMinutes) => write({ interpreting: { ...interpreting, restMinutes } })}
        />
        {interpreting.teams.map((step, i) => (
          <Minutes
            key={step.interpreters}
            label={say('meetings.figures.team-field', { count: step.interpreters })}
            value={step.upToMinutes}
            onChange={(upToMinutes) =>
              write({
                interpreting: {
                  ...interpreting,
                  teams: interpreting.teams.map((each, at) => (at === i ? { ...each, upToMinutes } : each)),
                },
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** The form; `close` leads back to the arrangements as they stand. */
export const ArrangementsForm = ({
  view,
  room,
  close,
}: {
  readonly view: MeetingsView
  readonly room: string
  readonly close: () => void
}) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room)
  const { revision, state } = view.arrangements
  const form = useForm<Arrangements>('arrangements', state, { revision })
  const { value, write } = form
  const named = [...value.entrances, ...value.venues].every(({ name }) => whole(name, process.languages))
  const save = async () => {
    const asked = {
      kind: 'arrangements.set',
      object: 'arrangements',
      base: form.base,
      payload: value,
    } as const
    if (!(await acting.act(asked))) return
    form.clear()
    close()
  }
  return (
    <section className="stack" aria-label={say('meetings.arrange')}>
      <Entrances value={value} write={write} />
      <Venues value={value} write={write} />
      <FigureFields value={value} write={write} />
      <FormFoot
        form={form}
        acting={acting}
        ready={Boolean(named) && isTimeZone(value.timeZone)}
        label={say('meetings.arrange.save')}
        send={save}
        cancel={close}
      />
    </section>
  )
}
