/** What a party's own acts hold of each ballot that was put to it: the papers it can lay on the table. */
import type { Process } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type Adjournments, adjourn, resume } from '#domain/rooms/adjournment.ts'
import type { CloseBallot, GiveAnswer, PutBallot } from './ballot.ts'
import type { BallotSide } from './blind.ts'

/** The party of a seat, as the founding of the talks says; undefined for every other seat. */
export const partyOfSeat = (acts: readonly Act[], seat: string): string | undefined => {
  const founded = acts.find(({ kind }) => kind === 'process.found')?.payload as Process | undefined
  return founded?.seats.find(({ key }) => key === seat)?.party
}

const adjournmentsAmong = (acts: readonly Act[]): Adjournments | undefined => {
  let all: Adjournments | undefined
  for (const { kind, at } of acts) {
    if (!kind.startsWith('adjournments.')) continue
    const next = kind === 'adjournments.begin' ? adjourn(all, at) : resume(all, at)
    if (next.ok) all = next.value
  }
  return all
}

/** The ballots that have closed, each with what this party was asked, answered and was told; acts come log by log, in order. */
export const sidesOf = (acts: readonly Act[], party: string): readonly BallotSide[] => {
  const adjournments = adjournmentsAmong(acts)
  const of = <P>(kind: string, object: string) =>
    acts.filter((act) => act.kind === kind && act.object === object) as readonly Act<P>[]
  return acts
    .filter(({ kind }) => kind === 'ballot.put')
    .flatMap((ballot): readonly BallotSide[] => {
      const [close] = of<CloseBallot>('ballot.close', ballot.object)
      if (!close) return []
      const answers = of<GiveAnswer>('answer.give', ballot.object)
      return [{ party, ballot: ballot as Act<PutBallot>, answers, close, adjournments }]
    })
}
