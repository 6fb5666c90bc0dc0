/** Modal force: whether both languages bind, allow, recommend or announce alike, by class and never word by word. */
import { type Cited, type Finding, type FindingCode, newFinding, type Severity } from './finding.ts'
import { type Force, type Modal, modalsIn, nearly } from './modals.ts'
import { oneOf } from './one-of.ts'
import type { Passage } from './passage.ts'

/**
 * How a passage speaks. In a `treaty` "shall" is mostly the present indicative in Russian («уведомляет»), and "should"
 * is «следует»; a `resolution` renders "should" as «должен» as often as not.
 */
export type Register = 'treaty' | 'resolution'

/** A paragraph of a resolution opens with a verb, "Decides", «постановляет», which Russian writes small. */
export const registerOf = (en: Passage, ru: Passage): Register =>
  /^\P{L}*(?:\p{L}+ )?\p{L}+(?:ing|s)\b/u.test(en.plain) && /^\P{L}*\p{Ll}/u.test(ru.plain)
    ? 'resolution'
    : 'treaty'

interface Side {
  readonly passage: Passage
  readonly modals: readonly Modal[]
}

/** The expressions of a force on one side that the other does not answer in any words. */
const unanswered = (force: Force, one: Side, other: Side): readonly Modal[] =>
  one.modals.filter((modal) => modal.force === force).slice(nearly(other.passage, force))

const explicit = (force: Force, { modals }: Side): number =>
  modals.filter((modal) => modal.force === force).length

const finding = (
  code: FindingCode,
  severity: Severity,
  en: Modal,
  ru: Modal | null,
  force: Force | 'statement',
): Finding => {
  const facts = { en: en.cited.words, ...(ru && { ru: ru.cited.words }), enForce: en.force, ruForce: force }
  return newFinding(code, severity, { en: en.cited, ru: ru?.cited }, facts)
}

const weak = ['recommendation', 'permission', 'intention'] as const

/** English binds and Russian does less: one more «следует», «может», «намерен» than English has in any words. */
const weakerInRussian = (en: Side, ru: Side): readonly Finding[] => {
  const bound = en.modals.filter(({ force }) => force === 'obligation')
  const spare = bound.slice(explicit('obligation', ru))
  return weak.flatMap((force): readonly Finding[] => {
    const [less] = unanswered(force, ru, en)
    const [shall] = spare
    return less && shall ? [finding('force.differs', 'divergence', shall, less, force)] : []
  })
}

/** Russian binds and English does less. A resolution's "should" may be «должен». */
const weakerInEnglish = (en: Side, ru: Side, register: Register): readonly Finding[] => {
  const rendered = register === 'resolution' ? explicit('recommendation', en) : 0
  const must = unanswered('obligation', ru, en)[rendered]
  if (!must) return []
  return weak.flatMap((force): readonly Finding[] => {
    const less = en.modals.filter((modal) => modal.force === force)[explicit(force, ru)]
    if (!less) return []
    if (force !== 'recommendation') return [finding('force.differs', 'divergence', less, must, 'obligation')]
    return register === 'treaty' ? [finding('force.differs', 'doubt', less, must, 'obligation')] : []
  })
}

const notVerbs = oneOf`
  совет|комитет|бюджет|предмет|приоритет|авторитет|паритет|суверенитет|ответ|интернет|кабинет|пакет|запрет|
  результат|мандат|кандидат|секретариат|аппарат|формат|этот|дефицит|кредит|визит|транзит|будут|будет|штат|адресат
`
const stated = /(?:[аеиуяю]ет|[ую]т|[ия]т|ат|[еюи]тся|[ая]тся)$/u

/** The first verb of a Russian passage that looks like a present indicative; null when there is none. */
const statement = ({ tokens, words }: Passage): Cited | null => {
  const verb = tokens.find(({ word }) => word.length >= 5 && stated.test(word) && word.search(notVerbs) < 0)
  return verb ? { from: verb.at, to: verb.to, words: words.slice(verb.at, verb.to) } : null
}

const [short, long] = [45, 80]

/**
 * English recommends, allows or announces, and Russian plainly states, with no word of it: in a treaty that is to
 * bind. Where the clause is long, or a resolution's, it is a doubt.
 */
const statedInRussian = (en: Side, ru: Side, register: Register): readonly Finding[] => {
  const size = en.passage.tokens.length
  if (size > long || en.modals.some(({ force }) => force === 'obligation' || force === 'prohibition'))
    return []
  const verb = statement(ru.passage)
  return weak.flatMap((force): readonly Finding[] => {
    const [less] = en.modals.filter((modal) => modal.force === force)
    if (!less || !verb || nearly(ru.passage, force) > 0) return []
    const facts = { en: less.cited.words, ru: verb.words, enForce: force, ruForce: 'statement' }
    const severity = register === 'treaty' && size <= short ? 'divergence' : 'doubt'
    return [newFinding('force.weaker', severity, { en: less.cited, ru: verb }, facts)]
  })
}

/** Findings on modal force. */
export const forceFindings = (
  one: Passage,
  other: Passage,
  register: Register = registerOf(one, other),
): readonly Finding[] => {
  const en: Side = { passage: one, modals: modalsIn(one) }
  const ru: Side = { passage: other, modals: modalsIn(other) }
  const found = [...weakerInRussian(en, ru), ...weakerInEnglish(en, ru, register)]
  return found.length > 0 ? found.slice(0, 1) : statedInRussian(en, ru, register).slice(0, 1)
}
