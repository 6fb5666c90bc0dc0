/** Conflicts made ready: which states there are, who can move where, and how preferences become ranks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, type GraphConflict, type OptionConflict, type Statement, ynOf } from './conflict.ts'
import { decimalAt, feasibleStates } from './feasible.ts'
import { frameGame, stateCalled, stateName } from './game.ts'
import { movesFrom } from './moves.ts'
import { denseRanks, ranksOf } from './preference.ts'
import { framed, settled } from './testing/framed.ts'
import { conflicts, optionConflicts } from './testing/random.ts'

const name = { en: 'x' }

describe('the states of a conflict', () => {
  it('are all combinations that fit no pattern, in the order of their decimals', () => {
    fc.assert(
      fc.property(optionConflicts, ({ options, infeasible }) => {
        const states = settled(feasibleStates(options.length, infeasible))
        const expected = Array.from({ length: 2 ** options.length }, (_, decimal) => decimal).filter(
          (decimal) => !infeasible.some((pattern) => fits(pattern, decimal)),
        )
        expect(Array.from({ length: states.count }, (_, state) => decimalAt(states, state))).toEqual(expected)
        expect(expected.map(states.indexOf)).toEqual(expected.map((_, state) => state))
      }),
    )
  })

  it('are found among a thousand million combinations when few are left', () => {
    const neighbours = Array.from({ length: 29 }, (_, bit) => ({ mask: 3 << bit, value: 1 << bit }))
    const states = settled(feasibleStates(30, neighbours))
    expect(states.count).toBe(31)
    expect(states.indexOf(decimalAt(states, 17))).toBe(17)
    expect(states.indexOf(5)).toBe(-1)
  })

  it('are refused when there are none or too many', () => {
    expect(feasibleStates(2, [{ mask: 0, value: 0 }])).toMatchObject({
      refusal: { code: 'conflict.no-states' },
    })
    expect(feasibleStates(23, [])).toMatchObject({ refusal: { code: 'conflict.states-beyond' } })
    expect(feasibleStates(31, [])).toMatchObject({ refusal: { code: 'conflict.options-beyond' } })
  })

  it('are found again by number, by options and by key', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        for (let state = 0; state < game.states; state += 1) {
          const { yn, key } = stateName(conflict, game, state)
          expect(stateCalled(conflict, game, yn ?? key ?? '')).toBe(state)
          expect(stateCalled(conflict, game, `${state + 1}`)).toBe(state)
        }
        expect(stateCalled(conflict, game, `${game.states + 1}`)).toBeUndefined()
      }),
    )
  })
})

describe('a move', () => {
  const conflict: OptionConflict = {
    form: 'options',
    name,
    options: (['both', 'forward', 'backward', 'none', 'both'] as const).map((direction, bit) => ({
      key: `${bit}`,
      name,
      direction,
    })),
    infeasible: [{ mask: 0b00011, value: 0b00011 }],
    deciders: [{ key: 'd', name, preference: { kind: 'statements', statements: [] }, options: [0, 1, 2, 3] }],
  }
  const called = (yn: string): readonly string[] => {
    const game = framed(conflict)
    const state = stateCalled(conflict, game, yn) ?? -1
    return movesFrom(game.moves, 0, state).map((target) => stateName(conflict, game, target).yn ?? '')
  }

  it('changes options of one’s own in their direction, to states that can be', () => {
    expect(called('NNYNN')).toEqual(['NNNNN', 'YNNNN', 'NYNNN', 'YNYNN', 'NYYNN'])
    expect(called('NYNYY')).toEqual([])
  })

  it('can be followed back to where it came from', () => {
    fc.assert(
      fc.property(conflicts, (any) => {
        const { deciders, moves, states } = framed(any)
        const into = new Int32Array(moves.most)
        for (const decider of deciders.keys())
          for (let state = 0; state < states; state += 1) {
            const sources = [...into.subarray(0, moves.back(decider, state, into))].sort((a, b) => a - b)
            const all = Array.from({ length: states }, (_, source) => source)
            expect(sources).toEqual(all.filter((source) => movesFrom(moves, decider, source).includes(state)))
          }
      }),
    )
  })

  it('is written once, and never from a state to itself', () => {
    const graph: GraphConflict = {
      form: 'graph',
      name,
      states: [
        { key: 'a', name },
        { key: 'b', name },
      ],
      deciders: [
        {
          key: 'd',
          name,
          preference: { kind: 'ranking', by: 'number', groups: [[1, 2]] },
          moves: [
            [0, 1],
            [0, 0],
            [0, 1],
          ],
        },
      ],
    }
    expect(movesFrom(framed(graph).moves, 0, 0)).toEqual([1])
  })
})

describe('ranks', () => {
  it('keep the order and the ties of values, and leave no rank out', () => {
    expect([...denseRanks(Float64Array.of(7, -1, 7, 100, 3))]).toEqual([3, 1, 3, 4, 2])
  })

  it('of statements are those of weights of which each is more than all later ones together', () => {
    const states = settled(feasibleStates(6, []))
    const pattern = fc
      .record({ mask: fc.nat(63), value: fc.nat(63) })
      .map(({ mask, value }) => ({ mask, value: mask & value }))
    const statement: fc.Arbitrary<Statement> = fc
      .array(pattern, { minLength: 1, maxLength: 3 })
      .map((anyOf) => ({ anyOf }))
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 70 }), (statements) => {
        const weights = Array.from({ length: states.count }, (_, decimal) =>
          statements.reduce(
            (sum, one) =>
              sum * 2n + ('anyOf' in one && one.anyOf.some((each) => fits(each, decimal)) ? 1n : 0n),
            0n,
          ),
        )
        const sorted = [...new Set(weights)].sort((a, b) => (a < b ? -1 : 1))
        const ranks = settled(ranksOf('d', { kind: 'statements', statements }, states))
        expect([...ranks]).toEqual(weights.map((weight) => sorted.indexOf(weight) + 1))
      }),
    )
  })

  it.each([
    [[[1, 2, 3]], 'conflict.ranked-missing'],
    [[[1, 2, 3, 4], [2]], 'conflict.ranked-twice'],
    [[[1, 2, 3, 4, 5]], 'conflict.ranked-unknown'],
    [[[0, 1, 2, 3, 4]], 'conflict.ranked-unknown'],
  ])('of the ranking %j are refused', (groups, code) => {
    const states = settled(feasibleStates(2, []))
    expect(ranksOf('d', { kind: 'ranking', by: 'number', groups }, states)).toMatchObject({
      refusal: { code },
    })
  })
})

it('refuses a conflict without deciders', () => {
  expect(frameGame({ form: 'graph', name, states: [{ key: 'a', name }], deciders: [] })).toMatchObject({
    refusal: { code: 'conflict.no-deciders' },
  })
  expect(ynOf(6, 4)).toBe('NYYN')
})
