/** One round of a mirror: looks at every log the seat may read, and takes the heads that follow those it holds. */
import { fromUtf8 } from '#domain/record/bytes.ts'
import { type About, type AboutLog, checkpointPath } from '#domain/record/folder.ts'
import { BadUsage } from '../command.ts'
import { sentence } from '../input.ts'
import { logsOf, readAbout, writeAbout } from './about.ts'
import { type AnchorLog, openAnchorLog } from './anchored.ts'
import { type Candidate, candidatesOf, fetchAll, type Looking } from './candidates.ts'
import type { Disk } from './disk.ts'
import type { Finding } from './finding.ts'
import { cutBack } from './held.ts'
import { type NamedLog, namedLog } from './named.ts'
import { type NotReady, type Ready, readyAnchor, readyRoom, type Surroundings } from './ready.ts'
import type { Index, Server } from './server.ts'
import { keepContradiction, takeHead } from './take.ts'

/** What a round stands on. */
export interface RoundOptions extends Looking {
  readonly server: Server
  readonly clock: () => Date
  /** Told how many entries were looked at, and how many there are to be looked at. */
  readonly onProgress: (seen: number, all: number) => void
}

/** A head that was looked at, and how much of it is new. */
export interface SeenLog extends NamedLog {
  readonly isRoom: boolean
  readonly size: number
  /** Entries that were taken in this round. */
  readonly taken: number
  readonly witnesses: readonly string[]
  readonly missing: readonly string[]
}

/** What came of a round. */
export interface Round {
  readonly logs: readonly SeenLog[]
  readonly findings: readonly Finding[]
  /** Rooms whose newest head could not be taken yet, because it lies between two ticks. */
  readonly unsettled: readonly { readonly log: NamedLog; readonly size: number }[]
}

const noteNotReady = async (
  disk: Disk,
  findings: Finding[],
  { named: log, held, head }: Candidate,
  why: Exclude<NotReady, { kind: 'unanchored' }>,
): Promise<void> => {
  const notes = [head.note, ...(held.head ? [`${held.head.note}`] : [])]
  const keep = () => keepContradiction(disk, log.log, notes)
  const { kind, refusal } = why
  if (kind === 'damaged') findings.push({ kind, log, refusal })
  else if (kind === 'contradiction') findings.push({ kind, log, refusal, kept: await keep() })
  else findings.push({ kind, log, refusal, kept: why.isUnshown ? await keep() : null })
}

const seenLog = ({ about, named, held, head }: Candidate, isTaken: boolean): SeenLog => {
  const before = held.head?.size ?? 0
  return {
    ...named,
    isRoom: about.kind === 'room',
    size: isTaken ? head.checkpoint.size : before,
    taken: isTaken ? head.checkpoint.size - before : 0,
    witnesses: head.witnesses.map(({ name }) => name),
    missing: head.missing.map(({ name }) => name),
  }
}

/** Refuses a folder that is the mirror of something else. */
const checkSame = (about: About | undefined, { process, seat }: Index): void => {
  if (!about) return
  if (about.process.id !== process.id)
    throw new BadUsage(`this folder is a mirror of the process ${about.process.id} (${about.process.key})`)
  if (about.seat !== seat)
    throw new BadUsage(`this folder is a mirror of the seat ${about.seat}, and the key is one of ${seat}`)
}

interface Looked {
  readonly candidate: Candidate
  readonly ready: Ready | NotReady
}

const lookAtAll = async (
  surroundings: Surroundings,
  candidates: readonly Candidate[],
): Promise<readonly Looked[]> => {
  const { disk } = surroundings
  const looked: Looked[] = []
  let anchorLog: AnchorLog | undefined
  for (const candidate of candidates) {
    const { about, held, head } = candidate
    const isAnchor = about.kind === 'anchor'
    anchorLog ??= openAnchorLog(disk, about.log, 0)
    const ready = await (isAnchor
      ? readyAnchor(surroundings, held, head)
      : readyRoom(surroundings, held, head, anchorLog))
    const size = ready.kind === 'ready' ? head.checkpoint.size : (held.head?.size ?? 0)
    if (isAnchor) anchorLog = openAnchorLog(disk, about.log, size)
    looked.push({ candidate, ready })
  }
  return looked
}

