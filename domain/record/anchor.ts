/** The leaves of the anchor log: at every tick one for each room, so that nothing shows which of them was busy. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { concat, fromUtf8, toHex, toUtf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import type { Sha256 } from './primitives.ts'

/** A leaf of the anchor log, read: when it was made, and 64 lower-case hexadecimal digits that commit to a room's head. */
export interface AnchorLeaf {
  readonly at: string
  readonly commitment: string
}

const commitmentTo = (text: string, salt: Uint8Array, sha256: Sha256): string => {
  if (salt.length !== 32) throw new RangeError('a salt is 32 bytes')
  return toHex(sha256(concat(salt, toUtf8(text))))
}

/**
 * The leaf that anchors the head of a room's log: canonical JSON of the moment (ISO 8601, UTC) and of SHA-256 over a
 * 32-byte salt followed by the text of the room's checkpoint. Without the salt it tells neither room nor size.
 */
export const anchorLeaf = (text: string, at: string, salt: Uint8Array, sha256: Sha256): string =>
  canonical({ at, commitment: commitmentTo(text, salt, sha256), version: 1 })

/**
 * Reads a leaf of the anchor log, which must be written as `anchorLeaf` writes it.
 * Refusals: `record.leaf-malformed`.
 */
export const parseAnchorLeaf = (bytes: Uint8Array): Outcome<AnchorLeaf> => {
  const [, at = '', commitment = ''] =
    /^\{"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","commitment":"([0-9a-f]{64})","version":1\}$/.exec(
      fromUtf8(bytes) ?? '',
    ) ?? []
  return at === '' ? refuse('record.leaf-malformed') : done({ at, commitment })
}

/**
 * Whether a leaf anchors this checkpoint, now that its salt is shown.
 * Refusals: `record.leaf-malformed`, `record.anchor-differs`.
 */
export const revealAnchor = (
  leaf: Uint8Array,
  text: string,
  salt: Uint8Array,
  sha256: Sha256,
): Outcome<AnchorLeaf> => {
  const read = parseAnchorLeaf(leaf)
  if (!read.ok) return read
  const isSame = salt.length === 32 && read.value.commitment === commitmentTo(text, salt, sha256)
  return isSame ? read : refuse('record.anchor-differs')
}
