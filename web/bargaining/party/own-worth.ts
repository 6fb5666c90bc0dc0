/** A party's own worth while it is being entered: whole points, weights that add up to a hundred, nothing off the agenda. */
import type { z } from 'zod'
import type { SetWorth } from '#contract/bargaining-acts.ts'
import type { Agenda, Issue, Package, Together } from '#domain/bargaining/agenda.ts'
import { optionsOf } from '#domain/bargaining/agenda.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import { nearest, readExact } from '#domain/bargaining/exact.ts'
import { choiceOf, isFeasible, type Problem, worthOf } from '#domain/bargaining/problem.ts'
import { isOption, issueNamed } from '#domain/bargaining/references.ts'
import type { Estimate, Figure, IssueWorth, Worth } from '#domain/bargaining/worth.ts'
import { equalShares } from './shares.ts'

const number = (figure: Figure): number => {
  const exact = readExact(figure)
  return exact ? nearest(exact) : 0
}

/** The least and the most of an estimate; both the same for a figure. */
export const endsOf = (given: Estimate): readonly [least: number, most: number] =>
  typeof given === 'object' ? [number(given.least), number(given.most)] : [number(given), number(given)]

/** The middle of an estimate. */
export const middleOf = (given: Estimate): number => {
  const [least, most] = endsOf(given)
  return (least + most) / 2
}

/** An estimate of whole points: a figure where both ends are one. */
export const estimateOf = (least: number, most: number): Estimate =>
  least === most ? least : { least, most }

/** The weights in the order of the agenda; as equal as can be while none has been given. */
export const weightsOf = (agenda: Agenda, worth: Worth): readonly Estimate[] => {
  const given = agenda.issues.map(({ id }) => worth.issues[id]?.weight)
  const equal = equalShares(agenda.issues.length)
  return given.every((each) => each === undefined) ? equal : given.map((each) => each ?? 0)
}

const issueWorth = (agenda: Agenda, worth: Worth, at: number): IssueWorth => {
  const id = agenda.issues[at]?.id ?? ''
  return { ...worth.issues[id], weight: weightsOf(agenda, worth)[at] ?? 0 }
}

/** The same worth with these weights. */
export const withWeights = (agenda: Agenda, worth: Worth, weights: readonly Estimate[]): Worth => ({
  ...worth,
  issues: Object.fromEntries(
    agenda.issues.map(({ id }, i) => [id, { ...worth.issues[id], weight: weights[i] ?? 0 }]),
  ),
})

/** The same worth with these parts of one issue; every issue then has a weight. */
export const withIssue = (agenda: Agenda, worth: Worth, id: string, part: Partial<IssueWorth>): Worth => ({
  ...worth,
  issues: Object.fromEntries(
    agenda.issues.map((issue, i) => [
      issue.id,
      { ...issueWorth(agenda, worth, i), ...(issue.id === id ? part : {}) },
    ]),
  ),
})

/** What an option is worth on its issue, 0 to 100, before the weight. */
export const optionEstimate = (worth: Worth, issue: Issue, option: string): Estimate =>
  worth.issues[issue.id]?.options?.[option] ?? 0

const endsOnSlope = ({ slope }: Pick<IssueWorth, 'slope'>, { range }: Issue): readonly [number, number] => {
  if (!slope || !range) return [0, 0]
  const from = number(slope.offset)
  return [from, Math.round(from + number(slope.slope) * (range.to - range.from))]
}

/** The worth of the lowest and the highest number of a range. */
export const slopeEnds = (worth: Worth, issue: Issue): readonly [number, number] =>
  endsOnSlope(worth.issues[issue.id] ?? {}, issue)

/** A straight line between the two ends of a range. */
export const slopeBetween = ({ range }: Issue, low: number, high: number): IssueWorth['slope'] => {
  const steps = range ? range.to - range.from : 0
  return { offset: low, slope: steps === 0 ? 0 : `${high - low}/${steps}` }
}

/** Whether anything was said of the options of an issue. */
export const isWeighed = (worth: Worth, { id }: Issue): boolean => {
  const given = worth.issues[id]
  return given?.slope !== undefined || Object.keys(given?.options ?? {}).length > 0
}

const togetherFits = (agenda: Agenda, together: Together): boolean =>
  Object.entries(together).every(([id, options]) => {
    const issue = issueNamed(agenda, id)
    return issue !== undefined && options.every((option) => isOption(issue, option))
  })

