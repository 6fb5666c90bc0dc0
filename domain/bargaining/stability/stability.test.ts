/** What is stable, beside the definitions followed to the letter. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseCoalitions } from './coalition.ts'
import { temptations } from './explanation.ts'
import type { Game } from './game.ts'
import { inverseConditions, inverseNotions } from './inverse.ts'
import { movesFrom } from './moves.ts'
import { meanings, notions } from './notion.ts'
import { evolution, pathTo, type Step } from './reach.ts'
import { analyseStability } from './stability.ts'
import { alone, isStable } from './testing/definitions.ts'
import { framed, settled } from './testing/framed.ts'
import { conflicts } from './testing/random.ts'

const runs = { numRuns: 400 }

describe('stability', () => {
  it.each(meanings)('is what the definitions say, under %s', (meaning) => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        const { perDecider, equilibria } = settled(analyseStability(game, meaning))
        for (const notion of notions) {
          if (notion === 'SIM' && conflict.form === 'graph') {
            expect(equilibria.SIM).toBeUndefined()
            continue
          }
          const expected = perDecider.map((_, decider) =>
            Array.from({ length: game.states }, (_, state) =>
              Number(isStable(game, alone(game), decider, state, notion, meaning)),
            ),
          )
          expect([notion, perDecider.map((found) => [...(found[notion] ?? [])])]).toEqual([notion, expected])
          expect([...(equilibria[notion] ?? [])]).toEqual(
            Array.from({ length: game.states }, (_, state) =>
              Number(expected.every((own) => own[state] === 1)),
            ),
          )
        }
      }),
      runs,
    )
  })

  it.each(meanings)('is nested as the literature proves, under %s', (meaning) => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const { perDecider } = settled(analyseStability(framed(conflict), meaning))
        for (const { Nash, GMR, SMR, SEQ, SIM } of perDecider)
          for (const [state, nash] of Nash.entries()) {
            if (nash) expect([SMR[state], SEQ[state], SIM?.[state] ?? 1]).toEqual([1, 1, 1])
            if (SMR[state] || SEQ[state]) expect(GMR[state]).toBe(1)
          }
      }),
      runs,
    )
  })

  it('does not depend on the meaning when there are two deciders', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        fc.pre(game.deciders.length === 2)
        const [first, ...others] = meanings.map(
          (meaning) => settled(analyseStability(game, meaning)).perDecider,
        )
        for (const other of others) expect(other).toEqual(first)
      }),
      runs,
    )
  })
})

/** An answer is made of moves of opponents, nobody twice in succession, and ends no better for the decider. */
const expectAnswer = (
  game: Game,
  decider: number,
  left: number,
  from: number,
  path: readonly Step[],
): void => {
  const rank = (state: number): number => game.payoffs[decider]?.[state] ?? 0
  for (const [place, { state, by }] of path.entries()) {
    expect(by).not.toBe(decider)
    expect(by).not.toBe(path[place - 1]?.by)
    expect(movesFrom(game.moves, by, path[place - 1]?.state ?? from)).toContain(state)
  }
  expect(rank(path.at(-1)?.state ?? from)).toBeLessThanOrEqual(rank(left))
}

describe('an explanation', () => {
  it.each(meanings)(
    'names an answer to every improvement where a state is stable, and only there, under %s',
    (meaning) => {
      fc.assert(
        fc.property(conflicts, (conflict) => {
          const game = framed(conflict)
          const { perDecider } = settled(analyseStability(game, meaning))
          for (const [decider, stability] of perDecider.entries())
            for (let state = 0; state < game.states; state += 1) {
              const all = temptations(game, decider, state, meaning)
              expect(all.length === 0).toBe(stability.Nash[state] === 1)
              for (const one of all)
                for (const path of [one.GMR, one.SMR, one.SEQ])
                  if (path) expectAnswer(game, decider, state, one.state, path)
              for (const notion of ['GMR', 'SMR', 'SEQ'] as const)
                expect(all.every((one) => one[notion] !== undefined)).toBe(stability[notion][state] === 1)
            }
        }),
        { numRuns: 150 },
      )
    },
  )
})

describe('coalitions', () => {
  it.each(meanings)('of one decider each are the game itself, under %s', (meaning) => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        const alone = settled(analyseCoalitions(game, [], meaning))
        const { perDecider } = settled(analyseStability(game, meaning, { simultaneous: false }))
        expect(alone.perPlayer).toEqual(perDecider.map(({ SIM: _, ...stability }) => stability))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a coalition of two', () => {
  it.each(meanings)('and the others stay where the definitions say, under %s', (meaning) => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        const { players, perPlayer } = settled(analyseCoalitions(game, [[0, 1]], meaning))
        expect(players).toEqual([[0, 1], ...alone(game).slice(2)])
        for (const [player, stability] of perPlayer.entries())
          for (const notion of inverseNotions)
            expect([notion, [...stability[notion]]]).toEqual([
              notion,
              Array.from({ length: game.states }, (_, state) =>
                Number(isStable(game, players, player, state, notion, meaning)),
              ),
            ])
      }),
      { numRuns: 200 },
    )
  })
})

describe('the inverse problem', () => {
  it.each(inverseNotions)(
    'is answered so that its conditions hold exactly where a state is %s stable',
    (notion) => {
      fc.assert(
        fc.property(conflicts, fc.constantFrom(...meanings), (conflict, meaning) => {
          const game = framed(conflict)
          const { perDecider } = settled(analyseStability(game, meaning, { simultaneous: false }))
          for (const [decider, stability] of perDecider.entries())
            for (let state = 0; state < game.states; state += 1) {
              const { conditions, others } = inverseConditions(game, decider, state, notion, meaning)
              expect(conditions.every(({ held }) => held)).toBe(stability[notion][state] === 1)
              for (const { decider: other, stays } of others)
                if (stays !== 'depends')
                  expect(stays === 'always').toBe(perDecider[other]?.[notion][state] === 1)
            }
        }),
        { numRuns: 150 },
      )
    },
  )
})

describe('an evolution', () => {
  it('is a path of improvements in which nobody moves twice in succession', () => {
    fc.assert(
      fc.property(conflicts, (conflict) => {
        const game = framed(conflict)
        for (const step of evolution(game, 0)) {
          const path = pathTo(step)
          for (const [place, { state, by }] of path.entries()) {
            const from = path[place - 1]?.state ?? 0
            expect(game.payoffs[by]?.[state]).toBeGreaterThan(game.payoffs[by]?.[from] ?? 0)
            expect(path[place - 1]?.by).not.toBe(by)
          }
        }
      }),
      runs,
    )
  })
})
