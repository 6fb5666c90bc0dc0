/** Instances of a negotiation, made from a seed: what one party likes best the other likes least, weights by chance. */

import { type Chance, chanceOf, sharesBy } from '#domain/bargaining/advise/chance.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import type { Problem } from '#domain/bargaining/problem.ts'
import { caseOf } from '#domain/bargaining/testing/cases.ts'

/** `worth[party][issue][option]`, doubles between 0 and 1 with all their digits; the best package is worth about 1. */
export type Worths = readonly (readonly (readonly number[])[])[]

const shuffled = (values: number[], chance: Chance): number[] => {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    ;[values[i], values[j]] = [values[j] ?? 0, values[i] ?? 0]
  }
  return values
}

/** From 0 to the issue's weight; rising for the first party, falling for the second, in any order for others. */
const optionWorth = (weight: number, options: number, party: number, chance: Chance): number[] => {
  const between = Array.from({ length: Math.max(0, options - 2) }, () => chance() * weight)
  const rising = [0, ...between.sort((a, b) => a - b), weight]
  return party === 0 ? rising : party === 1 ? rising.reverse() : shuffled(rising, chance)
}

/** Worth of so many issues with so many options to so many parties. */
export const worths = (issues: number, options: number, parties: number, seed: number): Worths => {
  const chance = chanceOf(seed)
  return Array.from({ length: parties }, (_, party) =>
    sharesBy(chance, issues).map((weight) => optionWorth(weight, options, party, chance)),
  )
}

/** The same in whole points, as people enter it: about 10,000 for the best package. */
export const inPoints = (worth: Worths): Worths =>
  worth.map((issues) => issues.map((options) => options.map((value) => Math.round(10_000 * value))))

/** "If option a of one issue then not option b of another", so many times by chance. */
export const constraintsFor = (
  count: number,
  issues: number,
  options: number,
  seed: number,
): BargainingCase['agenda']['constraints'] => {
  const chance = chanceOf(seed)
  const any = (below: number): number => Math.floor(chance() * below)
  return Array.from({ length: count }, () => {
    const first = any(issues)
    const second = (first + 1 + any(issues - 1)) % issues
    return { never: { [`i${first}`]: [`${any(options)}`], [`i${second}`]: [`${any(options)}`] } }
  })
}

/** The problem of worths, with constraints. Throws where it cannot be compiled: an instance of ours always can. */
export const problemOf = (
  worth: Worths,
  constraints: BargainingCase['agenda']['constraints'] = [],
): Problem => {
  const plain = caseOf(worth)
  const compiled = compileCase({ ...plain, agenda: { ...plain.agenda, constraints } })
  if (!compiled.ok) throw new Error(compiled.refusal.code)
  return compiled.value
}
