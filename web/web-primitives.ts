/** The browser's own cryptography: Ed25519 by WebCrypto, which answers in its own time; SHA-256 from the log's library. */
import { toHex } from '#domain/record/bytes.ts'
import type { SlowPrimitives } from '#domain/record/primitives.ts'
import { sha256 } from '#domain/record/sha256.ts'

const algorithm = 'Ed25519'
const known = new Map<string, Promise<CryptoKey>>()

const keyOf = (publicKey: Uint8Array): Promise<CryptoKey> => {
  const name = toHex(publicKey)
  const key =
    known.get(name) ?? crypto.subtle.importKey('raw', new Uint8Array(publicKey), algorithm, false, ['verify'])
  known.set(name, key)
  return key
}

/** What the check stands on in a browser. */
export const webPrimitives: SlowPrimitives = {
  sha256,
  verifyEd25519: async (publicKey, message, signature) => {
    // Bytes that are no point of the curve are no key, and nothing was signed with them.
    const key = await keyOf(publicKey).catch(() => undefined)
    if (!key) return false
    return crypto.subtle.verify(algorithm, key, new Uint8Array(signature), new Uint8Array(message))
  },
}

/** Whether this browser can check Ed25519 signatures at all. */
export const hasEd25519 = async (): Promise<boolean> => {
  try {
    const base = Uint8Array.of(0x58, ...new Uint8Array(31).fill(0x66))
    await crypto.subtle.importKey('raw', base, algorithm, false, ['verify'])
    return true
  } catch {
    return false
  }
}
