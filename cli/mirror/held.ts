/** What a mirror holds of one log, as it is found on the disk: a head, and everything that belongs to it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { fromUtf8 } from '#domain/record/bytes.ts'
import { openCheckpoint, type VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import {
  type AnchoringLine,
  actsPath,
  anchoringsPath,
  checkpointPath,
  filePath,
  parseActLine,
  parseAnchoringLine,
  policyPath,
} from '#domain/record/folder.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { type Policy, parsePolicy } from '#domain/record/policy.ts'
import { parseTilePath, type Tile, tileWidth } from '#domain/record/tiles.ts'
import { filesBrought } from '#domain/rooms/paper.ts'
import { primitives } from '#server/record/primitives.ts'
import { type Disk, isDraft } from './disk.ts'
import { scanLines } from './scan.ts'

/** The lines of a room that belong to its head. */
export interface HeldLines {
  /** How many bytes of `acts.jsonl` and of `anchorings.jsonl`. */
  readonly acts: number
  readonly anchorings: number
  /** The last anchoring. */
  readonly newest: AnchoringLine | undefined
  /** Papers of the room that are not here yet. */
  readonly lacking: ReadonlySet<string>
}

/** What is held of a log. Of one that is new, nothing. */
export interface Held {
  readonly log: string
  /** The log's key as it was first seen. */
  readonly key: VerifierKey | undefined
  readonly policy: string | undefined
  readonly head: VerifiedCheckpoint | undefined
  readonly lines: HeldLines
}

const noLines: HeldLines = { acts: 0, anchorings: 0, newest: undefined, lacking: new Set() }

/** The key of the log with this id in a policy. */
export const logKeyIn = (policy: Policy, log: string): VerifierKey | undefined =>
  policy.logs.find(({ name }) => name === originOf(log))

interface Seen extends Pick<Held, 'key' | 'policy'> {
  readonly witnesses: readonly VerifierKey[]
}

const readPolicy = async (disk: Disk, log: string): Promise<Outcome<Seen>> => {
  const path = policyPath(log)
  const bytes = await disk.read(path)
  if (!bytes) return done({ key: undefined, policy: undefined, witnesses: [] })
  const policy = parsePolicy(bytes, primitives.sha256)
  if (!policy.ok) return policy
  const key = logKeyIn(policy.value, log)
  if (!key) return refuse('record.log-unknown', { origin: originOf(log) })
  return done({ key, policy: fromUtf8(bytes), witnesses: policy.value.witnesses })
}

const readHead = async (
  disk: Disk,
  log: string,
  { key, witnesses }: Seen,
): Promise<Outcome<VerifiedCheckpoint | undefined>> => {
  const note = fromUtf8((await disk.read(checkpointPath(log))) ?? new Uint8Array())
  if (note === '') return done(undefined)
  if (note === undefined) return refuse('record.note-malformed')
  return key
    ? openCheckpoint(note, { logs: [key], witnesses }, primitives)
    : refuse('record.file-missing', { path: policyPath(log) })
}

/** Whether a tile or bundle belongs to a log of this size; those of other sizes were left behind, or never taken. */
const belongs = ({ level, index, width }: Tile, size: number): boolean => {
  const hashes = Math.floor(size / (level === 'entries' ? 1 : tileWidth ** level))
  return width === Math.min(hashes - index * tileWidth, tileWidth)
}

/** Takes away what a stop left behind. */
const sweep = async (disk: Disk, log: string, size: number): Promise<void> => {
  for (const path of await disk.below(log)) {
    const tile = parseTilePath(path.slice(log.length + 1))
    if (isDraft(path) || (tile.ok && !belongs(tile.value, size))) await disk.remove(path)
  }
}

const cutTo = async (disk: Disk, path: string, length: number): Promise<void> => {
  const now = await disk.length(path)
  if (now !== undefined && now > length) await disk.cut(path, length)
}

const readLines = async (
  disk: Disk,
  log: string,
  size: number,
  anchorSize: number,
): Promise<Outcome<HeldLines>> => {
  const papers = new Set<string>()
  let newest: AnchoringLine | undefined
  const acts = await scanLines(disk, actsPath(log), {
    parse: parseActLine,
    isHeld: ({ index }) => index < size,
    see: ({ act }) => {
      for (const { file } of filesBrought(act)) papers.add(file)
    },
  })
  if (!acts.ok) return acts
  const anchorings = await scanLines(disk, anchoringsPath(log), {
    parse: parseAnchoringLine,
    isHeld: (line) => line.index < anchorSize && line.size <= size,
    see: (line) => {
      newest = line
    },
  })
  if (!anchorings.ok) return anchorings
  await cutTo(disk, actsPath(log), acts.value)
  await cutTo(disk, anchoringsPath(log), anchorings.value)
  const lacking = new Set<string>()
  for (const file of papers) if ((await disk.length(filePath(log, file))) === undefined) lacking.add(file)
  return done({ acts: acts.value, anchorings: anchorings.value, newest, lacking })
}

/** Where a log lies, and whether the folder says that it is held. */
export interface HeldPlace {
  readonly disk: Disk
  readonly log: string
  readonly isListed: boolean
}

/** A log that should be here and has no head is damaged, unless somebody took all of it away. */
const isBeheaded = async ({ disk, log, isListed }: HeldPlace): Promise<boolean> =>
  isListed && (await disk.below(log)).length > 0

const openHeld = async (
  place: HeldPlace,
  linesAt: (size: number) => Promise<Outcome<HeldLines>>,
): Promise<Outcome<Held>> => {
  const { disk, log } = place
  const seen = await readPolicy(disk, log)
  if (!seen.ok) return seen
  const head = await readHead(disk, log, seen.value)
  if (!head.ok) return head
  if (!head.value && (await isBeheaded(place)))
    return refuse('record.file-missing', { path: checkpointPath(log) })
  const size = head.value?.size ?? 0
  await sweep(disk, log, size)
  const lines = await linesAt(size)
  if (!lines.ok) return lines
  const { key, policy } = seen.value
  return done({ log, key, policy, head: head.value, lines: lines.value })
}

/** Finds what is held of the anchor log. Refusals say what is wrong in the folder itself. */
export const openHeldAnchor = (place: HeldPlace): Promise<Outcome<Held>> =>
  openHeld(place, async () => done(noLines))

/** Finds what is held of a room, beside an anchor log of this size. Refusals say what is wrong in the folder itself. */
export const openHeldRoom = (place: HeldPlace, anchorSize: number): Promise<Outcome<Held>> =>
  openHeld(place, (size) => readLines(place.disk, place.log, size, anchorSize))

/** Puts the lines of a log back to those that belong to the head held. */
export const cutBack = async (disk: Disk, { log, lines }: Pick<Held, 'log' | 'lines'>): Promise<void> => {
  await cutTo(disk, actsPath(log), lines.acts)
  await cutTo(disk, anchoringsPath(log), lines.anchorings)
}
