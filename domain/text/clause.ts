/** A clause of the negotiated text: its words in every language, its brackets, and what the sides have said to it. */
import type { Actor } from '#domain/record/act.ts'
import type { Bracket } from './bracket.ts'
import type { Passage } from './content.ts'

/** What a clause is. A `heading` stands over clauses; a `chapeau` opens a list of those that hang on it. */
export const textClauseKinds = [
  'title',
  'heading',
  'preambular',
  'chapeau',
  'definition',
  'article',
  'operative',
  'paragraph',
  'sub-paragraph',
  'annex',
  'testimonium',
] as const
export type TextClauseKind = (typeof textClauseKinds)[number]

/** A party's consent to the words of a clause. It holds for exactly these words in exactly this place, and no others. */
export interface Agreement {
  readonly party: string
  readonly by: Actor
  readonly at: string
  /** `ad-referendum`: subject to the capital; `confirmed`: the capital has confirmed. */
  readonly degree: 'ad-referendum' | 'confirmed'
  /** The clause's `wording` number that was agreed. */
  readonly wording: number
  /** The same of the clauses it hangs on, nearest first. */
  readonly under: readonly Anchorage[]
  /** Agreed before both languages were certified: "subject to language conformity". */
  readonly subjectToConformity: boolean
}

/** A clause above, and its wording number at the time. */
export interface Anchorage {
  readonly clause: string
  readonly wording: number
}

/** A language expert's word that the languages of a clause say the same: for this exact pair of hashes. */
export interface Certificate {
  readonly party: string
  readonly by: Actor
  readonly at: string
  /** SHA-256 in hex of the canonical words, per language (`domain/text/canonical.ts`). */
  readonly hashes: Readonly<Record<string, string>>
}

/** A party's reservation on a clause: a record beside it, never words in it. */
export interface Reservation {
  readonly id: string
  readonly party: string
  readonly by: Actor
  readonly at: string
  readonly words: Readonly<Record<string, string>>
  readonly liftedAt?: string | undefined
}

/** A bracket that is closed, as it ended; nothing of it is lost. */
export interface Settled {
  readonly bracket: Bracket
  readonly at: string
}

/** One clause. Its place is its parent and its order among the children; its number is computed. */
export interface Clause {
  readonly id: string
  readonly parent: string | null
  /** A key between those of its neighbours (`order.ts`); equal ones are told apart by id. */
  readonly order: string
  readonly kind: TextClauseKind
  /** A number that was given and is not computed, such as `4 bis`. */
  readonly number?: string | undefined
  readonly passage: Passage
  /** Every open bracket of the clause by id, also those inside alternatives. */
  readonly brackets: Readonly<Record<string, Bracket>>
  /** The words of its footnotes by id. */
  readonly notes: Readonly<Record<string, Passage>>
  readonly settled: readonly Settled[]
  /** Rises with every change of words, kind or place; never falls, also when old words come back. */
  readonly wording: number
  readonly agreements: readonly Agreement[]
  readonly certificates: readonly Certificate[]
  readonly reservations: readonly Reservation[]
  /** `removed`: agreed to be left out, or taken back by its sponsor; `merged`: its words went into another clause. */
  readonly standing: 'in' | 'removed' | 'merged'
  readonly mergedInto?: string | undefined
}

/** A clause as it begins; what is not given is empty. */
export const newClause = (given: Pick<Clause, 'id' | 'kind' | 'passage'> & Partial<Clause>): Clause => ({
  parent: null,
  order: 'V',
  brackets: {},
  notes: {},
  settled: [],
  wording: 1,
  agreements: [],
  certificates: [],
  reservations: [],
  standing: 'in',
  ...given,
})
