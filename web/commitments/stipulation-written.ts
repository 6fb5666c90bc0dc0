/** A stipulation as it is being written: what of it is still missing or wrong, and its terms once nothing is. */
import type { Candidate } from '#domain/commitments/drafting/candidates.ts'
import type { MeteredReading } from '#domain/commitments/drafting/clause-meter.ts'
import { quotable, unquoted } from '#domain/commitments/quote.ts'
import type { Condition, Term } from '#domain/commitments/stipulation.ts'
import type { Terms, VerificationMeans } from '#domain/commitments/terms.ts'
import type { Clause } from '#domain/text/clause.ts'
import { type Written, whole } from '../elements/both-fields.tsx'
import type { WrittenCondition } from './condition-fields.tsx'
import { moreOf, noMore, type WrittenMore } from './more-fields.tsx'
import { termOf, type WrittenTerm } from './term-field.tsx'

/** The form. */
export interface Writing extends WrittenMore {
  /** The wording of the clause that `quote` was taken from. */
  readonly wording: number
  readonly quote: Written
  readonly name: Written
  readonly what: Written
  readonly indicator: Written
  readonly bound: readonly string[]
  readonly beneficiary: readonly string[]
  readonly due: WrittenTerm
  readonly begins: WrittenTerm
  readonly conditions: readonly WrittenCondition[]
  readonly means: readonly VerificationMeans[]
  readonly quota: string
  readonly verifier: string
  readonly theme: Terms['theme']
  readonly tags: string
  readonly codes: string
  readonly provision: string
}

/** What is missing or wrong, by the part of the form. */
export type Flaw =
  | 'quote'
  | 'words'
  | 'name'
  | 'what'
  | 'indicator'
  | 'bound'
  | 'due'
  | 'begins'
  | 'conditions'
  | 'days'
  | 'quota'
  | 'more'

const emptyTerm: WrittenTerm = { kind: 'none', date: '', days: '', from: 'force', event: 'done' }

/** The words of a clause by language, as they can be quoted. */
export const wordsOf = (clause: Pick<Clause, 'passage'>): Written =>
  Object.fromEntries(
    Object.entries(clause.passage).flatMap(([language, content]) =>
      content === null ? [] : [[language, quotable(content).trim()]],
    ),
  )

/** A form with nothing in it but the words of the clause. */
export const emptyWriting = (clause: Pick<Clause, 'passage' | 'wording'>): Writing => ({
  ...{ wording: clause.wording, quote: wordsOf(clause), name: {}, what: {}, indicator: {} },
  ...{ bound: [], beneficiary: [], due: emptyTerm, begins: emptyTerm, conditions: [] },
  ...{
    means: [],
    quota: '',
    verifier: '',
    theme: 'communication',
    tags: '',
    codes: '',
    provision: '',
    ...noMore,
  },
})

/** A term as it stands in the form. */
export const writtenTerm = (term: Term | undefined): WrittenTerm => {
  if (!term) return emptyTerm
  if (term.kind === 'date') return { ...emptyTerm, kind: 'date', date: term.date }
  if (term.kind !== 'after') return { ...emptyTerm, kind: term.kind }
  const days = String(term.days)
  return term.from === 'force'
    ? { ...emptyTerm, kind: 'after', days }
    : { ...emptyTerm, kind: 'after', days, from: term.from.stipulation, event: term.from.event }
}

const own = (words: string): string => words.replace(/^[\s,;]+/u, '').trim()

/**
 * What a form begins with when a demand of the meter is taken over: its words in each language where both have as many
 * demands, who is bound, the day, how it is seen. Everything can be changed, and what the meter does not know stays empty.
 */
