/** A stakeholder map: who stands behind the delegations, and where each of them stands on each issue of the agenda. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'

/** What a stakeholder is to the talks. A spoiler would rather have no agreement; a veto player can keep one from being. */
export const stakeholderKinds = [
  'legislature',
  'ally',
  'veto-player',
  'spoiler',
  'constituency',
  'other',
] as const
export type StakeholderKind = (typeof stakeholderKinds)[number]

/**
 * Where a stakeholder stands on one issue, in whole numbers from 0 to 100, as in the tables of expected-utility models
 * (Bueno de Mesquita 1984, "Forecasting Policy Decisions: An Expected Utility Approach to Post-Khomeini Iran", PS 17(2);
 * Bueno de Mesquita and Stokman (eds) 1994, "European Community Decision Making"): `position` on the line between the two
 * ends of the issue, `influence` (capability, if all of it were used), `salience` (how much of it they would use).
 */
export interface Stand {
  readonly issue: string
  readonly position: number
  readonly influence: number
  readonly salience: number
}

/** Somebody behind the delegations; `behind` is the party to which they belong, null for who stands behind none. */
export interface Stakeholder {
  readonly id: string
  /** In one language of the process or several: the map is one seat's own paper. */
  readonly name: Localised
  readonly kind: StakeholderKind
  readonly behind: string | null
  readonly stands: readonly Stand[]
}

/** What the two ends of an issue mean: the positions 0 and 100. */
export interface Ends {
  readonly issue: string
  readonly low: Localised
  readonly high: Localised
}

/** The map of a room, as its seat has drawn it. */
export interface StakeholderMap {
  readonly ends: readonly Ends[]
  readonly stakeholders: readonly Stakeholder[]
}

/** A map before anything is drawn. */
export const emptyMap: StakeholderMap = { ends: [], stakeholders: [] }

const twice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length

const isFigure = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100

/** Everything that must be true of a map in this process; the first fault found is the refusal. */
export const checkMap = (
  { ends, stakeholders }: StakeholderMap,
  { agenda, parties, languages }: Pick<Process, 'agenda' | 'parties' | 'languages'>,
): Outcome<void> => {
  const issues = agenda.map(({ key }) => key)
  const stands = stakeholders.flatMap((each) => each.stands)
  const lost = [...ends, ...stands].find(({ issue }) => !issues.includes(issue))
  if (lost) return refuse('stakeholders.issue-unknown', { issue: lost.issue })
  const stranger = stakeholders.find(
    ({ behind }) => behind !== null && !parties.some(({ key }) => key === behind),
  )
  if (stranger) return refuse('stakeholders.party-unknown', { party: stranger.behind ?? '' })
  const named = [...stakeholders.map(({ name }) => name), ...ends.flatMap(({ low, high }) => [low, high])]
  const foreign = named.flatMap((name) => Object.keys(name)).find((each) => !languages.includes(each))
  if (foreign !== undefined) return refuse('wording.language', { language: foreign })
  if (named.some((name) => Object.values(name).every((words) => words.trim() === '')))
    return refuse('stakeholders.nameless')
  const isDoubled =
    twice(stakeholders.map(({ id }) => id)) ||
    twice(ends.map(({ issue }) => issue)) ||
    stakeholders.some((each) => twice(each.stands.map(({ issue }) => issue)))
  if (isDoubled) return refuse('stakeholders.twice')
  const isMeasured = stands.every((each) => [each.position, each.influence, each.salience].every(isFigure))
  return isMeasured ? done(undefined) : refuse('stakeholders.figure')
}
