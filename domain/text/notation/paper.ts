/** Reads typed papers, one for each language, into a text with brackets. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { alignAll } from '../alignment.ts'
import { type Clause, newClause, type TextClauseKind } from '../clause.ts'
import { type Content, mapPassage, normalContent, type Passage } from '../content.ts'
import { numbersOf } from '../numbering.ts'
import { orderSpread } from '../order.ts'
import type { ClauseKind, DocumentReading, PrintedClause } from '../reading.ts'
import type { Text } from '../text.ts'
import { type Reading, readBilingual } from './clause.ts'
import { isArticle, type TypedClause, typedClauses } from './lines.ts'
import { readNotation } from './read.ts'
import { scan } from './scan.ts'

/** A text that papers make: its parties as they are named in it, and the remarks that are no words of it. */
export interface TypedText {
  readonly text: Text
  readonly parties: readonly string[]
  /** Marks of agreement and reservations, which only an act of their side can record. */
  readonly remarks: readonly { readonly clause: string; readonly remark: string }[]
}

const footnoteLine = /^[ \t]*\[\^([\p{L}\p{N}-]{1,40})\]:\s*(.*)$/gmu

/** The words of a footnote; brackets in it are words too. */
const plainNote = (source: string): string => {
  const read = readNotation(source)
  const pieces = read.ok ? (read.value ?? []) : []
  return pieces.every((piece) => 'words' in piece) ? pieces.map(({ words }) => words).join('') : source
}

/** A line without a bracket at its end, or, when all of it stands in one, without what closes it. */
const bare = (words: string): string => {
  const before = words.replace(/\[[^[\]]*\]\s*$/u, '')
  return (before.trim() === '' ? words : before).replace(/[\]\s]+$/u, '')
}

const kindOf = ({ number, level, words }: TypedClause, i: number, started: boolean): ClauseKind => {
  if (number !== null) return level > 0 ? 'sub-paragraph' : 'operative'
  const ends = /[.;,:!?]$/u.test(bare(words))
  if (!ends && words.length <= 160) return i === 0 ? 'title' : 'heading'
  return started ? 'other' : 'preambular'
}

const position = (source: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/u)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const readingOf = (language: Language, source: string, reading: Reading): Outcome<DocumentReading> => {
  const balanced = scan(source)
  if (!balanced.ok) {
    const at = position(source, Number(balanced.refusal.facts?.offset ?? 0))
    return refuse(balanced.refusal.code, { ...balanced.refusal.facts, ...at, language })
  }
  const notes = new Map(
    [...source.matchAll(footnoteLine)].map(([, mark = '', words = '']) => [mark, plainNote(words.trim())]),
  )
  const typed = typedClauses(source.replace(footnoteLine, ''), reading)
  let started = false
  const clauses = typed.map((clause, i): PrintedClause => {
    const kind = kindOf(clause, i, started)
    started ||= clause.number !== null
    const marks = [...clause.words.matchAll(/\[\^([\p{L}\p{N}-]{1,40})\]/gu)].map(([, mark = '']) => mark)
    const footnotes = marks.flatMap((mark) => {
      const words = notes.get(mark)
      return words === undefined ? [] : [{ at: 0, mark, words }]
    })
    return {
      key: `${i + 1}`,
      kind,
      level: clause.level,
      number: clause.number,
      words: clause.words,
      footnotes,
      annex: null,
    }
  })
  return done({ language, symbol: null, title: null, sponsors: [], clauses })
}

const kinds: Readonly<Record<ClauseKind, TextClauseKind>> = {
  cover: 'testimonium',
  title: 'title',
  preambular: 'preambular',
  operative: 'operative',
  'sub-paragraph': 'sub-paragraph',
  annex: 'paragraph',
  heading: 'heading',
  other: 'testimonium',
}

const textKind = ({ kind, number, level }: PrintedClause, inArticles: boolean): TextClauseKind => {
  if (isArticle(number)) return 'article'
  // A clause that is not numbered is of a kind that is not counted.
  if (number === null && ['operative', 'annex', 'sub-paragraph'].includes(kind)) return 'testimonium'
  return inArticles && kind === 'sub-paragraph' && level === 1 ? 'paragraph' : kinds[kind]
}

const counting = (letter: string): (() => string) => {
  let n = 0
  return () => {
    n += 1
    return `${letter}${n}`
  }
}

/** A content without the white space that a remark at either end leaves. */
const trimmedContent = (content: Content): Content =>
  normalContent(
    content.map((piece, i) => {
      if (typeof piece !== 'string') return piece
      const start = i === 0 ? piece.trimStart() : piece
      return i === content.length - 1 ? start.trimEnd() : start
    }),
  )

type Row = readonly (PrintedClause | null)[]

/** A clause with the marks of its footnotes among its words; one that was typed has them there already. */
const markedLine = ({ words, footnotes }: PrintedClause) => {
  const typed = footnotes.every(({ mark }) => words.includes(`[^${mark}]`))
  const notes = footnotes.map((note, n) => ({ ...note, mark: typed ? (note.mark ?? '') : `${n + 1}` }))
  if (typed) return { words, notes }
  const marked = notes
    .toSorted((one, other) => other.at - one.at)
    .reduce((line, { at, mark }) => `${line.slice(0, at)}[^${mark}]${line.slice(at)}`, words)
  return { words: marked, notes }
}