const packageFits = (agenda: Agenda, chosen: Package): boolean =>
  togetherFits(agenda, Object.fromEntries(Object.entries(chosen).map(([id, option]) => [id, [option]])))

const within = (points: number): number => Math.max(0, Math.min(100, points))

/** The slope of a range that may have been made wider: its ends stay between the worst and the best. */
const slopeFitted = (issue: Issue, given: IssueWorth): IssueWorth['slope'] => {
  const [low, high] = endsOnSlope(given, issue)
  return within(low) === low && within(high) === high
    ? given.slope
    : slopeBetween(issue, within(low), within(high))
}

const issueFitted = (issue: Issue, given: IssueWorth): IssueWorth => ({
  weight: given.weight,
  ...(given.options
    ? { options: Object.fromEntries(Object.entries(given.options).filter(([id]) => isOption(issue, id))) }
    : {}),
  ...(given.slope && issue.range ? { slope: slopeFitted(issue, given) } : {}),
})

/** What of a worth still speaks of this agenda: issues and options that were taken off it are left out. */
export const fittedTo = (agenda: Agenda, worth: Worth): Worth => {
  const { batna, ...rest } = worth
  const isWhole = batna && agenda.issues.every(({ id }) => Object.hasOwn(batna, id))
  return {
    ...rest,
    issues: Object.fromEntries(
      agenda.issues.flatMap((issue) => {
        const given = worth.issues[issue.id]
        return given ? [[issue.id, issueFitted(issue, given)]] : []
      }),
    ),
    interdependence: worth.interdependence.filter(({ together }) => togetherFits(agenda, together)),
    redLines: worth.redLines.filter(({ issue, option }) => togetherFits(agenda, { [issue]: [option] })),
    constraints: worth.constraints.filter((together) => togetherFits(agenda, together)),
    comparisons: worth.comparisons.filter(
      ({ better, worse }) => packageFits(agenda, better) && packageFits(agenda, worse),
    ),
    ...(isWhole && packageFits(agenda, batna) ? { batna } : {}),
  }
}

/** What the act says: the worth without whose it is, which its room says. */
export const payloadOf = (agenda: Agenda, worth: Worth): z.infer<typeof SetWorth> => {
  const { issues, interdependence, redLines, constraints, comparisons, reservation, batna } = fittedTo(
    agenda,
    withWeights(agenda, worth, weightsOf(agenda, worth)),
  )
  const parts = { issues, interdependence, redLines, constraints, comparisons }
  return {
    ...parts,
    normalised: 'as-given',
    ...(reservation === undefined ? {} : { reservation }),
    ...(batna === undefined ? {} : { batna }),
  } as z.infer<typeof SetWorth>
}

/** The problem of one party alone; undefined while there is nothing to compute with. */
export const ownProblem = (agenda: Agenda, worth: Worth): Problem | undefined => {
  const weighted = withWeights(agenda, worth, weightsOf(agenda, worth))
  const compiled = compileCase({ name: '', agenda, worths: [fittedTo(agenda, weighted)] })
  return compiled.ok ? compiled.value : undefined
}

/** Points of a number of the party's units. */
export const inOwnPoints = (problem: Problem, units: bigint): number =>
  Number(units) / Number(problem.sides[0]?.unit ?? 1n)

/** How a package stands for one party alone, in points. */
export interface OwnStanding {
  readonly points: number
  readonly reservation: number
  readonly isAllowed: boolean
}

/** How a whole package stands; undefined where an issue is left open. */
export const ownStanding = (problem: Problem, chosen: Package): OwnStanding | undefined => {
  const choice = choiceOf(problem, chosen)
  if (!choice) return undefined
  return {
    points: inOwnPoints(problem, worthOf(problem, choice)[0] ?? 0n),
    reservation: inOwnPoints(problem, problem.sides[0]?.reservation ?? 0n),
    isAllowed: isFeasible(problem, choice),
  }
}

/** The worth with every option of every range written out, for what reads options alone. */
export const writtenOut = (agenda: Agenda, worth: Worth): Worth => ({
  ...worth,
  issues: Object.fromEntries(
    agenda.issues.map((issue) => {
      const given = worth.issues[issue.id] ?? { weight: 0 }
      if (!issue.range) return [issue.id, given]
      const [low, high] = slopeEnds(worth, issue)
      const all = optionsOf(issue)
      const options = all.map((option, i) => [option, low + ((high - low) * i) / Math.max(1, all.length - 1)])
      return [issue.id, { weight: given.weight, options: Object.fromEntries(options) }]
    }),
  ),
})
