/** SHA-256 (FIPS 180-4) for platforms whose own cannot answer at once, such as a browser. */
import type { Sha256 } from './primitives.ts'

const primes: readonly bigint[] = Array.from({ length: 310 }, (_, n) => BigInt(n + 2)).filter((n, _, all) =>
  all.every((divisor) => divisor >= n || n % divisor !== 0n),
)

/** The first 32 bits of the fractional part of a root of a prime, which is where the standard takes its constants from. */
const fraction = (prime: bigint, degree: bigint): number => {
  const scaled = prime << (32n * degree)
  let low = 0n
  let high = scaled
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** degree <= scaled) low = middle
    else high = middle
  }
  return Number(BigInt.asIntN(32, low))
}

const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n))
const constants = Int32Array.from(primes.slice(0, 64), (prime) => fraction(prime, 3n))

/** Written over for every block, so that hashing asks for no memory but the hash. */
const words = new Int32Array(64)
const state = new Int32Array(8)
const tail = new Uint8Array(128)

/** SHA-256 of these bytes. */
export const sha256: Sha256 = (bytes) => {
  state.set(start)
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) mix(bytes, at)
  const end = bytes.length % 64 < 56 ? 64 : 128
  tail.fill(0)
  tail.set(bytes.subarray(whole))
  tail[bytes.length - whole] = 0x80
  for (let at = end - 1, bits = bytes.length * 8; bits > 0; at -= 1, bits = Math.floor(bits / 256))
    tail[at] = bits % 256
  for (let at = 0; at < end; at += 64) mix(tail, at)
  const hash = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1) hash[i] = (state[i >> 2] ?? 0) >>> (24 - (i & 3) * 8)
  return hash
}

const expand = (block: Uint8Array, at: number): void => {
  for (let i = 0, j = at; i < 16; i += 1, j += 4)
    words[i] =
      ((block[j] ?? 0) << 24) | ((block[j + 1] ?? 0) << 16) | ((block[j + 2] ?? 0) << 8) | (block[j + 3] ?? 0)
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15] ?? 0
    const b = words[i - 2] ?? 0
    const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
    const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
    words[i] = ((words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1) | 0
  }
}

/** Works one block of 64 bytes into the state (FIPS 180-4, 6.2.2). */
const mix = (block: Uint8Array, at: number): void => {
  expand(block, at)
  let [a, b, c, d] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0]
  let [e, f, g, h] = [state[4] ?? 0, state[5] ?? 0, state[6] ?? 0, state[7] ?? 0]
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + (words[i] ?? 0)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}
