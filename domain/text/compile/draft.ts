/** A draft as a side brings it: its clauses in order, each in every language. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { alignAll } from '../alignment.ts'
import type { TextClauseKind } from '../clause.ts'
import type { DocumentReading, PrintedClause } from '../reading.ts'

/** A clause of a draft. `words` and the footnotes are null in a language that does not have the clause. */
export interface DraftClause {
  readonly kind: TextClauseKind
  /** How deep it stands under the clauses before it; 0 at the top. */
  readonly level: number
  readonly words: Readonly<Record<Language, string | null>>
  readonly notes: readonly Readonly<Record<Language, string | null>>[]
}

/** A draft in its languages. */
export interface Draft {
  readonly languages: readonly Language[]
  readonly clauses: readonly DraftClause[]
}

const kinds: Readonly<Record<PrintedClause['kind'], TextClauseKind | null>> = {
  cover: null,
  title: 'title',
  preambular: 'preambular',
  operative: 'operative',
  'sub-paragraph': 'sub-paragraph',
  annex: 'paragraph',
  heading: 'heading',
  other: 'testimonium',
}

/** The line of a draft that says who brings it is the paper's and not the text's. */
const isOfThePaper = (clause: PrintedClause, readings: readonly DocumentReading[]): boolean =>
  clause.kind === 'cover' || (clause.kind === 'title' && readings.some(({ sponsors }) => sponsors.length > 0))

/** The draft that readings of one paper in several languages make; the language of each must be known, once. */
export const draftOf = (readings: readonly DocumentReading[]): Outcome<Draft> => {
  const languages = readings.map(({ language }) => language ?? '')
  if (languages.includes('')) return refuse('compile.language-unknown')
  const twice = languages.find((language, i) => languages.indexOf(language) !== i)
  if (twice !== undefined) return refuse('compile.language-twice', { language: twice })
  const clauses = alignAll(readings).flatMap((row) => {
    const first = row.find((clause) => clause !== null)
    const kind = first ? kinds[first.kind] : null
    if (!first || kind === null || isOfThePaper(first, readings)) return []
    const of = <T>(take: (clause: PrintedClause) => T): Readonly<Record<Language, T | null>> =>
      Object.fromEntries(languages.map((language, i) => [language, row[i] ? take(row[i]) : null]))
    const mostNotes = Math.max(...row.map((clause) => clause?.footnotes.length ?? 0))
    return [
      {
        kind,
        level: kind === 'heading' || kind === 'title' ? 0 : first.level,
        words: of(({ words }) => words.normalize('NFC')),
        notes: Array.from({ length: mostNotes }, (_, n) =>
          of((clause) => clause.footnotes[n]?.words.normalize('NFC') ?? null),
        ),
      },
    ]
  })
  return done({ languages, clauses })
}
