/** Verifies a version in the reader's browser: WebCrypto for its signatures, our own hash for its words. */
import type { VersionFile } from '#contract/text-versions.ts'
import type { Outcome } from '#domain/outcome.ts'
import { toHex } from '#domain/record/bytes.ts'
import { eventually } from '#domain/record/primitives.ts'
import { type VersionFinding, verifyVersion } from '#domain/text/version/verify.ts'
import type { PasskeyKey } from '#domain/text/version/version.ts'
import { webPrimitives } from '../../web-primitives.ts'

/** The two numbers of an ECDSA signature in DER, each as 32 bytes, which is how WebCrypto wants them; null for any other bytes. */
export const rawSignature = (der: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (der.length < 8 || der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const raw = new Uint8Array(64)
  let at = 2
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0
    const number = der.subarray(at + 2, at + 2 + length)
    const significant = number[0] === 0 ? number.subarray(1) : number
    if (der[at] !== 2 || length === 0 || number.length !== length || significant.length > 32) return null
    raw.set(significant, end - significant.length)
    at += 2 + length
  }
  return at === der.length ? raw : null
}

const algorithms = {
  EC: { import: { name: 'ECDSA', namedCurve: 'P-256' }, verify: { name: 'ECDSA', hash: 'SHA-256' } },
  OKP: { import: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
  RSA: {
    import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verify: { name: 'RSASSA-PKCS1-v1_5' },
  },
} as const

/** Whether a passkey of this key made the signature, by WebCrypto. */
export const verifyPasskey = async (
  key: PasskeyKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => {
  const algorithm = algorithms[key.kty]
  const raw = key.kty === 'EC' ? rawSignature(signature) : new Uint8Array(signature)
  if (!raw) return false
  // Numbers that are no key of the curve are no key, and nothing was signed with them.
  const known = await crypto.subtle
    .importKey('jwk', { ...key }, algorithm.import, false, ['verify'])
    .catch(() => undefined)
  if (!known) return false
  return crypto.subtle.verify(algorithm.verify, known, raw, new Uint8Array(message))
}

type Question =
  | {
      readonly of: 'note'
      readonly key: Uint8Array
      readonly message: Uint8Array
      readonly signature: Uint8Array
    }
  | {
      readonly of: 'passkey'
      readonly key: PasskeyKey
      readonly message: Uint8Array
      readonly signature: Uint8Array
    }

const named = ({ key, message, signature, of }: Question): string =>
  [of, of === 'note' ? toHex(key as Uint8Array) : JSON.stringify(key), toHex(message), toHex(signature)].join(
    ' ',
  )

const answer = (question: Question): Promise<boolean> => {
  const { message, signature } = question
  return question.of === 'note'
    ? webPrimitives.verifyEd25519(question.key, message, signature)
    : verifyPasskey(question.key, message, signature)
}

/** What `verifyVersion` finds, with the browser's cryptography. */
export const checkVersion = (file: VersionFile, hash?: string): Promise<Outcome<VersionFinding>> =>
  eventually<Question, boolean, Outcome<VersionFinding>>({ key: named, answer, meanwhile: false }, (ask) =>
    verifyVersion(
      file,
      {
        sha256: webPrimitives.sha256,
        verifyEd25519: (key, message, signature) => ask({ of: 'note', key, message, signature }),
        verifyPasskey: (key, message, signature) => ask({ of: 'passkey', key, message, signature }),
      },
      { hash },
    ),
  )
