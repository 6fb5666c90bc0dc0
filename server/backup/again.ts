/** Lost ticks at which nothing happened: made again, and taken over only if they lead to a head that somebody holds. */
import type pg from 'pg'
import { parseAnchorLeaf } from '#domain/record/anchor.ts'
import { sameBytes, toUtf8 } from '#domain/record/bytes.ts'
import { frontierRoot, grow, partialTileBytes } from '#domain/record/frontier.ts'
import { formatNote } from '#domain/record/note.ts'
import { leafHash } from '#domain/record/tree.ts'
import type { RecordKeys } from '../record/keys.ts'
import { readLeaves, readLogs, swapHead, writeTiles } from '../record/ledgers.ts'
import { primitives } from '../record/primitives.ts'
import { anchorLeaves, type SignedHead } from '../record/sequencer.ts'
import { type Finding, named } from './finding.ts'
import type { Shown } from './held.ts'
import { type Anchoring, putAnchorings, takeEntries } from './take.ts'
import { type MadeTick, ticksUpTo } from './ticks.ts'
import type { Settled } from './verdict.ts'

/** An anchor log that is too short, beside the rooms as they stand here. */
export interface Standing {
  readonly client: pg.ClientBase
  readonly keys: RecordKeys
  readonly process: string
  readonly anchor: Settled
  readonly rooms: readonly SignedHead[]
  /** The seconds between two ticks, if the log itself does not tell. */
  readonly tickSeconds: number
}

const { sha256 } = primitives

/** So many ticks are looked at to learn how far apart they are. */
const sample = 16

const sizeOf = ({ head }: Settled): number => head?.size ?? 0

/** The moments of the last ticks, in milliseconds, the newest at the end. */
const momentsOf = async ({ client, anchor, rooms }: Standing): Promise<readonly number[]> => {
  const size = sizeOf(anchor)
  const leaves = await readLeaves(client, anchor.log.log, Math.max(0, size - sample * rooms.length), size)
  return leaves.flatMap((leaf) => {
    const read = parseAnchorLeaf(toUtf8(leaf))
    return read.ok ? [Date.parse(read.value.at)] : []
  })
}

/** The seconds that may lie between two ticks: the least that did, and what is set. */
const tickSecondsOf = (moments: readonly number[], set: number): readonly number[] => {
  const between = moments.map((moment, i) => moment - (moments[i - 1] ?? moment)).filter((ms) => ms > 0)
  const least = between.length > 0 ? [Math.min(...between) / 1000] : []
  return [...new Set([...least, set])]
}

/** Idle ticks that lead from here to this head; undefined if none do. */
const findTicks = async (standing: Standing, head: Shown): Promise<readonly MadeTick[] | undefined> => {
  const { keys, rooms, anchor } = standing
  const moments = await momentsOf(standing)
  const last = moments.at(-1)
  if (last === undefined) return undefined
  for (const tickSeconds of tickSecondsOf(moments, standing.tickSeconds)) {
    const ticks = ticksUpTo({ keys, rooms, frontier: anchor.frontier, last, tickSeconds }, head)
    if (ticks) return ticks
  }
  return undefined
}

/** Heads that others hold and that no end of these ticks is. */
const elsewhere = (
  { anchor }: Standing,
  ticks: readonly MadeTick[],
  shown: readonly Shown[],
): readonly Shown[] => {
  const roots = new Map<number, Uint8Array>()
  let { frontier } = anchor
  for (const { leaves } of ticks) {
    const hashes = leaves.map(({ leaf }) => leafHash(toUtf8(leaf), sha256))
    frontier = grow(frontier, hashes, sha256).frontier
    roots.set(frontier.size, frontierRoot(frontier, sha256))
  }
  return shown.filter(({ size, root }) => !sameBytes(roots.get(size) ?? new Uint8Array(), root))
}

const anchoringsOf = ({ first, at, leaves }: MadeTick): readonly Anchoring[] =>
  leaves.map(({ head, salt }, i) => ({
    room: head.log,
    index: first + i,
    at,
    size: head.size,
    root: head.root,
    salt,
  }))

const keep = async (standing: Standing, ticks: readonly MadeTick[], head: Shown): Promise<Settled> => {
  const { client, process, anchor: before } = standing
  const entries = ticks.flatMap(({ leaves }) => leaves.map(({ leaf }) => toUtf8(leaf)))
  const hashes = entries.map((entry) => leafHash(entry, sha256))
  const { frontier, full } = grow(before.frontier, hashes, sha256)
  const tiles = [...full, ...partialTileBytes(frontier)]
  const row = (await readLogs(client, process)).find(({ log }) => log === before.log.log)
  if (!row?.head) throw new Error('an anchor log with ticks and without a head')
  await takeEntries(client, { log: named(before.log), from: sizeOf(before), entries })
  // Of a head that does not grow, the first anchoring and the newest are enough; the newest comes with the last tick.
  await putAnchorings(client, ticks.slice(0, 1).flatMap(anchoringsOf))
  await writeTiles(client, before.log.log, tiles)
  const note = formatNote(head.text, [head.signature])
  await swapHead(client, row, { ...row.head, size: head.size, note })
  return { ...before, head, frontier, tiles, remade: entries.length }
}

const newest = (shown: readonly Shown[]): Shown | undefined =>
  shown.reduce<Shown | undefined>((most, each) => (each.size > (most?.size ?? 0) ? each : most), undefined)

/** What came of it: the anchor log as it is now, or why it stays as it was. */
export type Again =
  | { readonly kind: 'made'; readonly anchor: Settled }
  | { readonly kind: 'unshown' }
  | { readonly kind: 'unlike' }
  | { readonly kind: 'fork'; readonly findings: readonly Finding[] }

/**
 * Makes again what follows upon the end of the anchor log, up to the newest of the heads that others hold, and writes it
 * down. Nothing is signed for it: the log signed that head itself, and no attempt leaves this process.
 */
export const makeAgain = async (standing: Standing, shown: readonly Shown[]): Promise<Again> => {
  const head = newest(shown)
  if (!head) return { kind: 'unshown' }
  const ticks = await findTicks(standing, head)
  if (!ticks) return { kind: 'unlike' }
  const others = elsewhere(standing, ticks, shown)
  const log = named(standing.anchor.log)
  if (others.length > 0)
    return { kind: 'fork', findings: others.map(({ by, size }) => ({ kind: 'fork', log, by, size })) }
  return { kind: 'made', anchor: await keep(standing, ticks, head) }
}

/** The rooms that stand in the last tick of the anchor log just as they stand here, each by its anchoring. */
export const lastAnchorings = async ({
  client,
  keys,
  anchor,
  rooms,
}: Standing): Promise<readonly Anchoring[]> => {
  const size = sizeOf(anchor)
  const first = size - rooms.length
  const leaves = first < 0 ? [] : await readLeaves(client, anchor.log.log, first, size)
  const read = parseAnchorLeaf(toUtf8(leaves[0] ?? ''))
  if (!read.ok) return []
  const { at } = read.value
  const made = anchorLeaves(keys, rooms, first, at)
  const places = new Map(leaves.map((leaf, i) => [leaf, first + i]))
  return made.flatMap(({ head, salt, leaf }) => {
    const index = places.get(leaf)
    return index === undefined ? [] : [{ room: head.log, index, at, size: head.size, root: head.root, salt }]
  })
}
