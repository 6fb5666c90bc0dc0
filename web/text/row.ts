/** One row of a text, and how it stays the same object for as long as nothing in it changes. */
import type { TextView } from '#contract/text-views.ts'
import type { Anchorage, Clause } from '#domain/text/clause.ts'
import type { Content } from '#domain/text/content.ts'
import { alternativesOf } from '#domain/text/laws.ts'
import type { Package } from '#domain/text/negotiation.ts'
import type { ClauseStatus } from '#domain/text/status.ts'

/** Numbers of clauses in one language, by clause. */
export type Numbers = ReadonlyMap<string, string>

/** The number of one clause in every language; empty where it has none. */
export type Numbered = Readonly<Record<string, string>>

/** A clause with all that its row on the page shows of the rest of the text. */
export interface Row {
  readonly clause: Clause
  readonly depth: number
  readonly status: ClauseStatus
  /** The clauses it hangs on, as they are now. */
  readonly under: readonly Anchorage[]
  /** The same clauses with their words, outermost first. */
  readonly above: readonly Clause[]
  readonly number: Numbered
  /** The numbers of the clauses it refers to or is linked with. */
  readonly named: Readonly<Record<string, Numbered>>
  readonly packages: readonly Package[]
  /** What the parties have told the mediator of its alternatives, as far as the reader may see it. */
  readonly stances: TextView['stances']
}

const referred = (content: Content | null): readonly string[] =>
  (content ?? []).flatMap((piece) =>
    typeof piece !== 'string' && 'reference' in piece ? [piece.reference] : [],
  )

/** The clauses that a clause refers to, in its words and in its alternatives. */
export const referencesIn = (clause: Pick<Clause, 'passage' | 'brackets'>): readonly string[] =>
  [clause.passage, ...alternativesOf(clause).map(({ passage }) => passage)].flatMap((passage) =>
    Object.values(passage).flatMap(referred),
  )

const charactersIn = (content: Content | null): number =>
  (content ?? []).reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 6), 0)

/** About how many characters fit in a line of a column, and what a label of an alternative takes. */
const [perLine, label] = [40, 8]

/** About how many lines a clause takes beside its translation: what a row is taken to be until it is drawn. */
export const linesOf = ({ passage, brackets }: Pick<Clause, 'passage' | 'brackets'>): number => {
  const alternatives = alternativesOf({ brackets })
  const inLanguage = (language: string): number =>
    charactersIn(passage[language] ?? null) +
    alternatives.reduce((sum, each) => sum + charactersIn(each.passage[language] ?? null) + label, 0)
  return Math.max(1, ...Object.keys(passage).map((language) => Math.ceil(inLanguage(language) / perLine)))
}

/** Whether two plain values say the same, however deep. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => sameValue((one as never)[key], (other as never)[key]))
  )
}

/** A clause is compared by identity: what is read again keeps its unchanged clauses. */
const sameRow = ({ clause, ...one }: Row, { clause: other, ...rest }: Row): boolean =>
  clause === other && sameValue(one, rest)

/** The later rows, each the earlier object where it is equal; the earlier list itself where all are. */
export const shareRows = (before: readonly Row[], later: readonly Row[]): readonly Row[] => {
  const known = new Map(before.map((row) => [row.clause.id, row]))
  const shared = later.map((row) => {
    const found = known.get(row.clause.id)
    return found && sameRow(found, row) ? found : row
  })
  const same = shared.length === before.length && shared.every((row, i) => row === before[i])
  return same ? before : shared
}
