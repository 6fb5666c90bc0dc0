/** RFC 6962, section 2.1, word for word: recursive, and written without a look at the code under test. */
import { sha256 } from './platform.ts'

const hash = (...parts: readonly Uint8Array[]): Uint8Array => sha256(Buffer.concat(parts))

const k = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

/** The three functions of the section over the leaves D; D[from:to] is written as two numbers and hashed once. */
export const naiveTree = (leaves: readonly Uint8Array[]) => {
  const known = new Map<string, Uint8Array>()

  const mth = (from: number, to: number): Uint8Array => {
    const found = known.get(`${from}:${to}`)
    if (found) return found
    const at = from + k(to - from)
    const root =
      to === from
        ? hash()
        : to - from === 1
          ? hash(Uint8Array.of(0), leaves[from] ?? new Uint8Array())
          : hash(Uint8Array.of(1), mth(from, at), mth(at, to))
    known.set(`${from}:${to}`, root)
    return root
  }

  const path = (m: number, from: number, to: number): readonly Uint8Array[] => {
    if (to - from === 1) return []
    const at = from + k(to - from)
    return m < at ? [...path(m, from, at), mth(at, to)] : [...path(m, at, to), mth(from, at)]
  }

  const subproof = (m: number, from: number, to: number, b: boolean): readonly Uint8Array[] => {
    if (m === to) return b ? [] : [mth(from, to)]
    const at = from + k(to - from)
    return m <= at
      ? [...subproof(m, from, at, b), mth(at, to)]
      : [...subproof(m, at, to, false), mth(from, at)]
  }

  return {
    mth: (n: number) => mth(0, n),
    path: (m: number, n: number) => path(m, 0, n),
    proof: (m: number, n: number) => subproof(m, 0, n, true),
  }
}
