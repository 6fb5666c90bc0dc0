import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerTo } from '../../analysis/answers.ts'
import { readConflict } from './read-conflict.ts'

const textOf = (name: string): string =>
  readFileSync(new URL(`../../../cases/${name}/conflict.json`, import.meta.url), 'utf8')

const loaded = (name: string) => {
  const read = readConflict('conflict.json', textOf(name))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.conflict
}

test('a conflict of ours is read, and said where it may rest, who can move where and how each ranks it', () => {
  const conflict = loaded('cuba-1962')
  const found = answerTo({ what: 'stability', conflict, meaning: 'textbook', coalition: [] }, () => undefined)
  if (!found.ok) throw new Error(found.refusal.code)
  const { count, states, equilibria, together, meaning } = found.value
  expect([count, states.length, together, meaning]).toEqual([12, 12, null, 'textbook'])
  expect(equilibria.SEQ).toEqual([4, 5, 6])
  expect(states[4]).toEqual({
    taken: [2],
    ranks: [12, 11],
    moves: [
      [5, 6, 7],
      [0, 8],
    ],
  })
})

test('with a coalition its players are said; where states are not made of options, SIM is not answered', () => {
  const conflict = loaded('elmira')
  const asked = { conflict, meaning: 'once', coalition: [0, 1] } as const
  const found = answerTo({ what: 'stability', ...asked }, () => undefined)
  if (!found.ok) throw new Error(found.refusal.code)
  expect(found.value.together?.players).toEqual([[0, 1], [2]])
  expect(found.value.equilibria.SIM).toBeNull()
})

test('the question turned round is answered in conditions', () => {
  const conflict = loaded('cuba-1962')
  const asked = { conflict, meaning: 'textbook', decider: 0, state: 0, notion: 'Nash' } as const
  const found = answerTo({ what: 'inverse', ...asked }, () => undefined)
  expect(found.ok && found.value.conditions.map(({ move }) => move)).toEqual([1, 2, 3])
})

test('what is not a conflict is refused in words', () => {
  const code = (name: string, text: string): string => {
    const read = readConflict(name, text)
    return read.ok ? 'read' : read.refusal.code
  }
  expect(code('x.json', 'no JSON')).toBe('bargaining.file-kind')
  expect(code('x.json', '{"format":"parley-conflict-1"}')).toBe('bargaining.file-broken')
  expect(code('x.gmcr', 'no JSON')).toBe('conflict.not-json')
})
