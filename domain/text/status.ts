/** How a clause stands, computed from what the sides have done; nothing else can raise it. */
import type { Agreement, Anchorage, Clause } from './clause.ts'
import type { Content } from './content.ts'

/** The status of a clause before any version is initialled or signed, lowest first. */
export const clauseStatuses = ['open', 'bracketed', 'clean', 'ad-referendum', 'agreed'] as const
export type ClauseStatus = (typeof clauseStatuses)[number]

type Notes = Clause['notes']

/** A footnote is unfinished with its words in any language: nobody agrees to the half of it. */
const isHalfNote = (notes: Notes, note: string, languages: readonly string[]): boolean =>
  languages.some((language) => isMissing(notes[note]?.[language] ?? null, {}, []))

const isMissing = (content: Content | null, notes: Notes, languages: readonly string[]): boolean =>
  content === null ||
  content.some(
    (piece) =>
      typeof piece !== 'string' &&
      ('placeholder' in piece || ('note' in piece && isHalfNote(notes, piece.note, languages))),
  )

/** True when words are missing: a language not yet translated, or a placeholder, in the clause, an alternative or a footnote. */
export const isUnfinished = (clause: Pick<Clause, 'passage' | 'brackets' | 'notes'>): boolean => {
  const languages = Object.keys(clause.passage)
  return [clause, ...Object.values(clause.brackets).flatMap(({ alternatives }) => alternatives)].some(
    ({ passage }) => Object.values(passage).some((content) => isMissing(content, clause.notes, languages)),
  )
}

const sameAnchorage = (one: readonly Anchorage[], other: readonly Anchorage[]): boolean =>
  one.length === other.length &&
  one.every(({ clause, wording }, i) => other[i]?.clause === clause && other[i]?.wording === wording)

/** True for an agreement that is about these very words in this very place. */
export const holds = (
  agreement: Agreement,
  clause: Pick<Clause, 'wording'>,
  under: readonly Anchorage[],
): boolean => agreement.wording === clause.wording && sameAnchorage(agreement.under, under)

/**
 * The status of a clause for these parties. `under` are the clauses it hangs on, as they are now: when one of them
 * changes, what was agreed below it is open again. Old words that come back are new words: consent does not revive.
 */
export const statusOf = (
  clause: Clause,
  under: readonly Anchorage[],
  parties: readonly string[],
): ClauseStatus => {
  if (Object.keys(clause.brackets).length > 0) return 'bracketed'
  if (isUnfinished(clause)) return 'open'
  const holding = clause.agreements.filter((agreement) => holds(agreement, clause, under))
  const all = (degree?: Agreement['degree']): boolean =>
    parties.length > 0 &&
    parties.every((party) =>
      holding.some((one) => one.party === party && (degree === undefined || one.degree === degree)),
    )
  if (all('confirmed')) return 'agreed'
  return all() ? 'ad-referendum' : 'clean'
}
