/** Named solutions of many issues and parties, with their certificates, and what it takes to check them. */
import { checkBest, highestSum } from '#domain/bargaining/check/optimal.ts'
import { gains } from '#domain/bargaining/check/weighing.ts'
import { type Problem, worthOf } from '#domain/bargaining/problem.ts'
import { aimOf } from '#domain/bargaining/solve/aim.ts'
import { searchBest } from '#domain/bargaining/solve/search.ts'
import { certified } from '#domain/bargaining/solve/solutions.ts'
import { milliseconds, printTable } from '../testing/figures.ts'
import { medianTime, processorTime } from './frontiers.ts'
import { inPoints, problemOf, worths } from './instances.ts'

const names = { nash: 'Nash', egalitarian: 'max-min' } as const

const solved = (title: string, problem: Problem, name: keyof typeof names): readonly string[] => {
  const aim = aimOf(name, problem, [])
  const { value: found, ms } = medianTime(() => searchBest(problem, aim), 3)
  const certificate = certified(aim, found)
  const checked = processorTime(() => {
    if (!found.choice || highestSum(problem, certificate) !== certificate.bound) return 'refuted'
    return checkBest(problem, certificate, gains(problem, certificate, worthOf(problem, found.choice)))
  })
  return [
    title,
    names[name],
    milliseconds(ms),
    found.proven ? 'proven' : 'bounded',
    `${found.nodes}`,
    `${milliseconds(checked.ms)} ${checked.value}`,
  ]
}

/** Prints Nash and max-min for three parties and up to 100 issues. */
export const measureSearching = (): void => {
  const rows = [25, 50, 100].flatMap((issues) => {
    const real = worths(issues, 5, 3, 5)
    return (['nash', 'egalitarian'] as const).flatMap((name) => [
      solved(`${issues} issues, worth in points`, problemOf(inPoints(real)), name),
      solved(`${issues} issues, real worth`, problemOf(real), name),
    ])
  })
  printTable('Named solutions for three parties, 5 options an issue (aim for 100 issues: 1,000 ms)', [
    ['instance', 'solution', 'takes', 'claim', 'nodes', 'checked by the checker'],
    ...rows,
  ])
}
