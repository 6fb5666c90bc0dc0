/** What drafts demand and lack: clauses made up for it, in both languages, and laws that hold for all words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cited } from '#domain/language/concordance/finding.ts'
import type { Known } from '#domain/language/concordance/passage.ts'
import { type Demand, demandsIn } from './demand.ts'
import { type Flag, meterOf } from './meter.ts'
import { englishClauses, russianClauses } from './testing/clauses.ts'
import type { KnownActor } from './who.ts'

const actors: readonly KnownActor[] = [
  { key: 'government', en: ['Government'], ru: ['Правительство'] },
  { key: 'front', en: ['Front'], ru: ['Фронт'] },
]

const letters: Readonly<Partial<Record<Flag, string>>> = {
  'no-actor': 'A',
  passive: 'P',
  'no-date': 'D',
  'vague-date': 'd',
  'no-verifier': 'V',
  'condition-without-order': 'C',
}

/** What the meter finds, in the notation of the made-up clauses. */
const found = (words: string, language: Known): string => {
  const { measured, raised } = meterOf(demandsIn(words, language, actors))
  if (measured.length === 0) return raised.length > 0 ? 'rhetoric' : 'nothing'
  return measured
    .map(({ demand, flags }) => `${demand.speech}: ${flags.map((flag) => letters[flag] ?? '').join('')}`.trim())
    .join(' | ')
}

describe('a clause', () => {
  it.each(englishClauses)('in English: %s', (words, expected) => expect(found(words, 'en')).toBe(expected))
  it.each(russianClauses)('in Russian: %s', (words, expected) => expect(found(words, 'ru')).toBe(expected))
})
