/** The tracks of the process, each in its own phase, with how it came there; the mediator moves them. */
import type { StandingView } from '#contract/process-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { type Phase, phases, type TrackKey, tracks } from '#domain/process/track.ts'
import { useAct } from '../acts.ts'
import { BothFields, type Written, whole } from '../elements/both-fields.tsx'
import { LineField, Pick, Tick } from '../elements/field.tsx'
import { useMoments } from '../moments.tsx'
import { useMay, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { FormAct } from './form-act.tsx'
import { useRoomOf } from './use-standing.ts'
import { SaidInAll } from './words.tsx'

type Kept = StandingView['tracks'][number]

const Move = ({
  room,
  name,
  track,
}: {
  readonly room: Room
  readonly name: TrackKey
  readonly track: Kept | undefined
}) => {
  const say = useSay()
  const { process } = useProcess()
  const acting = useAct(room.id)
  const begun: { phase: Phase; suspended: boolean; since: string; words: Written } = {
    ...{ phase: 'preparation', suspended: false, since: '', words: {} },
  }
  const form = useForm(`track/${name}`, begun, track)
  const { value, write, clear, base } = form
  const send = async () => {
    const { phase, suspended, since } = value
    const words = whole(value.words, process.languages)
    const payload = { phase, suspended, since, ...(words ? { words } : {}) }
    const done = await acting.act({ kind: 'track.move', object: name, base, payload })
    if (done) clear()
    return done !== null
  }
  return (
    <FormAct
      label={say('process.track.move', { track: say(`process.track.${name}`) })}
      form={form}
      acting={acting}
      ready={value.since !== ''}
      send={send}
    >
      <div className="columns">
        <Pick
          label={say('process.track.phase')}
          value={value.phase}
          onChange={(phase) => write({ phase: phase as Phase })}
          among={phases.map((key) => ({ key, name: say(`process.phase.${key}`) }))}
        />
        <LineField
          type="date"
          label={say('process.track.since')}
          value={value.since}
          onChange={(since) => write({ since })}
        />
      </div>
      <Tick
        label={say('process.track.suspended')}
        value={value.suspended}
        onChange={(suspended) => write({ suspended })}
      />
      <BothFields
        long
        label={say('process.track.words')}
        value={value.words}
        onChange={(words) => write({ words })}
      />
    </FormAct>
  )
}

const TrackCard = ({
  name,
  track,
  room,
}: {
  readonly name: TrackKey
  readonly track: Kept | undefined
  readonly room: Room
}) => {
  const say = useSay()
  const may = useMay(room)
  const { day } = useMoments()
  const last = track?.state.moves.at(-1)
  const now = last ? phases.indexOf(last.phase) : -1
  return (
    <article className="card stack tight" aria-labelledby={`track-${name}`}>
      <h3 id={`track-${name}`}>{say(`process.track.${name}`)}</h3>
      <ol className="stages phases" aria-label={say('process.phases')}>
        {phases.map((phase, i) => (
          <li key={phase} data-reached={i <= now} aria-current={i === now ? 'step' : undefined}>
            {say(`process.phase.${phase}`)}
          </li>
        ))}
      </ol>
      {!last && <p className="small quiet">{say('process.track.none')}</p>}
      {last && (
        <p className="small quiet">
          {say(last.suspended ? 'process.track.suspended-since' : 'process.track.in-since', {
            day: day(last.since),
          })}
        </p>
      )}
      {last?.words && <SaidInAll of={last.words} />}
      {track && track.state.moves.length > 1 && (
        <details className="unfolds">
          <summary>{say('process.steps', { count: track.state.moves.length })}</summary>
          <ol className="plain-list lines">
            {track.state.moves.toReversed().map((move) => (
              <li key={move.at} className="small">
                {day(move.since)} · {say(`process.phase.${move.phase}`)}
                {move.suspended ? ` · ${say('process.track.suspended')}` : ''}
              </li>
            ))}
          </ol>
        </details>
      )}
      {may('track.move') && <Move room={room} name={name} track={track} />}
    </article>
  )
}

/** Every track, moved or not. */
export const TrackList = ({ view }: { readonly view: StandingView }) => {
  const say = useSay()
  const plenary = useRoomOf('plenary')
  if (!plenary) return null
  return (
    <section className="stack" aria-labelledby="tracks">
      <h2 id="tracks">{say('process.tracks')}</h2>
      <div className="columns wide">
        {tracks.map((name) => (
          <TrackCard
            key={name}
            name={name}
            room={plenary}
            track={view.tracks.find(({ object }) => object === name)}
          />
        ))}
      </div>
    </section>
  )
}
