/** Small conflicts of every kind, made by chance: irreversible options, states that cannot be, ties, graphs. */
import fc from 'fast-check'
import type { Conflict, GraphConflict, OptionConflict, Pattern, Preference } from '../conflict.ts'
import { feasibleStates } from '../feasible.ts'

const name = { en: 'x' }

/** A ranking of states called by number, the ranks being given; equal ranks are equals. */
const rankingOf = (ranks: readonly number[]): Preference => ({
  kind: 'ranking',
  by: 'number',
  groups: [...new Set(ranks)]
    .sort((a, b) => b - a)
    .map((rank) => ranks.flatMap((one, state) => (one === rank ? [state + 1] : []))),
})

const ranksFor = (states: number) =>
  fc.array(fc.integer({ min: 1, max: Math.max(2, states) }), { minLength: states, maxLength: states })

const patternOn = (options: number): fc.Arbitrary<Pattern> =>
  fc
    .tuple(fc.integer({ min: 1, max: 2 ** options - 1 }), fc.integer({ min: 0, max: 2 ** options - 1 }))
    .map(([mask, value]) => ({ mask, value: value & mask }))

/** A conflict in option form with two to four deciders; none without a state. */
export const optionConflicts: fc.Arbitrary<OptionConflict> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 5 }))
  .chain(([deciders, options]) =>
    fc.record({
      owners: fc.array(fc.integer({ min: 0, max: deciders - 1 }), { minLength: options, maxLength: options }),
      directions: fc.array(
        fc.constantFrom(
          'both' as const,
          'both' as const,
          'forward' as const,
          'backward' as const,
          'none' as const,
        ),
        { minLength: options, maxLength: options },
      ),
      infeasible: fc.array(patternOn(options), { maxLength: 3 }),
      deciders: fc.constant(deciders),
    }),
  )
  .filter(({ owners, infeasible }) => feasibleStates(owners.length, infeasible).ok)
  .chain(({ owners, directions, infeasible, deciders }) => {
    const feasible = feasibleStates(owners.length, infeasible)
    const states = feasible.ok ? feasible.value.count : 0
    return fc.array(ranksFor(states), { minLength: deciders, maxLength: deciders }).map(
      (ranks): OptionConflict => ({
        form: 'options',
        name,
        options: directions.map((direction, bit) => ({ key: `o${bit}`, name, direction })),
        infeasible,
        deciders: ranks.map((own, decider) => ({
          key: `d${decider}`,
          name,
          preference: rankingOf(own),
          options: owners.flatMap((owner, bit) => (owner === decider ? [bit] : [])),
        })),
      }),
    )
  })

/** A conflict whose states and moves are given one by one, with two to four deciders. */
export const graphConflicts: fc.Arbitrary<GraphConflict> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 8 }))
  .chain(([deciders, states]) => {
    const state = fc.integer({ min: 0, max: states - 1 })
    return fc
      .array(
        fc.record({ moves: fc.array(fc.tuple(state, state), { maxLength: 10 }), ranks: ranksFor(states) }),
        {
          minLength: deciders,
          maxLength: deciders,
        },
      )
      .map(
        (all): GraphConflict => ({
          form: 'graph',
          name,
          states: Array.from({ length: states }, (_, place) => ({ key: `s${place + 1}`, name })),
          deciders: all.map(({ moves, ranks }, decider) => ({
            key: `d${decider}`,
            name,
            preference: rankingOf(ranks),
            moves,
          })),
        }),
      )
  })

/** A conflict of either form. */
export const conflicts: fc.Arbitrary<Conflict> = fc.oneof(optionConflicts, graphConflicts)
