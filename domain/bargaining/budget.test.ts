import { describe, expect, it } from 'vitest'
import { mayRelease, nextRelease, noteRelease, setBudget } from './budget.ts'
import { worthShown } from './disclosure.ts'
import { noWorth } from './worth.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString()
const budget = { most: 3, apartMinutes: 30, released: [{ suggestion: 's', to: ['a', 'b'], at: at(0) }] }
const refusal = (outcome: ReturnType<typeof mayRelease>) => (outcome.ok ? undefined : outcome.refusal)

describe('the information budget', () => {
  it('keeps apart what goes to the same party, and says from when it may', () => {
    expect(refusal(mayRelease(budget, ['a'], at(29)))).toEqual({
      code: 'suggestion.too-soon',
      facts: { from: Date.parse(at(30)) },
    })
    expect(refusal(mayRelease(budget, ['a'], at(30)))).toBeUndefined()
    expect(refusal(mayRelease(budget, ['c'], at(1)))).toBeUndefined()
    expect(refusal(mayRelease(budget, ['c', 'b'], at(1)))?.code).toBe('suggestion.too-soon')
    expect([nextRelease(budget, 'b'), nextRelease(budget, 'c')]).toEqual([at(30), undefined])
  })

  it('looks at the last release to a party, and counts all of them', () => {
    const twice = noteRelease(budget, { suggestion: 't', to: ['a'], at: at(40) })
    expect(nextRelease(twice, 'a')).toBe(at(70))
    const spent = noteRelease(twice, { suggestion: 'u', to: ['b'], at: at(50) })
    expect(refusal(mayRelease(spent, ['c'], at(500)))).toEqual({
      code: 'suggestion.budget',
      facts: { most: 3 },
    })
    expect(refusal(mayRelease(undefined, ['a'], at(0)))?.code).toBe('suggestion.no-budget')
  })

  it('can be set anew, but not below what was released', () => {
    expect(setBudget(budget, { most: 1, apartMinutes: 0 })).toEqual({
      ok: true,
      value: { most: 1, apartMinutes: 0, released: budget.released },
    })
    const twice = noteRelease(budget, { suggestion: 't', to: ['a'], at: at(40) })
    expect(setBudget(twice, { most: 1, apartMinutes: 0 }).ok).toBe(false)
  })
})

describe('what a disclosure shows', () => {
  it('is worth to compute with: what is not shown counts for nothing', () => {
    const shown = { reservation: 5, issues: { x: { weight: 1 } }, bodies: [], batna: undefined }
    const disclosure = { party: 'a', shown, by: { seat: 'a', member: 'm' }, at: at(0) }
    expect(worthShown(disclosure)).toEqual({
      ...noWorth('a'),
      reservation: 5,
      issues: { x: { weight: 1 } },
    })
  })
})
