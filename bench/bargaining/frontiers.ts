/** Frontiers beside enumeration, where there is one, and alone where nothing could be enumerated. */

import { nearest } from '#domain/bargaining/exact.ts'
import { inFigures, type Problem, packageCount } from '#domain/bargaining/problem.ts'
import { type Frontier, paretoFrontier } from '#domain/bargaining/solve/frontier.ts'
import { median, milliseconds, printTable } from '../testing/figures.ts'
import { enumerated, enumeratedOnline, type Points } from './enumeration.ts'
import { constraintsFor, problemOf, type Worths, worths } from './instances.ts'

const frontierOf = (problem: Problem): Frontier => {
  const frontier = paretoFrontier(problem)
  if (!frontier.ok) throw new Error(frontier.refusal.code)
  return frontier.value
}

/** Processor time of one call, in milliseconds. */
export const processorTime = <T>(call: () => T): { readonly value: T; readonly ms: number } => {
  const before = process.cpuUsage()
  const value = call()
  const { user, system } = process.cpuUsage(before)
  return { value, ms: (user + system) / 1_000 }
}

/** The median processor time of so many calls, after some that only warm up. */
export const medianTime = <T>(call: () => T, rounds: number): { readonly value: T; readonly ms: number } => {
  for (let warm = 0; warm < Math.min(rounds, 5); warm++) call()
  const all = Array.from({ length: rounds }, () => processorTime(call))
  return { value: (all[0] as { value: T }).value, ms: median(all.map(({ ms }) => ms)) }
}

/** Many short calls in one measurement: the clock of the processor ticks too coarsely for one. */
const shortTime = <T>(call: () => T, calls: number): { readonly value: T; readonly ms: number } => {
  const { value, ms } = medianTime(() => {
    let last = call()
    for (let i = 1; i < calls; i++) last = call()
    return last
  }, 5)
  return { value, ms: ms / calls }
}

const isSame = (problem: Problem, frontier: Frontier, plain: Points): boolean =>
  frontier.points.length === plain.length &&
  frontier.points.every(({ worth }, i) =>
    inFigures(problem, worth).every((value, p) => Math.abs(nearest(value) - (plain[i]?.[p] ?? 0)) < 1e-12),
  )

const scientific = (problem: Problem): string => {
  const count = packageCount(problem)
  return count < 100_000_000n ? count.toLocaleString('en') : Number(count).toExponential(1)
}

const besideEnumeration = (given: Worths, aim: number): readonly string[] => {
  const problem = problemOf(given)
  const ours = shortTime(() => frontierOf(problem), 20)
  const plain = processorTime(() => enumerated(given))
  const online = given.length === 2 ? processorTime(() => enumeratedOnline(given)) : undefined
  const same =
    isSame(problem, ours.value, plain.value) && (!online || isSame(problem, ours.value, online.value))
  return [
    `${given.length} parties, ${scientific(problem)}`,
    `${ours.value.points.length}`,
    milliseconds(ours.ms),
    milliseconds(plain.ms),
    `${Math.round(plain.ms / ours.ms)} (aim ${aim})`,
    online ? `${milliseconds(online.ms)}, ${Math.round(online.ms / ours.ms)} times` : '',
    same ? 'equal' : 'DIFFERENT',
  ]
}

const alone = (name: string, problem: Problem, aim: string): readonly string[] => {
  const { value, ms } = medianTime(() => frontierOf(problem), 5)
  return [name, scientific(problem), `${value.points.length}`, milliseconds(ms), aim]
}

/** Prints frontiers beside enumeration, then alone, then how the time grows. */
export const measureFrontiers = (): void => {
  printTable('Frontier, processor time; enumeration in the same run', [
    ['packages', 'points', 'Parley', 'enumeration', 'times', 'without its sort', 'answers'],
    besideEnumeration(worths(10, 5, 2, 7), 500),
    besideEnumeration(worths(9, 5, 3, 7), 150),
  ])
  printTable('Where nothing can be enumerated', [
    ['instance', 'packages', 'points', 'takes', 'aim'],
    alone('two parties, 30 issues x 5', problemOf(worths(30, 5, 2, 7)), '10 ms'),
    alone('with 30 constraints', problemOf(worths(30, 5, 2, 7), constraintsFor(30, 30, 5, 7)), '500 ms'),
    alone('three parties, 20 issues x 5', problemOf(worths(20, 5, 3, 7)), '1,000 ms'),
    alone('three parties, 25 issues x 5', problemOf(worths(25, 5, 3, 7)), '1,000 ms'),
  ])
  printTable('Growth with the number of issues, 5 options each', [
    ['issues', 'points of two', 'takes', 'points of three', 'takes'],
    ...[5, 10, 15, 20, 25].map((issues) => {
      const two = shortTime(() => frontierOf(problemOf(worths(issues, 5, 2, 3))), 3)
      const three = medianTime(() => frontierOf(problemOf(worths(issues, 5, 3, 3))), 3)
      return [
        `${issues}`,
        `${two.value.points.length}`,
        milliseconds(two.ms),
        `${three.value.points.length}`,
        milliseconds(three.ms),
      ]
    }),
  ])
}
