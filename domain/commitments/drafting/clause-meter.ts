/** The drafting meter of a clause on the table: read once for each alternative that may still stand in its brackets. */
import type { Known } from '#domain/language/concordance/passage.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Alternative } from '#domain/text/bracket.ts'
import type { Clause, TextClauseKind } from '#domain/text/clause.ts'
import { type ClauseReading, readingsOf } from '#domain/text/concordance.ts'
import { quotable } from '../quote.ts'
import { candidatesOf, type DraftClause, type DraftStep } from './candidates.ts'
import type { DraftLevel } from './meter.ts'
import type { KnownActor } from './who.ts'

/** What is needed of a clause on the table. */
export type Metered = Pick<Clause, 'id' | 'kind' | 'passage' | 'brackets'>

/** A clause with this alternative in its bracket (null where it has no bracket), and what it demands. */
export interface MeteredReading {
  readonly alternative: Alternative | null
  readonly step: DraftStep
}

const unmeasured: ReadonlySet<TextClauseKind> = new Set(['title', 'heading', 'preambular', 'testimonium'])

/** Whether a clause is one that may demand something: a title, a heading, a recital and the closing formula are not. */
export const isMeasured = ({ kind }: Pick<Clause, 'kind'>): boolean => !unmeasured.has(kind)

/** Who is known at a table by name: its parties, and the seats that are no party's. */
export const actorsAt = ({ parties, seats }: Pick<Process, 'parties' | 'seats'>): readonly KnownActor[] => {
  const inLanguage = (language: string, all: readonly Localised[]): readonly string[] => [
    ...new Set(all.flatMap((each) => (each[language] ? [each[language]] : []))),
  ]
  const actor = (key: string, all: readonly Localised[]): KnownActor => ({
    ...{ key, en: inLanguage('en', all), ru: inLanguage('ru', all) },
  })
  return [
    ...parties.map(({ key, name, short }) => actor(key, [name, short])),
    ...seats.filter(({ kind }) => kind !== 'party').map(({ key, name }) => actor(key, [name])),
  ]
}

const knownIn = ['en', 'ru'] as const satisfies readonly Known[]

/** The words of a clause that stands in one language only, or whose alternatives do: brackets as they are. */
const wordsAlone = ({ passage }: Metered): DraftClause['words'] =>
  Object.fromEntries(
    knownIn.flatMap((language) => {
      const content = passage[language]
      return content ? [[language, quotable(content).replaceAll('\uFFFC', ' ')]] : []
    }),
  )

const readings = (clause: Metered): readonly (ClauseReading | null)[] => {
  const found = readingsOf({ ...clause, notes: {} })
  return found.length > 0 ? found : [null]
}

/** A chapeau opens a list, and what stands above a step of a list is part of its demand. */
const opensList = (words: DraftClause['words']): boolean =>
  Object.values(words).some((each) => /:\s*$/u.test(each ?? ''))

/**
 * The meter of a clause, reading by reading; `above` are the clauses it hangs on, outermost first. Empty where the clause
 * has no words in English or Russian, or is of a kind that demands nothing.
 */
export const meterOfClause = (
  clause: Metered,
  above: readonly Metered[] = [],
  actors: readonly KnownActor[] = [],
): readonly MeteredReading[] => {
  if (!isMeasured(clause)) return []
  const chapeaux: DraftClause[] = []
  for (const each of above) {
    const words = readings(each)[0]?.pair ?? wordsAlone(each)
    if (isMeasured(each) && opensList(words))
      chapeaux.push({ key: each.id, number: null, words, under: chapeaux.at(-1)?.key ?? null })
  }
  return readings(clause).flatMap((reading) => {
    const words = reading?.pair ?? wordsAlone(clause)
    if (Object.keys(words).length === 0) return []
    const drafted = { key: clause.id, number: null, words, under: chapeaux.at(-1)?.key ?? null }
    const step = candidatesOf([...chapeaux, drafted], actors).find(({ key }) => key === clause.id)
    return step ? [{ alternative: reading?.alternative ?? null, step }] : []
  })
}

/** The weakest of all readings in all languages: what the clause comes to if that alternative is taken. */
export const levelOfReadings = (all: readonly MeteredReading[]): DraftLevel | null => {
  const levels = all.flatMap(({ step }) => Object.values(step.readings).map(({ level }) => level))
  return levels.length === 0 ? null : (Math.min(...levels) as DraftLevel)
}

/** How many different things a clause lacks, over all its readings. */
export const lacksOf = (all: readonly MeteredReading[]): number =>
  new Set(
    all.flatMap(({ step }) =>
      Object.values(step.readings).flatMap(({ raised }) => raised.map(({ flag }) => flag)),
    ),
  ).size
