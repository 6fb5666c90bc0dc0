import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StipulationLine } from '#contract/commitments-views.ts'
import { inOrder } from '#domain/commitments/progress.ts'
import { sequenceOf } from '#domain/commitments/sequence/sequence.ts'
import { barsOf } from './bars.ts'

type Terms = Partial<StipulationLine['terms']>
type Coding = StipulationLine['codings'][number]

const line = (object: string, terms: Terms, codings: readonly Coding[] = []): StipulationLine => ({
  ...{ room: 'r', object, revision: 1, clause: 'c', number: null, standing: 'same', accepted: [], codings },
  inForce: { force: 'f', version: 1, basis: 'entry-into-force', from: '2026-01-01' },
  terms: {
    ...{ name: { en: object }, bound: ['us'], beneficiary: [], due: { kind: 'none' }, conditions: [] },
    ...{ verification: [], theme: 'communication', tags: [], codes: [], ...terms },
  },
})

const done = (asOf: string): Coding => ({ finding: 'x', level: 3, asOf, at: `${asOf}T00:00:00.000Z` })

/** Steps of one side that wait for a step of the other, which is done from some day on or never. */
const listed = (otherDone: string | null): readonly StipulationLine[] => [
  line(
    'other',
    { due: { kind: 'date', date: '2026-02-01' }, bound: ['ru'] },
    otherDone ? [done(otherDone)] : [],
  ),
  line('waits', {
    due: { kind: 'date', date: '2026-03-01' },
    conditions: [{ before: 'begin', of: { stipulation: 'other', event: 'done' } }],
  }),
]

const standingOn = (lines: readonly StipulationLine[], today: string) => {
  const sequence = sequenceOf(inOrder(lines), '2026-01-01')
  if (!sequence.ok) throw new Error(sequence.refusal.code)
  const bars = barsOf(lines, sequence.value.places, '2026-01-01', today)
  return Object.fromEntries(bars.map((bar) => [bar.line.object, bar.standing]))
}

it('a step that waits for the other side waits on the line, on its day and after it, and is owed once that is done', () => {
  expect(standingOn(listed(null), '2026-02-15')).toEqual({ other: 'overdue', waits: 'waiting' })
  expect(standingOn(listed(null), '2026-04-01')).toEqual({ other: 'overdue', waits: 'waiting' })
  expect(standingOn(listed('2026-02-20'), '2026-02-25')).toEqual({ other: 'done', waits: 'due' })
  expect(standingOn(listed('2026-02-20'), '2026-04-01')).toEqual({ other: 'done', waits: 'overdue' })
})

it('no bar ends before it begins, and each step has at most one', () => {
  const day = fc
    .integer({ min: 1, max: 28 })
    .map((each) => `2026-0${1 + (each % 6)}-${String(each).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.option(day), day, (otherDone, today) => {
      const lines = listed(otherDone)
      const sequence = sequenceOf(inOrder(lines), '2026-01-01')
      if (!sequence.ok) throw new Error(sequence.refusal.code)
      const bars = barsOf(lines, sequence.value.places, '2026-01-01', today)
      expect(new Set(bars.map(({ line: { object } }) => object)).size).toBe(bars.length)
      for (const { from, to } of bars) expect(to).toBeGreaterThanOrEqual(from)
    }),
    { numRuns: 60 },
  )
})
