/** Reads what came back in a Word file against the text it was made from. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause, TextClauseKind } from '../clause.ts'
import { longestRise } from '../compile/match.ts'
import type { Content, Passage } from '../content.ts'
import { orderBetween } from '../order.ts'
import type { PrintedText } from '../print/printed.ts'
import { bySibling, type Text } from '../text.ts'
import { type CellPiece, noteSign, type WordCell, wordCell } from './cell.ts'
import { type ClauseInFile, readClause } from './clause-return.ts'
import { authorsOf, type WordDocument, wordsAfter } from './document.ts'
import { type Place, placesOf } from './places.ts'
import {
  bounded,
  plainOf,
  type Unplaced,
  type UnplacedReason,
  type WordProposal,
  type WordReturn,
} from './return.ts'

interface Returning {
  readonly text: Text
  readonly printed: PrintedText
  readonly document: WordDocument
  readonly cellOf: (clause: string, language: Language) => WordCell
  readonly places: readonly Place[]
}

const makeCells = (printed: PrintedText): Returning['cellOf'] => {
  const rows = new Map(printed.rows.map((row) => [row.clause, row]))
  const known = new Map<string, WordCell>()
  return (clause, language) => {
    const key = `${clause}/${language}`
    const found = known.get(key)
    if (found) return found
    const cell = rows.get(clause)?.cells[language] ?? { number: null, runs: null }
    const made = wordCell(printed, cell, language)
    known.set(key, made)
    return made
  }
}

const unplaced = (why: UnplacedReason, about: Partial<Omit<Unplaced, 'why'>>): Unplaced => ({
  why,
  clause: null,
  language: null,
  stood: '',
  words: '',
  author: null,
  ...about,
})

const shown = (words: string): string => words.replaceAll(noteSign, '').replace(/\s+/gu, ' ').trim()

const hasWords = ({ pieces }: Place): boolean => wordsAfter(pieces).trim() !== ''

/** Where a clause stands in the file: with words rather than taken out, the first of several. */
interface Standing {
  readonly chosen: ReadonlyMap<string, Readonly<Record<Language, Place>>>
  readonly others: readonly Place[]
}

const standingOf = (places: readonly Place[]): Standing => {
  const chosen = new Map<string, Record<Language, Place>>()
  const others: Place[] = []
  for (const place of [...places.filter(hasWords), ...places.filter((each) => !hasWords(each))]) {
    if (place.clause === null || place.language === null) continue
    const known = chosen.get(place.clause) ?? {}
    if (!known[place.language]) chosen.set(place.clause, { ...known, [place.language]: place })
    else if (hasWords(place)) others.push(place)
  }
  return { chosen, others }
}

const commentWords = ({ document }: Returning, ids: readonly string[]): readonly string[] =>
  ids
    .flatMap((id) => document.comments.filter((comment) => comment.id === id && comment.words !== ''))
    .map(({ words }) => plainOf(words))

interface OfClause {
  readonly proposals: readonly WordProposal[]
  readonly unplaced: readonly Unplaced[]
}

const ofClause = (
  returning: Returning,
  clause: Clause,
  places: Readonly<Record<Language, Place>>,
): OfClause => {
  const all = Object.entries(places)
  const ids = [...new Set(all.flatMap(([, { comments }]) => comments))]
  const comments = commentWords(returning, ids)
  const cells = Object.fromEntries(all.map(([language]) => [language, returning.cellOf(clause.id, language)]))
  const file: ClauseInFile = { clause, cells, places, comments }
  const read = readClause(file)
  const splits = all.flatMap(([language, place]) =>
    place.splits.map((words) => unplaced('split', { clause: clause.id, language, words: shown(words) })),
  )
  const listed =
    read.proposals.length > 0
      ? []
      : comments.map((words) => unplaced('comment', { clause: clause.id, words }))
  return { proposals: read.proposals, unplaced: [...read.unplaced, ...splits, ...listed] }
}

