/** The proof of blind acceptance: from the acts it took home a side can show that the rule was kept, and all together that it was kept by all. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { type Adjournments, dueAt } from '#domain/rooms/adjournment.ts'
import { type CloseBallot, type GiveAnswer, isAccepted, type PutBallot } from './ballot.ts'

/** What one side has of a ballot: what was put to it, what it answered at home, and what it was told. */
export interface BallotSide {
  readonly party: string
  readonly ballot: Act<PutBallot>
  /** Its answers in the order of its log. */
  readonly answers: readonly Act<GiveAnswer>[]
  readonly close: Act<CloseBallot>
  /** The adjournments of the talks, if they were taken home too. */
  readonly adjournments?: Adjournments | undefined
}

/** What counts: the last answer, which must have come before the time was up. */
const counted = ({ answers }: BallotSide): GiveAnswer | undefined => answers.at(-1)?.payload

const timeKept = ({ ballot, answers, close, adjournments }: BallotSide): Outcome<void> => {
  const { due } = close.payload
  const earliest = dueAt(ballot.at, ballot.payload.deadline, adjournments)
  if (earliest === undefined || due < earliest || close.at < due) return refuse('blind.closed-early')
  return answers.some(({ at }) => at >= due) ? refuse('blind.answer-late') : done(undefined)
}

/**
 * Whether the rule was kept as far as one side can see: it was put to it, not closed early, took no answer late, and
 * was never called accepted without its consent.
 * Refusals: `blind.other-ballot`, `blind.closed-early`, `blind.answer-late`, `blind.accepted-against`.
 */
export const blindRuleKept = (side: BallotSide): Outcome<void> => {
  const { party, ballot, close, answers } = side
  const isOne = [close, ...answers].every(({ object }) => object === ballot.object)
  if (!isOne || !ballot.payload.to.includes(party)) return refuse('blind.other-ballot', { party })
  const time = timeKept(side)
  if (!time.ok) return time
  return close.payload.accepted && !isAccepted([counted(side)])
    ? refuse('blind.accepted-against', { party })
    : done(undefined)
}

/** What must be the same for every side: everything but the room and the id of the act. */
const told = ({ at, kind, object, payload, by }: Act): string =>
  canonical({ at, kind, object, payload, by } as unknown as Json)

/**
 * Whether the rule was kept when all sides lay together what they have: all were asked the same, all were told the same
 * at the same moment, and it was called accepted exactly when all had accepted.
 * Refusals: those of `blindRuleKept`, `blind.side-missing`, `blind.told-otherwise`, `blind.refused-against`.
 */
export const blindRuleKeptByAll = (sides: readonly BallotSide[]): Outcome<void> => {
  const [first] = sides
  if (!first) return refuse('blind.side-missing', { party: '' })
  const absent = first.ballot.payload.to.find((key) => !sides.some(({ party }) => party === key))
  if (absent !== undefined) return refuse('blind.side-missing', { party: absent })
  for (const side of sides) {
    const kept = blindRuleKept(side)
    if (!kept.ok) return kept
    if (told(side.ballot) !== told(first.ballot) || told(side.close) !== told(first.close))
      return refuse('blind.told-otherwise', { party: side.party })
  }
  return isAccepted(sides.map(counted)) === first.close.payload.accepted
    ? done(undefined)
    : refuse('blind.refused-against')
}
