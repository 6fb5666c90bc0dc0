/** Proofs to take away (C2SP tlog-proof): an index, the hashes up to the root, and a checkpoint, in one small file. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { fromCanonicalBase64, fromUtf8, toBase64 } from './bytes.ts'
import { isCanonicalNote } from './note.ts'
import { isSize } from './tree.ts'

/** A proof as it was read. Nothing in it has been checked; `verify` does that. */
export interface Proof {
  readonly index: number
  /** Hashes from the leaf's sibling up to the root's child. */
  readonly path: readonly Uint8Array[]
  /** The checkpoint with its signatures, as the log gave it out. */
  readonly checkpoint: string
  /** What the maker of the proof added; nobody signed it. */
  readonly extra?: Uint8Array | undefined
}

const header = 'c2sp.org/tlog-proof@v1'

/** No path is longer, in a tree of any size that fits 64 bits. */
const maxPath = 63

/** The file of a proof. Throws on parts that no reader would take. */
export const formatProof = (proof: Proof): string => {
  const lines = [
    header,
    ...(proof.extra ? [`extra ${toBase64(proof.extra)}`] : []),
    `index ${proof.index}`,
    ...proof.path.map(toBase64),
  ]
  const file = `${lines.join('\n')}\n\n${proof.checkpoint}`
  if (!parseProof(file).ok) throw new RangeError('no well-formed proof')
  return file
}

/**
 * Reads a proof file. Every base64 in it must be canonical, so that no bit outside `extra` can change unnoticed.
 * Refusals: `record.proof-malformed`.
 */
export const parseProof = (file: string | Uint8Array): Outcome<Proof> => {
  const text = typeof file === 'string' ? file : fromUtf8(file)
  const end = text?.indexOf('\n\n') ?? -1
  if (text === undefined || end < 0) return malformed
  const [first, ...lines] = text.slice(0, end).split('\n')
  const extra = lines[0]?.startsWith('extra ') ? fromCanonicalBase64(lines.shift()?.slice(6) ?? '') : null
  const [, index] = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '') ?? []
  const path = lines.map(fromCanonicalBase64)
  const checkpoint = text.slice(end + 2)
  if (first !== header || extra === undefined || !isSize(Number(index)) || !isPath(path)) return malformed
  if (!isCanonicalNote(checkpoint)) return malformed
  return done({ index: Number(index), path, checkpoint, extra: extra ?? undefined })
}

const malformed = refuse('record.proof-malformed')

const isPath = (path: readonly (Uint8Array | undefined)[]): path is readonly Uint8Array[] =>
  path.length <= maxPath && path.every((hash) => hash?.length === 32)
