/** Two rival drafts become one compilation text: what is the same is clean, what differs stands in brackets. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Bracket, newAlternative } from '../bracket.ts'
import { type Clause, newClause } from '../clause.ts'
import { type Content, normalContent, type Passage } from '../content.ts'
import { orderSpread } from '../order.ts'
import type { Text } from '../text.ts'
import { pairedStretches } from './differences.ts'
import type { Draft, DraftClause } from './draft.ts'
import { longestRise, matchClauses } from './match.ts'

/** How the clauses of a compilation came out; every clause is in exactly one of the first three. */
export interface Counts {
  readonly clean: number
  readonly bracketed: number
  readonly oneSided: number
  /** Of the clean and the bracketed ones, those that stand at another place in the second draft. */
  readonly moved: number
}

/** A compilation: the text, how it came out, and in which order each side has its clauses. */
export interface Compilation {
  readonly text: Text
  readonly counts: Counts
  readonly orders: Readonly<Record<string, readonly string[]>>
}

/** One clause of the compilation, before it has its place: of both drafts, or of one of them. */
interface Row {
  readonly first: number | null
  readonly second: number | null
  readonly moved: boolean
}

const rowsOf = (first: Draft, second: Draft): readonly Row[] => {
  const matches = matchClauses(first, second)
  const staying = longestRise(matches.map((match) => match.second))
  const bySecond = new Map(matches.map((match, i) => [match.second, { match, moved: !staying.has(i) }]))
  const byFirst = new Map(matches.map((match, i) => [match.first, { match, moved: !staying.has(i) }]))
  // Clauses of the second draft alone follow the clause of both that they follow there.
  const following = new Map<number, number[]>()
  let anchor = -1
  for (const [j] of second.clauses.entries()) {
    const found = bySecond.get(j)
    if (found && !found.moved) anchor = found.match.first
    else if (!found) following.set(anchor, [...(following.get(anchor) ?? []), j])
  }
  const rows: Row[] = []
  const follow = (place: number): void => {
    for (const j of following.get(place) ?? []) rows.push({ first: null, second: j, moved: false })
  }
  follow(-1)
  for (const [i] of first.clauses.entries()) {
    const found = byFirst.get(i)
    rows.push({ first: i, second: found?.match.second ?? null, moved: found?.moved ?? false })
    follow(i)
  }
  return rows
}

/** Ids that follow from the order in which they are asked for: the same drafts give the same compilation. */
const counter = (letter: string): (() => string) => {
  let n = 0
  return () => {
    n += 1
    return `${letter}${n}`
  }
}

interface Making {
  readonly languages: readonly Language[]
  readonly sponsors: readonly [string, string]
  readonly bracket: () => string
  readonly alternative: () => string
  readonly note: () => string
}

type Words = Pick<Clause, 'passage' | 'brackets' | 'notes'>

const notesOf = (making: Making, clause: DraftClause): { marks: Content; notes: Record<string, Passage> } => {
  const notes: Record<string, Passage> = {}
  const marks = clause.notes.map((words) => {
    const id = making.note()
    notes[id] = Object.fromEntries(
      making.languages.map((language) => {
        const said = words[language] ?? null
        return [language, said === null ? null : normalContent([said])]
      }),
    )
    return { note: id }
  })
  return { marks, notes }
}

const passageOf = (making: Making, clause: DraftClause, marks: Content): Passage =>
  Object.fromEntries(
    making.languages.map((language) => {
      const words = clause.words[language] ?? null
      return [language, words === null ? null : normalContent([words, ...marks])]
    }),
  )

const cleanWords = (making: Making, clause: DraftClause): Words => {
  const { marks, notes } = notesOf(making, clause)
  return { passage: passageOf(making, clause, marks), brackets: {}, notes }
}

/** A clause of one side alone: all of it in a bracket, to be kept or deleted. */
const oneSided = (making: Making, clause: DraftClause, sponsor: string): Words => {
  const { passage, notes } = cleanWords(making, clause)
  const id = making.bracket()
  const alternative = newAlternative({ id: making.alternative(), passage, sponsors: [sponsor] })
  return {
    passage: Object.fromEntries(making.languages.map((language) => [language, [{ bracket: id }]])),
    brackets: { [id]: { id, alternatives: [alternative] } },
    notes,
  }
}

const sameNotes = (one: DraftClause, other: DraftClause): boolean =>
  JSON.stringify(one.notes) === JSON.stringify(other.notes)

/** A language that one side lacks: then the whole clause is one bracket, the missing words "not yet translated". */
const wholeBracket = (making: Making, one: DraftClause, other: DraftClause): Words => {
  const id = making.bracket()
  const sides = [cleanWords(making, one), cleanWords(making, other)] as const
  const alternatives = sides.map(({ passage }, i) =>
    newAlternative({ id: making.alternative(), passage, sponsors: [making.sponsors[i] ?? ''] }),
  )
  return {
    passage: Object.fromEntries(making.languages.map((language) => [language, [{ bracket: id }]])),
    brackets: { [id]: { id, alternatives } },
    notes: { ...sides[0].notes, ...sides[1].notes },
  }
}

const inAll = (
  languages: readonly Language[],
  clause: DraftClause,
): Readonly<Record<Language, string>> | null =>
  languages.every((language) => typeof clause.words[language] === 'string')
    ? Object.fromEntries(languages.map((language) => [language, clause.words[language] ?? '']))
    : null

