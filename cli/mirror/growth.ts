/** The growth of a log since the head that is held: new entries and tiles, each looked at before it is written down. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { type Audit, type AuditStep, auditStep, endAudit, nextStep } from '#domain/record/audit.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { sameBytes } from '#domain/record/bytes.ts'
import { type VerifiedCheckpoint, verifyConsistency } from '#domain/record/checkpoint.ts'
import { emptyFrontier, type Frontier, frontierRoot, grow, readFrontier } from '#domain/record/frontier.ts'
import { fromTiles, parseTilePath, type Tile, tilePath, tileWidth, withTiles } from '#domain/record/tiles.ts'
import { consistencyProof, leafHash } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Disk } from './disk.ts'
import type { Server } from './server.ts'

/** Up to 256 entries of a log, which agree with its tiles. */
export interface Batch {
  /** The index of the first, and the index after the last. */
  readonly start: number
  readonly end: number
  readonly entries: readonly Uint8Array[]
  /** The root of the log when it had so many entries, which is more than `start` and no more than `end`. */
  readonly rootAt: (size: number) => Uint8Array
}

/** A log that has grown. */
export interface Growth {
  readonly disk: Disk
  readonly server: Pick<Server, 'logFile'>
  readonly log: string
  readonly held: VerifiedCheckpoint | undefined
  readonly next: VerifiedCheckpoint
  /** Looks at what belongs to the head held, before anything new; what it refuses ends the growth. */
  readonly begin: () => Promise<Outcome<void>>
  /** Looks at every batch that holds a new entry; what it refuses ends the growth. */
  readonly see: (batch: Batch) => Promise<Outcome<void>>
  /** Told how many entries were looked at. */
  readonly advance: (entries: number) => void
}

const { sha256 } = primitives

const sizeHeld = ({ held }: Pick<Growth, 'held'>): number => held?.size ?? 0

/** The edge of the log that is held, at its last multiple of 256 entries. Refusals say what is wrong in the folder. */
export const heldEdge = async (
  disk: Disk,
  log: string,
  held: VerifiedCheckpoint | undefined,
): Promise<Outcome<Frontier>> => {
  if (!held) return done(emptyFrontier)
  const edge = await withTiles(
    (path) => disk.read(`${log}/${path}`),
    (readTile) => readFrontier(held.size, readTile, sha256),
  )
  if (!edge.ok) return edge
  if (!sameBytes(frontierRoot(edge.value, sha256), held.root))
    return refuse('record.root-differs', { size: held.size })
  const [, ...upper] = edge.value.levels
  return done({ size: held.size - (held.size % tileWidth), levels: [[], ...upper] })
}

/** Whether a tile holds a hash that the tree held does not have. */
const isNew = ({ level, index, width }: Tile, from: number): boolean =>
  Math.floor(from / tileWidth ** Number(level)) < index * tileWidth + width

interface Files {
  readonly step: AuditStep
  readonly bundle: Uint8Array | undefined
  readonly tiles: readonly (Uint8Array | undefined)[]
}

const fetchStep = async (growth: Growth, step: AuditStep): Promise<Files> => {
  const { disk, server, log } = growth
  const from = sizeHeld(growth)
  const [bundle, ...tiles] = await Promise.all([
    server.logFile(log, tilePath(step.bundle)),
    ...step.tiles.map((tile) =>
      isNew(tile, from) ? server.logFile(log, tilePath(tile)) : disk.read(`${log}/${tilePath(tile)}`),
    ),
  ])
  return { step, bundle, tiles }
}

/** Steps that are fetched ahead of the one that is looked at. */
const ahead = 6

/** The files of every step from this size on, in order. */
async function* filesFrom(growth: Growth, size: number): AsyncGenerator<Files> {
  const asked: Promise<Files>[] = []
  const stepAt = (start: number) =>
    nextStep({ checkpoint: growth.next, frontier: { size: start, levels: [] } })
  for (let start = size; ; ) {
    for (let step = stepAt(start); step && asked.length <= ahead; step = stepAt(start)) {
      const files = fetchStep(growth, step)
      // Awaited in its turn; until then a failure is nobody's.
      files.catch(() => undefined)
      asked.push(files)
      start += tileWidth
    }
    const next = asked.shift()
    if (!next) return
    yield await next
  }
}

