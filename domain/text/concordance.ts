/** The concordance of a clause: the checks of `language/concordance` on its words, and on each alternative in them. */
import { type CheckOptions, checkPair, type LanguagePair } from '#domain/language/concordance/check.ts'
import { type Finding, newFinding } from '#domain/language/concordance/finding.ts'
import { type Alternative, liveAlternatives } from './bracket.ts'
import type { Clause } from './clause.ts'
import { bracketsIn, type Content } from './content.ts'
import { plainWords } from './side.ts'
import { type Choice, choiceOf, resolved } from './text.ts'

type Checked = Pick<Clause, 'passage' | 'brackets' | 'notes'>

/** One way to read a clause: with this alternative in its bracket, or without any where there is no bracket. */
export interface ClauseReading {
  readonly alternative: Alternative | null
  readonly pair: LanguagePair
}

/** A reading and what the checks say to it; a finding that an earlier reading has too is not repeated. */
export interface CheckedReading extends ClauseReading {
  readonly findings: readonly Finding[]
}

const none: ReadonlyMap<string, string> = new Map()

const notesIn = ({ notes }: Checked, language: string): readonly string[] =>
  Object.values(notes).flatMap((note) => {
    const content = note[language]
    return content ? [plainWords(content, none)] : []
  })

const wordsIn = (clause: Checked, content: Content, language: string, choose: Choice): string =>
  [plainWords(resolved(content, clause.brackets, language, choose), none), ...notesIn(clause, language)].join(
    ' ',
  )

/** What stands in a bracket that nobody chooses in: the words that stood, or the first that can be adopted. */
const usual: Choice = (bracket) => {
  const live = liveAlternatives(bracket)
  return (live.find(({ stood }) => stood === true) ?? live[0])?.passage ?? null
}

/** True for an alternative, and for one that a bracket with it stands in. */
const holds = (clause: Checked, { id, passage }: Alternative, wanted: string): boolean =>
  id === wanted ||
  Object.values(passage)
    .flatMap((content) => bracketsIn(content ?? []))
    .flatMap((inner) => clause.brackets[inner]?.alternatives ?? [])
    .some((alternative) => holds(clause, alternative, wanted))

/** The words of an alternative among those of its sponsor: in the other brackets the sponsor's own are read. */
const choosing = (clause: Checked, wanted: Alternative): Choice => {
  const [sponsor] = wanted.sponsors
  const elsewhere = sponsor === undefined ? usual : choiceOf(sponsor)
  return (bracket) =>
    liveAlternatives(bracket).find((alternative) => holds(clause, alternative, wanted.id))?.passage ??
    elsewhere(bracket)
}

/** The readings of a clause that both languages have; an alternative that is not yet translated has none. */
export const readingsOf = (clause: Checked): readonly ClauseReading[] => {
  const { en, ru } = clause.passage
  if (!en || !ru) return []
  const pairOf = (choose: Choice): LanguagePair => ({
    en: wordsIn(clause, en, 'en', choose),
    ru: wordsIn(clause, ru, 'ru', choose),
  })
  const alternatives = Object.values(clause.brackets).flatMap(liveAlternatives)
  if (alternatives.length === 0) return [{ alternative: null, pair: pairOf(usual) }]
  return alternatives
    .filter(({ passage }) => passage.en && passage.ru)
    .map((alternative) => ({ alternative, pair: pairOf(choosing(clause, alternative)) }))
}

/** Brackets that stand in the words of one language and not in those of the other. */
const parityFindings = ({ passage }: Checked): readonly Finding[] => {
  const [en, ru] = [bracketsIn(passage.en ?? []), bracketsIn(passage.ru ?? [])]
  const same = en.toSorted().join() === ru.toSorted().join()
  if (!passage.en || !passage.ru || same) return []
  const facts = { en: en.length, ru: ru.length }
  return [newFinding('brackets.count', 'divergence', {}, facts)]
}

const nameOf = ({ code, en, ru, facts }: Finding): string =>
  [code, en?.words, ru?.words, ...Object.values(facts)].join('\u0000')

/** The findings on a clause, reading by reading; empty when it is not there in both English and Russian. */
export const checkClause = (clause: Checked, options: CheckOptions = {}): readonly CheckedReading[] => {
  const seen = new Set<string>()
  return readingsOf(clause).map((reading, i) => {
    const all = [...(i === 0 ? parityFindings(clause) : []), ...checkPair(reading.pair, options)]
    const findings = all.filter((finding) => {
      const isNew = !seen.has(nameOf(finding))
      seen.add(nameOf(finding))
      return isNew
    })
    return { ...reading, findings }
  })
}
