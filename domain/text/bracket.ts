/** Words not agreed: a bracket and its alternatives, each of which holds every language under one id. */
import type { Passage } from './content.ts'

/** How an alternative stands. `proposed` and `supported` are open; the others are over, and stay on record. */
export const alternativeStatuses = [
  'proposed',
  'supported',
  'withdrawn',
  'adopted',
  'not-adopted',
  'lapsed',
] as const
export type AlternativeStatus = (typeof alternativeStatuses)[number]

/** One alternative. Empty words in a language propose to delete; `null` there is "not yet translated". */
export interface Alternative {
  readonly id: string
  readonly passage: Passage
  /** Keys of the parties whose alternative it is; only they can withdraw it. Empty where the rules do not name them. */
  readonly sponsors: readonly string[]
  /** Keys of other parties that can live with it. */
  readonly supporters: readonly string[]
  readonly status: AlternativeStatus
  /** The revision of the clause it was made against; 0 for one that came in with the clause. */
  readonly base: number
  /** The mediator's own attempt to bring the sides together. */
  readonly bridge?: true | undefined
  /** A bridge put forward as a non-paper: nobody is its author, here or in any export. */
  readonly nonPaper?: true | undefined
  /** The words as they stood before the bracket was opened. */
  readonly stood?: true | undefined
  /** The moment (ISO 8601) after which it may lapse, once that has been announced. */
  readonly lapsesAt?: string | undefined
}

/** A bracket: one alternative alone is keep or delete. The order is that of their coming and ranks nobody. */
export interface Bracket {
  readonly id: string
  readonly alternatives: readonly Alternative[]
}

/** True for an alternative that can still be adopted. */
export const isLive = ({ status }: Pick<Alternative, 'status'>): boolean =>
  status === 'proposed' || status === 'supported'

/** The alternatives of a bracket that can still be adopted. */
export const liveAlternatives = (bracket: Bracket): readonly Alternative[] =>
  bracket.alternatives.filter(isLive)

/** True for a bridge in the mediator's name; a non-paper is in nobody's, wherever it is shown or taken. */
export const isMediators = ({ bridge, nonPaper }: Pick<Alternative, 'bridge' | 'nonPaper'>): boolean =>
  bridge === true && nonPaper !== true

/** A new alternative, as it begins. */
export const newAlternative = (
  given: Pick<Alternative, 'id' | 'passage'> & Partial<Alternative>,
): Alternative => ({ sponsors: [], supporters: [], status: 'proposed', base: 0, ...given })
