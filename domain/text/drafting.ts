/** Steps on the words of a clause: opening a bracket, adding an alternative, translating, writing in a private draft. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, isLive, newAlternative } from './bracket.ts'
import type { Clause } from './clause.ts'
import {
  bracketsIn,
  type Content,
  isWholeRange,
  mapPassage,
  normalContent,
  type Passage,
  type Range,
  replaceRange,
  sliceContent,
  widthOfContent,
  withContent,
} from './content.ts'
import { alternativesOf, missingNote, unevenBracket } from './laws.ts'

/** An alternative as it is brought in. */
export interface NewAlternative {
  readonly id: string
  readonly passage: Passage
  readonly sponsors: readonly string[]
  readonly bridge?: true | undefined
  readonly nonPaper?: true | undefined
}

/** A new bracket around a range of the words, in every language. */
export interface OpenBracket {
  readonly bracket: string
  /** Where, per language; null means all the words there, which is possible only where no bracket stands among them. */
  readonly ranges: Readonly<Record<Language, Range | null>>
  /** The alternative inside which it opens; not set when it opens in the words of the clause itself. */
  readonly within?: string | undefined
  /** The id that the words that stood get as an alternative. */
  readonly stood: string
  readonly alternative: NewAlternative
}

/** The clause with changed words: nothing that was agreed of the old ones holds any more. */
export const reworded = (clause: Clause, change: Partial<Clause>): Clause => ({
  ...clause,
  ...change,
  wording: clause.wording + 1,
})

/** By id, what stood first: whichever order alternatives come in, the clause is the same. */
export const inOrderOfIds = (alternatives: readonly Alternative[]): readonly Alternative[] =>
  alternatives.toSorted((one, other) =>
    one.stood === other.stood ? (one.id < other.id ? -1 : 1) : one.stood === true ? -1 : 1,
  )

/** The clause with one of its open brackets replaced. */
export const withBracket = (clause: Clause, bracket: Bracket): Clause => ({
  ...clause,
  brackets: {
    ...clause.brackets,
    [bracket.id]: { ...bracket, alternatives: inOrderOfIds(bracket.alternatives) },
  },
})

/** The open bracket with this id. An id may be a word that every object of JavaScript knows, such as `constructor`. */
export const bracketNamed = (clause: Pick<Clause, 'brackets'>, id: string): Bracket | undefined =>
  Object.hasOwn(clause.brackets, id) ? clause.brackets[id] : undefined

/** The open bracket in which this alternative stands. */
export const bracketOf = (clause: Pick<Clause, 'brackets'>, alternative: string): Bracket | undefined =>
  Object.values(clause.brackets).find(({ alternatives }) => alternatives.some(({ id }) => id === alternative))

/** The ids of all brackets and alternatives of a clause, also of those that are over. */
export const usedIds = (clause: Pick<Clause, 'brackets' | 'settled'>): ReadonlySet<string> =>
  new Set(
    [...Object.values(clause.brackets), ...clause.settled.map(({ bracket }) => bracket)].flatMap(
      ({ id, alternatives }) => [id, ...alternatives.map((each) => each.id)],
    ),
  )

/** New words hold no bracket marks and only footnotes that are there, are in some language, and in no foreign one. */
export const wordsHold = (
  notes: Clause['notes'],
  languages: readonly Language[],
  passage: Passage,
): Outcome<void> => {
  const foreign = Object.keys(passage).find((language) => !languages.includes(language))
  if (foreign !== undefined) return refuse('wording.language', { language: foreign })
  const missing = languages.find((language) => passage[language] === undefined)
  if (missing !== undefined) return refuse('wording.language', { language: missing })
  if (Object.values(passage).some((content) => content !== null && bracketsIn(content).length > 0))
    return refuse('text.brackets-in-words')
  const note = missingNote({ notes }, [passage])
  if (note !== null) return refuse('text.note-unknown', { note })
  return Object.values(passage).every((content) => content === null)
    ? refuse('text.no-words')
    : done(undefined)
}

const normalPassage = (passage: Passage): Passage =>
  mapPassage(passage, (content) => (content === null ? null : normalContent(content)))

const rangeIn = (content: Content, range: Range | null | undefined, language: Language): Outcome<Range> => {
  if (range === null || range === undefined)
    return bracketsIn(content).length === 0
      ? done({ from: 0, to: widthOfContent(content) })
      : refuse('text.range-needed', { language })
  return isWholeRange(content, range) ? done(range) : refuse('text.range', { language })
}

/** What a bracket takes in, and the words around it with its mark in their place. */
interface Cut {
  readonly stood: Passage
  readonly around: Passage
}