/** Clauses that stand in another order in the file, each with the words it now follows. */
const movedIn = ({ printed, cellOf }: Returning, { chosen }: Standing): readonly Unplaced[] => {
  const rank = new Map(printed.rows.map(({ clause }, i) => [clause, i]))
  const inFile = [...chosen]
    .flatMap(([clause, places]) => {
      const rows = Object.values(places)
        .filter(hasWords)
        .map(({ row }) => row)
      return rows.length > 0 ? [{ clause, row: Math.min(...rows) }] : []
    })
    .toSorted((one, other) => one.row - other.row)
  const staying = longestRise(inFile.map(({ clause }) => rank.get(clause) ?? 0))
  const [language = ''] = printed.languages
  return inFile.flatMap(({ clause }, i) => {
    if (staying.has(i)) return []
    const before = inFile[i - 1]
    const after = before ? cellOf(before.clause, language).pieces : []
    return [unplaced('moved', { clause, words: shown(after.map(({ text }) => text).join('')).slice(0, 200) })]
  })
}

const absentIn = ({ printed }: Returning, { chosen }: Standing): readonly Unplaced[] =>
  printed.rows.flatMap(({ clause }) => {
    const places = chosen.get(clause)
    if (!places) return [unplaced('absent', { clause })]
    const missing = printed.languages.filter((language) => !places[language])
    return missing.map((language) => unplaced('absent', { clause, language }))
  })

/** Where a new clause goes that stands between these two in the file, and after those that were put there before it. */
interface Gap {
  readonly parent: string | null
  readonly kind: TextClauseKind
  readonly last: string | null
}

const plainKind = (kind: TextClauseKind | undefined): TextClauseKind =>
  kind === undefined || kind === 'heading' || kind === 'title' ? 'operative' : kind

/** Before the first clause that hangs on the one before it, else beside that one. */
const gapBetween = (before: Clause | undefined, next: Clause | undefined): Gap =>
  before && next?.parent === before.id
    ? { parent: before.id, kind: next.kind, last: null }
    : { parent: before?.parent ?? null, kind: plainKind(before?.kind), last: before?.order ?? null }

const orderIn = (text: Text, parent: string | null, last: string | null): string => {
  const siblings = text.clauses.filter((each) => each.parent === parent).toSorted(bySibling)
  return orderBetween(last, siblings.find(({ order }) => last === null || order > last)?.order ?? null)
}

const passageOf = (languages: readonly Language[], cells: readonly Place[]): Passage =>
  Object.fromEntries(
    languages.map((language): [Language, Content | null] => {
      const cell = cells.find((place) => place.language === language)
      const words = cell ? plainOf(wordsAfter(cell.pieces).replace(/^[^\t]{0,16}\t/u, '')).trim() : ''
      return [language, words === '' ? null : [words]]
    }),
  )

const freshProposal = (
  returning: Returning,
  cells: readonly Place[],
  target: WordProposal['target'],
): WordProposal => {
  const { languages } = returning.printed
  const pieces = cells.flatMap((cell) => cell.pieces)
  return {
    target,
    passage: passageOf(languages, cells),
    clause: null,
    stood: Object.fromEntries(languages.map((language) => [language, null])),
    authors: authorsOf(pieces),
    comments: commentWords(
      returning,
      cells.flatMap(({ comments }) => comments),
    ),
    how: pieces.every(({ state }) => state === 'inserted') ? 'tracked' : 'compared',
  }
}

/** Rows that are no clause of the text are new clauses, each after the clause that stands before it in the file. */
const newClauses = (
  returning: Returning,
  fresh: readonly Place[],
  standing: Standing,
): readonly WordProposal[] => {
  const known = new Map(returning.text.clauses.map((clause) => [clause.id, clause]))
  const inFile = [...standing.chosen]
    .flatMap(([clause, places]) => Object.values(places).map(({ row }) => ({ clause, row })))
    .toSorted((one, other) => one.row - other.row)
  const lastOrder = new Map<string, string>()
  const rows = [...new Set(fresh.map(({ row }) => row))].toSorted((one, other) => one - other)
  return rows.map((row) => {
    const before = known.get(inFile.findLast((each) => each.row < row)?.clause ?? '')
    const next = known.get(inFile.find((each) => each.row > row)?.clause ?? '')
    const gap = gapBetween(before, next)
    const anchor = `${gap.parent ?? ''}/${gap.last ?? ''}`
    const order = orderIn(returning.text, gap.parent, lastOrder.get(anchor) ?? gap.last)
    lastOrder.set(anchor, order)
    const cells = fresh.filter((place) => place.row === row)
    return freshProposal(returning, cells, { on: 'place', parent: gap.parent, order, kind: gap.kind })
  })
}