export const takenOver = (
  clause: Pick<Clause, 'passage'>,
  { step }: MeteredReading,
  candidate: Candidate,
): Partial<Writing> => {
  const { en, ru } = step.readings
  const place = [en, ru].flatMap((reading) => {
    const at = reading?.candidates.indexOf(candidate) ?? -1
    return at < 0 ? [] : [at]
  })[0]
  const isPaired = !en || !ru || en.candidates.length === ru.candidates.length
  const all = wordsOf(clause)
  const quoteIn = (language: string): string => {
    const words = all[language] ?? ''
    const read = language === 'en' ? en : language === 'ru' ? ru : undefined
    const span = own(read?.candidates[place ?? -1]?.demand.span.words ?? '')
    return isPaired && span !== '' && words.includes(span) ? span : words
  }
  return {
    quote: Object.fromEntries(Object.keys(all).map((language) => [language, quoteIn(language)])),
    ...(candidate.bound.length > 0 ? { bound: candidate.bound } : {}),
    ...(candidate.due.kind === 'none' ? {} : { due: writtenTerm(candidate.due) }),
    ...(candidate.means.length > 0 ? { means: candidate.means } : {}),
  }
}

/** What was typed as a list, with commas or semicolons. */
export const listOf = (typed: string): readonly string[] =>
  typed
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)

/** A whole number as it was typed, or null. */
const wholeNumber = (typed: string, least: number): number | null => {
  const number = Number(typed)
  return typed.trim() !== '' && Number.isInteger(number) && number >= least ? number : null
}

const isWritten = (written: Written): boolean => Object.values(written).some((each) => each.trim() !== '')

const quotaOf = ({ means, quota }: Writing): number | null | undefined =>
  means.includes('inspection') && quota.trim() !== '' ? wholeNumber(quota, 1) : undefined

const conditionsOf = ({ conditions }: Writing): readonly Condition[] =>
  conditions.map(({ before, other, event, days, by }) => ({
    ...{ before, of: { stipulation: other, event } },
    ...(days.trim() === '' ? {} : { days: Number(days) }),
    ...(by === '' ? {} : { by }),
  }))

/** Everything that keeps a form from being entered, in the order of the form. */
export const flawsOf = (value: Writing, clause: Clause, languages: readonly string[]): readonly Flaw[] => {
  const quote = whole(value.quote, Object.keys(wordsOf(clause)))
  const stands =
    quote !== null &&
    unquoted(clause, { clause: clause.id, wording: clause.wording, words: quote }).length === 0
  const checks: readonly (readonly [Flaw, boolean])[] = [
    ['quote', quote !== null],
    ['words', quote === null || stands],
    ['name', whole(value.name, languages) !== null],
    ['what', whole(value.what, languages) !== null],
    ['indicator', !isWritten(value.indicator) || whole(value.indicator, languages) !== null],
    ['bound', value.bound.length > 0],
    ['due', termOf(value.due) !== null],
    ['begins', termOf(value.begins) !== null],
    ['conditions', value.conditions.every(({ other }) => other !== '')],
    ['days', value.conditions.every(({ days }) => days.trim() === '' || wholeNumber(days, 0) !== null)],
    ['quota', quotaOf(value) !== null],
    ['more', moreOf(value, languages) !== null],
  ]
  return checks.filter(([, holds]) => !holds).map(([flaw]) => flaw)
}

/** The terms of a form without flaws; null while it has some. */
export const termsOf = (value: Writing, clause: Clause, languages: readonly string[]): Terms | null => {
  const [name, what] = [whole(value.name, languages), whole(value.what, languages)]
  const indicator = whole(value.indicator, languages)
  const [due, begins, quota] = [termOf(value.due), termOf(value.begins), quotaOf(value)]
  if (!name || !what || !due || flawsOf(value, clause, languages).length > 0) return null
  return {
    ...{ name, what, bound: value.bound, beneficiary: value.beneficiary, due, theme: value.theme },
    ...(begins && begins.kind !== 'standing' && begins.kind !== 'none' ? { begins } : {}),
    conditions: conditionsOf(value),
    verification: value.means.map((means) => ({
      means,
      ...(means === 'inspection' && quota != null ? { quota } : {}),
    })),
    ...{ tags: listOf(value.tags), codes: listOf(value.codes) },
    ...(indicator ? { indicator } : {}),
    ...moreOf(value, languages),
    ...(value.verifier ? { verifier: value.verifier } : {}),
    ...(value.provision.trim() ? { provision: value.provision.trim() } : {}),
  }
}
