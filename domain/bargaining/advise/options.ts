/** What efficient packages have in common: options that are in none of them, and options that are in all. */
import { done, type Outcome } from '#domain/outcome.ts'
import type { Problem } from '../problem.ts'
import { type FrontierPoint, paretoFrontier } from '../solve/frontier.ts'

/** `drop`: in no efficient package. `close`: in every one. `open`: in some. */
export type OptionRole = 'drop' | 'close' | 'open'

const keyOf = (worth: readonly bigint[]): string => worth.join()

/** The problem in which an issue is settled: only one of its options is left. */
const settled = (problem: Problem, issue: number, option: number): Problem => ({
  ...problem,
  terms: [
    ...problem.terms,
    {
      when: [
        {
          issue,
          options: (problem.issues[issue]?.options ?? []).flatMap((_, other) =>
            other === option ? [] : [other],
          ),
        },
      ],
      effect: 'forbidden',
    },
  ],
})

/**
 * The role of every option of every issue on a complete frontier. An option that is in none of the packages that stand
 * for the points may still be in another package that comes to the same point: that is asked by settling it.
 */
export const optionRoles = (
  problem: Problem,
  points: readonly FrontierPoint[],
): Outcome<readonly (readonly OptionRole[])[]> => {
  const efficient = new Set(points.map(({ worth }) => keyOf(worth)))
  const roles: OptionRole[][] = []
  for (const [issue, { options }] of problem.issues.entries()) {
    const isUsed = options.map((_, option) => points.some(({ choice }) => choice[issue] === option))
    for (const option of options.keys()) {
      if (isUsed[option] || options.length === 1) continue
      const frontier = paretoFrontier(settled(problem, issue, option))
      if (!frontier.ok && frontier.refusal.code !== 'bargaining.impossible') return frontier
      isUsed[option] = frontier.ok && frontier.value.points.some(({ worth }) => efficient.has(keyOf(worth)))
    }
    const used = isUsed.filter(Boolean).length
    roles.push(isUsed.map((isIn) => (!isIn ? 'drop' : used === 1 ? 'close' : 'open')))
  }
  return done(roles)
}
