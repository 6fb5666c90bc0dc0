import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { toUtf8 } from './bytes.ts'
import { leafOf, parseLeaf, reveal } from './leaf.ts'
import { sha256 } from './testing/platform.ts'

const act: Act = {
  id: 'a1',
  room: 'r1',
  kind: 'message.send',
  object: 'm1',
  by: { seat: 'north', member: 'n1' },
  at: '2025-01-01T00:00:00.000Z',
  payload: { words: 'Мы готовы говорить.' },
}
const salt = sha256(toUtf8('salt'))
const leaf = toUtf8(leafOf(act, 7, salt, sha256))

describe('the leaf of an act', () => {
  test('is proven by act and salt, and by nothing near them', () => {
    expect(reveal(leaf, act, salt, sha256)).toMatchObject({ ok: true, value: { room: 'r1', index: 7 } })
    const refused = { ok: false, refusal: { code: 'record.act-differs', facts: { room: 'r1', index: 7 } } }
    expect(reveal(leaf, { ...act, payload: { words: 'Мы готовы говорить' } }, salt, sha256)).toEqual(refused)
    expect(reveal(leaf, { ...act, room: 'r2' }, salt, sha256)).toEqual(refused)
    expect(reveal(leaf, act, salt.with(0, (salt[0] ?? 0) ^ 1), sha256)).toEqual(refused)
    expect(reveal(leaf, act, new Uint8Array(0), sha256)).toEqual(refused)
  })

  test('tells none of its words, and two salts make two leaves', () => {
    expect(leafOf(act, 7, salt, sha256)).not.toContain('говорить')
    expect(leafOf(act, 7, sha256(salt), sha256)).not.toBe(leafOf(act, 7, salt, sha256))
  })

  test('comes back whatever its room is called, and has one form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.maxSafeNat(), (room, index) => {
        const text = leafOf({ ...act, room }, index, salt, sha256)
        expect(parseLeaf(toUtf8(text))).toMatchObject({ ok: true, value: { room, index } })
      }),
    )
    const text = leafOf(act, 7, salt, sha256)
    for (const wrong of [
      ` ${text}`,
      text.replace('7', '07'),
      text.replace('"r1"', '"\\u00721"'),
      text.replace('"version":1', '"version":2'),
      text.replace('}', ',"more":1}'),
      text.replace('7', '9007199254740992'),
      '{}',
      '',
    ])
      expect(parseLeaf(toUtf8(wrong)), wrong).toEqual({
        ok: false,
        refusal: { code: 'record.leaf-malformed' },
      })
    expect(parseLeaf(Uint8Array.of(0xff)).ok).toBe(false)
  })
})
