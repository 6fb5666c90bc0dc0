/** The symmetry report in words: the sentences are in `symmetry.en.json` and `symmetry.ru.json`. */
import {
  differenceIn,
  type FigureLine,
  type SymmetryPart,
  type Unit,
} from '#domain/process/symmetry/lines.ts'
import en from './symmetry.en.json' with { type: 'json' }

/** The code of a sentence of the report. */
export type SymmetryCode = keyof typeof en
type Facts = Readonly<Record<string, string | number>>

/** What the reader's language calls parties and languages. */
export interface SymmetryNames {
  readonly party: (key: string) => string
  readonly language: (tag: string) => string
}

/** Says the figures of a report in one language. */
export interface SymmetryTeller {
  readonly phrase: (code: SymmetryCode, facts?: Facts) => string
  readonly part: (part: SymmetryPart) => string
  readonly language: (tag: string) => string
  /** What a figure is called. */
  readonly label: (line: FigureLine) => string
  /** A value with its unit; a dash where there is nothing to tell of. */
  readonly value: (value: number | null, unit: Unit) => string
  /** How far the parties are apart, without a judgement; `parties` are the keys in the order of the values. */
  readonly difference: (line: FigureLine, parties: readonly string[]) => string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A teller of the report; `format` puts facts into the sentence of a code. */
export const symmetryTellerOf = (
  format: (code: SymmetryCode, facts: Facts) => string,
  names: SymmetryNames,
): SymmetryTeller => {
  const say = (code: SymmetryCode, facts: Facts = {}): string => format(code, facts)
  const time = (ms: number): string => {
    if (ms > 0 && ms < minute) return say('time.seconds')
    if (ms < hour) return say('time.minutes', { minutes: Math.floor(ms / minute) })
    const [hours, minutes] = [Math.floor((ms % day) / hour), Math.floor((ms % hour) / minute)]
    return ms < day
      ? say('time.hours', { hours, minutes })
      : say('time.days', { days: Math.floor(ms / day), hours })
  }
  // A day of meetings has no twenty-four hours: what is added up is told in hours.
  const spell = (ms: number, unit: 'time' | 'total'): string =>
    unit === 'time' || ms < hour
      ? time(ms)
      : say('time.hours', { hours: Math.floor(ms / hour), minutes: Math.floor((ms % hour) / minute) })
  const place = (to: string): string => (to === 'table' ? say('place.table') : names.party(to))
  const ofWhat = ({ of }: FigureLine): Facts => {
    if (of === undefined) return {}
    return 'language' in of ? { language: names.language(of.language) } : { to: place(of.to) }
  }
  return {
    phrase: say,
    part: (part) => say(`part.${part}`),
    language: names.language,
    label: (line) => say(line.figure as SymmetryCode, ofWhat(line)),
    value: (value, unit) =>
      value === null ? '—' : unit === 'count' ? say('number', { value }) : spell(value, unit),
    difference: (line, parties) => {
      const apart = differenceIn(line)
      if (apart.is !== 'apart') return say(`apart.${apart.is}`)
      const [who, less] = [apart.more, apart.less].map((at) => names.party(parties[at] ?? ''))
      const facts = { who: who ?? '', less: less ?? '', sides: parties.length === 2 ? 'two' : 'more' }
      // Where the values are told in days and hours, less than an hour lies between them.
      const shown = line.values.some((value) => (value ?? 0) >= day) && line.unit === 'time' ? hour : minute
      if (line.unit !== 'count' && apart.by < shown)
        return say(shown === hour ? 'apart.time.hour' : `apart.${line.unit}.minute`, facts)
      return line.unit === 'count'
        ? say('apart.count', { ...facts, by: apart.by })
        : say(`apart.${line.unit}`, { ...facts, time: spell(apart.by, line.unit) })
    },
  }
}
