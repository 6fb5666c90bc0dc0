/** The drafting meter in words: the sentences are in `meter.en.json` and `meter.ru.json`. */
import type { Candidate, DraftReading, DraftStep } from '#domain/commitments/drafting/candidates.ts'
import type { Flag, Raised } from '#domain/commitments/drafting/meter.ts'
import en from './meter.en.json' with { type: 'json' }

/** The code of a sentence of the meter. */
export type MeterCode = keyof typeof en
type Facts = Readonly<Record<string, string | number>>

/** Says what the meter found, in one language. */
export interface MeterTeller {
  readonly say: (code: MeterCode, facts?: Facts) => string
  readonly flags: (reading: DraftReading) => readonly { readonly flag: Flag; readonly sentence: string }[]
  /** The kind of a demand and the words that show it. */
  readonly kind: (candidate: Candidate) => string
  /** Why a candidate is what it is: each reason with the words that led to it. */
  readonly reasons: (candidate: Candidate) => readonly string[]
  /** Where the languages raise different flags; null where they do not. */
  readonly differs: (step: DraftStep) => string | null
}

/** A teller of the meter; `format` puts facts into the sentence of a code. */
export const meterTellerOf = (format: (code: MeterCode, facts: Facts) => string): MeterTeller => {
  const say = (code: MeterCode, facts: Facts = {}) => format(code, facts)
  const flagSentence = ({ flag, of }: Raised, all: number): string => {
    const sentence = say(`flag.${flag}`, { count: of.length })
    const isPart = flag !== 'several' && of.length > 0 && of.length < all
    return isPart ? say('flag.of', { sentence, count: of.length, all }) : sentence
  }
  const told = (reason: string, place: { readonly in: string }): string =>
    place.in === 'chapeau' ? say('why.above', { reason }) : reason
  const flagAlone = ({ readings }: DraftStep, flag: Flag): string => {
    const language = readings.en?.raised.some((one) => one.flag === flag) ? 'en' : 'ru'
    const count = readings[language]?.candidates.length ?? 0
    return say('differs.in', { language, sentence: say(`flag.${flag}`, { count }) })
  }
  return {
    say,
    flags: ({ raised, candidates }) =>
      raised.map((one) => ({ flag: one.flag, sentence: flagSentence(one, candidates.length) })),
    kind: ({ demand: { speech, form, by } }) => {
      const kind = speech === 'declaration' || speech === 'rhetoric' ? '' : say(`speech.${speech}`)
      return `${kind} (${say(`form.${form}`, { by: by?.cited.words ?? '' })})`
    },
    reasons: ({ demand }) => [
      ...demand.bound.map((one) => told(say('why.actor', { words: one.cited.words }), one)),
      ...demand.times.map((one) => told(say('why.time', { kind: one.kind, words: one.cited.words }), one)),
      ...demand.conditions.map((one) =>
        told(say('why.condition', { ordered: one.isOrdered ? 'yes' : 'no', words: one.cited.words }), one),
      ),
      ...demand.verification.map((one) => told(say('why.verification', { words: one.cited.words }), one)),
      ...demand.procedures.map((one) => told(say('why.procedure', { words: one.cited.words }), one)),
    ],
    differs: (step) =>
      step.differs.length === 0
        ? null
        : say('differs', { flags: step.differs.map((flag) => flagAlone(step, flag)).join(' ') }),
  }
}
