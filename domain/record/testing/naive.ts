/** RFC 6962, section 2.1, word for word: recursive, slow, and written without a look at the code under test. */
import { sha256 } from './platform.ts'

const hash = (...parts: readonly Uint8Array[]): Uint8Array => sha256(Buffer.concat(parts))

const k = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

/** MTH(D[n]) */
export const mth = (d: readonly Uint8Array[]): Uint8Array => {
  const [first] = d
  if (!first) return hash()
  if (d.length === 1) return hash(Uint8Array.of(0), first)
  const at = k(d.length)
  return hash(Uint8Array.of(1), mth(d.slice(0, at)), mth(d.slice(at)))
}

/** PATH(m, D[n]) */
export const path = (m: number, d: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (d.length === 1) return []
  const at = k(d.length)
  return m < at
    ? [...path(m, d.slice(0, at)), mth(d.slice(at))]
    : [...path(m - at, d.slice(at)), mth(d.slice(0, at))]
}

/** PROOF(m, D[n]) */
export const proof = (m: number, d: readonly Uint8Array[]): readonly Uint8Array[] => subproof(m, d, true)

const subproof = (m: number, d: readonly Uint8Array[], b: boolean): readonly Uint8Array[] => {
  if (m === d.length) return b ? [] : [mth(d)]
  const at = k(d.length)
  return m <= at
    ? [...subproof(m, d.slice(0, at), b), mth(d.slice(at))]
    : [...subproof(m - at, d.slice(at), false), mth(d.slice(0, at))]
}
