/** How sure one party can be of a package, given the intervals it has said: its own figures drawn a thousand times. */
import { type Chance, chanceOf } from '#domain/bargaining/advise/chance.ts'
import type { Agenda, Package } from '#domain/bargaining/agenda.ts'
import { isTogether } from '#domain/bargaining/references.ts'
import type { Estimate, Worth } from '#domain/bargaining/worth.ts'
import { type Column, inColumns } from './own-picture.ts'
import { endsOf, middleOf, optionEstimate, slopeEnds, weightsOf } from './own-worth.ts'

/** What was found in the draws, in points. */
export interface OwnDraws {
  readonly draws: number
  readonly hasIntervals: boolean
  /** In which share of the draws the package was at or above the reservation of that draw. */
  readonly above: number
  readonly least: number
  readonly most: number
  readonly columns: readonly Column[]
}

type Draw = (given: Estimate, name: string) => number

/** One drawing: the same figure comes out the same wherever it is asked for. */
const drawing = (chance: Chance): Draw => {
  const known = new Map<string, number>()
  return (given, name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const [least, most] = endsOf(given)
    const value = least + (most - least) * chance()
    known.set(name, value)
    return value
  }
}

const pointsIn = (agenda: Agenda, worth: Worth, chosen: Package, draw: Draw): number => {
  const weights = weightsOf(agenda, worth)
  const issues = agenda.issues.reduce((sum, issue, i) => {
    const option = chosen[issue.id] ?? ''
    const weight = draw(weights[i] ?? 0, issue.id)
    if (!issue.range)
      return sum + weight * draw(optionEstimate(worth, issue, option), `${issue.id}/${option}`)
    const [low, high] = slopeEnds(worth, issue)
    const { from, to } = issue.range
    return sum + weight * (low + ((high - low) * (Number(option) - from)) / Math.max(1, to - from))
  }, 0)
  return worth.interdependence.reduce(
    (sum, link) => (isTogether(link.together, chosen) ? sum + middleOf(link.worth) : sum),
    issues,
  )
}

const reservationIn = (agenda: Agenda, worth: Worth, draw: Draw): number =>
  Math.max(
    worth.reservation === undefined ? 0 : middleOf(worth.reservation),
    worth.batna ? pointsIn(agenda, worth, worth.batna, draw) : 0,
  )

const hasIntervals = (worth: Worth): boolean =>
  Object.values(worth.issues).some(({ weight, options = {} }) =>
    [weight, ...Object.values(options)].some((each) => typeof each === 'object'),
  )

/** Draws each interval evenly and looks at the package again each time; the same seed gives the same answer. */
export const ownDraws = (
  agenda: Agenda,
  worth: Worth,
  chosen: Package,
  draws = 1_000,
  seed = 1,
): OwnDraws => {
  const chance = chanceOf(seed)
  const points: number[] = []
  let above = 0
  for (let i = 0; i < draws; i++) {
    const draw = drawing(chance)
    const worthNow = pointsIn(agenda, worth, chosen, draw)
    points.push(worthNow)
    if (worthNow >= reservationIn(agenda, worth, draw)) above++
  }
  return {
    draws,
    hasIntervals: hasIntervals(worth),
    above: above / draws,
    least: Math.min(...points),
    most: Math.max(...points),
    columns: inColumns(points),
  }
}
