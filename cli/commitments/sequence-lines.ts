/** The order of an agreement in lines for a person, in English or in Russian. */
import { createIntl } from '@formatjs/intl'
import en from '#contract/sequence.en.json' with { type: 'json' }
import ru from '#contract/sequence.ru.json' with { type: 'json' }
import { type Teller, tellerOf } from '#contract/sequence-words.ts'
import type { StipulationsFile } from '#contract/stipulations-file.ts'
import type { Place, Sequence } from '#domain/commitments/sequence/sequence.ts'
import { named } from '#domain/parties/localised.ts'
import type { ToldIn } from '../input.ts'

/** A teller for this file. */
export const tellerFor = (file: StipulationsFile, language: ToldIn): Teller => {
  const intl = createIntl({ locale: language, messages: language === 'ru' ? ru : en })
  return tellerOf(file, language, (code, facts) => String(intl.formatMessage({ id: code }, { ...facts })))
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
