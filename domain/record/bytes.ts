/** Bytes and how they are written down: UTF-8, base64 and hexadecimal, each read strictly. */

/** One run of bytes after another. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Byte by byte, the shorter first when one begins the other: negative, zero or positive as for a sort. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Whether both hold the same bytes. Nothing here is secret, so the time it takes may tell where they differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && compareBytes(a, b) === 0

/** The UTF-8 bytes of a text. Throws if the text holds a lone surrogate, which has none. */
export const toUtf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3)
  let at = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[at] = unit
      at += 1
      continue
    }
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i += 1
    at = putCodePoint(bytes, at, code)
  }
  return bytes.slice(0, at)
}

/** Writes a code point beyond ASCII; gives the place after it. */
const putCodePoint = (bytes: Uint8Array, start: number, code: number): number => {
  if (code >= 0xd800 && code <= 0xdfff) throw new RangeError('a lone surrogate has no UTF-8')
  let at = start
  if (code < 0x800) bytes[at] = 0xc0 | (code >> 6)
  else {
    if (code < 0x10000) bytes[at] = 0xe0 | (code >> 12)
    else {
      bytes[at] = 0xf0 | (code >> 18)
      at += 1
      bytes[at] = 0x80 | ((code >> 12) & 0x3f)
    }
    at += 1
    bytes[at] = 0x80 | ((code >> 6) & 0x3f)
  }
  bytes[at + 1] = 0x80 | (code & 0x3f)
  return at + 2
}

/** The text of UTF-8 bytes; undefined where RFC 3629 allows none: overlong forms, surrogates, cut sequences. */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  const pieces: string[] = []
  let units: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return undefined
    pushCodePoint(units, bytes, at, length)
    at += length
    if (units.length > 4096) {
      pieces.push(String.fromCharCode(...units))
      units = []
    }
  }
  pieces.push(String.fromCharCode(...units))
  return pieces.join('')
}

/** How many bytes the well-formed sequence at this place has (The Unicode Standard, table 3-7); 0 if it is not one. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0
  const second = bytes[at + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let i = 2; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const pushCodePoint = (units: number[], bytes: Uint8Array, at: number, length: number): void => {
  let code = bytes[at] ?? 0
  if (length > 1) code &= 0xff >> (length + 1)
  for (let i = 1; i < length; i += 1) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f)
  if (code < 0x10000) units.push(code)
  else units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff))
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Map([...letters].map((letter, value) => [letter, value]))

/** Standard base64 with padding (RFC 4648, section 4). */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += letters.charAt(three >> 18) + letters.charAt((three >> 12) & 63)
    text += letters.charAt((three >> 6) & 63) + letters.charAt(three & 63)
  }
  const padding = (3 - (bytes.length % 3)) % 3
  return padding === 0 ? text : text.slice(0, -padding) + '='.repeat(padding)
}

/**
 * The bytes of standard base64, padded and without line breaks; undefined for anything else.
 * Bits left over before the padding are ignored, as RFC 4648 (section 3.5) allows and Go does.
 */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const body = text.replace(/={1,2}$/, '')
  if (text.length % 4 !== 0 || text.length - body.length > 2) return undefined
  const bytes = new Uint8Array((text.length / 4) * 3 - (text.length - body.length))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of body) {
    const sextet = sextets.get(letter)
    if (sextet === undefined) return undefined
    held = ((held << 6) | sextet) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = held >> bits
    at += 1
  }
  return bytes
}

/** As `fromBase64`, and undefined too when bits left over are not zero: one value, one way to write it. */
export const fromCanonicalBase64 = (text: string): Uint8Array | undefined => {
  const bytes = fromBase64(text)
  return bytes && toBase64(bytes) === text ? bytes : undefined
}

/** Two lower-case hexadecimal digits for each byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of hexadecimal digits in pairs, in either case; undefined for anything else. */
export const fromHex = (text: string): Uint8Array | undefined =>
  /^(?:[0-9a-fA-F]{2})*$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : undefined

/** Eight bytes, the most significant first, as an unsigned number. */
export const readUint64 = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.subarray(0, 8))}`)

/** An unsigned number as eight bytes, the most significant first. */
export const writeUint64 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8)
  for (let at = 7, rest = value; at >= 0; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

/** Four bytes, the most significant first, as an unsigned number. */
export const readUint32 = (bytes: Uint8Array): number =>
  (bytes[0] ?? 0) * 0x1000000 + (((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0))
