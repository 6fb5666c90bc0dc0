/** The leaf of an act: what the log of its room holds of it. It commits to the act and tells none of it. */
import { done, type Outcome, refuse } from '../outcome.ts'
import type { Act } from './act.ts'
import { concat, fromUtf8, toHex, toUtf8 } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'
import type { Sha256 } from './primitives.ts'
import { isSize } from './tree.ts'

/**
 * The commitment to an act: SHA-256 over the 32-byte salt followed by the canonical JSON of the act.
 * With act and salt anyone can recompute it; without the salt it says nothing, even of a short message.
 */
export const commitment = (act: Act, salt: Uint8Array, sha256: Sha256): Uint8Array => {
  if (salt.length !== 32) throw new RangeError('a salt is 32 bytes')
  return sha256(concat(salt, toUtf8(canonical(act as unknown as Json))))
}

/** The leaf's text: canonical JSON of the room, the act's place in its log (from 0), and the commitment in hex. */
export const leafOf = (act: Act, index: number, salt: Uint8Array, sha256: Sha256): string =>
  canonical({ commitment: toHex(commitment(act, salt, sha256)), index, room: act.room, version: 1 })

/** A leaf, read. */
export interface Leaf {
  readonly room: string
  readonly index: number
  /** 64 lower-case hexadecimal digits. */
  readonly commitment: string
}

/**
 * Reads a leaf, which must be written as `leafOf` writes it.
 * Refusals: `record.leaf-malformed`.
 */
export const parseLeaf = (bytes: Uint8Array): Outcome<Leaf> => {
  const text = fromUtf8(bytes) ?? ''
  const [, commitment = '', index, quoted = ''] =
    /^\{"commitment":"([0-9a-f]{64})","index":(\d+),"room":("(?:[^"\\]|\\.)*"),"version":1\}$/u.exec(text) ??
    []
  const room = unquoted(quoted)
  if (room === undefined || !isSize(Number(index))) return refuse('record.leaf-malformed')
  const leaf = { commitment, index: Number(index), room }
  return canonical({ ...leaf, version: 1 }) === text ? done(leaf) : refuse('record.leaf-malformed')
}

const unquoted = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a leaf is that of this act, now that its salt is revealed. Once every copy of the salt is gone, nobody can ask.
 * Refusals: `record.leaf-malformed`, `record.act-differs`.
 */
export const reveal = (leaf: Uint8Array, act: Act, salt: Uint8Array, sha256: Sha256): Outcome<Leaf> => {
  const read = parseLeaf(leaf)
  if (!read.ok) return read
  const isSame =
    salt.length === 32 &&
    read.value.room === act.room &&
    read.value.commitment === toHex(commitment(act, salt, sha256))
  return isSame ? read : refuse('record.act-differs', { room: read.value.room, index: read.value.index })
}
