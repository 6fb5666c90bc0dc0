/** Candidate stipulations and the drafting meter in lines for a person, in English or in Russian. */
import { createIntl } from '@formatjs/intl'
import en from '#contract/meter.en.json' with { type: 'json' }
import ru from '#contract/meter.ru.json' with { type: 'json' }
import { type MeterTeller, meterTellerOf } from '#contract/meter-words.ts'
import type { Candidate, DraftReading, DraftStep } from '#domain/commitments/drafting/candidates.ts'
import type { ToldIn } from '../input.ts'

const tellerFor = (language: ToldIn): MeterTeller => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  return meterTellerOf((code, facts) => String(intl.formatMessage({ id: code }, { ...facts })))
}

const short = (words: string): string =>
  words.length <= 110 ? words : `${words.slice(0, words.lastIndexOf(' ', 108))} …`

const candidateLines = (teller: MeterTeller, candidate: Candidate): readonly string[] => [
  `    · ${short(candidate.demand.span.words)}`,
  `      ${teller.kind(candidate)}, ${teller.say(`level.${candidate.level}`)}`,
  ...teller.reasons(candidate).map((reason) => `      ${reason}`),
]

const readingLines = (teller: MeterTeller, name: string, reading: DraftReading): readonly string[] => [
  `${name}: ${teller.say(`level.${reading.level}`)}`,
  ...teller.flags(reading).map(({ sentence }) => `  ! ${sentence}`),
  ...reading.candidates.flatMap((candidate) => candidateLines(teller, candidate)),
]

const stepLines = (teller: MeterTeller, step: DraftStep): readonly string[] => {
  const name = step.number ?? step.key
  const both = step.readings.en !== undefined && step.readings.ru !== undefined
  const own = (['en', 'ru'] as const).flatMap((language) => {
    const reading = step.readings[language]
    const named = both ? `${name} ${teller.say(`language.${language}`)}` : name
    return reading ? readingLines(teller, named, reading) : []
  })
  const differs = teller.differs(step)
  return differs === null ? own : [...own, `  ≠ ${differs}`]
}

/** Every clause with its meter, its flags, its candidates and why; then how many there are. */
export const draftLines = (steps: readonly DraftStep[], language: ToldIn): readonly string[] => {
  const teller = tellerFor(language)
  const count = ({ readings }: DraftStep): number => (readings.en ?? readings.ru)?.candidates.length ?? 0
  return [
    ...steps.flatMap((step) => stepLines(teller, step)),
    teller.say('total', {
      steps: steps.length,
      candidates: steps.reduce((sum, step) => sum + count(step), 0),
    }),
  ]
}
