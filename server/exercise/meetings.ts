/** What the file of an exercise may leave to the loader in acts on meetings: hours of the week in which it is loaded, and of others. */
import { instantOf, localTime } from '#domain/meetings/local-time.ts'
import { laterDay, mondayOf } from '#domain/meetings/week.ts'
import { type CommitmentStage, foundInCommitments } from './commitments.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const hour = /^week(?: ([+-]\d))? (mon|tue|wed|thu|fri|sat|sun) ([0-2]\d:[0-5]\d)$/

/** Whether an act is one on meetings. */
export const isOnMeetings = (kind: string): boolean =>
  /^(?:arrangements|session|minutes|accreditation)\./.test(kind)

/** The moment of `week tue 09:30`, or of `week -1 tue 09:30`, by the clocks of a zone. Throws where clocks never show it. */
const weekHour = (now: Date, timeZone: string, weeks: number, weekday: string, clock: string): string => {
  const monday = mondayOf(localTime(timeZone, now.getTime()).day)
  const at = instantOf(timeZone, laterDay(monday, 7 * weeks + days.indexOf(weekday)), clock)
  if (at === undefined) throw new Error(`there is no ${clock} on that ${weekday} in ${timeZone}`)
  return new Date(at).toISOString()
}

const within = (now: Date, timeZone: string, value: unknown): unknown => {
  if (typeof value === 'string') {
    const [, weeks = '0', weekday, clock] = value.match(hour) ?? []
    return weekday && clock ? weekHour(now, timeZone, Number(weeks), weekday, clock) : value
  }
  if (Array.isArray(value)) return value.map((each) => within(now, timeZone, each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, within(now, timeZone, each)]))
}

/** The payload with every `@name` and every hour of the week of loading replaced by what it stands for. */
export const foundInMeetings = async (
  stage: CommitmentStage,
  timeZone: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<unknown> => within(stage.momentOf('+0m'), timeZone, await foundInCommitments(stage, payload))
