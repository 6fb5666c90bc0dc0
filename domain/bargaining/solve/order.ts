/** In which order the issues are taken, so that few constraints are half decided at any moment. */
import { exact, nearest } from '../exact.ts'
import type { Problem, Term } from '../problem.ts'

/** The issues that each term speaks of, without repetition. */
const spans = (terms: readonly Term[]): readonly (readonly number[])[] =>
  terms.map((term) => [...new Set(term.when.map((literal) => literal.issue))])

/** The issues that are tied to one another by terms, largest groups last; issues without terms are in none. */
const groups = (count: number, linked: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const head = Array.from({ length: count }, (_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (head[at] !== at) at = head[at] ?? at
    return at
  }
  for (const issues of linked) for (const issue of issues) head[find(issue)] = find(issues[0] ?? issue)
  const byHead = new Map<number, number[]>()
  for (const issue of new Set(linked.flat())) {
    const group = byHead.get(find(issue)) ?? []
    group.push(issue)
    byHead.set(find(issue), group)
  }
  return [...byHead.values()].sort((a, b) => a.length - b.length)
}

/** Takes next the issue after which the fewest terms are half decided; of equals the one that closes most. */
const greedily = (group: readonly number[], linked: readonly (readonly number[])[]): readonly number[] => {
  const taken = new Set<number>()
  const mine = linked.filter((issues) => issues.length > 1 && issues.some((issue) => group.includes(issue)))
  const pendingWith = (issue: number): number =>
    mine.filter((issues) => {
      const decided = issues.filter((each) => taken.has(each) || each === issue).length
      return decided > 0 && decided < issues.length
    }).length
  const order: number[] = []
  while (order.length < group.length) {
    const left = group.filter((issue) => !taken.has(issue))
    const best = left.reduce(
      (best, issue) => (pendingWith(issue) < pendingWith(best) ? issue : best),
      left[0] ?? 0,
    )
    taken.add(best)
    order.push(best)
  }
  return order
}

/** How much is at stake on an issue: what each party could gain or lose on it, multiplied. */
const stake = (problem: Problem, issue: number): number =>
  problem.worth.reduce((product, issues, party) => {
    const options = issues[issue] ?? []
    const most = options.reduce((a, b) => (b > a ? b : a), options[0] ?? 0n)
    const least = options.reduce((a, b) => (b < a ? b : a), options[0] ?? 0n)
    return product * nearest(exact(most - least, problem.sides[party]?.unit ?? 1n))
  }, 1)

/**
 * Every issue once: those tied by terms first, group by group, then the free ones, those first on which little is at
 * stake, so that there are few points for as long as can be.
 */
export const issueOrder = (problem: Problem): readonly number[] => {
  const linked = spans(problem.terms)
  const tied = groups(problem.issues.length, linked).flatMap((group) => greedily(group, linked))
  const stakes = problem.issues.map((_, issue) => stake(problem, issue))
  const free = problem.issues.map((_, i) => i).filter((issue) => !tied.includes(issue))
  return [...tied, ...free.sort((a, b) => (stakes[a] ?? 0) - (stakes[b] ?? 0))]
}
