import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex, toUtf8 } from './bytes.ts'
import { sha256 } from './sha256.ts'
import { sha256 as byNode } from './testing/platform.ts'

describe('SHA-256', () => {
  test('is that of the standard\u2019s examples', () => {
    expect(toHex(sha256(toUtf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(toHex(sha256(toUtf8('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })

  test('is Node\u2019s, at every length up to 300 and for any bytes', () => {
    for (let length = 0; length <= 300; length += 1) {
      const bytes = new Uint8Array(length).fill(length)
      expect(sha256(bytes)).toEqual(byNode(bytes))
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(sha256(bytes)).toEqual(byNode(bytes))
      }),
    )
  })
})
