/** Public keys as they are passed around: a name, an id and a key in one line (C2SP signed-note, "verifier keys"). */
import { done, type Outcome, refuse } from '../outcome.ts'
import { concat, fromBase64, readUint32, toBase64, toUtf8 } from './bytes.ts'
import type { Sha256 } from './primitives.ts'

/** What a key signs: whole notes, as a log does (0x01), or checkpoints with a time, as a witness does (0x04). */
export type KeyUse = 'note' | 'cosignature'

/** A public key that is known beforehand. Name and id together stand for it in a note. */
export interface VerifierKey {
  readonly name: string
  readonly id: number
  readonly use: KeyUse
  /** Ed25519, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

const marks: Readonly<Record<KeyUse, number>> = { note: 0x01, cosignature: 0x04 }
const uses = new Map(Object.entries(marks).map(([use, mark]) => [mark, use as KeyUse]))

/** Unicode's White_Space, which no key name may hold; `\s` is another set. */
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u

/** Whether a key may be called so: at least one character, well-formed, no Unicode space, no plus. */
export const isKeyName = (name: string): boolean =>
  name !== '' && !name.includes('+') && !space.test(name) && !/\p{Surrogate}/u.test(name)

/** The key of this name; its id is the first four bytes of SHA-256 over name, newline, use and key. Throws on a bad name or length. */
export const verifierKey = (
  name: string,
  use: KeyUse,
  publicKey: Uint8Array,
  sha256: Sha256,
): VerifierKey => {
  if (!isKeyName(name)) throw new RangeError('no name for a key')
  if (publicKey.length !== 32) throw new RangeError('an Ed25519 public key is 32 bytes')
  const id = keyId(name, concat(Uint8Array.of(marks[use]), publicKey), sha256)
  return Object.freeze({ name, id, use, publicKey })
}

const keyId = (name: string, encoded: Uint8Array, sha256: Sha256): number =>
  readUint32(sha256(concat(toUtf8(`${name}\n`), encoded)))

/** `name+id+key`: the id as eight hexadecimal digits, the key as base64 of its use and its bytes. */
export const formatVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${key.id.toString(16).padStart(8, '0')}+${toBase64(concat(Uint8Array.of(marks[key.use]), key.publicKey))}`

/**
 * Reads `name+id+key`.
 * Refusals: `record.key-malformed`, `record.key-mismatch` when the id is not that of name and key,
 * `record.key-use` for an algorithm that is not Ed25519.
 */
export const parseVerifierKey = (text: string, sha256: Sha256): Outcome<VerifierKey> => {
  const parts = /^([^+]*)\+([0-9a-fA-F]{8})\+([^\r\n]*)$/u.exec(text)
  const [, name = '', id = '', encoded = ''] = parts ?? []
  const bytes = fromBase64(encoded)
  if (!parts || !isKeyName(name) || !bytes || bytes.length === 0) return refuse('record.key-malformed')
  if (keyId(name, bytes, sha256) !== Number.parseInt(id, 16)) return refuse('record.key-mismatch', { name })
  const use = uses.get(bytes[0] ?? -1)
  if (!use) return refuse('record.key-use', { name })
  if (bytes.length !== 33) return refuse('record.key-malformed')
  return done(verifierKey(name, use, bytes.slice(1), sha256))
}