/** The clauses of one row in every language; a language without it has it not yet translated. */
const clauseOf = (row: Row, languages: readonly Language[], reading: Reading, note: () => string) => {
  const notes: Record<string, Passage> = {}
  const marks = new Map<string, string>()
  const lines = row.map((clause) => clause && markedLine(clause))
  for (const [i, line] of lines.entries())
    for (const { mark, words } of line?.notes ?? []) {
      const id = marks.get(mark) ?? note()
      marks.set(mark, id)
      const blank = Object.fromEntries(languages.map((language) => [language, null]))
      notes[id] = { ...(notes[id] ?? blank), [languages[i] ?? '']: normalContent([words.normalize('NFC')]) }
    }
  const sources = Object.fromEntries(
    languages.map((language, i) => [language, lines[i]?.words.normalize('NFC') ?? '…'] as const),
  )
  const read = readBilingual(sources, { ...reading, note: (mark) => marks.get(mark) ?? null })
  if (!read.ok) return read
  const passage = mapPassage(read.value.passage, (content) => content && trimmedContent(content))
  return done({ ...read.value, passage, notes })
}

/** After so many numbers out of turn a paper counts in a way of its own. */
const mostOutOfTurn = 40

/**
 * Gives the printed number to each clause whose computed one would be another: one after the other, since a given number
 * is not counted and the next are right again; in a paper that counts in its own way, to all.
 */
const withNumbers = (clauses: readonly Clause[], printed: readonly (string | null)[], language: Language) => {
  const given = (all: readonly Clause[], which: (n: number) => boolean): readonly Clause[] =>
    all.map((clause, n) => (which(n) ? { ...clause, number: printed[n] ?? undefined } : clause))
  let current = clauses
  for (let turn = 0; ; turn += 1) {
    const numbers = numbersOf({ clauses: current }, language)
    const isOther = (n: number): boolean => {
      const clause = current[n]
      const number = printed[n] ?? null
      return clause?.number === undefined && number !== null && numbers.get(clause?.id ?? '') !== number
    }
    const i = current.findIndex((_, n) => isOther(n))
    if (i < 0) return current
    current = given(current, (n) => (turn < mostOutOfTurn ? n === i : isOther(n)))
  }
}

const parentsOf = (levels: readonly number[], free: readonly boolean[]): readonly (number | null)[] => {
  const above: number[] = []
  return levels.map((level, i) => {
    if (free[i]) {
      above.length = 0
      return null
    }
    while (above.length > 0 && (levels[above.at(-1) ?? 0] ?? 0) >= level) above.pop()
    const parent = level > 0 ? (above.at(-1) ?? null) : null
    above.push(i)
    return parent
  })
}

/**
 * The text of papers that were read, one reading for each language, their words with brackets as typed. Clauses are
 * matched by number, length and figures; brackets by their sponsors. Refusals: those of `readBilingual`, with the clause;
 * `notation.empty` when there is no clause.
 */
export const textOfReadings = (
  readings: readonly DocumentReading[],
  reading: Reading = {},
): Outcome<TypedText> => {
  const rows = alignAll(readings).filter((row) =>
    row.some((clause) => clause !== null && clause.kind !== 'cover'),
  )
  if (rows.length === 0) return refuse('notation.empty')
  return assembled(
    rows,
    readings.map(({ language }) => language ?? ''),
    reading,
  )
}

/**
 * The text of typed papers, one in each language. Refuses with language, line and column what is not balanced, and
 * what `textOfReadings` refuses.
 */
export const readPapers = (
  sources: Readonly<Record<Language, string>>,
  reading: Reading = {},
): Outcome<TypedText> => {
  const readings: DocumentReading[] = []
  for (const [language, source] of Object.entries(sources)) {
    const one = readingOf(language, source, reading)
    if (!one.ok) return one
    readings.push(one.value)
  }
  return textOfReadings(readings, reading)
}

type Lead = PrintedClause | undefined

/** Under which row each row stands. */
const rowParents = (leads: readonly Lead[]): readonly (number | null)[] =>
  parentsOf(
    leads.map((lead) => lead?.level ?? 0),
    leads.map((lead) => lead?.kind === 'heading' || lead?.kind === 'title'),
  )

/** Every sponsor of an alternative, once, in the order they come. */
export const sponsorsIn = (clauses: readonly Clause[]): readonly string[] => [
  ...new Set(
    clauses.flatMap(({ brackets }) =>
      Object.values(brackets).flatMap(({ alternatives }) => alternatives.flatMap((one) => one.sponsors)),
    ),
  ),
]

const assembled = (
  rows: readonly Row[],
  languages: readonly Language[],
  given: Reading,
): Outcome<TypedText> => {
  const reading = { ...given, bracket: counting('b'), alternative: counting('a') }
  const note = counting('n')
  const leads = rows.map((row): Lead => row.find((clause) => clause !== null) ?? undefined)
  const inArticles = leads.some((lead) => isArticle(lead?.number ?? null))
  const parents = rowParents(leads)
  const orders = orderSpread(rows.length)
  const clauses: Clause[] = []
  const remarks: { clause: string; remark: string }[] = []
  for (const [i, row] of rows.entries()) {
    const lead = leads[i]
    const made = clauseOf(row, languages, reading, note)
    if (!made.ok) {
      const clause = lead?.number ?? lead?.words.slice(0, 40) ?? ''
      return refuse(made.refusal.code, { ...made.refusal.facts, clause })
    }
    const { remarks: said, ...words } = made.value
    const id = `c${i + 1}`
    const above = parents[i] ?? null
    const place = { parent: above === null ? null : `c${above + 1}`, order: orders[i] ?? 'V' }
    clauses.push(
      newClause({ id, kind: lead ? textKind(lead, inArticles) : 'testimonium', ...place, ...words }),
    )
    remarks.push(...said.map((remark) => ({ clause: id, remark })))
  }
  const printed = leads.map((lead) => lead?.number ?? null)
  const numbered = withNumbers(clauses, printed, languages[0] ?? '')
  return done({ text: { languages, clauses: numbered }, parties: sponsorsIn(clauses), remarks })
}
