/** What must hold of a comparison of two versions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newClause } from '../clause.ts'
import { orderSpread } from '../order.ts'
import type { Text } from '../text.ts'
import { hunksBetween, interner, wordsIn } from '../words.ts'
import { compareTexts } from './compare.ts'

const textOf = (clauses: readonly (readonly [id: string, en: string])[]): Text => {
  const orders = orderSpread(clauses.length)
  return {
    languages: ['en'],
    clauses: clauses.map(([id, en], i) =>
      newClause({ id, kind: 'operative', order: orders[i] ?? 'V', passage: { en: en === '' ? [] : [en] } }),
    ),
  }
}
const word = fc.constantFrom(
  'shall',
  'should',
  'notify',
  'the',
  'other',
  '24',
  ',',
  'not',
  'ё',
  '[',
  '|',
  '\\',
)
const words = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '))
const version = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), words), {
  selector: ([id]) => id,
  maxLength: 6,
})

describe('words', () => {
  it('joined are the passage they come from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (passage) => {
        expect(wordsIn(passage).join('')).toBe(passage)
      }),
    )
    expect(wordsIn('1.5 km, S/RES/2774, non-paper')).toEqual([
      '1.5',
      ' ',
      'km',
      ',',
      ' ',
      'S',
      '/',
      'RES/2774',
      ',',
      ' ',
      'non-paper',
    ])
  })

  it('differ in hunks outside of which they are equal, also when everything differs', () => {
    const sequence = fc.array(fc.nat(4), { maxLength: 60 })
    const law = (one: readonly number[], other: readonly number[]): void => {
      const hunks = hunksBetween(Int32Array.from(one), Int32Array.from(other))
      let [i, j] = [0, 0]
      const made: number[] = []
      for (const { before, after } of hunks) {
        expect(one.slice(i, before[0])).toEqual(other.slice(j, after[0]))
        made.push(...one.slice(i, before[0]), ...other.slice(...after))
        ;[i, j] = [before[1], after[1]]
      }
      expect([...made, ...one.slice(i)]).toEqual(other)
      expect(hunks.every(({ before, after }) => before[1] > before[0] || after[1] > after[0])).toBe(true)
    }
    fc.assert(fc.property(sequence, sequence, law), { numRuns: 1_000 })
    const long = (n: number) => Array.from({ length: 2_000 }, (_, i) => (i * n) % 997)
    law(long(7), long(11))
    expect(interner()(['a', 'b', 'a'])).toEqual(Int32Array.from([0, 1, 0]))
  })
})

describe('a comparison', () => {
  it('holds both versions, word for word', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [before, after] = [textOf(one), textOf(other)]
        const { changes } = compareTexts(before, after)
        const typed = (words: string): string => words.replace(/[\\[\]|]/g, '\\$&')
        const told = (without: string) =>
          changes.map(({ runs }) =>
            (runs.en ?? [])
              .filter(({ kind }) => kind !== without)
              .map((run) => run.words)
              .join(''),
          )
        expect(changes.flatMap((each, i) => (each.after === null ? [] : [told('removed')[i]]))).toEqual(
          other.map(([, en]) => typed(en)),
        )
        const old = new Map(
          changes.flatMap((each, i) =>
            each.before === null ? [] : [[each.before, told('added')[i]] as const],
          ),
        )
        expect(old).toEqual(new Map(one.map(([id, en]) => [id, typed(en)])))
        expect(
          changes
            .filter(({ what }) => what === 'same')
            .every(({ runs }) => runs.en?.every(({ kind }) => kind === 'same')),
        ).toBe(true)
      }),
    )
  })

  it('says what moved and was renumbered, and what changed in it', () => {
    const before = textOf([
      ['a', 'The Parties shall meet.'],
      ['b', 'Each Party shall notify the other.'],
      ['c', 'Nothing limits navigation.'],
    ])
    const after = textOf([
      ['b', 'Each Party should notify the other.'],
      ['c', 'Nothing limits navigation.'],
      ['a', 'The Parties shall meet.'],
    ])
    const { changes } = compareTexts(before, after)
    expect(
      changes.map(({ after: id, what, moved, numbers }) => [id, what, moved, numbers.before, numbers.after]),
    ).toEqual([
      ['b', 'changed', false, '2.', '1.'],
      ['c', 'same', false, '3.', '2.'],
      ['a', 'same', true, '1.', '3.'],
    ])
    expect(changes[0]?.runs.en).toEqual([
      { kind: 'same', words: 'Each Party ' },
      { kind: 'removed', words: 'shall' },
      { kind: 'added', words: 'should' },
      { kind: 'same', words: ' notify the other.' },
    ])
  })

  it('finds a clause again whose id is another', () => {
    const before = textOf([['a', 'Each Party shall notify the other of any launch.']])
    const after = textOf([['z', 'Each Party shall notify the other of every launch.']])
    expect(compareTexts(before, after).changes.map(({ what }) => what)).toEqual(['changed'])
  })
})
