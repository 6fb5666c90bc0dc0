/** Makes a text of one or two papers that were read clause by clause. */
import type { PaperReading } from '#contract/rooms.ts'
import { done, type Outcome } from '#domain/outcome.ts'
import type { newClause, TextClauseKind } from '#domain/text/clause.ts'
import { compile } from '#domain/text/compile/compile.ts'
import type { Draft } from '#domain/text/compile/draft.ts'
import type { ClauseSeed } from '#domain/text/laws.ts'

const kinds: Readonly<Record<string, TextClauseKind>> = {
  title: 'title',
  heading: 'heading',
  preambular: 'preambular',
  operative: 'operative',
  'sub-paragraph': 'sub-paragraph',
  annex: 'paragraph',
  other: 'testimonium',
}

/** The draft that a paper is: its clauses without the matter around them. */
export const draftOfPaper = (paper: PaperReading, languages: readonly string[]): Draft => ({
  languages,
  clauses: paper.clauses.flatMap(({ kind, level, cells }) => {
    const known = kinds[kind]
    if (!known) return []
    const notes = Math.max(0, ...Object.values(cells).map((cell) => cell.notes.length))
    const of = <T>(take: (language: string) => T) =>
      Object.fromEntries(languages.map((each) => [each, take(each)]))
    return [
      {
        kind: known,
        level,
        words: of((language) => cells[language]?.words.normalize('NFC') ?? null),
        notes: Array.from({ length: notes }, (_, n) =>
          of((language) => cells[language]?.notes[n]?.normalize('NFC') ?? null),
        ),
      },
    ]
  }),
})

const seedOf = ({
  id,
  parent,
  order,
  kind,
  passage,
  brackets,
  notes,
}: ReturnType<typeof newClause>): ClauseSeed => ({
  id,
  parent,
  order,
  kind,
  passage,
  brackets,
  notes,
})

/** The clauses with which a text is opened from two rival drafts. */
export const seedsOfTwo = (
  first: Draft,
  second: Draft,
  sponsors: readonly [string, string],
): Outcome<readonly ClauseSeed[]> => {
  const compiled = compile(first, second, sponsors)
  return compiled.ok ? done(compiled.value.text.clauses.map(seedOf)) : compiled
}

/** The clauses with which a text is opened from one draft. */
export const seedsOfOne = (draft: Draft): Outcome<readonly ClauseSeed[]> => {
  const compiled = compile(draft, draft, ['first', 'second'])
  return compiled.ok ? done(compiled.value.text.clauses.map(seedOf)) : compiled
}
