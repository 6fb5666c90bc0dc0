/** The hash of a file, computed in this browser: by it everybody knows the file again. */
import { toHex } from '#domain/record/bytes.ts'
import { sha256 } from '#domain/record/sha256.ts'

/** The SHA-256 of these bytes in hex. Without the browser's own cryptography (a page that came without TLS) by our own. */
export const fingerprintOf = async (bytes: ArrayBuffer): Promise<string> => {
  if (!globalThis.crypto?.subtle) return toHex(sha256(new Uint8Array(bytes)))
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
