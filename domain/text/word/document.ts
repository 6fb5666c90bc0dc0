/** A Word document as it comes back (ECMA-376, part 1): its rows and paragraphs, and what somebody changed in them. */

/** How a stretch of words stands: as it was, put in by somebody, or taken out by somebody. */
export type PieceState = 'kept' | 'inserted' | 'deleted'

/** A stretch of words with one state. What was put in and taken out again is not there. */
export interface ReadPiece {
  readonly text: string
  readonly state: PieceState
  readonly author: string | null
}

/** A paragraph: its words, the bookmarks that begin in it, the comments on it, how its end stands. */
export interface ReadParagraph {
  readonly pieces: readonly ReadPiece[]
  readonly bookmarks: readonly string[]
  readonly comments: readonly string[]
  readonly end: PieceState
}

/** A row of a table: the paragraphs of each of its cells. */
export interface ReadRow {
  readonly cells: readonly (readonly ReadParagraph[])[]
  readonly state: PieceState
  readonly author: string | null
}

/** What a document consists of, in order. */
export type ReadBlock =
  | { readonly kind: 'row'; readonly row: ReadRow }
  | { readonly kind: 'paragraph'; readonly paragraph: ReadParagraph }

/** A comment with all its words. */
export interface ReadComment {
  readonly id: string
  readonly author: string
  readonly words: string
}

/** A footnote with all its words, and whether somebody changed them. */
export interface ReadNote {
  readonly words: string
  readonly changed: boolean
}

/** A document as read. What Parley itself wrote as an insertion or deletion counts as kept. */
export interface WordDocument {
  readonly blocks: readonly ReadBlock[]
  readonly comments: readonly ReadComment[]
  readonly notes: readonly ReadNote[]
  /** How many changes are of looks alone. */
  readonly formatting: number
}

/** The words of pieces as they were before anybody changed them. */
export const wordsBefore = (pieces: readonly ReadPiece[]): string =>
  pieces.map(({ text, state }) => (state === 'inserted' ? '' : text)).join('')

/** The words of pieces when every change is accepted. */
export const wordsAfter = (pieces: readonly ReadPiece[]): string =>
  pieces.map(({ text, state }) => (state === 'deleted' ? '' : text)).join('')

/** The names of those who changed something, each once. */
export const authorsOf = (pieces: readonly ReadPiece[]): readonly string[] => [
  ...new Set(pieces.flatMap(({ state, author }) => (state !== 'kept' && author ? [author] : []))),
]
