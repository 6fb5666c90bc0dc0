import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMemory } from './reader-memory.ts'

describe('a memory', () => {
  it('forgets the longest unused first, by number and by bytes', () => {
    const memory = makeMemory<string>(2, 100)
    memory.set('a', 'A', 10)
    memory.set('b', 'B', 10)
    expect(memory.get('a')).toBe('A')
    memory.set('c', 'C', 10)
    expect(['a', 'b', 'c'].map(memory.get)).toEqual(['A', undefined, 'C'])
    memory.set('d', 'D', 95)
    expect(['a', 'c', 'd'].map(memory.get)).toEqual([undefined, undefined, 'D'])
    memory.set('e', 'E', 101)
    expect(['d', 'e'].map(memory.get)).toEqual(['D', undefined])
  })

  it('forgets in time what is remembered for a time', () => {
    let now = 0
    const memory = makeMemory<string>(10, 100, () => now)
    memory.set('a', 'A', 1, 50)
    memory.set('b', 'B', 1)
    now = 51
    expect(['a', 'b'].map(memory.get)).toEqual([undefined, 'B'])
  })

  it('never holds more than its bounds, and answers only with what was set last', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(60)), { maxLength: 40 })
    fc.assert(
      fc.property(steps, (all) => {
        const memory = makeMemory<number>(3, 100)
        const last = new Map<string, number>()
        for (const [key, size] of all) {
          memory.set(key, size, size)
          last.set(key, size)
          const held = ['a', 'b', 'c', 'd'].flatMap((each) => memory.get(each) ?? [])
          expect(held.length).toBeLessThanOrEqual(3)
          expect(held.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(100)
          for (const each of last.keys()) expect([undefined, last.get(each)]).toContain(memory.get(each))
        }
      }),
    )
  })
})
