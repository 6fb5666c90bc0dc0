/** Candidate stipulations and the drafting meter in lines for a person, in English or in Russian. */
import { createIntl } from '@formatjs/intl'
import en from '#contract/meter.en.json' with { type: 'json' }
import ru from '#contract/meter.ru.json' with { type: 'json' }
import type { Candidate, DraftReading, DraftStep } from '#domain/commitments/drafting/candidates.ts'
import type { Raised } from '#domain/commitments/drafting/meter.ts'
import type { ToldIn } from './sequence-lines.ts'

type Code = keyof typeof en
type Facts = Readonly<Record<string, string | number>>
type Say = (code: Code, facts?: Facts) => string

const sayerFor = (language: ToldIn): Say => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  return (code, facts = {}) => String(intl.formatMessage({ id: code }, { ...facts }))
}

const short = (words: string): string =>
  words.length <= 110 ? words : `${words.slice(0, words.lastIndexOf(' ', 108))} …`

const flagLine = (say: Say, { flag, of }: Raised, all: number): string => {
  const sentence = say(`flag.${flag}`, { count: of.length })
  const isPart = flag !== 'several' && of.length > 0 && of.length < all
  return isPart ? say('flag.of', { sentence, count: of.length, all }) : sentence
}

/** The reasons of a candidate: each with the words that led to it. */
const reasonsOf = (say: Say, { demand }: Candidate): readonly string[] => {
  const told = (reason: string, place: { readonly in: string }): string =>
    place.in === 'chapeau' ? say('why.above', { reason }) : reason
  return [
    ...demand.bound.map((one) => told(say('why.actor', { words: one.cited.words }), one)),
    ...demand.times.map((one) => told(say('why.time', { kind: one.kind, words: one.cited.words }), one)),
    ...demand.conditions.map((one) =>
      told(say('why.condition', { ordered: one.isOrdered ? 'yes' : 'no', words: one.cited.words }), one),
    ),
    ...demand.verification.map((one) => told(say('why.verification', { words: one.cited.words }), one)),
    ...demand.procedures.map((one) => told(say('why.procedure', { words: one.cited.words }), one)),
  ]
}

const candidateLines = (say: Say, candidate: Candidate): readonly string[] => {
  const { span, speech, form, by } = candidate.demand
  const kind = speech === 'declaration' || speech === 'rhetoric' ? '' : say(`speech.${speech}`)
  return [
    `    · ${short(span.words)}`,
    `      ${kind} (${say(`form.${form}`, { by: by?.cited.words ?? '' })}), ${say(`level.${candidate.level}`)}`,
    ...reasonsOf(say, candidate).map((reason) => `      ${reason}`),
  ]
}

const readingLines = (say: Say, name: string, reading: DraftReading): readonly string[] => [
  `${name}: ${say(`level.${reading.level}`)}`,
  ...reading.raised.map((raised) => `  ! ${flagLine(say, raised, reading.candidates.length)}`),
  ...reading.candidates.flatMap((candidate) => candidateLines(say, candidate)),
]

const stepLines = (say: Say, step: DraftStep): readonly string[] => {
  const name = step.number ?? step.key
  const both = step.readings.en !== undefined && step.readings.ru !== undefined
  const own = (['en', 'ru'] as const).flatMap((language) => {
    const reading = step.readings[language]
    return reading ? readingLines(say, both ? `${name} ${say(`language.${language}`)}` : name, reading) : []
  })
  if (step.differs.length === 0) return own
  const differing = step.differs.map((flag) => {
    const language = step.readings.en?.raised.some((one) => one.flag === flag) ? 'en' : 'ru'
    return say('differs.in', {
      language,
      sentence: say(`flag.${flag}`, { count: step.readings[language]?.candidates.length ?? 0 }),
    })
  })
  return [...own, `  ≠ ${say('differs', { flags: differing.join(' ') })}`]
}

/** Every clause with its meter, its flags, its candidates and why; then how many there are. */
export const draftLines = (steps: readonly DraftStep[], language: ToldIn): readonly string[] => {
  const say = sayerFor(language)
  const count = ({ readings }: DraftStep): number => (readings.en ?? readings.ru)?.candidates.length ?? 0
  return [
    ...steps.flatMap((step) => stepLines(say, step)),
    say('total', { steps: steps.length, candidates: steps.reduce((sum, step) => sum + count(step), 0) }),
  ]
}
