/** Who attends a session, who interprets it between which languages, and who comes when by which entrance. */
import type { MeetingsView } from '#contract/meetings-views.ts'
import { isServing, type Member } from '#domain/parties/member.ts'
import type { Room } from '#domain/parties/process.ts'
import { LineField, Pick, Tick } from '../elements/field.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Side } from '../elements/side.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import type { SessionWriting } from './session-writing.ts'
import { useSeatsOf } from './use-meetings.ts'

/** A part of the form: what is written so far, and how to write on. */
export interface Part {
  readonly value: SessionWriting
  readonly write: (part: Partial<SessionWriting>) => void
}

const toggled = (all: readonly string[], one: string, on: boolean): readonly string[] =>
  on ? [...all, one] : all.filter((each) => each !== one)

/**
 * The members who sit in a room; one whom only their delegation knows is named where that delegation sits alone. Who has
 * left since they were named stays in the list, to be taken off it.
 */
const useSitters = (room: Room | undefined, named: readonly string[]): readonly Member[] => {
  const { members, at } = useProcess()
  const isOwn = room?.seats.length === 1
  return members
    .map(({ member }) => member)
    .filter(({ seat, visibility }) => room?.seats.includes(seat) && (visibility === 'table' || isOwn))
    .filter((member) => isServing(member, at) || named.includes(member.id))
}

export const AttendsField = ({ room, value, write }: Part & { readonly room: Room | undefined }) => {
  const say = useSay()
  const names = useNames()
  const sitters = useSitters(room, value.attends).filter((each) => each.function !== 'interpreter')
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.attends')}</legend>
      {useSeatsOf(room).map((seat) => (
        <div key={seat} className="session-people">
          <Side seat={seat} />
          {sitters
            .filter((each) => each.seat === seat)
            .map((each) => (
              <Tick
                key={each.id}
                label={names.of(each.name)}
                value={value.attends.includes(each.id)}
                onChange={(on) => write({ attends: toggled(value.attends, each.id, on) })}
              />
            ))}
        </div>
      ))}
    </fieldset>
  )
}

export const InterpretersField = ({ room, value, write }: Part & { readonly room: Room | undefined }) => {
  const say = useSay()
  const names = useNames()
  const languageName = useLanguageName()
  const { process } = useProcess()
  const interpreters = useSitters(room, Object.keys(value.interpreters)).filter(
    (each) => each.function === 'interpreter',
  )
  return (
    <fieldset className="field">
      <legend className="field-title">{say('meetings.interpreting')}</legend>
      <div className="session-people">
        <span className="small quiet">{say('meetings.languages')}</span>
        {process.languages.map((language) => (
          <Tick
            key={language}
            label={capital(languageName(language))}
            value={value.languages.includes(language)}
            onChange={(on) => write({ languages: toggled(value.languages, language, on) })}
          />
        ))}
      </div>
      {interpreters.map(({ id, name }) => (
        <div key={id} className="session-people">
          <span className="small">{names.of(name)}</span>
          {process.languages.map((language) => (
            <Tick
              key={language}
              label={capital(languageName(language))}
              about={names.of(name)}
              value={value.interpreters[id]?.includes(language) ?? false}
              onChange={(on) =>
                write({
                  interpreters: {
                    ...value.interpreters,
                    [id]: toggled(value.interpreters[id] ?? [], language, on),
                  },
                })
              }
            />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

export const ArrivalsField = ({
  room,
  view,
  value,
  write,
}: Part & { readonly room: Room | undefined; readonly view: MeetingsView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  const { entrances } = view.arrangements.state
  // Only parties are kept apart at an entrance; who else was asked to come at an hour stays in the form.
  const isParty = (key: string): boolean =>
    process.seats.some((seat) => seat.key === key && seat.kind === 'party')
  const seats = useSeatsOf(room).filter((seat) => isParty(seat) || Object.hasOwn(value.arrivals, seat))
  if (entrances.length === 0 || seats.length === 0) return null
  const none = { key: '', name: say('meetings.arrival.none') }
  return (
    <fieldset className="field stack tight">
      <legend className="field-title">{say('meetings.arrivals')}</legend>
      {seats.map((seat) => {
        const { entrance = '', clock = value.begin } = value.arrivals[seat] ?? {}
        const change = (part: object) =>
          write({ arrivals: { ...value.arrivals, [seat]: { entrance, clock, ...part } } })
        return (
          <div key={seat} className="columns">
            <Pick
              label={say('meetings.arrival.by', { who: names.seat(seat) })}
              value={entrance}
              onChange={(key) => change({ entrance: key })}
              among={[none, ...entrances.map(({ key, name }) => ({ key, name: names.of(name) }))]}
            />
            {entrance !== '' && (
              <LineField
                type="time"
                label={say('meetings.arrival.at', { who: names.seat(seat) })}
                value={clock}
                onChange={(at) => change({ clock: at })}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
