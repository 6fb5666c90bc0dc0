/** The leaf of an act: what the log of its room holds of it. It commits to the act and tells none of it. */
import type { Act } from './act.ts'
import { canonical, type Json } from './canonical.ts'

/** SHA-256 of these bytes: 32 bytes. Handed in, because `domain` touches no platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The commitment to an act: SHA-256 over the 32-byte salt followed by the canonical JSON of the act.
 * With act and salt anyone can recompute it; without the salt it says nothing, even of a short message.
 */
export const commitment = (act: Act, salt: Uint8Array, sha256: Sha256): Uint8Array => {
  if (salt.length !== 32) throw new RangeError('a salt is 32 bytes')
  const body = utf8(canonical(act as unknown as Json))
  const bytes = new Uint8Array(salt.length + body.length)
  bytes.set(salt, 0)
  bytes.set(body, salt.length)
  return sha256(bytes)
}

/** The leaf's text: canonical JSON of the room, the act's place in its log (from 0), and the commitment in hex. */
export const leafOf = (act: Act, index: number, salt: Uint8Array, sha256: Sha256): string =>
  canonical({ commitment: hex(commitment(act, salt, sha256)), index, room: act.room, version: 1 })
