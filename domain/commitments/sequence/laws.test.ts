/** The laws of sequence, against every way of placing two steps on a few days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Point, Stipulation, Term } from '../stipulation.ts'
import { dayNumber, dayOf } from './calendar.ts'
import { sequenceOf } from './sequence.ts'

const ids = ['a', 'b'] as const
const lastDay = 9
const date = fc.integer({ min: 0, max: 3 }).map((day) => dayOf(day) ?? '')
const days = fc.integer({ min: 0, max: 2 })

const pointFor = (own: string): fc.Arbitrary<Point> =>
  fc
    .record({ stipulation: fc.constantFrom(...ids), event: fc.constantFrom('begun', 'done') })
    .filter(({ stipulation, event }) => stipulation !== own || event === 'begun') as fc.Arbitrary<Point>

const stipulationFor = (id: string): fc.Arbitrary<Stipulation> => {
  const other = pointFor(id).filter(({ stipulation }) => stipulation !== id)
  const after = fc.record({ kind: fc.constant('after'), days, from: fc.oneof(fc.constant('force'), other) })
  const onDate = fc.record({ kind: fc.constant('date'), date })
  const none = fc.constant({ kind: 'none' })
  return fc.record({
    id: fc.constant(id),
    name: fc.constant({ en: id }),
    bound: fc.constant([]),
    begins: fc.oneof(none, onDate, after) as fc.Arbitrary<Exclude<Term, { kind: 'standing' }>>,
    due: fc.oneof(none, onDate, after) as fc.Arbitrary<Term>,
    conditions: fc.array(
      fc.record({ before: fc.constantFrom('begin', 'complete'), of: other, days }) as fc.Arbitrary<Condition>,
      { maxLength: 2 },
    ),
  })
}

const agreement = fc.tuple(...ids.map(stipulationFor))

/** One way of placing: the day of the entry into force, and of each event. */
type Placing = Readonly<Record<string, number>>

/** An order of the four events within their days, in which whatever waits comes later. */
const hasOrder = (placing: Placing, later: readonly (readonly [string, string])[]): boolean => {
  const left = new Set(['a begun', 'a done', 'b begun', 'b done'])
  while (left.size > 0) {
    const free = [...left].find((event) => !later.some(([from, to]) => to === event && left.has(from)))
    if (free === undefined) return false
    left.delete(free)
  }
  return later.every(([from, to]) => (placing[from] ?? 0) <= (placing[to] ?? 0))
}

const holds = (all: readonly Stipulation[], at: Placing): boolean => {
  const day = (from: Point | 'force') =>
    at[from === 'force' ? 'force' : `${from.stipulation} ${from.event}`] ?? 0
  const later: (readonly [string, string])[] = []
  for (const { id, begins, due, conditions } of all) {
    const [begun, done] = [at[`${id} begun`] ?? 0, at[`${id} done`] ?? 0]
    if (done < begun || begun < day('force')) return false
    later.push([`${id} begun`, `${id} done`])
    if (begins?.kind === 'date' && begun < (dayNumber(begins.date) ?? 0)) return false
    if (begins?.kind === 'after') {
      if (begun < day(begins.from) + begins.days) return false
      if (begins.from !== 'force')
        later.push([`${begins.from.stipulation} ${begins.from.event}`, `${id} begun`])
    }
    if (due.kind === 'date' && done > (dayNumber(due.date) ?? 0)) return false
    if (due.kind === 'after' && done > day(due.from) + due.days) return false
    for (const { before, of, days: apart = 0 } of conditions) {
      const own = before === 'begin' ? 'begun' : 'done'
      if ((at[`${id} ${own}`] ?? 0) < day(of) + apart) return false
      later.push([`${of.stipulation} ${of.event}`, `${id} ${own}`])
    }
  }
  return hasOrder(at, later)
}

const placings = (all: readonly Stipulation[], force: number): readonly Placing[] => {
  const found: Placing[] = []
  const span = Array.from({ length: lastDay + 1 }, (_, day) => day)
  for (const begunA of span)
    for (const doneA of span.slice(begunA))
      for (const begunB of span)
        for (const doneB of span.slice(begunB)) {
          const at = { force, 'a begun': begunA, 'a done': doneA, 'b begun': begunB, 'b done': doneB }
          if (holds(all, at)) found.push(at)
        }
  return found
}

describe('the order of an agreement', () => {
  it('is sound exactly when the steps can be placed, and its windows are the first and last days of all placings', () => {
    let [sound, unsound] = [0, 0]
    fc.assert(
      fc.property(agreement, fc.integer({ min: 0, max: 2 }), (all, force) => {
        const sequence = sequenceOf(all, dayOf(force) ?? '')
        if (!sequence.ok) throw new Error(sequence.refusal.code)
        const possible = placings(all, force)
        expect(sequence.value.isSound).toBe(possible.length > 0)
        if (possible.length === 0) return void unsound++
        sound++
        for (const { stipulation, begin, complete } of sequence.value.places)
          for (const [name, window] of [
            ['begun', begin],
            ['done', complete],
          ] as const) {
            const own = possible.map((at) => at[`${stipulation} ${name}`] ?? 0)
            expect(window.earliest).toBe(dayOf(Math.min(...own)))
            // Where nothing is said of the end, only the last day tried, and what must come after, bound it.
            if (window.latest === null) expect(Math.max(...own)).toBeGreaterThanOrEqual(lastDay - 6)
            else expect(window.latest).toBe(dayOf(Math.max(...own)))
          }
      }),
      { numRuns: 300 },
    )
    expect(Math.min(sound, unsound)).toBeGreaterThan(20)
  })

  it('does not depend on the order in which the stipulations are written, and says nothing of strangers', () => {
    fc.assert(
      fc.property(agreement, ([one, other]) => {
        if (!one || !other) return
        const [there, back] = [sequenceOf([one, other]), sequenceOf([other, one])]
        if (!there.ok || !back.ok) throw new Error('refused')
        expect(there.value.isSound).toBe(back.value.isSound)
        const byId = (places: typeof there.value.places) =>
          places.toSorted((left, right) => (left.stipulation < right.stipulation ? -1 : 1))
        if (there.value.isSound) expect(byId(there.value.places)).toEqual(byId(back.value.places))
      }),
      { numRuns: 200 },
    )
  })

  it('reads each day of the calendar and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayOf(number)
        if (day !== null) expect(dayNumber(day)).toBe(number)
      }),
    )
    for (const wrong of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', ''])
      expect(dayNumber(wrong)).toBe(null)
  })
})
