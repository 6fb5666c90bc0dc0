/** Letting go of evidence: into which room, the file or a copy made less exact, and how exactly when it was made. */
import { useState } from 'react'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import type { TakenFile } from '#contract/rooms.ts'
import { blurTime, type TimePrecision, timePrecisions } from '#domain/commitments/blur.ts'
import type { Released } from '#domain/commitments/sighting.ts'
import { useAct } from '../../acts.ts'
import { Choice, Pick } from '../../elements/field.tsx'
import { HashedFile, referenceOf } from '../../elements/hashed-file.tsx'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { WordsAct } from '../../words-act.tsx'
import { Cited } from '../cited.tsx'
import { useToldWords } from '../in-words.ts'
import { useDestinations } from '../release-sighting.tsx'
import { useNamed } from '../use-commitments.ts'
import type { EvidenceRecord } from './lodged.tsx'

type Told = Pick<Released, 'place' | 'time'>

/** How these records were told in this room; a finding tells neither place nor time. */
const toldIn = (records: readonly CommitmentRecord[], room: string): readonly Told[] =>
  records
    .flatMap(({ state }) => ('what' in state && 'released' in state ? state.released : []))
    .filter(({ to }) => to === room)

/** What the door will say: the file goes with a record told exactly, a copy with any that was told. */
const standingOf = (told: readonly Told[]) => {
  const finest = Math.min(...told.map(({ time }) => timePrecisions.indexOf(time)))
  return {
    isExact: told.some(({ place, time }) => place === 'exact' && time === 'exact'),
    times: timePrecisions.filter((_, i) => i >= finest),
  }
}

const WillTell = ({
  record,
  file,
  time,
}: {
  readonly record: EvidenceRecord
  readonly file: string
  readonly time: TimePrecision | ''
}) => {
  const say = useSay()
  const words = useToldWords()
  const { taken } = record.state
  return (
    <div className="notice">
      <p className="small">{say('commitments.release.will-tell')}</p>
      <p>
        SHA-256 <span className="hash">{file}</span>
      </p>
      {taken !== undefined && time !== '' && (
        <p>
          {say('commitments.evidence.made', {
            when: words.span(blurTime({ from: taken, to: taken }, time)),
          })}
        </p>
      )}
      <p className="small">{say('commitments.evidence.stays')}</p>
    </div>
  )
}

export const ReleaseEvidence = ({ record }: { readonly record: EvidenceRecord }) => {
  const say = useSay()
  const names = useNames()
  const acting = useAct(record.room)
  const { object, revision, state, room } = record
  const places = useDestinations().filter(({ id }) => !state.released.some(({ to }) => to === id))
  const [to, setTo] = useState(places[0]?.id ?? '')
  const [way, choose] = useState<'copy' | 'itself'>('copy')
  const [copy, take] = useState<TakenFile | null>(null)
  const [time, setTime] = useState<TimePrecision | ''>('')
  const told = toldIn(useNamed(room, state.of).data?.records ?? [], to)
  const { isExact, times } = standingOf(told)
  const going = way === 'copy' ? copy : isExact ? state.file : null
  const isReady = told.length > 0 && going !== null && (time === '' || times.includes(time))
  if (places.length === 0) return null
  return (
    <WordsAct
      name={`release/${object}`}
      on={{ revision }}
      label={say('commitments.release')}
      acting={acting}
      ready={isReady}
      send={async (words, { base }) => {
        const payload = {
          ...{ to, words, file: state.file.file, of: state.of },
          ...(way === 'copy' && copy ? { copy: referenceOf(copy) } : {}),
          ...(state.taken !== undefined && time !== '' ? { time } : {}),
        }
        return (await acting.act({ kind: 'evidence.release', object, base, payload })) !== null
      }}
    >
      <Pick
        label={say('commitments.release.to')}
        value={to}
        onChange={setTo}
        among={places.map(({ id, name }) => ({ key: id, name: names.of(name) }))}
      />
      {told.length === 0 ? (
        <div className="notice" data-kind="trouble">
          <p>
            {say(
              state.of.length === 0 ? 'commitments.evidence.no-record' : 'commitments.evidence.record-first',
            )}
          </p>
          <Cited room={room} ids={state.of} label="commitments.belongs-to" />
        </div>
      ) : (
        <>
          <Choice
            label={say('commitments.evidence.way')}
            value={way}
            onChange={choose}
            ways={[
              {
                key: 'copy',
                name: say('commitments.evidence.way.copy'),
                hint: say('commitments.evidence.way.copy.why'),
              },
              {
                key: 'itself',
                name: say('commitments.evidence.way.itself'),
                hint: say('commitments.evidence.way.itself.why'),
                off: !isExact,
              },
            ]}
          />
          {way === 'copy' && (
            <HashedFile room={room} label={say('commitments.evidence.copy')} taken={copy} take={take} />
          )}
          {state.taken !== undefined && (
            <Pick
              label={say('commitments.release.time')}
              value={time}
              onChange={(key) => setTime(key as TimePrecision | '')}
              among={[
                { key: '', name: say('commitments.evidence.time.none') },
                ...times.map((key) => ({ key, name: say(`commitments.precision.time.${key}`) })),
              ]}
            />
          )}
          {going && <WillTell record={record} file={going.file} time={time} />}
        </>
      )}
    </WordsAct>
  )
}
