/** Steps on the place of a clause: moving, numbering, splitting, merging. No word is lost in any of them. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type Bracket, isLive } from './bracket.ts'
import type { Clause } from './clause.ts'
import {
  bracketsIn,
  isWholeRange,
  joinContent,
  mapPassage,
  type Passage,
  sliceContent,
  widthOfContent,
} from './content.ts'
import { reworded, usedIds } from './drafting.ts'
import { alternativesOf, type ClauseSeed, unevenBracket } from './laws.ts'
import { isOrder } from './order.ts'

/** A place in the text: what it hangs on, and its order there. */
export interface Place {
  readonly parent: string | null
  readonly order: string
}

/** Moves a clause; its words go along unchanged, and what was agreed in the old place is open again. */
export const moveClause = (clause: Clause, { parent, order }: Place): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  if (!isOrder(order)) return refuse('text.order')
  return parent === clause.id ? refuse('text.inside-itself') : done(reworded(clause, { parent, order }))
}

/** Gives a clause a number that is not computed, such as `4 bis`, or takes it away. */
export const numberClause = (clause: Clause, number: string | null): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const { number: _, ...rest } = reworded(clause, {})
  return done(number === null ? rest : { ...rest, number })
}

const part = (clause: Clause, passage: Passage): Pick<Clause, 'passage' | 'brackets' | 'notes'> => {
  const brackets: Record<string, Bracket> = {}
  const take = (marked: readonly string[]): void => {
    for (const id of marked) {
      const bracket = clause.brackets[id]
      if (!bracket || Object.hasOwn(brackets, id)) continue
      brackets[id] = bracket
      for (const each of bracket.alternatives.filter(isLive)) take(marksIn(each.passage))
    }
  }
  take(marksIn(passage))
  const used = new Set(
    [passage, ...alternativesOf({ brackets }).map((each) => each.passage)].flatMap(notesIn),
  )
  const notes = Object.fromEntries(Object.entries(clause.notes).filter(([id]) => used.has(id)))
  return { passage, brackets, notes }
}

const marksIn = (passage: Passage): readonly string[] =>
  Object.values(passage).flatMap((content) => (content ? bracketsIn(content) : []))

const notesIn = (passage: Passage): readonly string[] =>
  Object.values(passage).flatMap((content) =>
    (content ?? []).flatMap((piece) => (typeof piece !== 'string' && 'note' in piece ? [piece.note] : [])),
  )

const cutAt = (
  passage: Passage,
  at: Readonly<Record<Language, number>>,
): Outcome<{ readonly first: Passage; readonly second: Passage }> => {
  for (const [language, content] of Object.entries(passage)) {
    const place = at[language]
    if (content === null) continue
    if (place === undefined) return refuse('text.range-needed', { language })
    if (!isWholeRange(content, { from: place, to: place })) return refuse('text.range', { language })
  }
  const first = mapPassage(passage, (content, language) =>
    content === null ? null : sliceContent(content, { from: 0, to: at[language] ?? 0 }),
  )
  const second = mapPassage(passage, (content, language) =>
    content === null ? null : sliceContent(content, { from: at[language] ?? 0, to: widthOfContent(content) }),
  )
  return unevenBracket(first) === null && unevenBracket(second) === null
    ? done({ first, second })
    : refuse('text.range-parts-bracket')
}

/** The two clauses that a split makes of one. A bracket goes with the words it stands among, whole. */
export const splitParts = (
  clause: Clause,
  at: Readonly<Record<Language, number>>,
): Outcome<{ readonly kept: Clause; readonly rest: Pick<ClauseSeed, 'passage' | 'brackets' | 'notes'> }> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const cut = cutAt(clause.passage, at)
  if (!cut.ok) return cut
  const kept = reworded(clause, part(clause, cut.value.first))
  return done({ kept, rest: part(clause, cut.value.second) })
}

const bySettled = (one: Clause['settled'][0], other: Clause['settled'][0]): number =>
  one.bracket.id < other.bracket.id ? -1 : 1

/** What another clause brings when it is merged into this one. */
export interface Merged extends Pick<ClauseSeed, 'passage' | 'brackets' | 'notes'> {
  readonly clause: string
  readonly reservations: Clause['reservations']
  readonly settled: Clause['settled']
}

// One that both parts of a split have is lifted when its party has lifted it from both.
const allReservations = (
  own: Clause['reservations'],
  others: Clause['reservations'],
): Clause['reservations'] => {
  const both = new Map(own.map((each) => [each.id, each]))
  for (const each of others)
    if (both.get(each.id)?.liftedAt !== undefined || !both.has(each.id)) both.set(each.id, each)
  return [...both.values()]
}

/** Puts the words of another clause after those of this one, with a space between; its brackets, open and settled, and its reservations come along. */
export const mergeInto = (clause: Clause, other: Merged): Outcome<Clause> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const used = usedIds(clause)
  const clash = [...usedIds(other)].some((id) => used.has(id))
  if (clash || Object.keys(other.notes).some((id) => Object.hasOwn(clause.notes, id)))
    return refuse('text.id-used')
  const missing = Object.entries(clause.passage).find(
    ([language, content]) => (content === null) !== ((other.passage[language] ?? null) === null),
  )
  if (missing) return refuse('text.not-yet-translated', { language: missing[0] })
  const passage = mapPassage(clause.passage, (content, language) =>
    content === null ? null : joinContent(content, [' '], other.passage[language] ?? []),
  )
  return done(
    reworded(clause, {
      passage,
      brackets: { ...clause.brackets, ...other.brackets },
      notes: { ...clause.notes, ...other.notes },
      reservations: allReservations(clause.reservations, other.reservations),
      settled: [...clause.settled, ...other.settled].toSorted(bySettled),
    }),
  )
}

/** The clause whose words went into another; it stays on record with all it had. */
export const mergedAway = (clause: Clause, into: string): Outcome<Clause> =>
  clause.standing === 'in'
    ? done(reworded(clause, { standing: 'merged', mergedInto: into }))
    : refuse('text.clause-out')
