/** What a passkey answered, and whether it answers for this statement (WebAuthn Level 2, 7.2). */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { concat, fromBase64, fromUtf8, sameBytes, toBase64, toHex, toUtf8 } from '#domain/record/bytes.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import { challengeOf, type Statement } from './statement.ts'
import type { Assertion, Mark, PasskeyKey } from './version.ts'

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The bytes of base64url without padding; undefined for anything else. */
export const fromBase64Url = (text: string): Uint8Array | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  return fromBase64(plain + '='.repeat((4 - (plain.length % 4)) % 4))
}

/** The bytes of a part of an assertion; none where it is not base64url. */
export const passkeyBytes = (part: string): Uint8Array => fromBase64Url(part) ?? new Uint8Array(0)

/** The thumbprint of a passkey's public key (RFC 7638), in hex: what people compare. */
export const keyThumbprint = (key: PasskeyKey, sha256: Sha256): string =>
  toHex(sha256(toUtf8(canonical(key as unknown as Json))))

/** Whether a signature of this message was made with the passkey of this key, by the algorithm that the key is for. */
export type VerifyPasskey = (key: PasskeyKey, message: Uint8Array, signature: Uint8Array) => boolean

/** What the authenticator saw: a person was there (UP), and showed who they are (UV). */
const present = 0x01
const verified = 0x04

const clientData = (assertion: Assertion): Readonly<Record<string, unknown>> | undefined => {
  const text = fromUtf8(passkeyBytes(assertion.clientDataJSON))
  try {
    const said: unknown = JSON.parse(text ?? '')
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The page on which a passkey was asked, as the browser reported it; the empty string when it did not. */
export const originOfAssertion = (assertion: Assertion): string => {
  const origin = clientData(assertion)?.origin
  return typeof origin === 'string' ? origin : ''
}

/**
 * Checks that a mark's passkey signed this statement and no other, for this host, with its holder present and verified.
 * Refusals: `version.passkey-malformed`, `version.passkey-other-statement`, `version.passkey-other-host`,
 * `version.passkey-unattended`, `version.passkey-signature`.
 */
export const checkAssertion = (
  { assertion, key, rp }: Pick<Mark, 'assertion' | 'key' | 'rp'>,
  statement: Statement,
  { sha256, verifyPasskey }: { readonly sha256: Sha256; readonly verifyPasskey: VerifyPasskey },
): Outcome<void> => {
  const said = clientData(assertion)
  const authenticator = passkeyBytes(assertion.authenticatorData)
  if (!said || authenticator.length < 37) return refuse('version.passkey-malformed')
  if (said.type !== 'webauthn.get' || said.challenge !== toBase64Url(challengeOf(statement)))
    return refuse('version.passkey-other-statement')
  if (!sameBytes(authenticator.subarray(0, 32), sha256(toUtf8(rp))))
    return refuse('version.passkey-other-host', { host: rp })
  const flags = authenticator[32] ?? 0
  if ((flags & present) === 0 || (flags & verified) === 0) return refuse('version.passkey-unattended')
  const message = concat(authenticator, sha256(passkeyBytes(assertion.clientDataJSON)))
  return verifyPasskey(key, message, passkeyBytes(assertion.signature))
    ? done(undefined)
    : refuse('version.passkey-signature')
}
