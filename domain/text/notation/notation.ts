/** What stands in a line with brackets, once it is read: words, brackets, blanks, and the remarks of the table. */

/** Words as they are. */
export interface NotedWords {
  readonly words: string
}

/** One alternative: the names before its colon, as typed, and what follows; null is "not yet translated" (`…`). */
export interface NotedAlternative {
  readonly by: readonly string[]
  readonly content: Notation | null
}

/** Words not agreed. One alternative alone is keep or delete. */
export interface NotedBracket {
  readonly alternatives: readonly NotedAlternative[]
}

/** Something still to be filled in: `[XX]`, `[date]`. */
export interface NotedBlank {
  readonly placeholder: string
}

/** How a clause stood for those who typed it. */
export type NotedStatus =
  | 'agreed'
  | 'agreed-ad-referendum'
  | 'agreed-in-principle'
  | 'provisionally-agreed'
  | 'initialled'

/** A mark such as `[agreed ad ref]`: a remark of the table, not words and not a bracket. */
export interface NotedMark {
  readonly status: NotedStatus
  readonly remark: string
}

/** A remark such as `[RF reserves its position]`: not words. */
export interface NotedReservation {
  readonly reservedBy: readonly string[]
  readonly remark: string
}

/** Any other remark of the table, such as `[Note: to be reviewed]`: not words. */
export interface NotedAside {
  readonly aside: true
  readonly remark: string
}

/** The mark of a footnote, `[^1]`. */
export interface NotedNote {
  readonly note: string
}

export type NotedPiece =
  | NotedWords
  | NotedBracket
  | NotedBlank
  | NotedMark
  | NotedReservation
  | NotedAside
  | NotedNote

/** A line with brackets. No words are empty, and no two words are neighbours. */
export type Notation = readonly NotedPiece[]

/** What is counted of a line. */
export interface NotationCounts {
  /** Brackets still open, those inside brackets too. */
  readonly open: number
  /** How many brackets stand inside each other at the deepest place. */
  readonly depth: number
  /** Places to be filled in, and figures that stand alone in a bracket. */
  readonly placeholders: number
  /** How many choices each bracket offers, in the order they open; for one alternative alone two: keep or delete. */
  readonly options: readonly number[]
}

const isFigure = (words: string): boolean => /^\p{Sc}?\d[\d.,\u00A0 ]*%?$/u.test(words)

const holdsFigure = ({ alternatives: [only, other] }: NotedBracket): boolean => {
  const [first, ...rest] = only?.content ?? []
  if (!only || other || only.by.length > 0 || rest.length > 0) return false
  return first !== undefined && 'words' in first && isFigure(first.words)
}

/** The brackets of a line in the order they open, each with how deep it stands, from 1. */
export const bracketsOf = (
  notation: Notation,
  depth = 1,
): readonly { readonly bracket: NotedBracket; readonly depth: number }[] =>
  notation.flatMap((piece) =>
    'alternatives' in piece
      ? [
          { bracket: piece, depth },
          ...piece.alternatives.flatMap(({ content }) => bracketsOf(content ?? [], depth + 1)),
        ]
      : [],
  )

const blanksOf = (notation: Notation): number =>
  notation.reduce((sum, piece) => {
    if ('placeholder' in piece) return sum + 1
    if (!('alternatives' in piece)) return sum
    const inside = piece.alternatives.reduce((all, { content }) => all + blanksOf(content ?? []), 0)
    return sum + inside + (holdsFigure(piece) ? 1 : 0)
  }, 0)

/** Counts the brackets and blanks of a line. */
export const countsOf = (notation: Notation): NotationCounts => {
  const brackets = bracketsOf(notation)
  return {
    open: brackets.length,
    depth: brackets.reduce((most, { depth }) => Math.max(most, depth), 0),
    placeholders: blanksOf(notation),
    options: brackets.map(({ bracket }) => Math.max(2, bracket.alternatives.length)),
  }
}

/** Words before and after a place from which something was taken: no double space, none before a full stop. */
const joined = (before: string, after: string): string => {
  if (!/\s$/u.test(before)) return before + after
  if (/^\s/u.test(after)) return before + after.replace(/^\s+/u, '')
  return /^[.,;:!?)»”]/u.test(after) ? before.replace(/\s+$/u, '') + after : before + after
}

/**
 * The words when every bracket is closed: of the n-th bracket, in the order they open, the alternative `choices[n]`;
 * a number past the last alternative deletes. Words outside a bracket never change but for a space left double.
 */
export const cleanWords = (notation: Notation, choices: readonly number[]): string => {
  let n = 0
  const said = (content: Notation): string => {
    let all = ''
    let taken = false
    for (const piece of content) {
      const words = wordsOf(piece)
      all = taken ? joined(all, words) : all + words
      taken = words === '' && !('words' in piece) && !('note' in piece)
    }
    return all
  }
  const wordsOf = (piece: NotedPiece): string => {
    if ('words' in piece) return piece.words
    if ('placeholder' in piece) return `[${piece.placeholder}]`
    if (!('alternatives' in piece)) return ''
    const choice = choices[n] ?? 0
    n += 1
    const readings = piece.alternatives.map(({ content }) => said(content ?? []))
    return readings[choice] ?? ''
  }
  return said(notation).trim()
}
