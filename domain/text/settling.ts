/** Steps that close brackets: adopting, withdrawing, lapsing. What is not taken stays on record. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import {
  type Alternative,
  type AlternativeStatus,
  type Bracket,
  isLive,
  liveAlternatives,
} from './bracket.ts'
import type { Clause, Settled } from './clause.ts'
import { bracketsIn, mapPassage, type Passage, replaceBrackets, untranslated } from './content.ts'
import { bracketOf, reworded, withBracket } from './drafting.ts'

const marksOf = (passage: Passage): readonly string[] => [
  ...new Set(Object.values(passage).flatMap((content) => (content ? bracketsIn(content) : []))),
]

/** The brackets inside these passages, however deep. */
const nestedIn = (brackets: Clause['brackets'], passages: readonly Passage[]): readonly string[] =>
  passages.flatMap(marksOf).flatMap((id) => {
    const inner = brackets[id]?.alternatives.map(({ passage }) => passage) ?? []
    return [id, ...nestedIn(brackets, inner)]
  })

const ended = (bracket: Bracket, chosen: string | null): Bracket => ({
  ...bracket,
  alternatives: bracket.alternatives.map((each) => ({
    ...each,
    status: each.id === chosen ? 'adopted' : isLive(each) ? 'not-adopted' : each.status,
  })),
})

const filledIn = (passage: Passage, id: string, by: Passage): Passage =>
  mapPassage(passage, (content, language) =>
    content === null
      ? null
      : replaceBrackets(content, (marked) => (marked === id ? (by[language] ?? []) : undefined)),
  )

const isEmpty = (passage: Passage): boolean =>
  Object.values(passage).every((content) => content === null || content.length === 0)

const byBracket = (one: Settled, other: Settled): number => (one.bracket.id < other.bracket.id ? -1 : 1)

/** Closes a bracket: the chosen words, or none, stand in its place; brackets that went with the others end too. */
const close = (clause: Clause, bracket: Bracket, chosen: Alternative | null, at: string): Clause => {
  const words = chosen?.passage ?? {}
  const others = bracket.alternatives.filter(({ id }) => id !== chosen?.id).map(({ passage }) => passage)
  const gone = new Set([bracket.id, ...nestedIn(clause.brackets, others)])
  const closing = [...gone].flatMap((id) => clause.brackets[id] ?? [])
  const settled = closing.map((each) => ({
    bracket: ended(each, each.id === bracket.id ? (chosen?.id ?? null) : null),
    at,
  }))
  const kept = Object.values(clause.brackets).filter(({ id }) => !gone.has(id))
  const brackets = kept.map((each) => ({
    ...each,
    alternatives: each.alternatives.map((one) => ({
      ...one,
      passage: filledIn(one.passage, bracket.id, words),
    })),
  }))
  const passage = filledIn(clause.passage, bracket.id, words)
  return reworded(clause, {
    passage,
    brackets: Object.fromEntries(brackets.map((each) => [each.id, each])),
    settled: [...clause.settled, ...settled].toSorted(byBracket),
    standing: isEmpty(passage) ? 'removed' : clause.standing,
  })
}

/** An open alternative of a clause that is in the text, and its bracket. */
export const openAlternative = (
  clause: Clause,
  id: string,
): Outcome<{ readonly bracket: Bracket; readonly found: Alternative }> => {
  if (clause.standing !== 'in') return refuse('text.clause-out')
  const bracket = bracketOf(clause, id)
  const found = bracket?.alternatives.find((each) => each.id === id)
  return bracket && found && isLive(found) ? done({ bracket, found }) : refuse('text.alternative-unknown')
}

/** The languages in which an alternative is not yet translated while its clause is: without a bracket it would leave a hole. */
const holesOf = (clause: Clause, { passage }: Alternative): readonly Language[] =>
  untranslated(passage).filter((language) => clause.passage[language] !== null)

/** Adopts an alternative: its words stand, without a bracket. It must be there in every language. */
export const adopt = (clause: Clause, alternative: string, at: string): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  const { bracket, found: chosen } = open.value
  const [missing] = holesOf(clause, chosen)
  if (missing !== undefined) return refuse('text.not-yet-translated', { language: missing })
  return done(close(clause, bracket, chosen, at))
}

