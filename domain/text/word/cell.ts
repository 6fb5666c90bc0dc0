/** A clause in one language as it stands in a cell of the Word table: every character, and what it is. */
import type { Language } from '#domain/parties/localised.ts'
import { printLabels } from '../print/labels.ts'
import { type PrintedCell, type PrintedText, shortName } from '../print/printed.ts'
import type { PrintedAlternative, PrintedRun } from '../print/runs.ts'

/** The one character for a footnote's mark. */
export const noteSign = '\uFFFC'

/** How Word shows words of an alternative: as an insertion or a deletion by its sponsor. */
export interface Tracked {
  readonly kind: 'inserted' | 'deleted'
  readonly author: string
}

/**
 * A stretch of a cell. `words` and `mark` belong to a content: the clause's (`host` null) or an alternative's, from
 * position `at` on; a mark is one position however many characters it prints. A `sign` is of the form alone.
 */
export interface CellPiece {
  readonly text: string
  readonly role: 'words' | 'mark' | 'sign'
  readonly host: string | null
  readonly at: number
  readonly sign?: 'number' | 'open' | 'name' | 'bar' | 'close' | 'none' | undefined
  /** The bracket a sign belongs to. */
  readonly bracket?: string | undefined
  readonly note?: string | undefined
  readonly tracked?: Tracked | undefined
  readonly placeholder?: true | undefined
}

/** Where a bracket stands in a cell, in characters from its `[` to after its `]`, and its position among the words. */
export interface CellBracket {
  readonly bracket: string
  readonly host: string | null
  readonly at: number
  readonly from: number
  readonly to: number
  readonly alternatives: readonly string[]
}

/** A cell: joined, the texts of its pieces are what is printed. */
export interface WordCell {
  readonly pieces: readonly CellPiece[]
  readonly brackets: readonly CellBracket[]
}

interface Writing {
  readonly printed: PrintedText
  readonly language: Language
  readonly pieces: CellPiece[]
  readonly brackets: CellBracket[]
  offset: number
}

const put = (writing: Writing, piece: CellPiece): void => {
  writing.pieces.push(piece)
  writing.offset += piece.text.length
}

/** Who Word says wrote an alternative; where the rules do not name sponsors, nobody by name. */
export const authorOf = (
  printed: Pick<PrintedText, 'parties'>,
  { sponsors, bridge }: Pick<PrintedAlternative, 'sponsors' | 'bridge'>,
  language: Language,
): string => {
  const labels = printLabels(language)
  if (bridge) return labels.mediator
  const names = sponsors.map((key) => shortName(printed, key, language))
  return names.length > 0 ? names.join(', ') : labels.unattributed
}

/** What stands before the words of an alternative: its sponsors, as in the plain notation. */
const nameSign = (writing: Writing, alternative: PrintedAlternative): string => {
  const { sponsors, bridge } = alternative
  const named = bridge || sponsors.length > 0
  return named ? `${authorOf(writing.printed, alternative, writing.language)}: ` : ''
}

/** The words that stood are deleted by whoever proposes others; every other alternative is inserted by its sponsors. */
const trackedAs = (
  writing: Writing,
  alternative: PrintedAlternative,
  all: readonly PrintedAlternative[],
): Tracked | undefined => {
  const { printed, language } = writing
  if (!alternative.stood) return { kind: 'inserted', author: authorOf(printed, alternative, language) }
  const other = all.find(({ stood }) => !stood)
  return other && { kind: 'deleted', author: authorOf(printed, other, language) }
}

const putBracket = (
  writing: Writing,
  run: Extract<PrintedRun, { kind: 'bracket' }>,
  host: string | null,
): void => {
  const from = writing.offset
  const { id: bracket, alternatives, at } = run
  const sign = (kind: NonNullable<CellPiece['sign']>, text: string): void =>
    put(writing, { text, role: 'sign', host, at, sign: kind, bracket })
  sign('open', '[')
  for (const [i, alternative] of alternatives.entries()) {
    if (i > 0) sign('bar', ' | ')
    const name = nameSign(writing, alternative)
    if (name !== '') sign('name', name)
    const { runs, id } = alternative
    if (runs === null) sign('none', `… (${printLabels(writing.language).untranslated})`)
    else putRuns(writing, runs, id, trackedAs(writing, alternative, alternatives))
    if (runs?.length === 0) sign('none', '—')
  }
  sign('close', ']')
  const ids = alternatives.map(({ id }) => id)
  writing.brackets.push({ bracket, host, at, from, to: writing.offset, alternatives: ids })
}

/** Between two marks, and at either end, stand words, be they none: there is always a place to write at. */
const putRuns = (
  writing: Writing,
  runs: readonly PrintedRun[],
  host: string | null,
  tracked: Tracked | undefined,
): void => {
  let next = 0
  let afterWords = false
  const none = (): void => {
    if (!afterWords) put(writing, { text: '', role: 'words', host, at: next })
  }
  const change = tracked ? { tracked } : {}
  for (const run of runs) {
    if (run.kind !== 'words') none()
    afterWords = run.kind === 'words'
    next = run.at + (run.kind === 'words' ? run.words.length : 1)
    if (run.kind === 'words') put(writing, { text: run.words, role: 'words', host, at: run.at, ...change })
    else if (run.kind === 'bracket') putBracket(writing, run, host)
    else if (run.kind === 'note')
      put(writing, { text: noteSign, role: 'mark', host, at: run.at, note: run.words, ...change })
    else if (run.kind === 'mark') {
      const blank = run.placeholder ? ({ placeholder: true } as const) : {}
      put(writing, { text: run.words, role: 'mark', host, at: run.at, ...change, ...blank })
    }
  }
  none()
}

/** The cell of a clause in a language: its number and a tab, then its words with every bracket. */
export const wordCell = (printed: PrintedText, cell: PrintedCell, language: Language): WordCell => {
  const writing: Writing = { printed, language, pieces: [], brackets: [], offset: 0 }
  if (cell.number !== null)
    put(writing, { text: `${cell.number}\t`, role: 'sign', host: null, at: 0, sign: 'number' })
  if (cell.runs) putRuns(writing, cell.runs, null, undefined)
  else
    put(writing, {
      text: `… (${printLabels(language).untranslated})`,
      role: 'sign',
      host: null,
      at: 0,
      sign: 'none',
    })
  return { pieces: writing.pieces, brackets: writing.brackets }
}

/** Everything a cell prints. */
export const cellText = ({ pieces }: Pick<WordCell, 'pieces'>): string =>
  pieces.map(({ text }) => text).join('')
