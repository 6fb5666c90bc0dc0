import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Consent, giveConsent, withdrawConsent } from './consent.ts'
import { fundamentals, itemKeys, itemsOf, markItem } from './fundamentals.ts'
import { endMandate, isInForce, type Mandate, mandateHolds } from './mandate.ts'
import { mayBeRead } from './ripeness.ts'
import { moveTrack, phases, type Track } from './track.ts'

const by = { seat: 'a', member: 'm' }
const when = { by, at: '2026-03-01T10:00:00.000Z' }
const words = (en: string) => ({ original: 'en', words: { en } })
const code = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? '' : outcome.refusal?.code

describe('a consent', () => {
  it('stands as its last step says, keeps every step, and is withdrawn once', () => {
    const step = fc.constantFrom('whole', 'qualified', 'withdraw')
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let consent: Consent | undefined
        let done = 0
        for (const each of steps) {
          if (each === 'withdraw') {
            if (!consent) continue
            const next = withdrawConsent(consent, { reason: words('why') }, when)
            expect(next.ok).toBe(consent.standing !== 'withdrawn')
            if (!next.ok) continue
            consent = next.value
          } else {
            const qualifications = each === 'qualified' ? { qualifications: words('if') } : {}
            consent = giveConsent(consent, { scope: words('talks'), ...qualifications }, when)
          }
          done += 1
          expect(consent.steps.length).toBe(done)
          expect(consent.standing).toBe(consent.steps.at(-1)?.standing)
          expect(consent.scope).toEqual(words('talks'))
          if (consent.standing === 'given') expect(consent.qualifications).toBeUndefined()
        }
      }),
    )
  })
})

describe('a mandate', () => {
  const mandate: Mandate = {
    ...{ source: 'parties', giver: {}, words: {}, from: '2026-01-01', until: '2026-06-30', ...when },
  }
  it('is in force from its first day to its last, and to the day it was ended', () => {
    const ended = endMandate(mandate, '2026-02-01', '2026-03-01')
    if (!ended.ok) throw new Error(ended.refusal.code)
    const days = ['2025-12-31', '2026-01-01', '2026-02-01', '2026-02-02', '2026-06-30', '2026-07-01']
    expect(days.map((day) => isInForce(mandate, day))).toEqual([false, true, true, true, true, false])
    expect(days.map((day) => isInForce(ended.value, day))).toEqual([false, true, true, false, false, false])
    expect(code(endMandate(ended.value, '2026-02-01', '2026-03-01'))).toBe('mandate.ended')
  })

  it('names no day that has not come, and none out of order', () => {
    expect(code(mandateHolds({ ...mandate, from: '2026-03-02' }, '2026-03-01'))).toBe('process.day-ahead')
    expect(code(mandateHolds({ ...mandate, until: '2025-12-31' }, '2026-03-01'))).toBe('mandate.days')
    expect(code(endMandate(mandate, '2026-03-02', '2026-03-01'))).toBe('process.day-ahead')
    expect(code(endMandate(mandate, '2025-12-31', '2026-03-01'))).toBe('mandate.days')
  })
})

describe('a track', () => {
  it('moves on days in order, into a phase in which it is not', () => {
    const move = fc.record({
      phase: fc.constantFrom(...phases),
      suspended: fc.boolean(),
      since: fc.constantFrom('2026-02-01', '2026-02-02', '2026-03-01', '2026-03-02'),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let track: Track | undefined
        for (const each of moves) {
          const next = moveTrack(track, { ...each, ...when })
          if (next.ok) track = next.value
          else expect(code(next)).toMatch(/day|phase/)
        }
        const days = (track?.moves ?? []).map(({ since }) => since)
        expect(days).toEqual(days.toSorted())
        expect(days).not.toContain('2026-03-02')
        for (const [i, one] of (track?.moves ?? []).entries()) {
          const before = track?.moves[i - 1]
          expect(before?.phase === one.phase && before.suspended === one.suspended).toBe(false)
        }
      }),
    )
  })
})

it('ripeness is read of any side in the office, and at home of one’s own', () => {
  expect([mayBeRead('a', ['a', 'b'], undefined), mayBeRead('a', ['a', 'b'], 'a')].map(code)).toEqual(['', ''])
  expect(code(mayBeRead('b', ['a', 'b'], 'a'))).toBe('ripeness.not-own')
  expect(code(mayBeRead('c', ['a', 'b'], undefined))).toBe('object.unknown')
})

it('every item belongs to one of the eight fundamentals, and every fundamental has some', () => {
  expect(fundamentals.length).toBe(8)
  expect(fundamentals.flatMap(itemsOf)).toEqual(itemKeys)
  for (const each of fundamentals) expect(itemsOf(each).length).toBeGreaterThan(1)
  expect(code(markItem(undefined, { answer: 'met', on: '2026-03-02', ...when }))).toBe('process.day-ahead')
})
