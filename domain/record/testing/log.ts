/** A small log in memory, with its tiles, bundles, checkpoints and proofs, and a table of witnesses. */
import { formatBundle } from '../bundle.ts'
import { toUtf8 } from '../bytes.ts'
import { formatCheckpoint } from '../checkpoint.ts'
import { emptyFrontier, frontierRoot, grow, partialTileBytes, type TileBytes } from '../frontier.ts'
import { formatVerifierKey } from '../key.ts'
import { type Policy, parsePolicy } from '../policy.ts'
import { formatProof } from '../proof.ts'
import { fromTiles, tilePath, tilesOf, tileWidth } from '../tiles.ts'
import { inclusionProof, leafHash } from '../tree.ts'
import { noteBy, type Signer, sha256, signer } from './platform.ts'

export const origin = 'parley.example/log/plenary'
export const log = signer(origin, 'note')
export const witnesses = ['a', 'b', 'c'].map((name) => signer(`witness.example/${name}`, 'cosignature'))

export const policyText = (rule: string, by: readonly Signer[] = witnesses): string =>
  [
    `log ${formatVerifierKey(log.key)}`,
    ...by.map(({ key }, i) => `witness w${i} ${formatVerifierKey(key)}`),
    `group g ${rule} ${by.map((_, i) => `w${i}`).join(' ')}`,
    'quorum g\n',
  ].join('\n')

export const policyOf = (rule: string): Policy => {
  const policy = parsePolicy(policyText(rule), sha256)
  if (!policy.ok) throw new Error(policy.refusal.code)
  return policy.value
}

/** Entries of different lengths, one of them empty. */
export const entriesOf = (size: number, says = 'entry'): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, i) => toUtf8(i === 3 ? '' : `${says} ${i} ${'.'.repeat(i % 40)}`))

export interface TestLog {
  readonly size: number
  readonly root: Uint8Array
  /** Path and bytes of every tile and every bundle. */
  readonly files: Map<string, Uint8Array>
  readonly checkpoint: string
  readonly proofOf: (index: number) => string
}

export const logOf = (
  entries: readonly Uint8Array[],
  signers: readonly Signer[] = [log, ...witnesses],
): TestLog => {
  const hashes = entries.map((entry) => leafHash(entry, sha256))
  const { frontier, full } = grow(emptyFrontier, hashes, sha256)
  const files = new Map<string, Uint8Array>()
  const put = ({ tile, bytes }: TileBytes): Map<string, Uint8Array> => files.set(tilePath(tile), bytes)
  for (const file of [...full, ...partialTileBytes(frontier)]) put(file)
  for (const { level, index, width } of tilesOf(entries.length)) {
    if (level !== 0) continue
    const start = index * tileWidth
    put({
      tile: { level: 'entries', index, width },
      bytes: formatBundle(entries.slice(start, start + width)),
    })
  }
  const root = frontierRoot(frontier, sha256)
  const checkpoint = noteBy(formatCheckpoint({ origin, size: entries.length, root }), ...signers)
  const proofOf = (index: number): string => {
    const path = fromTiles(
      entries.length,
      (tile) => files.get(tilePath(tile)),
      sha256,
      (read) => inclusionProof(index, entries.length, read, sha256),
    )
    if (!path.ok) throw new Error(path.refusal.code)
    return formatProof({ index, path: path.value, checkpoint })
  }
  return { size: entries.length, root, files, checkpoint, proofOf }
}
