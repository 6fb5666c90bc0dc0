import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Adjournments, adjourn, dueAt, isAdjourned, resume } from './adjournment.ts'

const start = Date.parse('2026-11-22T10:00:00.000Z')
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()

/** Talks that adjourn and go on at these minutes, in turn. */
const talks = (minutes: readonly number[]): Adjournments | undefined =>
  minutes.reduce<Adjournments | undefined>((all, minute, i) => {
    const next = i % 2 === 0 ? adjourn(all, at(minute)) : resume(all, at(minute))
    if (!next.ok) throw new Error(next.refusal.code)
    return next.value
  }, undefined)

/** The deadline by counting every minute in which the talks were on. */
const counted = (since: number, deadline: number, moments: readonly number[]): number | undefined => {
  let left = deadline - since
  for (let now = since; now < 10_000; now += 1) {
    if (left === 0) return now
    if (moments.filter((moment) => moment <= now).length % 2 === 0) left -= 1
  }
  return undefined
}

const moments = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 8 })
  .map((list) => list.sort((a, b) => a - b))

describe('a deadline', () => {
  it('falls when the talks were on for as long as it was set for', () => {
    fc.assert(
      fc.property(
        moments,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (list, since, length) => {
          // A deadline is only ever set while the talks are on.
          fc.pre(list.filter((moment) => moment <= since).length % 2 === 0)
          const due = counted(since, since + length, list)
          expect(dueAt(at(since), at(since + length), talks(list))).toBe(
            due === undefined ? undefined : at(due),
          )
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('stays where it is when nothing was adjourned', () => {
    expect(dueAt(at(0), at(60), undefined)).toBe(at(60))
    expect(dueAt(at(0), '2026-11-22T11:00:00Z', { periods: [] })).toBe(at(60))
  })

  it('has no date while the talks are adjourned before it, and keeps it when they adjourn after', () => {
    expect(dueAt(at(0), at(60), talks([30]))).toBeUndefined()
    expect(dueAt(at(0), at(60), talks([60]))).toBe(at(60))
    expect(dueAt(at(0), at(60), talks([30, 90]))).toBe(at(120))
  })
})

describe('adjournments', () => {
  it('are one at a time, and nothing ends that has not begun', () => {
    expect(resume(undefined, at(0))).toEqual({ ok: false, refusal: { code: 'adjournment.none' } })
    expect(adjourn(talks([0]), at(1))).toEqual({ ok: false, refusal: { code: 'adjournment.already' } })
    fc.assert(
      fc.property(moments, (list) => {
        expect(isAdjourned(talks(list))).toBe(list.length % 2 === 1)
      }),
    )
  })

  it('keep every period that was', () => {
    fc.assert(
      fc.property(moments, (list) => {
        const flat = (talks(list)?.periods ?? []).flatMap(({ from, until }) =>
          until ? [from, until] : [from],
        )
        expect(flat).toEqual(list.map(at))
      }),
    )
  })
})
