/** How much of what the parties said may be wrong before a package stops being good: draws around what they said. */
import { exact, nearest } from '../exact.ts'
import { type Choice, isInZone, isSameChoice, type Problem, worthOf } from '../problem.ts'
import { type AdvisedBy, advised } from './advice.ts'
import { type Chance, chanceOf } from './chance.ts'
import { afterSettling } from './zone.ts'

/** What was found in the draws, as shares of 1. */
export interface Robustness {
  readonly draws: number
  /** By how much each figure was wrong at most, as a share of it. */
  readonly error: number
  /** How often the package was better than no agreement for everybody. */
  readonly inZone: number
  /** How often it was efficient: no package raised somebody and hurt nobody. */
  readonly efficient: number
  /** How often the named solution picked this very package. */
  readonly advised: number
  /** By party: the least and the most it gained over its reservation, in its own figures. */
  readonly gains: readonly { readonly least: number; readonly most: number }[]
}

const fine = 1_000_000

/** A figure that is wrong by at most `error` of itself, in the same units. */
const misstated = (value: bigint, error: number, chance: Chance): bigint =>
  (value * BigInt(Math.round(fine * (1 + error * (2 * chance() - 1))))) / BigInt(fine)

/** The problem as it might really be: every option's worth misstated on its own. */
export const perturbed = (problem: Problem, error: number, chance: Chance, party?: number): Problem => ({
  ...problem,
  worth: problem.worth.map((issues, p) =>
    party === undefined || party === p
      ? issues.map((options) => options.map((value) => misstated(value, error, chance)))
      : issues,
  ),
})

/** Whether some package raises somebody and hurts nobody: asked by a search among what is at least as good for all. */
const isBeaten = (problem: Problem, choice: Choice): boolean => {
  const settled = afterSettling(problem, choice)
  const better = advised(settled, 'welfare', [choice])
  if (!better) return false
  const [before, after] = [worthOf(problem, choice), worthOf(problem, better)]
  return after.some((worth, p) => worth > (before[p] ?? 0n))
}

/**
 * Draws the truth `draws` times around what was said, each figure wrong by up to `error` of itself, and looks at the
 * package again each time. The same seed gives the same answer.
 */
export const robustnessOf = (
  problem: Problem,
  choice: Choice,
  by: AdvisedBy,
  error: number,
  draws = 1_000,
  seed = 1,
): Robustness => {
  const chance = chanceOf(seed)
  let [inZone, efficient, same] = [0, 0, 0]
  const gains = problem.sides.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }))
  for (let draw = 0; draw < draws; draw++) {
    const truth = perturbed(problem, error, chance)
    const worth = worthOf(truth, choice)
    if (isInZone(truth, worth)) inZone++
    if (!isBeaten(truth, choice)) efficient++
    if (isSameChoice(choice, advised(truth, by, [choice]))) same++
    truth.sides.forEach(({ reservation, unit }, p) => {
      const gain = Number((worth[p] ?? 0n) - reservation) / Number(unit)
      const range = gains[p]
      if (range) gains[p] = { least: Math.min(range.least, gain), most: Math.max(range.most, gain) }
    })
  }
  return { draws, error, inZone: inZone / draws, efficient: efficient / draws, advised: same / draws, gains }
}

/**
 * The largest error, as a share of each figure, that a package stays in the zone under whatever is misstated: the
 * smallest of what each party gains over what it has at stake; 0 where it is not in the zone. Exact, by the worst case,
 * not by draws.
 */
export const toleratedError = (problem: Problem, choice: Choice): number => {
  if (!isInZone(problem, worthOf(problem, choice))) return 0
  // What is cut off at a ceiling is a reserve too.
  const uncut = { ...problem, sides: problem.sides.map((side) => ({ ...side, ceiling: undefined })) }
  const worth = worthOf(uncut, choice)
  const shares = problem.sides.map(({ reservation }, party) => {
    const stakes = choice.reduce((sum, option, issue) => {
      const value = problem.worth[party]?.[issue]?.[option] ?? 0n
      return sum + (value < 0n ? -value : value)
    }, 0n)
    return stakes === 0n ? 1 : nearest(exact((worth[party] ?? 0n) - reservation, stakes))
  })
  return Math.min(1, ...shares)
}

/** What one party could gain by misstating its own worth, as far as draws of misstatements found out. */
export interface GainFromLying {
  readonly party: number
  /** What it really gains when it says the truth, and with the best misstatement found; in its own figures. */
  readonly honest: number
  readonly best: number
  /** The factor on each issue in that misstatement; empty if none was better than the truth. */
  readonly factors: readonly number[]
}

const exaggerated = (problem: Problem, party: number, factors: readonly number[]): Problem => ({
  ...problem,
  worth: problem.worth.map((issues, p) =>
    p === party
      ? issues.map((options, i) =>
          options.map((value) => (value * BigInt(Math.round(1_000 * (factors[i] ?? 1)))) / 1_000n),
        )
      : issues,
  ),
})

const sayings = [0.25, 0.5, 1, 2, 4]

/**
 * Looks for misstatements that pay: each issue made up to four times as important as it is, or a quarter, at random.
 * A lower bound on what lying can bring: a party may find better lies. For the mediator's eyes only.
 */
export const gainFromLying = (
  problem: Problem,
  party: number,
  by: AdvisedBy,
  tries = 200,
  seed = 1,
): GainFromLying => {
  const chance = chanceOf(seed)
  const { unit = 1n, reservation = 0n } = problem.sides[party] ?? {}
  const truly = (choice: Choice | undefined): number =>
    choice ? Number((worthOf(problem, choice)[party] ?? 0n) - reservation) / Number(unit) : 0
  const honest = truly(advised(problem, by))
  let best: GainFromLying = { party, honest, best: honest, factors: [] }
  for (let attempt = 0; attempt < tries; attempt++) {
    const factors = problem.issues.map(() => sayings[Math.floor(chance() * sayings.length)] ?? 1)
    const gain = truly(advised(exaggerated(problem, party, factors), by))
    if (gain > best.best) best = { ...best, best: gain, factors }
  }
  return best
}
