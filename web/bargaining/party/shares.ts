/** Hundred points shared among issues: what one is given the others give up, and the sum stays what it is. */
import { inPoints } from '#domain/bargaining/advise/weights.ts'

/** What all shares together are. */
export const whole = 100

/** Whole points for so many issues, as equal as they can be. */
export const equalShares = (count: number): readonly number[] =>
  inPoints(
    Array.from({ length: count }, () => 1),
    whole,
  )

/** The most that one share can be given while those that are held stay as they are. */
export const mostFor = (shares: readonly number[], at: number, held: readonly boolean[]): number =>
  whole - shares.reduce((sum, share, i) => (i !== at && held[i] ? sum + share : sum), 0)

/**
 * Gives one share this many points. The others that are not held make room in proportion to what they have, or in equal
 * parts where they have nothing; the sum is a hundred before and after. Where all others are held nothing can change.
 */
export const withShare = (
  shares: readonly number[],
  at: number,
  points: number,
  held: readonly boolean[] = [],
): readonly number[] => {
  const free = shares.flatMap((_, i) => (i === at || held[i] ? [] : [i]))
  const most = mostFor(shares, at, held)
  if (free.length === 0) return shares.map((share, i) => (i === at ? most : share))
  const given = Math.max(0, Math.min(most, Math.round(points)))
  const before = free.map((i) => shares[i] ?? 0)
  const proportions = before.some((share) => share > 0) ? before : before.map(() => 1)
  const left = inPoints(proportions, most - given)
  return shares.map((share, i) => (i === at ? given : (left[free.indexOf(i)] ?? share)))
}
