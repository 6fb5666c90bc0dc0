import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Due, deadlineOf, duesOn } from './due.ts'
import { paceOf } from './pace.ts'
import { inOrder, type Listed, lostIn } from './progress.ts'
import { sequenceOf } from './sequence/sequence.ts'
import type { Coding } from './stipulated.ts'
import type { Condition, Term } from './stipulation.ts'

const inForce = { force: 'f', version: 1, basis: 'entry-into-force' as const, from: '2026-01-01' }
const coded = (level: Coding['level'], asOf: string): Coding => ({
  ...{ finding: `${level}${asOf}`, level, asOf },
  at: `${asOf}T12:00:00.000Z`,
})

interface Given {
  readonly due?: Term
  readonly conditions?: readonly Condition[]
  readonly codings?: readonly Coding[]
  readonly bound?: readonly string[]
}

const step = (object: string, { due, conditions, codings, bound }: Given): Listed => ({
  ...{ object, codings: codings ?? [], inForce },
  terms: {
    ...{ name: { en: object }, bound: bound ?? ['us'], theme: 'forces' },
    ...{ due: due ?? { kind: 'none' }, conditions: conditions ?? [] },
  },
})
const dueOf = (list: readonly Listed[], object: string, day: string): Due | undefined =>
  duesOn(list, day).get(object)
const waitFor = (stipulation: string, more: Partial<Condition> = {}): Condition => ({
  ...{ before: 'begin', of: { stipulation, event: 'done' } },
  ...more,
})
const date = (day: string): Term => ({ kind: 'date', date: day })

describe('an obligation and its day', () => {
  it('is due, then overdue, then done, and says whether it came late', () => {
    const one = step('one', { due: { kind: 'after', days: 30, from: 'force' } })
    expect(dueOf([one], 'one', '2026-01-31')).toEqual({ kind: 'due', deadline: '2026-01-31', days: 0 })
    expect(dueOf([one], 'one', '2026-02-03')).toEqual({ kind: 'overdue', deadline: '2026-01-31', days: 3 })
    const done = { ...one, codings: [coded(2, '2026-01-20'), coded(3, '2026-02-02')] }
    expect(dueOf([done], 'one', '2026-02-03')).toEqual({
      ...{ kind: 'done', on: '2026-02-02', deadline: '2026-01-31', late: true },
    })
    // On the day before the level was reached it was overdue, whatever is known now.
    expect(dueOf([done], 'one', '2026-02-01')?.kind).toBe('overdue')
  })

  it('that was done and undone is owed again', () => {
    const one = step('one', {
      ...{ due: date('2026-03-01'), codings: [coded(3, '2026-01-20'), coded(1, '2026-02-20')] },
    })
    expect(dueOf([one], 'one', '2026-02-10')?.kind).toBe('done')
    expect(dueOf([one], 'one', '2026-02-25')?.kind).toBe('due')
    expect(dueOf([one], 'one', '2026-03-02')?.kind).toBe('overdue')
  })

  it('is not owed while it waits for the other side, and lapses where a reciprocal step was not there by its day', () => {
    const list = (codings: readonly Coding[]) => [
      step('first', { codings, bound: ['ru'] }),
      step('second', { due: date('2026-02-10'), conditions: [waitFor('first', { by: '2026-02-01' })] }),
    ]
    expect(dueOf(list([]), 'second', '2026-01-15')).toEqual({ kind: 'waiting', for: ['first'], lapsed: [] })
    expect(dueOf(list([]), 'second', '2026-03-01')).toEqual({
      ...{ kind: 'waiting', for: ['first'], lapsed: ['first'] },
    })
    expect(dueOf(list([coded(3, '2026-02-01')]), 'second', '2026-02-11')?.kind).toBe('overdue')
    expect(dueOf(list([coded(3, '2026-02-02')]), 'second', '2026-02-11')?.kind).toBe('waiting')
  })

  it('is counted from another obligation only once that has happened', () => {
    const second = step('second', {
      due: { kind: 'after', days: 10, from: { stipulation: 'first', event: 'begun' } },
    })
    const begun = step('first', { codings: [coded(0, '2026-01-05'), coded(1, '2026-01-10')] })
    expect(dueOf([step('first', {}), second], 'second', '2026-05-01')).toEqual({
      ...{ kind: 'uncounted', from: 'first' },
    })
    expect(deadlineOf(second, [begun, second], '2026-05-01')).toBe('2026-01-20')
  })

  it('is told alike of both sides, and never overdue where something it waits for is not there', () => {
    const days = fc
      .integer({ min: 1, max: 90 })
      .map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10))
    const levels = fc.array(fc.record({ level: fc.constantFrom(0, 1, 2, 3), asOf: days }), { maxLength: 4 })
    const given = fc.record({ due: days, levels, other: levels, waits: fc.boolean(), on: days })
    const codings = (all: readonly { readonly level: number; readonly asOf: string }[]) =>
      all
        .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))
        .map(({ level, asOf }) => coded(level as Coding['level'], asOf))
    fc.assert(
      fc.property(given, ({ due, levels, other, waits, on }) => {
        const listFor = (us: string, ru: string) => [
          step('first', { codings: codings(other), bound: [ru] }),
          step('second', {
            ...{ due: date(due), codings: codings(levels), bound: [us] },
            conditions: waits ? [waitFor('first')] : [],
          }),
        ]
        const found = dueOf(listFor('us', 'ru'), 'second', on)
        expect(dueOf(listFor('ru', 'us'), 'second', on)).toEqual(found)
        const last = codings(other).findLast(({ asOf }) => asOf <= on)
        if (waits && last?.level !== 3) expect(found?.kind).not.toBe('overdue')
        if (found?.kind === 'overdue') expect(on > due).toBe(true)
      }),
    )
  })
})