const differing = (making: Making, one: DraftClause, other: DraftClause): Words => {
  const { languages, sponsors } = making
  const [first, second] = [inAll(languages, one), inAll(languages, other)]
  if (!first || !second || !sameNotes(one, other)) return wholeBracket(making, one, other)
  const paired = pairedStretches(first, second)
  const brackets: Bracket[] = []
  const passage: Record<Language, Content> = {}
  for (const language of languages) {
    const content: (string | { readonly bracket: string })[] = []
    let n = 0
    for (const stretch of paired[language] ?? []) {
      if (stretch.same) {
        content.push(stretch.first)
        continue
      }
      const known = brackets[n]
      const bracket: Bracket = known ?? {
        id: making.bracket(),
        alternatives: sponsors.map((sponsor) =>
          newAlternative({ id: making.alternative(), passage: {}, sponsors: [sponsor] }),
        ),
      }
      const words = [stretch.first, stretch.second]
      brackets[n] = {
        ...bracket,
        alternatives: bracket.alternatives.map((each, side) => ({
          ...each,
          passage: { ...each.passage, [language]: normalContent([words[side] ?? '']) },
        })),
      }
      content.push({ bracket: bracket.id })
      n += 1
    }
    passage[language] = content
  }
  const { marks, notes } = notesOf(making, one)
  return {
    passage: Object.fromEntries(
      languages.map((language) => [language, normalContent([...(passage[language] ?? []), ...marks])]),
    ),
    brackets: Object.fromEntries(brackets.map((bracket) => [bracket.id, bracket])),
    notes,
  }
}

const isClean = (one: DraftClause, other: DraftClause, languages: readonly Language[]): boolean =>
  languages.every((language) => one.words[language] === other.words[language]) && sameNotes(one, other)

/** The clause on which each hangs: the nearest before it that stands higher, in the draft it comes from. */
const parentsOf = (draft: Draft): readonly (number | null)[] => {
  const above: number[] = []
  return draft.clauses.map(({ level, kind }, i) => {
    if (kind === 'heading' || kind === 'title') above.length = 0
    while (above.length > 0 && (draft.clauses[above.at(-1) ?? 0]?.level ?? 0) >= level) above.pop()
    const parent = level > 0 ? (above.at(-1) ?? null) : null
    if (kind !== 'heading' && kind !== 'title') above.push(i)
    return parent
  })
}

/**
 * Compiles two drafts of the same languages. Taking the alternatives of one sponsor everywhere, in the order that
 * `orders` has for it, gives back that sponsor's draft word for word in every language, whatever the drafts are.
 * Refusals: `compile.languages-differ`, `compile.same-sponsor`.
 */
export const compile = (
  first: Draft,
  second: Draft,
  sponsors: readonly [string, string],
): Outcome<Compilation> => {
  const languages = first.languages
  if (
    languages.length !== second.languages.length ||
    !languages.every((each) => second.languages.includes(each))
  )
    return refuse('compile.languages-differ', {
      first: languages.join(', '),
      second: second.languages.join(', '),
    })
  if (sponsors[0] === sponsors[1]) return refuse('compile.same-sponsor', { party: sponsors[0] })
  const making: Making = {
    languages,
    sponsors,
    bracket: counter('b'),
    alternative: counter('a'),
    note: counter('n'),
  }
  const rows = rowsOf(first, second)
  const ids = rows.map((_, i) => `c${i + 1}`)
  return done(assemble(first, second, rows, ids, making))
}

const assemble = (
  first: Draft,
  second: Draft,
  rows: readonly Row[],
  ids: readonly string[],
  making: Making,
): Compilation => {
  const idIn = (side: 'first' | 'second'): ReadonlyMap<number, string> =>
    new Map(rows.flatMap((row, i) => (row[side] === null ? [] : [[row[side], ids[i] ?? '']])))
  const [inFirst, inSecond] = [idIn('first'), idIn('second')]
  const [parentsFirst, parentsSecond] = [parentsOf(first), parentsOf(second)]
  const orders = orderSpread(rows.length)
  const counts = { clean: 0, bracketed: 0, oneSided: 0, moved: 0 }
  const clauses = rows.map((row, i) => {
    const one = row.first === null ? undefined : first.clauses[row.first]
    const other = row.second === null ? undefined : second.clauses[row.second]
    const from = one ?? other
    if (!from) throw new Error('a row of neither draft')
    const parent = one
      ? inFirst.get(parentsFirst[row.first ?? -1] ?? -1)
      : inSecond.get(parentsSecond[row.second ?? -1] ?? -1)
    const place = { id: ids[i] ?? '', kind: from.kind, parent: parent ?? null, order: orders[i] ?? 'V' }
    if (row.moved) counts.moved += 1
    if (one && other) {
      const clean = isClean(one, other, making.languages)
      counts[clean ? 'clean' : 'bracketed'] += 1
      return newClause({ ...place, ...(clean ? cleanWords(making, one) : differing(making, one, other)) })
    }
    counts.oneSided += 1
    return newClause({ ...place, ...oneSided(making, from, making.sponsors[one ? 0 : 1]) })
  })
  const ordered = (draft: Draft, known: ReadonlyMap<number, string>): readonly string[] =>
    draft.clauses.map((_, i) => known.get(i) ?? '')
  return {
    text: { languages: making.languages, clauses },
    counts,
    orders: {
      [making.sponsors[0]]: ordered(first, inFirst),
      [making.sponsors[1]]: ordered(second, inSecond),
    },
  }
}
