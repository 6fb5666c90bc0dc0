/** What must hold when many ask the same at once. */
import type pg from 'pg'
import { expect, it } from 'vitest'
import { gathered, shared } from './sharing.ts'

const wait = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))
const pool = (): pg.Pool => ({}) as pg.Pool

it('asks twice for a crowd, and never answers with what was so before the asking', async () => {
  const seat = pool()
  let [now, asked] = [0, 0]
  const ask = async (): Promise<number> => {
    const found = now
    asked += 1
    await wait(5)
    return found
  }
  const first = shared(seat, 'text', ask)
  now = 1
  const crowd = await Promise.all(Array.from({ length: 50 }, () => shared(seat, 'text', ask)))
  expect(await first).toBe(0)
  expect(new Set(crowd)).toEqual(new Set([1]))
  expect(asked).toBe(2)
  now = 2
  expect(await shared(seat, 'text', ask)).toBe(2)
})

it('shares nothing with another pool or another question', async () => {
  const [one, other] = [pool(), pool()]
  const answers = await Promise.all([
    shared(one, 'text', async () => 'a'),
    shared(other, 'text', async () => 'b'),
    shared(one, 'desk', async () => 'c'),
  ])
  expect(answers).toEqual(['a', 'b', 'c'])
})

it('tells everybody of a fault, and asks anew after it', async () => {
  const seat = pool()
  let broken = true
  const ask = async (): Promise<string> => {
    await wait(1)
    if (broken) throw new Error('the database is away')
    return 'here'
  }
  const outcomes = await Promise.allSettled([shared(seat, 'x', ask), shared(seat, 'x', ask)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await shared(seat, 'x', ask)).toBe('here')
})

it('gathers those who are looked up while another question is on its way, and looks each up after the asking', async () => {
  const seat = pool()
  const questions: (readonly string[])[] = []
  let now = 0
  const ask = async (ids: readonly string[]) => {
    questions.push(ids)
    const found = new Map(ids.filter((id) => id !== 'gone').map((id) => [id, `${id}${now}`]))
    await wait(5)
    return found
  }
  const first = gathered(seat, 'cards', 'a', ask)
  now = 1
  const rest = await Promise.all(['a', 'b', 'c', 'gone', 'b'].map((id) => gathered(seat, 'cards', id, ask)))
  expect([await first, ...rest]).toEqual(['a0', 'a1', 'b1', 'c1', undefined, 'b1'])
  expect(questions).toEqual([['a'], ['a', 'b', 'c', 'gone']])
  now = 2
  expect(await gathered(seat, 'cards', 'c', ask)).toBe('c2')
})
