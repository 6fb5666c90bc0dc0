/** What an exercise finds in the rooms when it plays bargaining: what the clock says of a ballot, where a suggestion went. */
import type pg from 'pg'
import type { Ballot, CloseBallot } from '#domain/bargaining/ballot.ts'
import type { Prepared } from '#domain/bargaining/suggestion.ts'
import type { Process } from '#domain/parties/process.ts'
import { haveAllAccepted } from '../ballots.ts'

/** What this is found in: the mediator's rooms, and each party's own for its answer. */
export interface BargainingStage {
  readonly process: Pick<Process, 'seats'>
  readonly mediator: pg.Pool
  readonly poolOfSeat: (seat: string) => pg.Pool
}

const stateOf = async <S>(stage: BargainingStage, room: string, kind: string, object: string): Promise<S> => {
  const { rows } = await stage.mediator.query<{ state: S }>(
    'select state from parley.objects where room_id = $1 and kind = $2 and object_id = $3',
    [room, kind, object],
  )
  if (!rows[0]) throw new Error(`there is no ${kind} ${object} in the mediator's rooms`)
  return rows[0].state
}

/** What the clock says of a ballot: it reads each party's answer as it does in earnest. */
export const closingOf = async (
  stage: BargainingStage,
  office: string,
  ballot: string,
): Promise<Pick<CloseBallot, 'accepted'>> => {
  const put = await stateOf<Ballot>(stage, office, 'ballot', ballot)
  return { accepted: await haveAllAccepted(stage.process, stage.poolOfSeat, ballot, put) }
}

/** What a suggestion has become in the channel of each party to which it was released last. */
export const releasedAs = async (
  stage: BargainingStage,
  office: string,
  suggestion: string,
): Promise<Readonly<Record<string, string>>> => {
  const { released } = await stateOf<Prepared>(stage, office, 'suggestion', suggestion)
  return released.at(-1)?.placed ?? {}
}
