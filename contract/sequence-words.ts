/** The order of an agreement in words: the sentences are in `sequence.en.json` and `sequence.ru.json`. */
import type { Reason } from '#domain/commitments/sequence/constraints.ts'
import type { Finding, Place, Window } from '#domain/commitments/sequence/sequence.ts'
import type { CountedFrom, Stipulation, Term } from '#domain/commitments/stipulation.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import en from './sequence.en.json' with { type: 'json' }

/** The code of a sentence about the order. */
export type SequenceCode = keyof typeof en
type Facts = Readonly<Record<string, string | number>>

/** What is told of: stipulations and who is bound, by name. */
export interface Told {
  readonly actors: readonly { readonly key: string; readonly name: Localised }[]
  readonly stipulations: readonly Pick<Stipulation, 'id' | 'name' | 'clause'>[]
}

/** Says things of one list in one language. */
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

/** A teller for this list; `format` puts facts into the sentence of a code, in the same language. */
export const tellerOf = (
  file: Told,
  language: string,
  format: (code: SequenceCode, facts: Facts) => string,
): Teller => {
  const say = (code: SequenceCode, facts: Facts = {}) => format(code, facts)
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
