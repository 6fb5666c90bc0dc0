/** The leaf of an act: what the log of its room holds of it. It commits to the act and tells none of it. */
import type { Act } from './act.ts'
import { concat, toHex, toUtf8 } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'
import type { Sha256 } from './primitives.ts'

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
