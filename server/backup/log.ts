/** One log of a restored backup beside what mirrors have of it: whether all are one history, and who has most of it. */
import type pg from 'pg'
import { sameBytes, toUtf8 } from '#domain/record/bytes.ts'
import {
  emptyFrontier,
  type Frontier,
  frontierRoot,
  grow,
  partialTileBytes,
  type TileBytes,
} from '#domain/record/frontier.ts'
import { leafHash } from '#domain/record/tree.ts'
import { type LogRow, readLeaves } from '../record/ledgers.ts'
import { primitives } from '../record/primitives.ts'
import { type Finding, type NamedLog, named } from './finding.ts'
import type { Shown } from './held.ts'
import { entriesIn, type MirroredHead, type Signed } from './mirror.ts'

/** A log of the restored backup, the head it last signed, and its heads in the mirrors. */
export interface RestoredLog extends NamedLog {
  readonly row: LogRow
  readonly own: Signed | undefined
  readonly mirrored: readonly MirroredHead[]
  /** Heads that somebody brought, without the entries. */
  readonly shown: readonly Shown[]
}

/** What became of the comparison. */
export interface Compared {
  /** The newest head that is known; undefined for a log that nobody has signed. */
  readonly head: Signed | undefined
  /** The entries that the backup lacks, from the end of its log on. */
  readonly lacking: readonly Uint8Array[]
  /** The tiles that come with the head, where it is newer than the backup's. */
  readonly tiles: readonly TileBytes[]
  /** The edge of the log at its end, where it goes on. */
  readonly frontier: Frontier
  readonly findings: readonly Finding[]
}

const { sha256 } = primitives

/** Entries that are read and hashed at once. */
const stretch = 16_384

/** Gives entries from one place to before another: at least one, unless there are no more. */
type Read = (from: number, to: number) => Promise<readonly Uint8Array[]>

interface Walk {
  readonly roots: ReadonlyMap<number, Uint8Array>
  readonly frontier: Frontier
  /** The tiles that became full beyond the size that was signed. */
  readonly full: readonly TileBytes[]
}

/** Goes through a log up to the last of these sizes, which ascend, and notes the root at each; stops at a gap. */
const walk = async (read: Read, sizes: readonly number[], signed: number): Promise<Walk> => {
  const roots = new Map<number, Uint8Array>()
  const full: TileBytes[] = []
  let frontier = emptyFrontier
  for (const size of sizes) {
    while (frontier.size < size) {
      const isNew = frontier.size >= signed
      const entries = await read(frontier.size, Math.min(frontier.size + stretch, size))
      if (entries.length === 0) return { roots, frontier, full }
      const hashes = entries.map((entry) => leafHash(entry, sha256))
      const grown = grow(frontier, hashes, sha256)
      if (isNew) full.push(...grown.full)
      frontier = grown.frontier
    }
    roots.set(size, frontierRoot(frontier, sha256))
  }
  return { roots, frontier, full }
}

const longestOf = (heads: readonly MirroredHead[]): MirroredHead | undefined =>
  heads.reduce<MirroredHead | undefined>(
    (longest, head) => (head.size > (longest?.size ?? -1) ? head : longest),
    undefined,
  )

/** The entries of the backup, and after them those of the mirror that has most. */
const reading = (
  client: pg.ClientBase,
  { log, row }: RestoredLog,
  longest: MirroredHead | undefined,
  lacking: Uint8Array[],
): Read => {
  return async (from, to) => {
    if (from < row.size) return (await readLeaves(client, log, from, Math.min(to, row.size))).map(toUtf8)
    if (!longest) return []
    const entries = await entriesIn(longest, log, from, to)
    lacking.push(...entries)
    return entries
  }
}

const differs = ({ roots }: Walk, { size, root }: Signed): boolean =>
  !sameBytes(roots.get(size) ?? new Uint8Array(), root)

const forkBy = (log: RestoredLog, by: string, { size }: Signed): Finding => ({
  kind: 'fork',
  log: named(log),
  by,
  size,
})

const forkByMirror = (log: RestoredLog, head: MirroredHead): Finding =>
  forkBy(log, `the mirror ${head.mirror.folder}`, head)

const compareRoots = (log: RestoredLog, walked: Walk): readonly Finding[] => {
  if (log.own && differs(walked, log.own)) return [{ kind: 'broken', log: named(log), size: log.own.size }]
  return [
    ...log.mirrored.filter((head) => differs(walked, head)).map((head) => forkByMirror(log, head)),
    ...log.shown
      .filter((head) => head.size <= walked.frontier.size && differs(walked, head))
      .map((head) => forkBy(log, head.by, head)),
  ]
}

/** Computes a log anew from its entries, the backup's first and then a mirror's, and compares every head that is known. */
export const compareLog = async (client: pg.ClientBase, log: RestoredLog): Promise<Compared> => {
  const longest = longestOf(log.mirrored)
  const signed = log.own?.size ?? 0
  const end = Math.max(signed, longest?.size ?? 0)
  const known = [...log.mirrored, ...log.shown].map(({ size }) => size).filter((size) => size <= end)
  const sizes = [...new Set([signed, ...known])].sort((a, b) => a - b)
  const lacking: Uint8Array[] = []
  const walked = await walk(reading(client, log, longest, lacking), sizes, signed)
  if (longest && longest.size > log.row.size && differs(walked, longest)) {
    // Its entries lead to no head of its own from here: it must not make the others look wrong.
    const rest = await compareLog(client, {
      ...log,
      mirrored: log.mirrored.filter((head) => head !== longest),
    })
    return { ...rest, findings: [forkByMirror(log, longest), ...rest.findings] }
  }
  const isNewer = longest !== undefined && (!log.own || longest.size > signed)
  return {
    head: isNewer ? longest : log.own,
    lacking,
    tiles: isNewer ? [...walked.full, ...partialTileBytes(walked.frontier)] : [],
    frontier: walked.frontier,
    findings: compareRoots(log, walked),
  }
}