/** The clause without the brackets that stood inside words which are over: they end with them. */
const withoutNested = (clause: Clause, bracket: Bracket, at: string): Clause => {
  const over = bracket.alternatives.filter((each) => !isLive(each)).map(({ passage }) => passage)
  const gone = new Set(nestedIn(clause.brackets, over))
  const closing = Object.values(clause.brackets).filter(({ id }) => gone.has(id))
  if (closing.length === 0) return clause
  const settled = closing.map((each) => ({ bracket: ended(each, null), at }))
  return {
    ...clause,
    brackets: Object.fromEntries(Object.entries(clause.brackets).filter(([id]) => !gone.has(id))),
    settled: [...clause.settled, ...settled].toSorted(byBracket),
  }
}

/** The bracket after one alternative has ended: when only what stood is left, whole, or nothing at all, it closes. */
const afterEnd = (clause: Clause, bracket: Bracket, at: string): Clause => {
  const live = liveAlternatives(bracket)
  const [only] = live
  const there = withBracket(clause, bracket)
  if (!only) return close(there, bracket, null, at)
  const back = live.length === 1 && only.stood === true && bracket.alternatives.some(({ stood }) => !stood)
  return back && holesOf(clause, only).length === 0
    ? close(there, bracket, only, at)
    : reworded(withoutNested(there, bracket, at), {})
}

const withStatus = (bracket: Bracket, ids: readonly string[], status: AlternativeStatus): Bracket => ({
  ...bracket,
  alternatives: bracket.alternatives.map((each) => (ids.includes(each.id) ? { ...each, status } : each)),
})

const replaced = (bracket: Bracket, changed: Alternative): Bracket => ({
  ...bracket,
  alternatives: bracket.alternatives.map((each) => (each.id === changed.id ? changed : each)),
})

/**
 * A party takes back its name: from an alternative it supports, or from one it sponsors. With the last sponsor the
 * alternative is withdrawn; the words of nobody but its sponsors can be taken out so.
 */
export const withdrawFrom = (
  clause: Clause,
  alternative: string,
  party: string,
  at: string,
): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  const { bracket, found } = open.value
  const without = (parties: readonly string[]) => parties.filter((each) => each !== party)
  if (found.supporters.includes(party)) {
    const supporters = without(found.supporters)
    const status = supporters.length > 0 ? 'supported' : 'proposed'
    return done(withBracket(clause, replaced(bracket, { ...found, supporters, status })))
  }
  if (!found.sponsors.includes(party)) return refuse('text.not-yours')
  const sponsors = without(found.sponsors)
  if (sponsors.length > 0) return done(withBracket(clause, replaced(bracket, { ...found, sponsors })))
  const next = replaced(bracket, { ...found, status: 'withdrawn' })
  return done(afterEnd(clause, next, at))
}

/** Takes out an alternative whose sponsors are known to the mediator alone, after they have withdrawn it. */
export const takeOut = (clause: Clause, alternative: string, at: string): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  return done(afterEnd(clause, withStatus(open.value.bracket, [alternative], 'withdrawn'), at))
}

/** Unsupported: nobody but a sponsor has spoken for it. What stood before a bracket does not lapse. */
const mayLapse = (alternative: Alternative): boolean =>
  alternative.supporters.length === 0 && alternative.stood !== true

/** Announces that an alternative will lapse unless somebody supports it by then. */
export const announceLapse = (clause: Clause, alternative: string, until: string): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  const { bracket, found } = open.value
  if (!mayLapse(found)) return refuse('text.supported')
  return done(withBracket(clause, replaced(bracket, { ...found, lapsesAt: until })))
}

/** Records that an announced alternative has lapsed, when its time is over and nobody has supported it. */
export const lapse = (clause: Clause, alternative: string, at: string): Outcome<Clause> => {
  const open = openAlternative(clause, alternative)
  if (!open.ok) return open
  const { bracket, found } = open.value
  if (!mayLapse(found)) return refuse('text.supported')
  if (found.lapsesAt === undefined || found.lapsesAt > at) return refuse('text.lapse-not-due')
  return done(afterEnd(clause, withStatus(bracket, [alternative], 'lapsed'), at))
}