describe('the pace of an obligation', () => {
  const atOne = { codings: [coded(1, '2026-01-31')], inForce }

  it('is an interval, as a level is a floor: it will, it will not, or nothing can be said', () => {
    // A level in 30 days: between a half of what is left in 15 days a level, and two levels in 60 days.
    expect(paceOf(atOne, '2026-04-01')).toEqual({
      ...{ verdict: 'will', since: '2026-01-01', from: 'force', began: 0, level: 1, asOf: '2026-01-31' },
      ...{ earliest: '2026-02-15', latest: '2026-04-01' },
    })
    expect(paceOf(atOne, '2026-03-01')?.verdict).toBe('open')
    expect(paceOf(atOne, '2026-02-14')?.verdict).toBe('will-not')
  })

  it('after a reversal is reckoned from there; without a step since it says no day by which it is done', () => {
    const codings = [coded(3, '2026-01-10'), coded(1, '2026-02-01'), coded(2, '2026-03-01')]
    expect(paceOf({ inForce, codings }, '2026-12-01')).toMatchObject({
      ...{ from: 'reversal', since: '2026-02-01', began: 1, level: 2, latest: '2026-03-29' },
    })
    const still = [...codings.slice(0, 2), coded(1, '2026-03-01')]
    expect(paceOf({ inForce, codings: still }, '2026-12-01')).toMatchObject({ verdict: 'open', latest: null })
    expect(paceOf({ inForce, codings: codings.slice(0, 1) }, '2026-12-01')).toBeNull()
    expect(paceOf({ inForce, codings: codings.slice(0, 2) }, '2026-12-01')).toBeNull()
  })

  it('is never worse for a later day, nor for a higher level on the same day', () => {
    const rank = { 'will-not': 0, open: 1, will: 2 }
    const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10)
    const numbers = fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 300 }), fc.nat(100))
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 1, 2), ([on, due, more], level) => {
        const verdict = (at: number, to: number) => {
          const codings = [coded(at as Coding['level'], day(on))]
          return rank[paceOf({ inForce, codings }, day(to))?.verdict ?? 'open']
        }
        expect(verdict(level, due + more)).toBeGreaterThanOrEqual(verdict(level, due))
        if (level < 2) expect(verdict(level + 1, due)).toBeGreaterThanOrEqual(verdict(level, due))
      }),
    )
  })
})

describe('the order of a list', () => {
  it('goes on without a stipulation that was withdrawn, and tells who named it', () => {
    const list = [
      step('one', { conditions: [waitFor('gone')], due: date('2026-02-01') }),
      step('two', { due: { kind: 'after', days: 5, from: { stipulation: 'gone', event: 'done' } } }),
    ]
    expect(lostIn(list)).toEqual([
      { object: 'one', names: 'gone' },
      { object: 'two', names: 'gone' },
    ])
    expect(sequenceOf(inOrder(list), '2026-01-01').ok).toBe(true)
  })

  it('counts each term from the entry into force of its own stipulation', () => {
    const due: Term = { kind: 'after', days: 10, from: 'force' }
    const [one, two] = [step('one', { due }), step('two', { due })]
    const later = { ...two, inForce: { ...inForce, from: '2026-06-01' } }
    const sequence = sequenceOf(inOrder([one, later]), '2026-01-01')
    if (!sequence.ok) throw new Error(sequence.refusal.code)
    const latest = sequence.value.places.map(({ complete }) => complete.latest)
    expect(latest.toSorted()).toEqual(['2026-01-11', '2026-06-11'])
  })
})