const cutOut = (passage: Passage, asked: OpenBracket): Outcome<Cut> => {
  let stood: Passage = {}
  let around: Passage = {}
  for (const [language, content] of Object.entries(passage)) {
    if (content === null) {
      stood = withContent(stood, language, null)
      around = withContent(around, language, null)
      continue
    }
    const range = rangeIn(content, asked.ranges[language], language)
    if (!range.ok) return range
    stood = withContent(stood, language, sliceContent(content, range.value))
    around = withContent(around, language, replaceRange(content, range.value, [{ bracket: asked.bracket }]))
  }
  return unevenBracket(stood) === null ? done({ stood, around }) : refuse('text.range-parts-bracket')
}

/** Opens a bracket: the words that stood become one alternative, the new ones another; nothing is replaced. */
export const openBracket = (clause: Clause, asked: OpenBracket): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const used = usedIds(clause)
  const ids = [asked.bracket, asked.stood, asked.alternative.id]
  if (ids.some((id) => used.has(id)) || new Set(ids).size < 3) return refuse('text.id-used')
  const worded = wordsHold(clause.notes, Object.keys(clause.passage), asked.alternative.passage)
  if (!worded.ok) return worded
  const host = asked.within === undefined ? undefined : bracketOf(clause, asked.within)
  const within = host?.alternatives.find(({ id }) => id === asked.within)
  if (asked.within !== undefined && !(within && isLive(within))) return refuse('text.alternative-unknown')
  const cut = cutOut(within?.passage ?? clause.passage, asked)
  if (!cut.ok) return cut
  const { stood, around } = cut.value
  const base = clause.wording
  const before = newAlternative({ id: asked.stood, passage: stood, base, stood: true })
  const fresh = newAlternative({
    ...asked.alternative,
    passage: normalPassage(asked.alternative.passage),
    base,
  })
  // Where nothing stood, the new words stand alone: keep or delete.
  const insertion = Object.values(stood).every((content) => content === null || content.length === 0)
  const bracket = { id: asked.bracket, alternatives: insertion ? [fresh] : [before, fresh] }
  const opened = withBracket(clause, bracket)
  if (!within || !host) return done(reworded(opened, { passage: around }))
  const alternatives = host.alternatives.map((each) =>
    each.id === within.id ? { ...each, passage: around } : each,
  )
  return done(reworded(withBracket(opened, { ...host, alternatives }), {}))
}

/** Adds an alternative to an open bracket; those that are there stay as they are. */
export const addAlternative = (
  clause: Clause,
  bracketId: string,
  alternative: NewAlternative,
): Outcome<Clause> => {
  const bracket = bracketNamed(clause, bracketId)
  if (clause.standing !== 'in' || !bracket) return refuse('text.bracket-closed')
  if (usedIds(clause).has(alternative.id)) return refuse('text.id-used')
  const worded = wordsHold(clause.notes, Object.keys(clause.passage), alternative.passage)
  if (!worded.ok) return worded
  const passage = normalPassage(alternative.passage)
  const fresh = newAlternative({ ...alternative, passage, base: clause.wording })
  return done(
    reworded(withBracket(clause, { ...bracket, alternatives: [...bracket.alternatives, fresh] }), {}),
  )
}

/** Puts a language where there was "not yet translated", in the clause or in one of its alternatives. */
export const translatePassage = (
  clause: Clause,
  asked: {
    readonly language: Language
    readonly content: Content
    readonly alternative?: string | undefined
  },
): Outcome<Clause> => {
  const { language, alternative } = asked
  const content = normalContent(asked.content)
  const host = alternative === undefined ? undefined : bracketOf(clause, alternative)
  const within = alternativesOf(clause).find(({ id }) => id === alternative)
  if (alternative !== undefined && !(host && within && isLive(within)))
    return refuse('text.alternative-unknown')
  const passage = within?.passage ?? clause.passage
  if (passage[language] === undefined) return refuse('wording.language', { language })
  if (passage[language] !== null) return refuse('text.translated', { language })
  const translated = withContent(passage, language, content)
  if (unevenBracket(translated) !== null) return refuse('text.brackets-uneven', { language })
  const note = missingNote(clause, [translated])
  if (note !== null) return refuse('text.note-unknown', { note })
  if (!host) return done(reworded(clause, { passage: translated }))
  const alternatives = host.alternatives.map((each) =>
    each.id === alternative ? { ...each, passage: translated } : each,
  )
  return done(reworded(withBracket(clause, { ...host, alternatives }), {}))
}

/** Writes a clause anew: only in a private draft, and only while no bracket is open in it. */
export const writeClause = (clause: Clause, passage: Passage): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  if (Object.keys(clause.brackets).length > 0) return refuse('text.bracket-open')
  const worded = wordsHold(clause.notes, Object.keys(clause.passage), passage)
  return worded.ok ? done(reworded(clause, { passage: normalPassage(passage) })) : worded
}
