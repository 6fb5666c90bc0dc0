/** The order of an agreement in lines for a person, in English or in Russian. */
import { createIntl } from '@formatjs/intl'
import en from '#contract/sequence.en.json' with { type: 'json' }
import ru from '#contract/sequence.ru.json' with { type: 'json' }
import type { StipulationsFile } from '#contract/stipulations-file.ts'
import type { Reason } from '#domain/commitments/sequence/constraints.ts'
import type { Finding, Place, Sequence, Window } from '#domain/commitments/sequence/sequence.ts'
import type { CountedFrom, Term } from '#domain/commitments/stipulation.ts'
import { named } from '#domain/parties/localised.ts'

/** The languages in which findings are told. */
export const toldIn = ['en', 'ru'] as const
export type ToldIn = (typeof toldIn)[number]

type Code = keyof typeof en
type Facts = Readonly<Record<string, string | number>>

/** Says things of one file in one language. */
export interface Teller {
  readonly finding: (finding: Finding) => string
  readonly place: (place: Place) => string
  readonly actor: (key: string) => string
}

const reasonFacts = (why: Reason): Facts =>
  why.kind === 'waits'
    ? { before: why.condition.before, event: why.condition.of.event, days: why.condition.days ?? 0 }
    : {}

const spanOf = ({ earliest, latest, afterForce }: Window): string => {
  if (earliest !== null || latest !== null) return `${earliest ?? '…'} – ${latest ?? '…'}`
  return `+${afterForce.least ?? 0} d – ${afterForce.most === null ? '…' : `+${afterForce.most} d`}`
}

/** A teller for this file. */
export const tellerFor = (file: StipulationsFile, language: ToldIn): Teller => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  const say = (code: Code, facts: Facts = {}) => String(intl.formatMessage({ id: code }, { ...facts }))
  const stipulation = (id: string): string => {
    const found = file.stipulations.find((each) => each.id === id)
    const name = found ? named(found.name, language) : id
    return found?.clause ? `${found.clause} ${name}` : name
  }
  const from = (counted: CountedFrom): string =>
    counted === 'force'
      ? say('from.force')
      : say(`from.${counted.event}`, { other: stipulation(counted.stipulation) })
  const term = (one: string, kind: 'begins' | 'due', given: Term): string => {
    if (given.kind === 'date') return say(`why.${kind}-date`, { one, date: given.date })
    return given.kind === 'after'
      ? say(`why.${kind}-after`, { one, days: given.days, from: from(given.from) })
      : one
  }
  const reason = (why: Reason): string => {
    if (why.kind === 'force') return say('why.force', { date: why.date })
    const one = stipulation(why.stipulation)
    if (why.kind === 'waits')
      return say('why.waits', { one, other: stipulation(why.condition.of.stipulation), ...reasonFacts(why) })
    return why.kind === 'begins' || why.kind === 'due' ? term(one, why.kind, why.term) : one
  }
  const finding = (found: Finding): string => {
    const [one = '', other = ''] = found.stipulations.map(stipulation)
    const steps = 'because' in found ? found.because.map(reason).join('; ') : ''
    const days = 'days' in found ? { days: found.days } : {}
    return say(found.code, { one, other, steps, ...days, ...('date' in found ? { date: found.date } : {}) })
  }
  const actor = (key: string): string => {
    const known = file.actors.find((each) => each.key === key)
    return known ? named(known.name, language) : key
  }
  const place = ({ stipulation: id, begin, complete }: Place): string =>
    say('place', { step: stipulation(id), begin: spanOf(begin), end: spanOf(complete) })
  return { finding, place, actor }
}

const placeLine = (teller: Teller, place: Place): string => `  ${teller.place(place)}`

/** Findings first, then a time line for everybody who is bound, in the order of the file. */
export const sequenceLines = (
  file: StipulationsFile,
  sequence: Sequence,
  language: ToldIn,
): readonly string[] => {
  const teller = tellerFor(file, language)
  const sides = file.actors.flatMap(({ key }) => {
    const own = sequence.places.filter(({ stipulation }) =>
      file.stipulations.some(({ id, bound }) => id === stipulation && bound.includes(key)),
    )
    return own.length === 0 ? [] : ['', teller.actor(key), ...own.map((place) => placeLine(teller, place))]
  })
  const nobody = sequence.places.filter(({ stipulation }) =>
    file.stipulations.some(({ id, bound }) => id === stipulation && bound.length === 0),
  )
  const left = nobody.length === 0 ? [] : ['', '—', ...nobody.map((place) => placeLine(teller, place))]
  return [
    named(file.name, language),
    ...sequence.findings.map((each) => `! ${teller.finding(each)}`),
    ...sides,
    ...left,
  ]
}
