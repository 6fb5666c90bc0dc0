/** The largest head of each log that this browser has found in order, so that no history can be taken back unnoticed. */
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type VerifiedCheckpoint, verifyConsistency } from '#domain/record/checkpoint.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import { fromTiles, type ReadTile } from '#domain/record/tiles.ts'
import { consistencyProof } from '#domain/record/tree.ts'
import { type Flaw, flawFrom } from './flaw.ts'
import { type Head, keysOf, openHead } from './head.ts'
import type { Platform } from './wire.ts'

/** A head as it is remembered, with the policy whose keys its reader goes by and the moment when it was found in order. */
export interface RememberedHead {
  readonly policyFile: string
  readonly note: string
  readonly at: string
}

/** Gives work the tiles it asks for, at once or after fetching them. */
export type Tiles = <T>(work: (readTile: ReadTile) => T) => Promise<T>

/** Whether one checkpoint continues another of the same log, as its tiles show; refusals as `verifyConsistency` and `fromTiles`. */
export const continues = async (
  older: VerifiedCheckpoint,
  newer: VerifiedCheckpoint,
  tiles: Tiles,
  sha256: Sha256,
): Promise<Outcome<void>> => {
  if (older.size >= newer.size) return verifyConsistency(older, newer, [], sha256)
  const proof = await tiles((readTile) =>
    fromTiles(newer.size, readTile, sha256, (read) => consistencyProof(older.size, newer.size, read, sha256)),
  )
  return proof.ok ? verifyConsistency(older, newer, proof.value, sha256) : proof
}

/** What the memory of this browser says of a head: which older one it continues, and which keys are other ones. */
export interface Recalled {
  /** The size that is remembered, and since when. */
  readonly size: number
  readonly at: string
  readonly policyFile: string
  readonly newKeys: readonly string[]
  readonly goneKeys: readonly string[]
  readonly flaws: readonly Flaw[]
}

const keysBetween = (older: Head, newer: Head): Pick<Recalled, 'newKeys' | 'goneKeys'> => {
  const [before, now] = [keysOf(older.policy), keysOf(newer.policy)]
  return {
    newKeys: now.filter((key) => !before.includes(key)),
    goneKeys: before.filter((key) => !now.includes(key)),
  }
}

const isLogKey = ({ policy }: Head, key: string): boolean =>
  keysOf({ ...policy, witnesses: [] }).includes(key)

/** What is remembered of a log, if the note that was kept can still be read. */
const recall = async (
  platform: Pick<Platform, 'primitives'>,
  log: string,
  remembered: RememberedHead | undefined,
): Promise<Head | undefined> => {
  const opened = remembered && (await openHead(platform, log, remembered.policyFile, remembered.note))
  return opened?.ok ? opened.value : undefined
}

/**
 * Compares what a server shows of a log now, null for nothing, with what this browser remembers of it; null when that
 * is nothing. A log that became shorter, whose history changed or whose own key is another one has a flaw.
 */
export const recallHead = async (
  platform: Pick<Platform, 'primitives'>,
  log: string,
  remembered: RememberedHead | undefined,
  head: Head | null,
  tiles: Tiles,
): Promise<Recalled | null> => {
  const older = await recall(platform, log, remembered)
  if (!remembered || !older) return null
  const { size } = older.checkpoint
  const about = { size, at: remembered.at, policyFile: remembered.policyFile }
  if (!head) {
    const { refusal } = refuse('record.history-shorter', { from: size, to: 0 })
    return { ...about, newKeys: [], goneKeys: [], flaws: [refusal] }
  }
  const keys = keysBetween(older, head)
  const history = await continues(older.checkpoint, head.checkpoint, tiles, platform.primitives.sha256)
  const changed: readonly Flaw[] = keys.goneKeys.some((key) => isLogKey(older, key))
    ? [{ code: 'flaw.log-key' }]
    : []
  return { ...about, ...keys, flaws: [...changed, ...(history.ok ? [] : [flawOf(history.refusal)])] }
}

/** A history that was changed is no matter of one entry. */
const flawOf = (refusal: Parameters<typeof flawFrom>[0]): Flaw => ({ ...flawFrom(refusal), entry: undefined })
