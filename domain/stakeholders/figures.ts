/** What the stands on one issue come to: the weighted median, and how far apart they lie. */
import type { Stakeholder, Stand } from './map.ts'

/** A stakeholder's stand on one issue. */
export interface StandOf extends Stand {
  readonly stakeholder: Stakeholder
}

/** The stands on an issue, from the low end to the high one; of equal ones in the order of the map. */
export const standsOn = (stakeholders: readonly Stakeholder[], issue: string): readonly StandOf[] =>
  stakeholders
    .flatMap((stakeholder) =>
      stakeholder.stands.flatMap((stand) => (stand.issue === issue ? [{ ...stand, stakeholder }] : [])),
    )
    .toSorted((one, other) => one.position - other.position)

/** What a stand weighs: influence times salience, the part of their power that they would use (0 to 10,000). */
export const weightOf = ({ influence, salience }: Pick<Stand, 'influence' | 'salience'>): number =>
  influence * salience

/**
 * The weighted median: the position at which no more than half of the weight lies on either side. By the median voter
 * theorem (Black 1948) it is the position that beats every other in pairwise votes by weight, if everybody prefers what
 * is nearer. Where exactly half of the weight lies up to one position, every point up to the next one is a median, and
 * the middle of them is given. Null when nothing has any weight.
 */
export const weightedMedian = (
  stands: readonly Pick<Stand, 'position' | 'influence' | 'salience'>[],
): number | null => {
  const heavy = stands
    .filter((stand) => weightOf(stand) > 0)
    .toSorted((one, other) => one.position - other.position)
  const half = heavy.reduce((sum, stand) => sum + weightOf(stand), 0) / 2
  let below = 0
  for (const [i, stand] of heavy.entries()) {
    below += weightOf(stand)
    if (below > half) return stand.position
    if (below === half) return (stand.position + (heavy[i + 1]?.position ?? stand.position)) / 2
  }
  return null
}

/** The lowest and the highest position of those who have any weight; null when nobody has. */
export const rangeOf = (
  stands: readonly Pick<Stand, 'position' | 'influence' | 'salience'>[],
): { readonly low: number; readonly high: number } | null => {
  const positions = stands.filter((stand) => weightOf(stand) > 0).map(({ position }) => position)
  return positions.length === 0 ? null : { low: Math.min(...positions), high: Math.max(...positions) }
}
