/** What Node hands to the check of a version: the record's primitives, and signatures of passkeys by `node:crypto`. */
import { createPublicKey, verify } from 'node:crypto'
import type { VersionPrimitives } from '#domain/text/version/verify.ts'
import type { PasskeyKey } from '#domain/text/version/version.ts'
import { primitives } from '../record/primitives.ts'

/** Whether the signature of this message is good: ES256 in DER, EdDSA, or RS256 (WebAuthn Level 2, 6.5.5). */
const verifyPasskey = (key: PasskeyKey, message: Uint8Array, signature: Uint8Array): boolean => {
  try {
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' })
    return verify(key.kty === 'OKP' ? null : 'sha256', message, publicKey, signature)
  } catch {
    // Numbers that are no key of the curve are no key, and nothing was signed with them.
    return false
  }
}

/** SHA-256, Ed25519 and passkeys of `node:crypto`. */
export const versionPrimitives: VersionPrimitives = { ...primitives, verifyPasskey }
