/** Two versions of a text compared: what came, what went, what moved, and which words changed. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause } from '../clause.ts'
import type { Draft } from '../compile/draft.ts'
import { longestRise, matchClauses } from '../compile/match.ts'
import { writeClause } from '../notation/write.ts'
import { numbersOf } from '../numbering.ts'
import { inReadingOrder, type Text } from '../text.ts'
import { hunksBetween, interner, wordsIn } from '../words.ts'

/** A run of words: in both versions, in the earlier alone, or in the later alone. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly words: string
}

/** What happened to one clause. Its words are in plain notation, so that brackets that opened or closed are seen. */
export interface ClauseChange {
  readonly before: string | null
  readonly after: string | null
  readonly numbers: { readonly before: string | null; readonly after: string | null }
  readonly what: 'same' | 'changed' | 'added' | 'removed'
  readonly moved: boolean
  /** Per language; joined, the runs that are not `added` are the earlier words and those not `removed` the later. */
  readonly runs: Readonly<Record<Language, readonly Run[]>>
}

/** A comparison in the order of the later version; clauses that went stand where they stood. */
export interface Comparison {
  readonly languages: readonly Language[]
  readonly changes: readonly ClauseChange[]
}

interface Side {
  readonly clauses: readonly Clause[]
  readonly words: readonly Readonly<Record<Language, string>>[]
  readonly numbers: ReadonlyMap<string, string>
}

/** How a clause is written down to be compared; in plain notation unless something else is asked for. */
export type Written = (clause: Clause, language: Language) => string

const sideOf = (text: Text, write: Written): Side => {
  const clauses = inReadingOrder(text).map(({ clause }) => clause)
  const words = clauses.map((clause) =>
    Object.fromEntries(text.languages.map((language) => [language, write(clause, language)])),
  )
  return { clauses, words, numbers: numbersOf(text, text.languages[0] ?? '') }
}

const sameWords = (
  one: Readonly<Record<Language, string>>,
  other: Readonly<Record<Language, string>>,
): boolean => Object.entries(one).every(([language, words]) => other[language] === words)

/** The clauses that ids and words leave open, matched by likeness. */
const byLikeness = (
  before: Side,
  after: Side,
  left: readonly number[],
  right: readonly number[],
  languages: readonly Language[],
) => {
  const draft = (side: Side, places: readonly number[]): Draft => ({
    languages,
    clauses: places.map((i) => ({
      kind: side.clauses[i]?.kind ?? 'operative',
      level: 0,
      words: side.words[i] ?? {},
      notes: [],
    })),
  })
  return matchClauses(draft(before, left), draft(after, right)).map(
    (match) => [left[match.first] ?? -1, right[match.second] ?? -1] as const,
  )
}

/** Pairs of places, earlier and later: by id first, then by likeness. */
const pairsOf = (
  before: Side,
  after: Side,
  languages: readonly Language[],
): readonly (readonly [number, number])[] => {
  const places = new Map(after.clauses.map(({ id }, j) => [id, j]))
  const known = before.clauses.flatMap(({ id }, i) => {
    const j = places.get(id)
    return j === undefined ? [] : [[i, j] as const]
  })
  const left = new Set(before.clauses.keys())
  const right = new Set(after.clauses.keys())
  for (const [i, j] of known) {
    left.delete(i)
    right.delete(j)
  }
  return [...known, ...byLikeness(before, after, [...left], [...right], languages)]
}

/** Two passages as the runs they share and do not share, word by word. */
export const runsBetween = (before: string, after: string): readonly Run[] => {
  if (before === after) return [{ kind: 'same', words: before }]
  const intern = interner()
  const [one, other] = [wordsIn(before), wordsIn(after)]
  const runs: Run[] = []
  const add = (kind: Run['kind'], tokens: readonly string[]): void => {
    if (tokens.length > 0) runs.push({ kind, words: tokens.join('') })
  }
  let at = 0
  for (const hunk of hunksBetween(intern(one), intern(other))) {
    add('same', one.slice(at, hunk.before[0]))
    add('removed', one.slice(...hunk.before))
    add('added', other.slice(...hunk.after))
    at = hunk.before[1]
  }
  add('same', one.slice(at))
  return runs
}

const runsOfClause = (
  languages: readonly Language[],
  before: Readonly<Record<Language, string>> | undefined,
  after: Readonly<Record<Language, string>> | undefined,
): ClauseChange['runs'] =>
  Object.fromEntries(
    languages.map((language) => {
      const [one, other] = [before?.[language], after?.[language]]
      if (one === undefined) return [language, [{ kind: 'added' as const, words: other ?? '' }]]
      if (other === undefined) return [language, [{ kind: 'removed' as const, words: one }]]
      return [language, runsBetween(one, other)]
    }),
  )

/** Compares two versions of a text in the languages of the later one, word by word and clause by clause. */
export const compareTexts = (earlier: Text, later: Text, write: Written = writeClause): Comparison => {
  const { languages } = later
  const [before, after] = [sideOf({ ...earlier, languages }, write), sideOf(later, write)]
  const pairs = pairsOf(before, after, languages).toSorted((a, b) => a[0] - b[0])
  const staying = longestRise(pairs.map(([, j]) => j))
  const byAfter = new Map(pairs.map(([i, j], n) => [j, { i, moved: !staying.has(n) }]))
  const matched = new Set(pairs.map(([i]) => i))
  const change = (i: number | null, j: number | null, moved: boolean): ClauseChange => {
    const [one, other] = [
      i === null ? undefined : before.clauses[i],
      j === null ? undefined : after.clauses[j],
    ]
    const [old, now] = [i === null ? undefined : before.words[i], j === null ? undefined : after.words[j]]
    const what = !old ? 'added' : !now ? 'removed' : sameWords(old, now) ? 'same' : 'changed'
    return {
      before: one?.id ?? null,
      after: other?.id ?? null,
      numbers: {
        before: before.numbers.get(one?.id ?? '') ?? null,
        after: after.numbers.get(other?.id ?? '') ?? null,
      },
      what,
      moved,
      runs: runsOfClause(languages, old, now),
    }
  }
  const changes: ClauseChange[] = []
  let told = 0
  const tellGone = (upTo: number): void => {
    for (; told < upTo; told += 1) if (!matched.has(told)) changes.push(change(told, null, false))
  }
  for (const [j] of after.clauses.entries()) {
    const found = byAfter.get(j)
    if (found && !found.moved) tellGone(found.i)
    changes.push(change(found?.i ?? null, j, found?.moved ?? false))
  }
  tellGone(before.clauses.length)
  return { languages, changes }
}
