/** Which clause, in which language, stands in which place of a Word file: by its bookmark, by its row, by likeness. */
import type { Language } from '#domain/parties/localised.ts'
import type { Draft } from '../compile/draft.ts'
import { matchClauses } from '../compile/match.ts'
import type { PrintedText } from '../print/printed.ts'
import { cellText, type WordCell } from './cell.ts'
import type { PieceState, ReadParagraph, ReadPiece, WordDocument } from './document.ts'
import { wordsAfter } from './document.ts'
import type { Origin } from './edits.ts'
import { type ClauseMark, clauseDigest, isOutsideMark, readClauseMark } from './marks.ts'

/** Words of a file that belong together: those of a clause in a language, or of nobody knows what. */
export interface Place {
  readonly clause: string | null
  readonly language: Language | null
  /** What the file was made from, where a bookmark says it. */
  readonly origin: Origin
  readonly pieces: readonly ReadPiece[]
  readonly comments: readonly string[]
  /** The number of its row, in the order of the file; what stands in no row has one of its own. */
  readonly row: number
  readonly column: number
  /** Where a paragraph was divided that Parley wrote as one: the words after it. */
  readonly splits: readonly string[]
  /** A paragraph that Parley wrote and that is not of the text, such as the title on the page. */
  readonly outside: boolean
}

interface Marked extends ReadParagraph {
  readonly mark: ClauseMark | null
}

const markOf = (paragraph: ReadParagraph): ClauseMark | null => {
  for (const name of paragraph.bookmarks) {
    const mark = readClauseMark(name)
    if (mark) return mark
  }
  return null
}

const forced = (
  pieces: readonly ReadPiece[],
  state: PieceState,
  author: string | null,
): readonly ReadPiece[] =>
  state === 'kept'
    ? pieces
    : pieces.flatMap((piece) => {
        if (piece.state === 'kept') return [{ ...piece, state, author }]
        return piece.state === state ? [piece] : []
      })

const spaceBetween = (before: readonly ReadPiece[], after: readonly ReadPiece[]): string => {
  const [left, right] = [wordsAfter(before), wordsAfter(after)]
  return left === '' || right === '' || /\s$/u.test(left) || /^\s/u.test(right) ? '' : ' '
}

/** Paragraphs of one clause as one run of words: where somebody divided it, a space stands for the division. */
const joinParagraphs = (
  paragraphs: readonly ReadParagraph[],
): Pick<Place, 'pieces' | 'splits' | 'comments'> => {
  const pieces: ReadPiece[] = []
  const splits: string[] = []
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) {
      const before = paragraphs[i - 1]
      const space = spaceBetween(pieces, paragraph.pieces)
      if (space !== '') pieces.push({ text: space, state: 'inserted', author: null })
      const words = wordsAfter(paragraph.pieces)
      if (before?.end !== 'deleted' && words.trim() !== '') splits.push(words)
    }
    pieces.push(...paragraph.pieces)
  }
  return { pieces, splits, comments: paragraphs.flatMap(({ comments }) => comments) }
}

/** Paragraphs that follow each other and are of one clause; one without a bookmark goes with those before it. */
const runsOfParagraphs = (paragraphs: readonly Marked[]): readonly (readonly Marked[])[] => {
  const runs: Marked[][] = []
  for (const paragraph of paragraphs) {
    const open = runs.at(-1)
    const isOther = open?.some(({ mark }) => mark && paragraph.mark && mark.digest !== paragraph.mark.digest)
    if (open && !isOther) open.push(paragraph)
    else runs.push([paragraph])
  }
  return runs
}

const unknownOrigin: Origin = { wording: null, printed: null }

const placesIn = (document: WordDocument, clauseOf: ReadonlyMap<string, string>): readonly Place[] => {
  const place = (
    paragraphs: readonly Marked[],
    row: number,
    column: number,
    state: PieceState,
    author: string | null,
  ): Place => {
    const mark = paragraphs.find((each) => each.mark)?.mark ?? null
    const clause = mark ? (clauseOf.get(mark.digest) ?? null) : null
    const { pieces, splits, comments } = joinParagraphs(paragraphs)
    return {
      clause,
      language: clause !== null && mark ? mark.language : null,
      origin: clause !== null && mark ? { wording: mark.wording, printed: mark.printed } : unknownOrigin,
      pieces: forced(pieces, state, author),
      comments,
      row,
      column,
      splits,
      outside: clause === null && paragraphs.some(({ bookmarks }) => bookmarks.some(isOutsideMark)),
    }
  }
  return document.blocks.flatMap((block, row): readonly Place[] => {
    if (block.kind === 'paragraph')
      return [place([{ ...block.paragraph, mark: markOf(block.paragraph) }], row, -1, 'kept', null)]
    return block.row.cells.flatMap((paragraphs, column) =>
      runsOfParagraphs(paragraphs.map((each) => ({ ...each, mark: markOf(each) }))).map((run) =>
        place(run, row, column, block.row.state, block.row.author),
      ),
    )
  })
}

