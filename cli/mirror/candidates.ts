/** The logs a round looks at: what the server shows of each, opened, beside what is held of it. */
import type { Outcome } from '#domain/outcome.ts'
import type { AboutLog } from '#domain/record/folder.ts'
import type { Policy } from '#domain/record/policy.ts'
import type { Disk } from './disk.ts'
import type { Finding } from './finding.ts'
import { fuller, type Head, openShown, type Shown } from './heads.ts'
import { type Held, openHeldAnchor, openHeldRoom } from './held.ts'
import { type NamedLog, namedLog } from './named.ts'
import type { Server } from './server.ts'

/** What looking at the logs stands on. */
export interface Looking {
  readonly disk: Disk
  /** The policy that was given for a log, if one was. */
  readonly given: (log: string) => Policy | undefined
  /** What is held of each log, as far as it is known; emptied when a round breaks off. */
  readonly known: Map<string, Held>
}

/** A log with what the server shows of it and what is held. */
export interface Candidate {
  readonly about: AboutLog
  readonly named: NamedLog
  readonly held: Held
  readonly head: Head
}

const fetchShown = async (server: Server, log: string): Promise<Shown | undefined> => {
  const policy = await server.logFile(log, 'policy')
  const note = policy && (await server.logFile(log, 'checkpoint'))
  return policy && note && { policy, note }
}

const heldOf = async (
  { known }: Looking,
  findings: Finding[],
  about: AboutLog,
  open: () => Promise<Outcome<Held>>,
): Promise<Held | undefined> => {
  const before = known.get(about.log)
  if (before) return before
  const held = await open()
  if (held.ok) {
    known.set(about.log, held.value)
    return held.value
  }
  findings.push({ kind: 'damaged', log: namedLog(about), refusal: held.refusal })
  return undefined
}

/** What the server shows of a log, opened; undefined with a finding, or where there is no head yet. */
const candidateOf = (
  { given: givenFor }: Looking,
  findings: Finding[],
  about: AboutLog,
  held: Held,
  shown: Shown | undefined,
): Candidate | undefined => {
  const log = namedLog(about)
  if (!shown) {
    if (held.head) findings.push({ kind: 'gone', log, size: held.head.size })
    return undefined
  }
  const given = givenFor(about.log)
  const head = openShown(shown, held, given)
  if (!head.ok) {
    findings.push({ kind: 'unsound', log, refusal: head.refusal, kept: null })
    return undefined
  }
  if ('known' in head.value) {
    findings.push({ kind: 'other-key', log, ...head.value })
    return undefined
  }
  return { about, named: log, held, head: fuller(head.value, held, given) }
}

/** What the server shows of a log; undefined where it shows nothing. */
export interface Shows {
  readonly about: AboutLog
  readonly shown: Shown | undefined
}

/** What the server shows of every log: the rooms first and the anchor log last, which then holds all that was shown. */
export const fetchAll = async (server: Server, logs: readonly AboutLog[]): Promise<readonly Shows[]> => {
  const show = async (about: AboutLog): Promise<Shows> => ({
    about,
    shown: await fetchShown(server, about.log),
  })
  const rooms = await Promise.all(logs.filter(({ kind }) => kind === 'room').map(show))
  const anchor = await Promise.all(logs.filter(({ kind }) => kind === 'anchor').map(show))
  return [...rooms, ...anchor]
}

/** The logs of which a head was shown that can be looked at, that of the anchor first; what is wrong goes into the findings. */
export const candidatesOf = async (
  looking: Looking,
  findings: Finding[],
  shows: readonly Shows[],
  isListed: (log: string) => boolean,
): Promise<readonly Candidate[]> => {
  const found: Candidate[] = []
  let anchorSize = 0
  for (const { about, shown } of shows.toReversed()) {
    const isAnchor = about.kind === 'anchor'
    const place = { disk: looking.disk, log: about.log, isListed: isListed(about.log) }
    const held = await heldOf(looking, findings, about, () =>
      isAnchor ? openHeldAnchor(place) : openHeldRoom(place, anchorSize),
    )
    // What is held of a room is judged beside the anchor log; without it, it is left alone.
    if (isAnchor && !held) return []
    if (isAnchor) anchorSize = held?.head?.size ?? 0
    const candidate = held && candidateOf(looking, findings, about, held, shown)
    if (candidate) found.push(candidate)
  }
  return found
}
