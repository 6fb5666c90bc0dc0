/** The audit of one log from its files, 256 entries at a time; whoever wants to look at the entries sees them pass by. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type AuditStep, auditStep, beginAudit, endAudit, nextStep } from '#domain/record/audit.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import type { VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { tilePath, tileWidth } from '#domain/record/tiles.ts'
import { primitives } from '#server/record/primitives.ts'
import { readTile, type Source } from './source.ts'

/** Entries that agree with the log's tiles, up to 256 of them. */
export interface Batch {
  /** The index of the first. */
  readonly start: number
  /** The index after the last. */
  readonly end: number
  readonly entries: readonly Uint8Array[]
  /** Their hashes (RFC 6962). */
  readonly hashes: readonly Uint8Array[]
}

/** Somebody who compares something else with the entries. */
export interface Onlooker {
  readonly see: (batch: Batch) => void
  /** Every entry was seen. Not called for an audit that broke off. */
  readonly end: () => void
}

interface Files {
  readonly step: AuditStep
  readonly bundle: Uint8Array | undefined
  readonly tiles: readonly (Uint8Array | undefined)[]
}

const { sha256 } = primitives

/** The step that begins at this entry; which files it needs depends on the size alone. */
const stepAt = (checkpoint: VerifiedCheckpoint, start: number): AuditStep | undefined =>
  nextStep({ checkpoint, frontier: { size: start, levels: [] } })

const fetchStep = async (source: Source, step: AuditStep): Promise<Files> => {
  const [bundle, ...tiles] = await Promise.all(
    [step.bundle, ...step.tiles].map((tile) => readTile(source, tile)),
  )
  return { step, bundle, tiles }
}

/** The files of every step in order, some of them asked for ahead. */
async function* filesOf(checkpoint: VerifiedCheckpoint, source: Source): AsyncGenerator<Files> {
  const asked: Promise<Files>[] = []
  for (let start = 0; ; ) {
    for (let step = stepAt(checkpoint, start); step && asked.length <= source.ahead; ) {
      const files = fetchStep(source, step)
      // Awaited in its turn; until then a failure is nobody's.
      files.catch(() => undefined)
      asked.push(files)
      start += tileWidth
      step = stepAt(checkpoint, start)
    }
    const next = asked.shift()
    if (!next) return
    yield await next
  }
}

const batchOf = ({ step }: Files, bundle: Uint8Array, tile: Uint8Array): Batch => {
  const { index, width } = step.bundle
  const entries = parseBundle(bundle, width)
  if (!entries.ok) throw new Error('a bundle that was audited cannot be read')
  const start = index * tileWidth
  const hashes = entries.value.map((_, i) => tile.subarray(i * 32, i * 32 + 32))
  return { start, end: start + width, entries: entries.value, hashes }
}

/**
 * Computes a whole log anew from its entries. What the onlookers see agrees with the tiles, and with the checkpoint
 * once this has ended well. Refusals: those of `auditStep` and `endAudit`, and `record.tile-missing` for a bundle.
 */
export const auditLog = async (
  checkpoint: VerifiedCheckpoint,
  source: Source,
  onlookers: readonly Onlooker[],
  advance: (entries: number) => void,
): Promise<Outcome<VerifiedCheckpoint>> => {
  let audit = beginAudit(checkpoint)
  for await (const files of filesOf(checkpoint, source)) {
    const { step, bundle, tiles } = files
    if (!bundle) return refuse('record.tile-missing', { path: tilePath(step.bundle) })
    const next = auditStep(audit, step, bundle, tiles, sha256)
    if (!next.ok) return next
    audit = next.value
    const [leafTile] = tiles
    if (!leafTile) throw new Error('an audited step has a tile of leaf hashes')
    const batch = batchOf(files, bundle, leafTile)
    for (const onlooker of onlookers) onlooker.see(batch)
    advance(step.bundle.width)
  }
  const ended = endAudit(audit, sha256)
  if (!ended.ok) return ended
  for (const onlooker of onlookers) onlooker.end()
  return done(checkpoint)
}
