/** Words with what stands among them: brackets, placeholders, references, terms, footnotes. */
import type { Language } from '#domain/parties/localised.ts'

/** The place of a bracket; what is in it is kept beside the words, once for all languages. */
export interface BracketMark {
  readonly bracket: string
}

/** Something still to be filled in, such as a number of days: `[XX]`. Words with a placeholder are not clean. */
export interface Placeholder {
  readonly placeholder: string
}

/** A reference to another clause by its id; the number printed is computed. */
export interface Reference {
  readonly reference: string
}

/** The use of a defined term: its key, and its form in this sentence. */
export interface TermUse {
  readonly term: string
  readonly words: string
}

/** The place of a footnote; its words are kept beside the content. */
export interface NoteMark {
  readonly note: string
}

/** What stands among the words and is one position wide. */
export type Mark = BracketMark | Placeholder | Reference | TermUse | NoteMark

/** A run of words, or a mark. */
export type Piece = string | Mark

/** Words and marks in one language, in order. In normal form no run is empty and no two runs are neighbours. */
export type Content = readonly Piece[]

/** The same passage in every authentic language; null is "not yet translated". */
export type Passage = Readonly<Record<Language, Content | null>>

/** A stretch of a content: positions, `from` included and `to` not. A character (UTF-16 unit) or a mark is one position. */
export interface Range {
  readonly from: number
  readonly to: number
}

const widthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : 1)

/** How many positions a content is wide. */
export const widthOfContent = (content: Content): number =>
  content.reduce((sum, piece) => sum + widthOf(piece), 0)

/** The content in normal form. */
export const normalContent = (content: Content): Content => {
  const pieces: Piece[] = []
  for (const piece of content) {
    const last = pieces.at(-1)
    if (piece === '') continue
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

/** The pieces in a range. Positions outside are the nearest ones inside. */
export const sliceContent = (content: Content, { from, to }: Range): Content => {
  const pieces: Piece[] = []
  let at = 0
  for (const piece of content) {
    const end = at + widthOf(piece)
    if (end > from && at < to)
      pieces.push(typeof piece === 'string' ? piece.slice(Math.max(0, from - at), to - at) : piece)
    at = end
  }
  return normalContent(pieces)
}

/** Contents one after the other, in normal form. */
export const joinContent = (...contents: readonly Content[]): Content => normalContent(contents.flat())

/** The content with other pieces in the place of a range. */
export const replaceRange = (content: Content, range: Range, by: Content): Content =>
  joinContent(
    sliceContent(content, { from: 0, to: range.from }),
    by,
    sliceContent(content, { from: range.to, to: widthOfContent(content) }),
  )

/** The content with each mark of a bracket replaced by what `resolve` gives; undefined leaves the mark. */
export const replaceBrackets = (
  content: Content,
  resolve: (bracket: string) => Content | undefined,
): Content =>
  normalContent(
    content.flatMap((piece) =>
      typeof piece !== 'string' && 'bracket' in piece ? (resolve(piece.bracket) ?? [piece]) : [piece],
    ),
  )

/** The brackets marked in a content, in order. */
export const bracketsIn = (content: Content): readonly string[] =>
  content.flatMap((piece) => (typeof piece !== 'string' && 'bracket' in piece ? [piece.bracket] : []))

/** True when a range begins and ends at characters and not inside one of two units (UTF-16 surrogates). */
export const isWholeRange = (content: Content, { from, to }: Range): boolean => {
  if (from < 0 || to < from || to > widthOfContent(content)) return false
  const cuts = (position: number): boolean => {
    const [after] = sliceContent(content, { from: position, to: position + 1 })
    const [before] = sliceContent(content, { from: position - 1, to: position })
    const low = typeof after === 'string' && /^[\uDC00-\uDFFF]/.test(after)
    return low && typeof before === 'string' && /[\uD800-\uDBFF]$/.test(before)
  }
  return !cuts(from) && !cuts(to)
}

/** The passage with another content in one language. */
export const withContent = (passage: Passage, language: Language, content: Content | null): Passage => ({
  ...passage,
  [language]: content,
})

/** A passage made in every language that this one has. */
export const mapPassage = (
  passage: Passage,
  make: (content: Content | null, language: Language) => Content | null,
): Passage =>
  Object.fromEntries(
    Object.entries(passage).map(([language, content]) => [language, make(content, language)]),
  )

/** The languages in which a passage is not yet translated. */
export const untranslated = (passage: Passage): readonly Language[] =>
  Object.keys(passage).filter((language) => passage[language] === null)
