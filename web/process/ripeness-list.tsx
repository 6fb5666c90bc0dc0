/** What is read into each side: the mediator's readings in the office, a party's of itself in its own room. Nobody else sees either. */
import type { StandingView } from '#contract/process-views.ts'
import type { Party, Room } from '#domain/parties/process.ts'
import { type RipenessAnswer, ripenessAnswers, ripenessElements } from '#domain/process/ripeness.ts'
import { useAct } from '../acts.ts'
import type { Written } from '../elements/both-fields.tsx'
import { Pick } from '../elements/field.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Moment } from '../moments.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { FormAct } from './form-act.tsx'
import { usePartiesWithChannel } from './use-standing.ts'
import { OwnWords, Said, useWordingOf } from './words.tsx'

type Kept = StandingView['ripeness'][number]
type Reading = Kept['state']['readings'][number]

interface Writing {
  readonly answers: Reading['answers']
  readonly words: Written
}

const unknown: Reading['answers'] = { stalemate: 'unknown', 'way-out': 'unknown', spokesman: 'unknown' }

const Read = ({
  room,
  party,
  kept,
}: {
  readonly room: Room
  readonly party: Party
  readonly kept: Kept | undefined
}) => {
  const say = useSay()
  const acting = useAct(room.id)
  const wordingOf = useWordingOf()
  const form = useForm<Writing>(`ripeness/${party.key}`, { answers: unknown, words: {} }, kept)
  const { value, write, clear, base } = form
  const words = wordingOf(value.words)
  const send = async () => {
    if (!words) return false
    const payload = { answers: value.answers, words }
    const done = await acting.act({
      kind: 'ripeness.read',
      object: party.key,
      base,
      payload,
    })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct
      label={say('process.ripeness.read')}
      form={form}
      acting={acting}
      ready={words !== null}
      send={send}
    >
      {ripenessElements.map((element) => (
        <Pick
          key={element}
          label={say(`process.ripeness.${element}`)}
          value={value.answers[element]}
          onChange={(answer) => write({ answers: { ...value.answers, [element]: answer as RipenessAnswer } })}
          among={ripenessAnswers.map((key) => ({ key, name: say(`process.answer.${key}`) }))}
        />
      ))}
      <OwnWords
        label={say('process.ripeness.words')}
        value={value.words}
        onChange={(each) => write({ words: each })}
      />
    </FormAct>
  )
}

const Shown = ({ reading }: { readonly reading: Reading }) => {
  const say = useSay()
  const names = useNames()
  return (
    <div className="stack tight">
      <dl className="terms">
        {ripenessElements.map((element) => (
          <div key={element}>
            <dt>{say(`process.ripeness.${element}`)}</dt>
            <dd>{say(`process.answer.${reading.answers[element]}`)}</dd>
          </div>
        ))}
      </dl>
      <Said of={reading.words} />
      <p className="small quiet">
        {names.actor(reading.by)} · <Moment at={reading.at} />
      </p>
    </div>
  )
}

const RipenessCard = ({
  room,
  party,
  kept,
}: {
  readonly room: Room
  readonly party: Party
  readonly kept: Kept | undefined
}) => {
  const say = useSay()
  const names = useNames()
  const may = useMay(room)
  const readings = kept?.state.readings.toReversed() ?? []
  const [newest, ...earlier] = readings
  return (
    <article className="card stack tight" aria-labelledby={`ripeness-${party.key}`}>
      <h3 id={`ripeness-${party.key}`}>{names.of(party.name)}</h3>
      {newest ? <Shown reading={newest} /> : <p className="small quiet">{say('process.ripeness.none')}</p>}
      {earlier.length > 0 && (
        <details className="unfolds">
          <summary>{say('process.ripeness.earlier', { count: earlier.length })}</summary>
          <div className="stack">
            {earlier.map((reading) => (
              <Shown key={reading.at} reading={reading} />
            ))}
          </div>
        </details>
      )}
      {may('ripeness.read') && <Read room={room} party={party} kept={kept} />}
    </article>
  )
}

/** The section; only who has a room of their own for it sees it. */
export const RipenessList = ({ view }: { readonly view: StandingView }) => {
  const say = useSay()
  const seat = useMySeat()
  const { rooms } = useProcess()
  const room = rooms.find(({ kind }) => kind === 'office' || kind === 'caucus')
  const parties = usePartiesWithChannel().flatMap(({ party }) =>
    seat.party === undefined || seat.party === party.key ? [party] : [],
  )
  if (!room) return null
  return (
    <section className="stack" aria-labelledby="ripeness">
      <h2 id="ripeness">{say('process.ripeness')}</h2>
      <RoomLine room={room} />
      <p className="quiet measure">{say('process.ripeness.what')}</p>
      <div className="columns">
        {parties.map((party) => (
          <RipenessCard
            key={party.key}
            room={room}
            party={party}
            kept={view.ripeness.find((each) => each.object === party.key && each.room === room.id)}
          />
        ))}
      </div>
    </section>
  )
}
