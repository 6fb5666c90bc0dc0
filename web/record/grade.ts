/** The one thing a verdict says first: whether all is in order, and if not, what comes before everything else. */
import type { CheckedHead, Verdict } from './check.ts'

/**
 * How a record came out of its check, the gravest first: something is wrong; a witness known before is named no more;
 * no witness signed; one did not sign the room's head, or the anchor's; in order.
 */
export type Grade = 'bad' | 'fewer' | 'alone' | 'partly' | 'partly-anchor' | 'good'

const isWhole = ({ cosigned, missing }: CheckedHead): boolean => cosigned.length > 0 && missing.length === 0

/** The witnesses' keys that are remembered of either log and that its policy no longer names. */
export const goneWitnesses = ({ head, anchor }: Pick<Verdict, 'head' | 'anchor'>): readonly string[] => [
  ...new Set([head, anchor].flatMap((each) => each?.recalled?.goneKeys ?? [])),
]

/** The grade of a verdict whose log has a head. */
export const gradeOf = (verdict: Pick<Verdict, 'head' | 'anchor' | 'flaws' | 'anchorFlaws'>): Grade => {
  const { head, anchor, flaws, anchorFlaws } = verdict
  if (flaws.length + anchorFlaws.length > 0) return 'bad'
  if (goneWitnesses(verdict).length > 0) return 'fewer'
  if (!head?.cosigned.length) return 'alone'
  if (!isWhole(head)) return 'partly'
  return anchor && isWhole(anchor) ? 'good' : 'partly-anchor'
}
