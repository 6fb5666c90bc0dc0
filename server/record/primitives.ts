/** What Node hands to the record: its hash, its signature check, and keys that sign. */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { type KeyUse, type VerifierKey, verifierKey } from '#domain/record/key.ts'
import type { Primitives, Sha256 } from '#domain/record/primitives.ts'

const ed25519 = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  })

const keys = new WeakMap<Uint8Array, KeyObject>()

/** A key is read once: the same few keys check every checkpoint. */
const keyOf = (publicKey: Uint8Array): KeyObject => {
  const known = keys.get(publicKey)
  if (known) return known
  const made = ed25519(publicKey)
  keys.set(publicKey, made)
  return made
}

/** The one-shot hash, asked for text: bytes of its own would cost more than the hash. */
const sha256: Sha256 = (bytes) => {
  const text = hash('sha256', bytes, 'binary')
  const digest = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1) digest[i] = text.charCodeAt(i)
  return digest
}

/** SHA-256 and Ed25519 of `node:crypto`. */
export const primitives: Primitives = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature),
}

/** A key that signs, and the public half by which it is known. */
export interface SigningKey {
  readonly key: VerifierKey
  /** The Ed25519 signature of a message: 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Before the 32 bytes of a seed, what makes it a private key in DER (RFC 8410). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of this name that a seed of 32 bytes stands for. */
export const signingKey = (name: string, use: KeyUse, seed: Uint8Array): SigningKey => {
  const secret = createPrivateKey({
    key: Buffer.concat([privateKeyPrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  const key = verifierKey(name, use, new Uint8Array(Buffer.from(x, 'base64url')), primitives.sha256)
  return { key, sign: (message) => new Uint8Array(sign(null, message, secret)) }
}
