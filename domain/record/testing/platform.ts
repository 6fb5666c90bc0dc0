/** What Node hands in, and people who sign, for tests: keys made from a name, so that every run has the same. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { concat, fromHex, toHex, toUtf8 } from '../bytes.ts'
import { type KeyUse, type VerifierKey, verifierKey } from '../key.ts'
import { cosignatureLine, cosignedMessage, formatNote, signatureLine } from '../note.ts'
import type { Primitives, Sha256 } from '../primitives.ts'

export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

const spki = fromHex('302a300506032b6570032100') ?? new Uint8Array()
const pkcs8 = fromHex('302e020100300506032b657004220420') ?? new Uint8Array()

export const platform: Primitives = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature),
}

const known = new Map<string, KeyObject>()

const keyOf = (publicKey: Uint8Array): KeyObject => {
  const name = toHex(publicKey)
  const found =
    known.get(name) ??
    createPublicKey({ key: Buffer.from(concat(spki, publicKey)), format: 'der', type: 'spki' })
  known.set(name, found)
  return found
}

export interface Signer {
  readonly key: VerifierKey
  readonly secret: KeyObject
}

export const signer = (name: string, use: KeyUse): Signer => {
  const seed = sha256(toUtf8(`${use} of ${name}`))
  const secret = createPrivateKey({ key: Buffer.from(concat(pkcs8, seed)), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(spki.length)
  return { key: verifierKey(name, use, new Uint8Array(publicKey), sha256), secret }
}

const signed = (by: Signer, message: string): Uint8Array =>
  new Uint8Array(sign(null, toUtf8(message), by.secret))

/** The line a log or, at a time, a witness puts beneath a text. */
export const lineBy = (by: Signer, text: string, time = 1_700_000_000): string =>
  by.key.use === 'note'
    ? signatureLine(by.key, signed(by, text))
    : cosignatureLine(by.key, time, signed(by, cosignedMessage(text, time)))

export const noteBy = (text: string, ...signers: readonly Signer[]): string =>
  formatNote(
    text,
    signers.map((by) => lineBy(by, text)),
  )
