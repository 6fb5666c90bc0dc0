import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as bytes from './bytes.ts'

const octets = fc.uint8Array({ maxLength: 200 })

describe('bytes', () => {
  test('UTF-8 is read and written as Node does, and refused where Node refuses it', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const byNode = (input: Uint8Array): string | undefined => {
      try {
        return strict.decode(input)
      } catch {
        return undefined
      }
    }
    const nearly = fc
      .array(
        fc.constantFrom(0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5),
      )
      .map((values) => Uint8Array.from(values))
    fc.assert(
      fc.property(fc.oneof(octets, nearly), (input) => {
        expect(bytes.fromUtf8(input)).toBe(byNode(input))
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(Buffer.from(bytes.toUtf8(text)).equals(Buffer.from(text))).toBe(true)
        expect(bytes.fromUtf8(bytes.toUtf8(text))).toBe(text)
      }),
    )
  })

  test('a long text survives in pieces, and a lone surrogate has no bytes', () => {
    const text = 'Стороны соглашаются \u{1f54a} '.repeat(2_000)
    expect(bytes.fromUtf8(bytes.toUtf8(text))).toBe(text)
    expect(() => bytes.toUtf8('a\ud800')).toThrow(RangeError)
  })

  test('base64 is what Node writes, and nothing but padded standard base64 is read', () => {
    fc.assert(
      fc.property(octets, (input) => {
        const text = bytes.toBase64(input)
        expect(text).toBe(Buffer.from(input).toString('base64'))
        expect(bytes.fromCanonicalBase64(text)).toEqual(input)
      }),
    )
    for (const wrong of [
      'A',
      'AA',
      'AAA',
      'A===',
      '====',
      'AA=A',
      'AAAA=',
      'AA\n==',
      'AA-_',
      'AAA =',
      'AAAA====',
      '=AAA',
    ])
      expect(bytes.fromBase64(wrong), wrong).toBeUndefined()
  })

  test('bits left over are ignored by the one reader and refused by the other', () => {
    expect(bytes.fromBase64('AB==')).toEqual(Uint8Array.of(0))
    expect(bytes.fromCanonicalBase64('AB==')).toBeUndefined()
    expect(bytes.fromCanonicalBase64('AAB=')).toBeUndefined()
  })

  test('hexadecimal, order and numbers of eight bytes come back', () => {
    fc.assert(
      fc.property(octets, octets, (a, b) => {
        expect(bytes.fromHex(bytes.toHex(a))).toEqual(a)
        expect(Math.sign(bytes.compareBytes(a, b))).toBe(Buffer.compare(a, b))
        expect(bytes.sameBytes(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
      }),
    )
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(bytes.readUint64(bytes.writeUint64(value))).toBe(BigInt(value))
      }),
    )
    expect(bytes.fromHex('0g')).toBeUndefined()
    expect(bytes.readUint32(Uint8Array.of(255, 255, 255, 254))).toBe(4_294_967_294)
  })
})