/** Words that are in no clause and in no row of the table. */
const elsewhere = (place: Place): readonly Unplaced[] => {
  const [author = null] = authorsOf(place.pieces)
  const gone = place.pieces
    .filter(({ state }) => state === 'deleted')
    .map(({ text }) => text)
    .join('')
  const come = place.pieces
    .filter(({ state }) => state === 'inserted')
    .map(({ text }) => text)
    .join('')
  const words = shown(place.outside ? come : wordsAfter(place.pieces))
  if (words === '' && shown(gone) === '') return []
  const why = place.outside || words === '' ? 'outside' : 'new-words'
  return [unplaced(why, { language: place.language, stood: shown(gone), words, author })]
}

/** Footnotes whose words are not, or not only, those of the text. */
const changedNotes = ({ printed, document, cellOf }: Returning): readonly Unplaced[] => {
  const known = new Map<string, number>()
  const notesOf = (pieces: readonly CellPiece[]) =>
    pieces.flatMap(({ note }) => (note === undefined ? [] : [shown(note)]))
  for (const { clause } of printed.rows)
    for (const language of printed.languages)
      for (const note of notesOf(cellOf(clause, language).pieces)) known.set(note, (known.get(note) ?? 0) + 1)
  return document.notes.flatMap(({ words, changed }) => {
    const left = known.get(shown(words)) ?? 0
    known.set(shown(words), left - 1)
    return changed || left <= 0 ? [unplaced('footnote', { words: shown(words) })] : []
  })
}

const looseComments = (returning: Returning): readonly Unplaced[] => {
  const told = new Set(
    returning.places.flatMap(({ clause, language, column, comments }) =>
      clause !== null || (column >= 0 && language !== null) ? comments : [],
    ),
  )
  return returning.document.comments
    .filter(({ id, words }) => !told.has(id) && words !== '')
    .map(({ words, author }) => unplaced('comment', { words: plainOf(words), author: author || null }))
}

const isFresh = (place: Place): boolean =>
  place.clause === null && !place.outside && place.column >= 0 && place.language !== null && hasWords(place)

/**
 * Everything that a Word file brings back to a text. Every change of words in it is in a proposal or in the list of what
 * could not be placed. A file in which no clause of the text is found brings no proposals at all.
 */
export const wordReturn = (text: Text, printed: PrintedText, document: WordDocument): WordReturn => {
  const cellOf = makeCells(printed)
  const places = placesOf(document, printed, cellOf)
  const returning: Returning = { text, printed, document, cellOf, places }
  const standing = standingOf(places)
  const of = printed.rows.length
  const found = standing.chosen.size
  if (found === 0) return { proposals: [], unplaced: [], found, of }
  const known = new Map(text.clauses.map((clause) => [clause.id, clause]))
  const read = printed.rows.flatMap(({ clause }) => {
    const [state, inFile] = [known.get(clause), standing.chosen.get(clause)]
    return state && inFile ? [ofClause(returning, state, inFile)] : []
  })
  const fresh = places.filter(isFresh)
  const rest = places.filter((place) => place.clause === null && !fresh.includes(place))
  const twice = standing.others.map(({ clause, language, pieces }) =>
    unplaced('twice', { clause, language, words: shown(wordsAfter(pieces)) }),
  )
  const looks =
    document.formatting > 0 ? [unplaced('formatting', { words: String(document.formatting) })] : []
  return bounded({
    proposals: [...read.flatMap(({ proposals }) => proposals), ...newClauses(returning, fresh, standing)],
    unplaced: [
      ...read.flatMap((each) => each.unplaced),
      ...movedIn(returning, standing),
      ...absentIn(returning, standing),
      ...twice,
      ...rest.flatMap(elsewhere),
      ...changedNotes(returning),
      ...looseComments(returning),
      ...looks,
    ],
    found,
    of,
  })
}
