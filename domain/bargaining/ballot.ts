/** Blind acceptance: a package is put to each party apart, and all that is ever said is whether every one accepted. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Suggest, Suggested } from './suggestion.ts'

/** What the mediator asks: this package, in these words, to be answered by the deadline, each party for itself. */
export interface PutBallot extends Suggest {
  readonly deadline: string
  /** The keys of the parties it is put to; each reads the whole list. */
  readonly to: readonly string[]
}

/** What the clock says when the time has come. `due` is the deadline with adjournments and interruptions counted. */
export interface CloseBallot {
  readonly accepted: boolean
  readonly due: string
}

/** A ballot, the same in the office and in every channel it was put in. */
export interface Ballot extends PutBallot, Suggested {
  readonly by: Actor
  readonly at: string
  readonly standing: 'open' | 'accepted' | 'not-accepted'
  readonly closedAt?: string | undefined
  readonly due?: string | undefined
}

/** What a party answers, in its own caucus. */
export interface GiveAnswer {
  readonly accept: boolean
}

/** The answer as it stands; the acts hold those before it. */
export interface Answer extends GiveAnswer {
  readonly by: Actor
  readonly givenAt: string
}

/** Whether every party has accepted; who has not answered has not. */
export const isAccepted = (answers: readonly (GiveAnswer | undefined)[]): boolean =>
  answers.length > 0 && answers.every((answer) => answer?.accept === true)

/** Closes it, once. */
export const closeBallot = (ballot: Ballot, { accepted, due }: CloseBallot, at: string): Outcome<Ballot> =>
  ballot.standing === 'open'
    ? done({ ...ballot, standing: accepted ? 'accepted' : 'not-accepted', closedAt: at, due })
    : refuse('ballot.closed')
