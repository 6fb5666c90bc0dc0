/** A party's proposal on the common text: made in its channel, entered by the mediator, whose pen alone writes there. */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'
import type { TextClauseKind } from './clause.ts'
import type { Passage, Range } from './content.ts'

/** What a proposal is on: a range of the words of a clause, an open bracket, or a new clause at a place. */
export type Target =
  | {
      readonly on: 'words'
      readonly clause: string
      /** The wording number of the clause that its author saw. */
      readonly wording: number
      readonly ranges: Readonly<Record<Language, Range | null>>
      readonly within?: string | undefined
    }
  | { readonly on: 'bracket'; readonly clause: string; readonly bracket: string }
  | {
      readonly on: 'place'
      readonly parent: string | null
      readonly order: string
      readonly kind: TextClauseKind
    }

/** A proposal as it is made. Words that are empty propose to delete; null is "not yet translated". */
export interface MakeProposal {
  readonly target: Target
  readonly passage: Passage
  /** Why: for the mediator, and never carried into the common text. */
  readonly reason?: Wording | undefined
}

/** Where a proposal has come to stand in the common text. */
export interface Entered {
  readonly clause: string
  readonly bracket: string
  readonly alternative: string
  readonly at: string
}

/** A proposal in a channel, as it stands. */
export interface Proposal extends MakeProposal {
  readonly party: string
  readonly author: Actor
  readonly at: string
  readonly standing: 'made' | 'entered' | 'returned' | 'withdrawn' | 'taken-out'
  readonly entered?: Entered | undefined
  /** What the mediator said when returning it. */
  readonly remark?: Wording | undefined
}

/** A proposal as it begins. */
export const openProposal = (
  made: MakeProposal & { readonly party: string },
  author: Actor,
  at: string,
): Proposal => ({ ...made, author, at, standing: 'made' })

/** It has been entered in the common text. */
export const enterProposal = (proposal: Proposal, entered: Entered): Outcome<Proposal> =>
  proposal.standing === 'made'
    ? done({ ...proposal, standing: 'entered', entered })
    : refuse('proposal.settled')

/** The mediator gives it back, with a word on why. */
export const returnProposal = (proposal: Proposal, remark: Wording | undefined): Outcome<Proposal> => {
  if (proposal.standing !== 'made') return refuse('proposal.settled')
  return done({ ...proposal, standing: 'returned', ...(remark ? { remark } : {}) })
}

/** The party takes it back; one that stands in the common text is taken out there by the mediator. */
export const withdrawProposal = (proposal: Proposal): Outcome<Proposal> =>
  proposal.standing === 'made' || proposal.standing === 'entered'
    ? done({ ...proposal, standing: 'withdrawn' })
    : refuse('proposal.settled')

/** The mediator has taken a withdrawn proposal out of the common text. */
export const proposalTakenOut = (proposal: Proposal): Outcome<Proposal> =>
  proposal.standing === 'withdrawn' && proposal.entered
    ? done({ ...proposal, standing: 'taken-out' })
    : refuse('proposal.not-withdrawn')

/** What a party tells the mediator alone of an alternative, where the rules do not name sponsors in the text. */
export interface Stance {
  readonly party: string
  readonly clause: string
  readonly supports: boolean
  readonly by: Actor
  readonly at: string
}
