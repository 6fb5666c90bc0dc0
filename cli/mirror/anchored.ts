/** The anchorings of a room: each beside the head the room's log had, and beside its entry in the anchor log. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { sameBytes } from '#domain/record/bytes.ts'
import { collateAnchoring, collateHead, collateNewest } from '#domain/record/collation.ts'
import { type AnchoringLine, anchoringsPath, formatAnchoringLine } from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { bundleOf, tilePath, tileWidth } from '#domain/record/tiles.ts'
import type { Head } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Disk } from './disk.ts'
import type { Pages } from './pages.ts'

/** The anchor log as it lies on the disk. */
export interface AnchorLog {
  readonly size: number
  /** The bytes of an entry; undefined where it cannot be read. */
  readonly entry: (index: number) => Promise<Uint8Array | undefined>
}

const { sha256 } = primitives

/** Bundles that are remembered. */
const remembered = 64

/** The anchor log with this id and size; its tiles and entries are on the disk already. */
export const openAnchorLog = (disk: Disk, log: string, size: number): AnchorLog => {
  const bundles = new Map<number, readonly Uint8Array[]>()
  const bundleAt = async (index: number): Promise<readonly Uint8Array[]> => {
    const known = bundles.get(index)
    if (known) return known
    const width = Math.min(tileWidth, size - index * tileWidth)
    const bytes = await disk.read(`${log}/${tilePath(bundleOf({ level: 0, index, width }))}`)
    const entries = bytes && parseBundle(bytes, width)
    if (!entries?.ok) return []
    if (bundles.size >= remembered) bundles.clear()
    bundles.set(index, entries.value)
    return entries.value
  }
  return {
    size,
    entry: async (index) => (await bundleAt(Math.floor(index / tileWidth)))[index % tileWidth],
  }
}

/** The anchorings of a room that has grown, or not. */
export interface Anchored {
  readonly disk: Disk
  readonly room: string
  readonly anchor: AnchorLog
  /** Those that are not held yet. */
  readonly pages: Pages<AnchoringLine>
  /** The last one held. */
  readonly newest: AnchoringLine | undefined
}

/** Looks at anchorings while the room's log grows. */
export interface AnchoredHeads {
  /** Looks at those of heads up to a size; `rootAt` gives the root at each size that is reached. */
  readonly upTo: (size: number, rootAt: (size: number) => Uint8Array) => Promise<Outcome<void>>
  /** Whether the newest is that of this head. */
  readonly isOf: (head: Head) => boolean
  readonly newest: () => AnchoringLine | undefined
}

/**
 * Opens the anchorings of a room. Those that are right are written down, but for ticks at which nothing had changed.
 * Refusals, with the place: those of `collateHead` and `collateAnchoring`, and `record.log-incomplete`.
 */
export const openAnchored = ({ disk, room, anchor, pages, newest: held }: Anchored): AnchoredHeads => {
  const origin = originOf(room)
  let newest = held
  const look = async (line: AnchoringLine, rootAt: (size: number) => Uint8Array): Promise<Outcome<void>> => {
    if (newest && line.size < newest.size)
      return refuse('record.history-shorter', { from: newest.size, to: line.size })
    const same = collateHead(line, { size: line.size, root: rootAt(line.size) })
    if (!same.ok) return same
    const entry = await anchor.entry(line.index)
    if (!entry) return refuse('record.log-incomplete', { seen: line.index, size: anchor.size })
    return collateAnchoring(entry, line, origin, sha256)
  }
  const take = async (line: AnchoringLine): Promise<void> => {
    if (newest && newest.size === line.size && sameBytes(newest.root, line.root)) return
    await disk.append(anchoringsPath(room), formatAnchoringLine(line))
    newest = line
  }
  return {
    upTo: async (size, rootAt) => {
      const lines = await pages.takeWhile((line) => line.index < anchor.size && line.size <= size)
      for (const line of lines) {
        const right = await look(line, rootAt)
        if (!right.ok)
          return refuse(right.refusal.code, {
            ...right.refusal.facts,
            place: `entry ${line.index} of the anchor log`,
          })
        await take(line)
      }
      return done(undefined)
    },
    isOf: (head) => collateNewest(newest, head).ok,
    newest: () => newest,
  }
}