/** Makes every log ready. When that breaks off, the lines of all of them are put back to what is held. */
const lookAt = async (
  surroundings: Surroundings,
  candidates: readonly Candidate[],
): Promise<readonly Looked[]> => {
  try {
    return await lookAtAll(surroundings, candidates)
  } catch (error) {
    for (const { held } of candidates) await cutBack(surroundings.disk, held)
    throw error
  }
}

/** Takes the heads that are ready, that of the anchor log first: no room is ever further than what anchors it. */
const takeAll = async ({ disk, known }: RoundOptions, looked: readonly Looked[]): Promise<void> => {
  await disk.settle()
  for (const { ready } of looked) {
    if (ready.kind === 'ready') known.set(ready.held.log, await takeHead(disk, ready))
  }
}

/** The logs of the folder that the server no longer lists. */
const unlisted = async (
  disk: Disk,
  findings: Finding[],
  about: About | undefined,
  logs: readonly AboutLog[],
): Promise<readonly AboutLog[]> => {
  const gone = about?.logs.filter(({ log }) => !logs.some((each) => each.log === log)) ?? []
  for (const each of gone) {
    const note = fromUtf8((await disk.read(checkpointPath(each.log))) ?? new Uint8Array())
    findings.push({ kind: 'gone', log: namedLog(each), size: Number(note?.split('\n')[1] ?? 0) })
  }
  return gone
}

/** Tells how far the work has come. */
const counting = ({ onProgress }: RoundOptions, candidates: readonly Candidate[]) => {
  const all = candidates.reduce(
    (sum, { held, head }) => sum + Math.max(0, head.checkpoint.size - (held.head?.size ?? 0)),
    0,
  )
  let seen = 0
  return (entries: number): void => {
    seen = Math.min(all, seen + entries)
    onProgress(seen, all)
  }
}

const noteAll = async (
  disk: Disk,
  findings: Finding[],
  looked: readonly Looked[],
): Promise<Round['unsettled']> => {
  const isAnchored = looked.some(
    ({ candidate, ready }) => candidate.about.kind === 'anchor' && ready.kind === 'ready',
  )
  const unsettled: { log: NamedLog; size: number }[] = []
  for (const { candidate, ready } of looked) {
    const log = candidate.named
    if (ready.kind === 'ready')
      findings.push(...ready.notHad.map((paper) => ({ kind: 'paper', log, ...paper }) as const))
    else if (ready.kind !== 'unanchored') await noteNotReady(disk, findings, candidate, ready)
    else if (isAnchored) unsettled.push({ log, size: ready.size })
  }
  return unsettled
}

const roundOver = async (options: RoundOptions, index: Index, about: About | undefined): Promise<Round> => {
  const { disk, server, known } = options
  const logs = logsOf(index)
  const findings: Finding[] = []
  const isListed = (log: string): boolean => about?.logs.some((each) => each.log === log) ?? false
  const candidates = await candidatesOf(options, findings, await fetchAll(server, logs), isListed)
  const looked = await lookAt({ disk, server, advance: counting(options, candidates) }, candidates)
  await takeAll(options, looked)
  const unsettled = await noteAll(disk, findings, looked)
  const gone = await unlisted(disk, findings, about, logs)
  const isHeld = ({ log }: AboutLog) => known.get(log)?.head || isListed(log)
  const held = [...logs.filter(isHeld), ...gone]
  if (held.some(({ kind }) => kind === 'anchor'))
    await writeAbout(disk, index, held, options.clock().toISOString())
  return {
    logs: looked.map(({ candidate, ready }) => seenLog(candidate, ready.kind === 'ready')).toReversed(),
    findings,
    unsettled,
  }
}

/**
 * Does one round. Throws `Unanswered` when the server gives no answer that can be used, `DiskTrouble`, and `BadUsage`
 * when key, process and folder do not belong together; then nothing was taken but what was taken whole.
 */
export const runRound = async (options: RoundOptions): Promise<Round> => {
  try {
    const about = await readAbout(options.disk)
    if (!about.ok) throw new BadUsage(`${options.disk.folder}: ${sentence(about.refusal)}`)
    const index = await options.server.index()
    if (!index) throw new BadUsage('the key opens no process with this id')
    checkSame(about.value, index)
    const [known, shown] = [about.value?.anchor ?? index.anchor.log, index.anchor.log]
    if (known !== shown)
      return { logs: [], findings: [{ kind: 'other-anchor', known, shown }], unsettled: [] }
    return await roundOver(options, index, about.value)
  } catch (error) {
    options.known.clear()
    throw error
  }
}
