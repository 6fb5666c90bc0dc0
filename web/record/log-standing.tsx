/** How a log stands, in plain words, and who cosigned it when. */
import type { Cosigner, LogView } from '#contract/record.ts'
import type { Seat } from '#domain/parties/process.ts'
import { Code, KeyShown } from '../elements/code.tsx'
import { Side } from '../elements/side.tsx'
import { useMissingSentence } from '../elements/witness-missing.tsx'
import { useMoments } from '../moments.tsx'
import { useNames } from '../process.tsx'
import { type Phrase, useListing, useSay } from '../speech.tsx'
import { type Standing, standingOf } from '../standing.ts'
import { useAgo, useServerHour } from './age.tsx'

interface Shown {
  readonly log: LogView
  readonly seats: readonly Pick<Seat, 'key' | 'kind'>[]
  /** The server's hour when it gave the answer. */
  readonly at: string
  readonly tickSeconds: number
  /** In a list of logs: what is the same for all of them is not said for each. */
  readonly brief?: boolean
}

/** The sentences about a log, the gravest first, each under a name of its own. */
const useSentences = ({
  log,
  seats,
  at,
  tickSeconds,
  brief,
}: Shown): readonly (readonly [string, string])[] => {
  const say = useSay()
  const names = useNames()
  const listing = useListing()
  const missingSentence = useMissingSentence()
  const ago = useAgo(useServerHour(at))
  const { alarmed, missing, unnamed, vouched } = standingOf(log, seats)
  const sitters = (keys: readonly string[]) => listing(keys.map(names.sitter))
  const isWhole = missing.length + alarmed.length === 0
  const sentences = {
    alarm: alarmed.length > 0 && say('witness.alarm', { seats: sitters(alarmed.map(({ seat }) => seat)) }),
    missing: missing.length > 0 && missingSentence(missing),
    meanwhile: missing.length > 0 && !brief && say('witness.missing.meanwhile'),
    unnamed: unnamed.length > 0 && say('witness.unnamed', { seats: sitters(unnamed) }),
    unsigned: log.checkpoint === null && say('record.unsigned', { count: tickSeconds }),
    vouched:
      vouched !== null &&
      say(isWhole ? 'record.vouched' : 'record.vouched-last', {
        count: log.witnesses.length,
        size: vouched.size,
        ago: ago(vouched.at),
      }),
  }
  return Object.entries(sentences).filter((each): each is [string, string] => each[1] !== false)
}

const stateOf = ({ alarmed, missing, vouched }: Standing): 'alarm' | 'missing' | 'whole' | 'none' => {
  if (alarmed.length > 0) return 'alarm'
  if (missing.length > 0) return 'missing'
  return vouched ? 'whole' : 'none'
}

/** How the log stands, in one to three sentences. */
export const StandingOfLog = (shown: Shown) => {
  const sentences = useSentences(shown)
  if (sentences.length === 0) return null
  return (
    <div className="log-standing" data-state={stateOf(standingOf(shown.log, shown.seats))}>
      {sentences.map(([name, sentence]) => (
        <p key={name}>{sentence}</p>
      ))}
    </div>
  )
}

const WitnessLine = ({ each, now }: { readonly each: Cosigner; readonly now: number }) => {
  const say = useSay()
  const names = useNames()
  const ago = useAgo(now)
  const { moment } = useMoments()
  return (
    <li>
      <p>
        <Side seat={each.seat} /> <strong>{names.seat(each.seat)}</strong>
      </p>
      <p>
        {each.size === null || each.at === null
          ? say('witness.never')
          : say('witness.cosigned', { count: each.size, ago: ago(each.at) })}
      </p>
      <p className="quiet">{each.place === null ? say('witness.inside') : <Code>{each.place}</Code>}</p>
      <KeyShown value={each.key} />
      {each.missingSince !== null && (
        <p className="witness-trouble">
          {say('witness.since', { since: moment(each.missingSince) })}
          {each.trouble !== null && `: ${say(`witness.trouble.${each.trouble}` as Phrase)}`}
        </p>
      )}
    </li>
  )
}

/** The witnesses of a log: whose they are, where they run, what they last cosigned and how long ago. */
export const Cosigners = ({ log, at }: { readonly log: LogView; readonly at: string }) => {
  const say = useSay()
  const now = useServerHour(at)
  if (log.witnesses.length === 0) return null
  return (
    <>
      <ul className="cosigners">
        {log.witnesses.map((each) => (
          <WitnessLine key={each.seat} each={each} now={now} />
        ))}
      </ul>
      {log.witnesses.some(({ place }) => place === null) && (
        <p className="small quiet">{say('witness.inside.why')}</p>
      )}
    </>
  )
}
