/** What the file of an exercise leaves to the loader in the payload of any act: names, moments, days, hours of a week. */
import { instantOf, localTime } from '#domain/meetings/local-time.ts'
import { laterDay, mondayOf } from '#domain/meetings/week.ts'
import type { Clause } from '#domain/text/clause.ts'

/** What the loader knows of the exercise so far. */
export interface PayloadStage {
  /** The id that a name stands for: of an object that an act opened, or of a member. */
  readonly idOf: (name: string) => string | undefined
  readonly roomOf: (key: string) => string | undefined
  /** The moment that a time relative to loading stands for. */
  readonly momentOf: (at: string) => Date
  /** The clocks by which the file tells hours of a week. */
  readonly timeZone: string
  readonly clause: (id: string) => Promise<Clause | undefined>
}

type Payload = Readonly<Record<string, unknown>>

const relative = /^(day|moment) ([+-]\d\S*)$/
const hour = /^week(?: ([+-]\d))? (mon|tue|wed|thu|fri|sat|sun) ([0-2]\d:[0-5]\d)$/
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The moment of `week tue 09:30`, or of `week -1 tue 09:30`. Throws where clocks never show it. */
const weekHour = ({ momentOf, timeZone }: PayloadStage, weeks: number, weekday: string, clock: string) => {
  const monday = mondayOf(localTime(timeZone, momentOf('+0m').getTime()).day)
  const at = instantOf(timeZone, laterDay(monday, 7 * weeks + days.indexOf(weekday)), clock)
  if (at === undefined) throw new Error(`there is no ${clock} on that ${weekday} in ${timeZone}`)
  return new Date(at).toISOString()
}

const timeOf = (stage: PayloadStage, value: string): string | undefined => {
  const [, what, at] = value.match(relative) ?? []
  if (what && at) {
    const moment = stage.momentOf(at).toISOString()
    return what === 'day' ? moment.slice(0, 10) : moment
  }
  const [, weeks = '0', weekday, clock] = value.match(hour) ?? []
  return weekday && clock ? weekHour(stage, Number(weeks), weekday, clock) : undefined
}

const said = (stage: PayloadStage, name: string, value: string): string => {
  if (value.startsWith('@')) {
    const id = stage.idOf(value.slice(1))
    if (id === undefined) throw new Error(`an act speaks of ${value}, which no act has named`)
    return id
  }
  if (name === 'to') return stage.roomOf(value) ?? timeOf(stage, value) ?? value
  return timeOf(stage, value) ?? value
}

const within = (stage: PayloadStage, name: string, value: unknown): unknown => {
  if (typeof value === 'string') return said(stage, name, value)
  if (Array.isArray(value)) return value.map((each) => within(stage, '', each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, within(stage, key, each)]))
}

/**
 * The payload with every `@name`, `day -3h`, `moment +30m`, `week tue 09:30` and key of a room replaced by what it stands
 * for, at any depth, and with the wording number of the clause that a stipulation quotes. Throws where a name or a clause
 * is not known.
 */
export const foundInExercise = async (
  stage: PayloadStage,
  payload: Payload,
): Promise<Record<string, unknown>> => {
  const given = within(stage, '', payload) as Record<string, unknown>
  const quote = given.quote as { readonly clause: string } | undefined
  if (!quote) return given
  const clause = await stage.clause(quote.clause)
  if (!clause) throw new Error(`an act quotes clause ${quote.clause}, which is not in the text`)
  return { ...given, quote: { ...quote, wording: clause.wording } }
}
