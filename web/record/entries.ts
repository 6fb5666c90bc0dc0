/** Every entry of a log, hashed anew and compared with the log's tiles and with the root that was signed. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type AuditStep, auditStep, beginAudit, endAudit, nextStep } from '#domain/record/audit.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import type { VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { type ReadTile, type Tile, tilePath, tileWidth } from '#domain/record/tiles.ts'
import type { Head } from './head.ts'
import { inOrder, logFile, type Platform } from './wire.ts'

/** The entries of a log, each of which is in the tree that its log signed. */
export interface Entries {
  readonly leaves: readonly Uint8Array[]
  /** The log's tiles, as the entries lead to them; also those of every smaller tree. */
  readonly readTile: ReadTile
}

/** The steps of an audit from its beginning; which files a step looks at depends on nothing but its place. */
const stepsOf = (checkpoint: VerifiedCheckpoint): readonly AuditStep[] =>
  Array.from({ length: Math.ceil(checkpoint.size / tileWidth) }, (_, i) =>
    nextStep({ checkpoint, frontier: { size: i * tileWidth, levels: [] } }),
  ).filter((step) => step !== undefined)

const fetchStep = async ({ fetch }: Platform, log: string, step: AuditStep) => {
  const get = (tile: Tile) => fetch(logFile(log, tilePath(tile)))
  const [bundle, ...tiles] = await Promise.all([step.bundle, ...step.tiles].map(get))
  return { step, bundle, tiles }
}

const placeOf = ({ level, index }: Tile): string => `${level}/${index}`

/**
 * Looks at every entry behind a checkpoint; `report` hears how many have been looked at.
 * Refusals: those of `auditStep` and `endAudit`.
 */
export const auditEntries = async (
  platform: Platform,
  { log, checkpoint }: Head,
  report: (entries: number) => void,
): Promise<Outcome<Entries>> => {
  const { sha256 } = platform.primitives
  const leaves: Uint8Array[] = []
  const tiles = new Map<string, Uint8Array>()
  let audit = beginAudit(checkpoint)
  const work = stepsOf(checkpoint).map((step) => () => fetchStep(platform, log, step))
  for await (const { step, bundle, tiles: shown } of inOrder(work)) {
    if (!bundle) return refuse('record.tile-missing', { path: tilePath(step.bundle) })
    const next = auditStep(audit, step, bundle, shown, sha256)
    if (!next.ok) return next
    audit = next.value
    const entries = parseBundle(bundle, step.bundle.width)
    if (entries.ok) leaves.push(...entries.value)
    for (const [i, bytes] of shown.entries()) if (bytes) tiles.set(placeOf(step.tiles[i] as Tile), bytes)
    report(leaves.length)
  }
  const ended = endAudit(audit, sha256)
  if (!ended.ok) return ended
  return done({ leaves, readTile: (tile) => tiles.get(placeOf(tile))?.subarray(0, tile.width * 32) })
}
