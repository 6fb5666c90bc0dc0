/** A session as it is being written: days and clock times of the place of the talks, until they are moments. */
import { instantOf, localTime } from '#domain/meetings/local-time.ts'
import type { SessionPlan } from '#domain/meetings/session.ts'
import { laterDay } from '#domain/meetings/week.ts'
import { keyedByContent } from '../begun.ts'
import { type Written, whole } from '../elements/written.ts'

/** An item of the agenda as it is being written; `key` only tells it from the others on the screen. */
export interface WrittenItem {
  readonly key: string
  readonly title: Written
  readonly papers: readonly string[]
}

/** Everything in the form. Times are `HH:MM`, a day is `YYYY-MM-DD`; an end before the beginning lies on the next day. */
export interface SessionWriting {
  readonly room: string
  readonly title: Written
  readonly day: string
  readonly begin: string
  readonly end: string
  readonly venue: string
  readonly attends: readonly string[]
  /** By seat: the entrance (empty for none) and the time of arrival on the day of the session. */
  readonly arrivals: Readonly<Record<string, { readonly entrance: string; readonly clock: string }>>
  readonly agenda: readonly WrittenItem[]
  readonly languages: readonly string[]
  /** By interpreter: the languages between which they work. */
  readonly interpreters: Readonly<Record<string, readonly string[]>>
}

/** A form with nothing in it. */
export const emptyWriting = (room: string, day: string, languages: readonly string[]): SessionWriting => ({
  ...{ room, day, languages, title: {}, begin: '10:00', end: '11:00', venue: '' },
  ...{ attends: [], arrivals: {}, agenda: [], interpreters: {} },
})

/** The form with a session in it as it stands. */
export const writingOf = (room: string, plan: SessionPlan, timeZone: string): SessionWriting => {
  const shown = (at: string) => {
    const { day, clock } = localTime(timeZone, Date.parse(at))
    return { day, clock: clock.slice(0, 5) }
  }
  const begin = shown(plan.begin)
  return {
    ...{ room, title: plan.title, day: begin.day, begin: begin.clock, end: shown(plan.end).clock },
    ...{ venue: plan.venue ?? '', attends: plan.attends, languages: plan.languages },
    arrivals: Object.fromEntries(
      plan.arrivals.map(({ seat, entrance, at }) => [seat, { entrance, clock: shown(at).clock }]),
    ),
    agenda: keyedByContent(plan.agenda.map(({ title, papers }) => ({ title, papers }))),
    interpreters: Object.fromEntries(plan.interpreters.map(({ member, languages }) => [member, languages])),
  }
}

const momentOf = (timeZone: string, day: string, clock: string): string | undefined => {
  const at = instantOf(timeZone, day, clock)
  return at === undefined ? undefined : new Date(at).toISOString()
}

/** What is missing in a form: words, a time that clocks show on that day, or an arrival without a time. */
export type Missing = 'title' | 'time' | 'agenda' | 'arrival' | 'language'

/** Nobody arrives after the beginning: a time later by the clock lies on the day before. */
const arrivalsOf = (writing: SessionWriting, timeZone: string, begin: string) =>
  Object.entries(writing.arrivals)
    .filter(([, { entrance }]) => entrance !== '')
    .map(([seat, { entrance, clock }]) => {
      const on = momentOf(timeZone, writing.day, clock)
      const at = on !== undefined && on > begin ? momentOf(timeZone, laterDay(writing.day, -1), clock) : on
      return { seat, entrance, at }
    })

/** What the form says, or what is missing in it. */
export const planOf = (
  writing: SessionWriting,
  timeZone: string,
  languages: readonly string[],
): SessionPlan | Missing => {
  const title = whole(writing.title, languages)
  if (!title) return 'title'
  const begin = momentOf(timeZone, writing.day, writing.begin)
  const until = writing.end <= writing.begin && writing.day !== '' ? laterDay(writing.day, 1) : writing.day
  const end = momentOf(timeZone, until, writing.end)
  if (begin === undefined || end === undefined) return 'time'
  const agenda = writing.agenda.map(({ title: words, papers }) => ({
    title: whole(words, languages),
    papers,
  }))
  const items = agenda.flatMap((item) => (item.title ? [{ ...item, title: item.title }] : []))
  if (items.length < agenda.length) return 'agenda'
  const arrivals = arrivalsOf(writing, timeZone, begin)
  const timed = arrivals.flatMap((each) => (each.at === undefined ? [] : [{ ...each, at: each.at }]))
  if (timed.length < arrivals.length) return 'arrival'
  if (writing.languages.length === 0) return 'language'
  return {
    ...{ title, begin, end, venue: writing.venue === '' ? null : writing.venue, attends: writing.attends },
    ...{ arrivals: timed, agenda: items, languages: writing.languages },
    interpreters: Object.entries(writing.interpreters)
      .filter(([, between]) => between.length > 0)
      .map(([member, between]) => ({ member, languages: between })),
  }
}
