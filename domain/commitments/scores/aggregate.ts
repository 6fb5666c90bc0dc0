/**
 * The aggregate score of an agreement: how much of what it provides for has been carried out, in per cent (Peace Accords
 * Matrix; Joshi, Quinn & Regan 2015, Journal of Peace Research 52(4)).
 */

/** How far a provision is carried out: not initiated, minimum, intermediate, full. */
export type Level = 0 | 1 | 2 | 3

/** The highest level. */
const full: Level = 3

/** One provision an agreement could have: whether it has it, and its level; null is not coded. */
export interface Slot {
  readonly present: boolean
  readonly level: Level | null
}

/** What an aggregate is made of. */
export interface Aggregate {
  /** How many provisions the agreement has. */
  readonly present: number
  /** The sum of their levels; one that is not coded adds nothing. */
  readonly points: number
  /** 100 x points / (3 x provisions present), in per cent; null when none is present. */
  readonly lenient: number | null
  /** 100 x points / (3 x all slots): what the agreement leaves out counts as not done. Null when there is no slot. */
  readonly strict: number | null
}

const share = (points: number, slots: number): number | null =>
  slots === 0 ? null : (100 * points) / (full * slots)

/** The aggregate of these slots. A level of a provision that is not in the agreement does not count. */
export const aggregateOf = (slots: readonly Slot[]): Aggregate => {
  const there = slots.filter(({ present }) => present)
  const points = there.reduce((sum, { level }) => sum + (level ?? 0), 0)
  return {
    ...{ present: there.length, points },
    ...{ lenient: share(points, there.length), strict: share(points, slots.length) },
  }
}
