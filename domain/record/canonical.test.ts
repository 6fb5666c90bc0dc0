import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from './act.ts'
import { canonical, type Json } from './canonical.ts'
import { commitment, leafOf } from './leaf.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(value)).toBe(canonicalize(value))
      }),
      { numRuns: 2_000 },
    )
  })

  it('writes every number as the reference does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(canonical(value)).toBe(canonicalize(value))
      }),
      { numRuns: 2_000 },
    )
  })

  it('says the same value whatever the order of members, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('orders members by UTF-16 code units and leaves out what is undefined', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
      x: undefined,
    }
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('throws on what has no canonical form', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', ['\udc00\ud800'], { '\udfff': 1 }])
      expect(() => canonical(value as Json)).toThrow(RangeError)
  })
})

const act = fc.record({
  id: fc.uuid(),
  room: fc.uuid(),
  kind: fc.constantFrom('message.send', 'paper.submit'),
  object: fc.uuid(),
  by: fc.option(fc.record({ seat: fc.string(), member: fc.uuid() })),
  at: fc.constant('2026-11-22T10:00:00.000Z'),
  payload: fc.record({ words: fc.string({ unit: 'grapheme' }), n: fc.integer() }),
}) as fc.Arbitrary<Act>
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('a leaf', () => {
  it('can be recomputed by anyone from the act and its salt, with other tools', () => {
    fc.assert(
      fc.property(act, salt, fc.nat(), (given, grain, index) => {
        const body = Buffer.from(canonicalize(given) ?? '', 'utf8')
        const expected = createHash('sha256')
          .update(Buffer.concat([grain, body]))
          .digest('hex')
        expect(Buffer.from(commitment(given, grain, sha256)).toString('hex')).toBe(expected)
        expect(JSON.parse(leafOf(given, index, grain, sha256))).toEqual({
          commitment: expected,
          index,
          room: given.room,
          version: 1,
        })
      }),
    )
  })

  it('commits to every part of the act and to the salt', () => {
    fc.assert(
      fc.property(act, salt, fc.integer({ min: 0, max: 31 }), (given, grain, place) => {
        const hash = (one: Act, two: Uint8Array) => Buffer.from(commitment(one, two, sha256)).toString('hex')
        const before = hash(given, grain)
        const changes: readonly Partial<Act>[] = [
          { id: `${given.id}0` },
          { room: `${given.room}0` },
          { kind: 'message.withdraw' },
          { object: `${given.object}0` },
          { by: given.by ? null : { seat: 's', member: 'm' } },
          { at: '2026-11-22T10:00:00.001Z' },
          { payload: [given.payload] },
        ]
        for (const change of changes) expect(hash({ ...given, ...change }, grain)).not.toBe(before)
        const other = Uint8Array.from(grain)
        other[place] = (grain[place] ?? 0) ^ 1
        expect(hash(given, other)).not.toBe(before)
      }),
    )
  })

  it('takes a salt of 32 bytes and no other', () => {
    const [given] = fc.sample(act, 1)
    for (const length of [0, 31, 33])
      expect(() => commitment(given as Act, new Uint8Array(length), sha256)).toThrow(RangeError)
  })
})
