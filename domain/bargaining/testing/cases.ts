/** Small cases for the tests of bargaining: made by chance, or written as a table of worth. */
import fc from 'fast-check'
import type { BargainingCase } from '../case.ts'
import { type Choice, isFeasible, type Problem, worthOf } from '../problem.ts'

/** A case from worth alone: `worth[party][issue][option]`, reservations by party. Issues are `i0`, `i1`; options `0`, `1`. */
export const caseOf = (
  worth: readonly (readonly (readonly (number | string)[])[])[],
  reservations: readonly (number | string)[] = [],
): BargainingCase => ({
  name: 'a case',
  agenda: {
    baskets: [],
    constraints: [],
    issues: (worth[0] ?? []).map((options, i) => ({
      id: `i${i}`,
      name: { en: `i${i}` },
      options: options.map((_, o) => ({ id: `${o}`, name: { en: `${o}` } })),
    })),
  },
  worths: worth.map((issues, p) => ({
    party: `p${p}`,
    normalised: 'as-given',
    issues: Object.fromEntries(
      issues.map((options, i) => [
        `i${i}`,
        { weight: 1, options: Object.fromEntries(options.map((value, o) => [`${o}`, value])) },
      ]),
    ),
    interdependence: [],
    redLines: [],
    constraints: [],
    comparisons: [],
    ...(reservations[p] === undefined ? {} : { reservation: reservations[p] }),
  })),
})

/** Problems with few packages, many ties, links, constraints and reservations. */
export const smallProblem = (parties: number): fc.Arbitrary<Problem> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }).chain((sizes) => {
    const units = fc.integer({ min: 0, max: 6 }).map(BigInt)
    const literal = fc
      .integer({ min: 0, max: sizes.length - 1 })
      .chain((issue) =>
        fc
          .uniqueArray(fc.integer({ min: 0, max: (sizes[issue] ?? 1) - 1 }), { minLength: 1 })
          .map((options) => ({ issue, options })),
      )
    const when = fc.uniqueArray(literal, { minLength: 1, maxLength: 3, selector: ({ issue }) => issue })
    const link = fc.array(fc.integer({ min: -4, max: 4 }).map(BigInt), {
      minLength: parties,
      maxLength: parties,
    })
    const term = fc.record({ when, effect: fc.oneof(fc.constant('forbidden' as const), link) })
    return fc.record({
      sides: fc.tuple(
        ...Array.from({ length: parties }, (_, p) =>
          fc.record({
            id: fc.constant(`p${p}`),
            unit: fc.constantFrom(1n, 2n, 3n),
            reservation: fc.integer({ min: -2, max: 8 }).map(BigInt),
          }),
        ),
      ),
      issues: fc.constant(
        sizes.map((size, i) => ({ id: `i${i}`, options: Array.from({ length: size }, (_, o) => `${o}`) })),
      ),
      worth: fc.tuple(
        ...Array.from({ length: parties }, () =>
          fc.tuple(...sizes.map((size) => fc.array(units, { minLength: size, maxLength: size }))),
        ),
      ),
      terms: fc.array(term, { maxLength: 4 }),
    })
  })

/** Every package that is not forbidden, with its worth: what no solver of ours does. */
export const everyPackage = (
  problem: Problem,
): readonly { readonly choice: Choice; readonly worth: readonly bigint[] }[] => {
  let choices: Choice[] = [[]]
  for (const { options } of problem.issues)
    choices = choices.flatMap((choice) => options.map((_, option) => [...choice, option]))
  return choices
    .filter((choice) => isFeasible(problem, choice))
    .map((choice) => ({ choice, worth: worthOf(problem, choice) }))
}

const dominates = (a: readonly bigint[], b: readonly bigint[]): boolean =>
  a.every((worth, p) => worth >= (b[p] ?? 0n)) && a.some((worth, p) => worth > (b[p] ?? 0n))

/** The points nothing dominates, with the number of packages at each, by looking at all pairs. */
export const plainFrontier = (problem: Problem): ReadonlyMap<string, number> => {
  const all = everyPackage(problem)
  const counts = new Map<string, number>()
  for (const { worth } of all)
    if (!all.some((other) => dominates(other.worth, worth)))
      counts.set(worth.join(), (counts.get(worth.join()) ?? 0) + 1)
  return counts
}
