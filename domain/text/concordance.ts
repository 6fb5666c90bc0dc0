/** The concordance of a clause: the checks of `language/concordance` on its words, and on each alternative in them. */
import { type CheckOptions, checkPair, type LanguagePair } from '#domain/language/concordance/check.ts'
import type { Finding } from '#domain/language/concordance/finding.ts'
import { type Alternative, liveAlternatives } from './bracket.ts'
import type { Clause } from './clause.ts'
import { bracketsIn, type Content } from './content.ts'
import { plainWords } from './side.ts'
import { type Choice, resolved } from './text.ts'

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

/** Stands in a bracket that is not being looked at: the words that stood, or the first that can be adopted. */
const usual: Choice = (bracket) => {
  const live = liveAlternatives(bracket)
  return (live.find(({ stood }) => stood === true) ?? live[0])?.passage ?? null
}

/** The brackets that surround a bracket must hold the alternative it stands in, or its words are not in the reading. */
const choosing =
  (clause: Checked, wanted: Alternative): Choice =>
  (bracket) => {
    const live = liveAlternatives(bracket)
    const holds = ({ id, passage }: Alternative): boolean =>
      id === wanted.id ||
      Object.values(passage).some((content) =>
        bracketsIn(content ?? []).some((inner) =>
          (clause.brackets[inner]?.alternatives ?? []).some((one) => holds(one)),
        ),
      )
    return live.find(holds)?.passage ?? usual(bracket)
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
  return [{ check: 'brackets', code: 'brackets.count', severity: 'divergence', en: null, ru: null, facts }]
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
