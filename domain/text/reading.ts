/** What a reader finds in a paper: which paper it is, and its clauses in order. */

/**
 * What a clause is in the paper. `cover` is the matter around the text (distribution, date, session);
 * `annex` is a paragraph of an annex as `operative` is one of the resolution itself;
 * a heading, also the one that opens an annex, is `heading`; `other` is anything else, for example the closing lines.
 */
export type ClauseKind =
  | 'cover'
  | 'title'
  | 'preambular'
  | 'operative'
  | 'sub-paragraph'
  | 'annex'
  | 'heading'
  | 'other'

/**
 * A footnote of a clause: its printed mark, and its words, which are never among the words of the clause. `at` is how
 * many characters of the clause's words stand before the mark.
 */
export interface Footnote {
  readonly at: number
  readonly mark: string | null
  readonly words: string
}

/** One clause as printed. `words` is whitespace-normalised and holds neither the number nor the footnotes. */
export interface PrintedClause {
  /** Unique in the document: the identifier of its element when it has one. */
  readonly key: string
  readonly kind: ClauseKind
  /** For a paragraph how deep under its numbered paragraph, for a heading its rank; 0 is the highest. */
  readonly level: number
  /** The number as printed, `3.` or `(a)` or `–`, or null. */
  readonly number: string | null
  readonly words: string
  readonly footnotes: readonly Footnote[]
  /** Which annex the clause stands in, counted from 1 in the order printed; null in the text itself. */
  readonly annex: number | null
}

/** A document read: its language (BCP 47), its symbol, its title, who sponsors it, its clauses in order. */
export interface DocumentReading {
  readonly language: string | null
  readonly symbol: string | null
  readonly title: string | null
  /** The sponsors named in the title line of a draft, in the order printed; empty when none are named. */
  readonly sponsors: readonly string[]
  readonly clauses: readonly PrintedClause[]
}
