import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTurns } from './turns.ts'

/** Work that ends when it is told to, and says in which order it began. */
const bench = () => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((settle) => ends.push(() => settle(name)))
  }
  const endNext = async (): Promise<void> => {
    ends.shift()?.()
    await new Promise((go) => setImmediate(go))
  }
  return { begun, work, endNext, running: () => ends.length }
}

describe('turns', () => {
  it('are one at a time for each seat, and go round the seats', async () => {
    const { begun, work, endNext } = bench()
    const { take } = makeTurns(1, 10)
    for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) take(name.charAt(0), work(name))
    for (let i = 0; i < 6; i += 1) await endNext()
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  })

  it('never let one seat have two at a time, also when there is room', async () => {
    const { begun, work, endNext } = bench()
    const { take } = makeTurns(2, 10)
    for (const name of ['a1', 'a2', 'b1']) take(name.charAt(0), work(name))
    expect(begun).toEqual(['a1', 'b1'])
    await endNext()
    expect(begun).toEqual(['a1', 'b1', 'a2'])
  })

  it('are not given to a seat of which too much waits, and go on after a failure', async () => {
    const { take } = makeTurns(1, 1)
    const first = take('a', () => Promise.reject(new Error('fault')))
    const second = take('a', async () => 'second')
    expect(take('a', async () => 'third')).toBeUndefined()
    expect(await take('b', async () => 'other')).toBe('other')
    await expect(first).rejects.toThrow('fault')
    expect(await second).toBe('second')
  })

  it('are all given in the end, each seat in its own order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        async (seats, atOnce) => {
          const { begun, work, endNext, running } = bench()
          const { take } = makeTurns(atOnce, 100)
          for (const [i, seat] of seats.entries()) take(seat, work(`${seat}${i}`))
          for (let i = 0; i < seats.length; i += 1) {
            expect(running()).toBeLessThanOrEqual(atOnce)
            await endNext()
          }
          for (const one of ['a', 'b', 'c'])
            expect(begun.filter((name) => name.startsWith(one))).toEqual(
              seats.flatMap((seat, i) => (seat === one ? [`${seat}${i}`] : [])),
            )
        },
      ),
      { numRuns: 50 },
    )
  })
})
