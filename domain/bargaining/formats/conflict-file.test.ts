/** Our own conflict files, and the two cases of the literature that come with the project. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentence } from '#cli/input.ts'
import { ConflictFile } from '#contract/conflict-file.ts'
import { analyseCoalitions, coalitionImprovements, coalitionReach } from '../stability/coalition.ts'
import type { Conflict } from '../stability/conflict.ts'
import { type StateName, stateName } from '../stability/game.ts'
import { evolution } from '../stability/reach.ts'
import { analyseStability, numbersOf, type Stability } from '../stability/stability.ts'
import { framed, settled } from '../stability/testing/framed.ts'
import { conflictOfFile, type ConflictFile as DomainFile } from './conflict-file.ts'

const caseFile = (name: string): DomainFile =>
  ConflictFile.parse(JSON.parse(readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8')))

const equilibriaOf = (conflict: Conflict): Stability => settled(analyseStability(framed(conflict))).equilibria

const called = (
  conflict: Conflict,
  flags: Uint8Array,
  name: (state: StateName) => unknown,
): readonly unknown[] =>
  numbersOf(flags).map((number) => name(stateName(conflict, framed(conflict), number - 1)))

describe('the Cuban missile crisis', () => {
  const decimals = (name: string, notion: 'Nash' | 'SEQ') => {
    const conflict = settled(conflictOfFile(caseFile(`cuba-1962/${name}.json`)))
    return called(conflict, equilibriaOf(conflict)[notion], ({ decimal }) => decimal)
  }

  it('rests where the missiles are withdrawn, with or without the blockade, as published', () => {
    expect(decimals('reversible', 'SEQ')).toEqual([4, 6])
    expect(decimals('reversible', 'Nash')).toEqual([])
  })

  it('rests also after an air strike, when that cannot be taken back', () => {
    expect(decimals('conflict', 'SEQ')).toEqual([4, 5, 6])
    expect(decimals('conflict', 'Nash')).toEqual([5])
  })
})

describe('Elmira', () => {
  const file = caseFile('elmira/conflict.json')
  const conflict = settled(conflictOfFile(file))
  const keys = (flags: Uint8Array) => called(conflict, flags, ({ key }) => key)

  it('has the published equilibria: s5, s8 and s9, and less firmly s1 and s4', () => {
    const { Nash, GMR, SMR, SEQ } = equilibriaOf(conflict)
    expect(keys(Nash)).toEqual(['s5', 's8', 's9'])
    expect(keys(SEQ)).toEqual(['s5', 's8', 's9'])
    expect(keys(GMR)).toEqual(['s1', 's4', 's5', 's8', 's9'])
    expect(keys(SMR)).toEqual(['s1', 's4', 's5', 's8', 's9'])
  })

  it('goes from the status quo to s5, and from there to s8 only if ministry and company act together', () => {
    const game = framed(conflict)
    expect(evolution(game, 0).map(({ state }) => state + 1)).toEqual([5])
    expect(
      coalitionReach(game, [0, 1], 4)
        .map((state) => state + 1)
        .sort(),
    ).toEqual([6, 7, 8, 9])
    expect(coalitionImprovements(game, [0, 1], 4)).toEqual([7])
    const { equilibria } = settled(analyseCoalitions(game, [[0, 1]]))
    expect(keys(equilibria.Nash)).toEqual(['s7', 's8', 's9'])
  })

  it('does not depend on how the company orders what it likes least', () => {
    const worst = ['s2', 's3', 's7', 's6']
    const deciders = file.deciders.map((decider) =>
      decider.key === 'uniroyal'
        ? { ...decider, ranking: ['s1', 's4', 's8', 's5', 's9', ...worst] }
        : decider,
    )
    expect(equilibriaOf(settled(conflictOfFile({ ...file, deciders })))).toEqual(equilibriaOf(conflict))
  })
})

const name = { en: 'x' }
const file: DomainFile = {
  format: 'parley-conflict-1',
  name,
  options: [
    { key: 'a', name, owner: 'one' },
    { key: 'b', name, owner: 'two', direction: 'forward' },
  ],
  deciders: [
    { key: 'one', name, statements: [{ all: { b: true } }, { all: { a: false } }] },
    { key: 'two', name, ranking: ['YN', ['NN', 'YY'], 'NY'] },
  ],
}
const refusalOf = (change: Partial<DomainFile>): string => {
  const read = conflictOfFile({ ...file, ...change })
  return read.ok ? 'well' : sentence(read.refusal)
}
const one = (more: object): Partial<DomainFile> => ({
  deciders: [{ key: 'one', name, statements: [], ...more }, ...file.deciders.slice(1)],
})

describe('a conflict file', () => {
  it('ranks by statements, conditional ones too, and by states', () => {
    expect(framed(settled(conflictOfFile(file))).payoffs.map((own) => [...own])).toEqual([
      [2, 1, 4, 3],
      [2, 3, 1, 2],
    ])
    const conditional = conflictOfFile({
      ...file,
      ...one({
        statements: [
          { when: { all: { a: true } }, holds: { all: { b: true } } },
          { iff: [{ all: { a: true } }, { anyOf: [{ b: true }] }] },
        ],
      }),
    })
    expect([...(framed(settled(conditional)).payoffs[0] ?? [])]).toEqual([3, 1, 2, 3])
  })

  it.each([
    [
      { options: undefined },
      'A conflict is given either by options or by states, not by both and not by neither.',
    ],
    [{ infeasible: [{ c: true }] }, 'The file names something that is not in it: c.'],
    [
      one({ statements: [{ when: { all: {} }, holds: { all: { d: true } } }] }),
      'The file names something that is not in it: d.',
    ],
    [one({ statements: undefined, ranking: ['YNN'] }), 'The file names something that is not in it: YNN.'],
    [one({ ranking: [] }), 'one needs either statements or a ranking of the states.'],
    [one({ key: 'two' }), 'The key is used twice: decider two.'],
    [{ options: undefined, states: [{ key: 's', name }] }, 'The file names something that is not in it: YN.'],
    [
      { options: undefined, states: [{ key: 's', name }], deciders: [{ key: 'd', name, statements: [] }] },
      'd has statements, but the states of this conflict have no options; give a ranking.',
    ],
  ])('is refused in words: %j', (change, expected) => {
    expect(refusalOf(change as Partial<DomainFile>)).toBe(expected)
  })
})
