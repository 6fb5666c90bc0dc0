/** Names of parties and defined terms: what one language names, the other names too. */
import { type Cited, type Finding, newFinding } from './finding.ts'
import { findName } from './names.ts'
import type { Passage } from './passage.ts'

/** A party or a term: all its names in each language, the one to show first. */
export interface Named {
  readonly en: readonly string[]
  readonly ru: readonly string[]
}

const places = (passage: Passage, names: readonly string[]): readonly Cited[] =>
  names.flatMap((name) => findName(passage, name)).toSorted((one, other) => one.from - other.from)

const compared = (check: 'parties' | 'terms', en: Passage, ru: Passage, named: Named): readonly Finding[] => {
  const [inEnglish] = places(en, named.en)
  const [inRussian] = places(ru, named.ru)
  if ((inEnglish === undefined) === (inRussian === undefined)) return []
  const facts = { en: named.en[0] ?? '', ru: named.ru[0] ?? '' }
  const code = inEnglish ? (`${check}.only-en` as const) : (`${check}.only-ru` as const)
  return [newFinding(code, 'divergence', { en: inEnglish, ru: inRussian }, facts)]
}

/** A finding for each party that only one language names. */
export const partyFindings = (en: Passage, ru: Passage, parties: readonly Named[]): readonly Finding[] =>
  parties.flatMap((party) => compared('parties', en, ru, party))

/** A finding for each defined term that only one language uses. */
export const termFindings = (en: Passage, ru: Passage, terms: readonly Named[]): readonly Finding[] =>
  terms.flatMap((term) => compared('terms', en, ru, term))
