/** A party's proposals on the common text and what became of them; and which language's words came first in that text. */
import type { Language } from '#domain/parties/localised.ts'
import type { Act } from '#domain/record/act.ts'
import type { Alternative } from '#domain/text/bracket.ts'
import type { Content, Passage } from '#domain/text/content.ts'
import type { NewAlternative, OpenBracket } from '#domain/text/drafting.ts'
import type { ClauseSeed } from '#domain/text/laws.ts'
import type { Entered, MakeProposal } from '#domain/text/proposal.ts'
import { type Elapsed, type Met, metIn } from './elapsed.ts'
import type { PartyRecord } from './recorded.ts'

/** How many passages were first written in each language alone, and how many in more than one at once. */
export interface First {
  readonly first: Readonly<Record<Language, number>>
  readonly together: number
}

/** Proposals, met when the mediator enters or returns them; one taken back before that was not asked. */
export interface Proposals extends Met {
  readonly entered: number
  readonly returned: number
  readonly withdrawn: number
  /** Entered ones whose words the parties took: the alternative was adopted in the common text. */
  readonly adopted: number
  readonly languages: First
}

/** Counts passages by the languages they came in; one that came in none is not counted. */
const firstOf = (languages: readonly Language[], came: readonly (readonly Language[])[]): First => ({
  first: Object.fromEntries(
    languages.map((language) => [
      language,
      came.filter((each) => each.length === 1 && each[0] === language).length,
    ]),
  ),
  together: came.filter((each) => each.length > 1).length,
})

const givenIn = (languages: readonly Language[], passage: Passage): readonly Language[] =>
  languages.filter((language) => (passage[language] ?? null) !== null)

/** What became of the proposals a party made in its channel. */
export const proposalsOf = (record: PartyRecord, elapsed: Elapsed): Proposals => {
  const made = record.of('proposal.make', 'channel') as readonly Act<MakeProposal>[]
  const one = (act: Act, kind: string): Act | undefined => record.on(act, `proposal.${kind}`)[0]
  const dealt = (act: Act): Act | undefined => one(act, 'enter') ?? one(act, 'return')
  const asked = made.filter((act) => dealt(act) || !one(act, 'withdraw'))
  const taken = new Set(
    (record.of('clause.adopt', 'table') as readonly Act<{ readonly alternative: string }>[]).map(
      ({ payload }) => payload.alternative,
    ),
  )
  const entered = made.flatMap((act) => one(act, 'enter') ?? []) as readonly Act<Entered>[]
  const count = (kind: string): number => made.filter((act) => one(act, kind)).length
  return {
    ...metIn(
      asked.map((act) => ({ from: act.at, to: dealt(act)?.at ?? null })),
      elapsed,
      record.at,
    ),
    ...{ entered: entered.length, returned: count('return'), withdrawn: count('withdraw') },
    adopted: entered.filter(({ payload }) => taken.has(payload.alternative)).length,
    languages: firstOf(
      record.languages,
      made.map(({ payload }) => givenIn(record.languages, payload.passage)),
    ),
  }
}

/** Which language's words came first in the common text: clause by clause, and alternative by alternative. */
export interface TextLanguages {
  readonly clauses: First
  readonly alternatives: First
}

const isWorded = (content: Content | null | undefined): boolean =>
  content?.some((piece) => typeof piece === 'string' || !('bracket' in piece)) ?? false

const alternativesIn = (seed: ClauseSeed): readonly Alternative[] =>
  Object.values(seed.brackets).flatMap(({ alternatives }) => alternatives)

/** The languages in which a clause had words when it was entered: its own, or those of its alternatives. */
const clauseGivenIn = (languages: readonly Language[], seed: ClauseSeed): readonly Language[] =>
  languages.filter((language) =>
    [seed, ...alternativesIn(seed)].some(({ passage }) => isWorded(passage[language])),
  )

type Brought = Pick<NewAlternative, 'id' | 'passage'>

const broughtBy = (acts: readonly Act[]): readonly Brought[] =>
  acts.map(({ payload }) => (payload as Pick<OpenBracket, 'alternative'>).alternative)

/** The languages of the common text, from the acts that brought words into it; a later translation changes nothing. */
export const textLanguages = (languages: readonly Language[], acts: readonly Act[]): TextLanguages => {
  const entered = acts
    .filter(({ kind }) => kind === 'clause.enter')
    .map(({ payload }) => payload as ClauseSeed)
  const brought = broughtBy(
    acts.filter(({ kind }) => kind === 'clause.bracket' || kind === 'clause.alternative'),
  )
  // A clause that was split takes its alternatives along under their ids: each counts once.
  const alternatives = new Map<string, Passage>()
  for (const { id, passage } of [...entered.flatMap(alternativesIn), ...brought])
    if (!alternatives.has(id)) alternatives.set(id, passage)
  return {
    clauses: firstOf(
      languages,
      entered.map((seed) => clauseGivenIn(languages, seed)),
    ),
    alternatives: firstOf(
      languages,
      [...alternatives.values()].map((passage) => givenIn(languages, passage)),
    ),
  }
}