/** The language that most of the known cells of a column are in. */
const columnLanguages = (places: readonly Place[]): ReadonlyMap<number, Language> => {
  const counts = new Map<number, Map<Language, number>>()
  for (const { column, language } of places) {
    if (language === null || column < 0) continue
    const inColumn = counts.get(column) ?? new Map<Language, number>()
    counts.set(column, inColumn.set(language, (inColumn.get(language) ?? 0) + 1))
  }
  return new Map(
    [...counts].flatMap(([column, all]) => {
      const [most] = [...all].toSorted((one, other) => other[1] - one[1])
      return most ? [[column, most[0]] as const] : []
    }),
  )
}

const keyOf = (clause: string, language: Language): string => `${clause}/${language}`

/** A cell without a bookmark beside one that has it is the same clause, in the language of its column. */
const byRow = (places: readonly Place[]): readonly Place[] => {
  const languages = columnLanguages(places)
  const clauseOfRow = new Map<number, Place>()
  for (const each of places)
    if (each.clause !== null && !clauseOfRow.has(each.row)) clauseOfRow.set(each.row, each)
  const taken = new Set(
    places.flatMap(({ clause, language }) => (clause && language ? [keyOf(clause, language)] : [])),
  )
  return places.map((each) => {
    if (each.clause !== null || each.outside || each.column < 0) return each
    const language = languages.get(each.column) ?? null
    const beside = clauseOfRow.get(each.row)
    if (!language || !beside?.clause || taken.has(keyOf(beside.clause, language)))
      return { ...each, language }
    taken.add(keyOf(beside.clause, language))
    return {
      ...each,
      clause: beside.clause,
      language,
      origin: { wording: beside.origin.wording, printed: null },
    }
  })
}

const hasWords = ({ pieces }: Place): boolean => wordsAfter(pieces).trim() !== ''

/** Clauses whose words stand nowhere in the file any more, recognised where like words were put in. */
const byLikeness = (places: readonly Place[], printed: PrintedText, cellOf: CellOf): readonly Place[] => {
  const standing = new Set(
    places.flatMap((each) =>
      each.clause && each.language && hasWords(each) ? [keyOf(each.clause, each.language)] : [],
    ),
  )
  const found = new Map<Place, { clause: string; language: Language }>()
  for (const language of printed.languages) {
    const free = places.filter(
      (each) =>
        each.clause === null &&
        !each.outside &&
        hasWords(each) &&
        !found.has(each) &&
        (each.language ?? language) === language,
    )
    const gone = printed.rows.filter(({ clause }) => !standing.has(keyOf(clause, language)))
    if (free.length === 0 || gone.length === 0) continue
    const draft = (words: readonly string[]): Draft => ({
      languages: [language],
      clauses: words.map((each) => ({ kind: 'operative', level: 0, words: { [language]: each }, notes: [] })),
    })
    const matches = matchClauses(
      draft(gone.map(({ clause }) => cellText(cellOf(clause, language)))),
      draft(free.map(({ pieces }) => wordsAfter(pieces))),
    )
    for (const { first, second } of matches) {
      const [row, each] = [gone[first], free[second]]
      if (row && each) found.set(each, { clause: row.clause, language })
    }
  }
  return places.map((each) => ({ ...each, ...found.get(each) }))
}

/** The cell of a clause in a language as Parley prints it now. */
export type CellOf = (clause: string, language: Language) => WordCell

/** Every place of a file with the clause that stands there, where there is one. */
export const placesOf = (document: WordDocument, printed: PrintedText, cellOf: CellOf): readonly Place[] => {
  const clauseOf = new Map(printed.rows.map(({ clause }) => [clauseDigest(clause), clause]))
  const known = placesIn(document, clauseOf).filter(
    ({ language }) => language === null || printed.languages.includes(language),
  )
  return byLikeness(byRow(known), printed, cellOf)
}