const batchOf = ({ size, levels }: Frontier, entries: readonly Uint8Array[]): Batch => {
  const hashes = entries.map((entry) => leafHash(entry, sha256))
  return {
    start: size,
    end: size + entries.length,
    entries,
    rootAt: (at) => frontierRoot(grow({ size, levels }, hashes.slice(0, at - size), sha256).frontier, sha256),
  }
}

/** The first entry of a bundle that the server does not have, found by asking for narrower ones. */
const firstMissing = async ({ server, log }: Growth, bundle: Tile): Promise<number> => {
  let [there, width] = [0, bundle.width]
  while (there + 1 < width) {
    const middle = Math.floor((there + width) / 2)
    if (await server.logFile(log, tilePath({ ...bundle, width: middle }))) there = middle
    else width = middle
  }
  return bundle.index * tileWidth + there
}

const continuesHeld = ({ held }: Growth, { start, end, rootAt }: Batch): boolean =>
  !held || held.size <= start || held.size > end || sameBytes(rootAt(held.size), held.root)

const write = async (growth: Growth, { step, bundle, tiles }: Files): Promise<void> => {
  const { disk, log } = growth
  const from = sizeHeld(growth)
  for (const [i, tile] of step.tiles.entries()) {
    const bytes = tiles[i]
    if (bytes && isNew(tile, from)) await disk.add(`${log}/${tilePath(tile)}`, bytes)
  }
  if (bundle) await disk.add(`${log}/${tilePath(step.bundle)}`, bundle)
}

const takeStep = async (growth: Growth, audit: Audit, files: Files): Promise<Outcome<Audit>> => {
  const { step, bundle, tiles } = files
  const path = tilePath(step.bundle)
  if (!bundle)
    return refuse('record.tile-missing', { path, place: `entry ${await firstMissing(growth, step.bundle)}` })
  const next = auditStep(audit, step, bundle, tiles, sha256)
  if (!next.ok) return next
  const entries = parseBundle(bundle, step.bundle.width)
  if (!entries.ok) throw new Error('a bundle that was audited cannot be read')
  const batch = batchOf(audit.frontier, entries.value)
  if (!continuesHeld(growth, batch))
    return refuse('record.history-forged', { from: sizeHeld(growth), to: growth.next.size })
  const seen = await growth.see(batch)
  if (!seen.ok) return seen
  await write(growth, files)
  growth.advance(step.bundle.width)
  return next
}

/** What the server's own tiles show of its new head: that it continues the one held, that it does not, or nothing. */
export type Shows = 'continued' | 'forged' | 'nothing'

const serverShows = async ({ server, log, held, next }: Growth): Promise<Shows> => {
  if (!held) return 'continued'
  const proof = await withTiles(
    async (path) => (parseTilePath(path).ok ? server.logFile(log, path) : undefined),
    (readTile) =>
      fromTiles(next.size, readTile, sha256, (read) => consistencyProof(held.size, next.size, read, sha256)),
  )
  if (!proof.ok) return 'nothing'
  return verifyConsistency(held, next, proof.value, sha256).ok ? 'continued' : 'forged'
}

/** Why growth was not taken, and what the server shows besides. */
export interface NotGrown {
  readonly refusal: Refusal
  readonly shows: Shows
}

const notGrown = async (growth: Growth, refusal: Refusal): Promise<NotGrown> => ({
  refusal,
  shows: refusal.code === 'record.history-forged' ? 'forged' : await serverShows(growth),
})

/**
 * Takes what is new of a log, from the edge of what is held; nothing counts before the head is taken, too. Undefined
 * when all is right. Refusals: `record.history-forged`; those of `begin`, `auditStep`, `endAudit` and `see`; and
 * `record.tile-missing` with the first entry that is not there.
 */
export const takeGrowth = async (growth: Growth, edge: Frontier): Promise<NotGrown | undefined> => {
  const begun = await growth.begin()
  if (!begun.ok) return notGrown(growth, begun.refusal)
  let audit: Audit = { checkpoint: growth.next, frontier: edge }
  for await (const files of filesFrom(growth, edge.size)) {
    const next = await takeStep(growth, audit, files)
    if (!next.ok) return notGrown(growth, next.refusal)
    audit = next.value
  }
  const ended = endAudit(audit, sha256)
  return ended.ok ? undefined : notGrown(growth, ended.refusal)
}
