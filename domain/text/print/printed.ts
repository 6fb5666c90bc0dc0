/** A text as any printed form needs it: worked out once, so that Word, paper and the screen's print say the same. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Language, type Localised, named } from '#domain/parties/localised.ts'
import type { Clause, TextClauseKind } from '../clause.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder, type Text } from '../text.ts'
import { type PrintedRun, runsOf } from './runs.ts'

/** `clean`: without brackets; `bracketed`: with all of them; `alternat`: one side's original of the whole. */
export const printModes = ['clean', 'bracketed', 'alternat'] as const
export type PrintMode = (typeof printModes)[number]

/** A party as it is named on paper. */
export interface PrintedParty {
  readonly key: string
  readonly name: Localised
  readonly short: Localised
}

/** The version a print is of: how it is cited, its hash in hex, and where anybody can verify it. */
export interface PrintedVersion {
  readonly cite: string
  readonly hash: string
  readonly url: string
}

/** One of several numbered copies, and whom it is for. */
export interface PrintedCopy {
  readonly number: number
  readonly of: number
  readonly for: string
}

/** How a text is to be printed. */
export interface Printing {
  readonly title: Localised
  readonly parties: readonly PrintedParty[]
  readonly mode: PrintMode
  /** Whose original it is: its own name and its own language come first. Needed for `alternat`. */
  readonly first?: { readonly party: string; readonly language: Language } | undefined
  readonly version?: PrintedVersion | undefined
  readonly copy?: PrintedCopy | undefined
}

/** A clause in one language. `runs` is null where it is not yet translated. */
export interface PrintedCell {
  readonly number: string | null
  readonly runs: readonly PrintedRun[] | null
}

/** A reservation that is not lifted, beside its clause. */
export interface PrintedReservation {
  readonly party: string
  readonly words: Readonly<Record<Language, string>>
}

/** One clause in all languages. */
export interface PrintedRow {
  readonly clause: string
  /** The wording number of the clause that is printed. */
  readonly wording: number
  readonly kind: TextClauseKind
  readonly depth: number
  readonly cells: Readonly<Record<Language, PrintedCell>>
  readonly reservations: readonly PrintedReservation[]
}

/** A text ready to be printed: languages, parties and rows in the order in which they stand on the page. */
export interface PrintedText extends Omit<Printing, 'first'> {
  readonly languages: readonly Language[]
  /** The party whose original this is, in an alternat. */
  readonly original: PrintedParty | null
  readonly rows: readonly PrintedRow[]
  /** How many places a clean print leaves open, in the language that has most of them. */
  readonly open: number
}

const firstThen = <T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] => [
  ...all.filter(isFirst),
  ...all.filter((one) => !isFirst(one)),
]

/** Footnotes are numbered through the text, the same in every language. */
const noteNumbers = (): ((clause: string) => (note: string) => number) => {
  const known = new Map<string, number>()
  return (clause) => (note) => {
    const key = `${clause}/${note}`
    const number = known.get(key) ?? known.size + 1
    known.set(key, number)
    return number
  }
}

const reservationsOf = (clause: Clause): readonly PrintedReservation[] =>
  clause.reservations
    .filter(({ liftedAt }) => liftedAt === undefined)
    .map(({ party, words }) => ({ party, words }))

const openIn = (runs: readonly PrintedRun[] | null): number =>
  (runs ?? []).filter(({ kind }) => kind === 'open').length

const rowsOf = (
  text: Text,
  languages: readonly Language[],
  chairFor: readonly string[] | null,
): readonly PrintedRow[] => {
  const numbers = new Map(languages.map((language) => [language, numbersOf(text, language)]))
  const noteNumber = noteNumbers()
  return inReadingOrder(text).map(({ clause, depth }) => {
    const cell = (language: Language): PrintedCell => {
      const known = numbers.get(language) ?? new Map<string, string>()
      const content = clause.passage[language] ?? null
      const asked = { clause, language, numbers: known, noteNumber: noteNumber(clause.id), chairFor }
      return { number: known.get(clause.id) ?? null, runs: content && runsOf(content, asked) }
    }
    return {
      clause: clause.id,
      wording: clause.wording,
      kind: clause.kind,
      depth,
      cells: Object.fromEntries(languages.map((language) => [language, cell(language)])),
      reservations: reservationsOf(clause),
    }
  })
}

/** What the rows of a print are made of: the languages in their order on the page, and whether brackets are left out. */
type MakeRows = (languages: readonly Language[], clean: boolean) => readonly PrintedRow[]

/** A print of whatever gives rows: the order of languages and parties, the copy, what is left open. */
export const printedRows = (
  authentic: readonly Language[],
  printing: Printing,
  make: MakeRows,
): Outcome<PrintedText> => {
  const { first, parties, copy, mode } = printing
  const own = parties.find(({ key }) => key === first?.party)
  if (mode === 'alternat' && !(first && own)) return refuse('print.whose-original')
  if (first && !authentic.includes(first.language))
    return refuse('print.language', { language: first.language })
  if (copy && !(copy.number >= 1 && copy.number <= copy.of)) return refuse('print.copy')
  const languages = firstThen(authentic, (each) => each === first?.language)
  const rows = make(languages, mode === 'clean')
  const open = languages.map((language) =>
    rows.reduce((sum, { cells }) => sum + openIn(cells[language]?.runs ?? null), 0),
  )
  return done({
    ...{ title: printing.title, mode, version: printing.version, copy, languages, rows },
    parties: firstThen(parties, (each) => each === own),
    original: mode === 'alternat' ? (own ?? null) : null,
    open: Math.max(0, ...open),
  })
}

/**
 * The text as it is printed. In an alternat the side whose original it is stands first, and its language first; in
 * every other print languages and parties stand as they are given. A clean print holds no bracket: it has what the
 * chair's text has (`chair.ts`), and a place that the chair leaves open is marked.
 * Refusals: `print.whose-original`, `print.language`, `print.copy`.
 */
export const printedText = (text: Text, printing: Printing): Outcome<PrintedText> =>
  printedRows(text.languages, printing, (languages, clean) =>
    rowsOf(text, languages, clean ? printing.parties.map(({ key }) => key) : null),
  )

/** The name of a party in a language, short as beside a bracket; a key that is no party's is its own name. */
export const shortName = (
  { parties }: Pick<PrintedText, 'parties'>,
  key: string,
  language: Language,
): string => {
  const party = parties.find((each) => each.key === key)
  return party ? named(party.short, language) : key
}
