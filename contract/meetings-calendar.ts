/** A reader's sessions as a calendar file (iCalendar, RFC 5545), made of what that reader may read and of nothing else. */
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalLuxonDateTimeStub,
} from 'ical-generator'
import { vtimezone, wallDigits } from '#domain/meetings/vtimezone.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'
import type { MeetingsView } from './meetings-views.ts'

type Read = MeetingsView['sessions'][number]

/** An address that leads nowhere (RFC 2606, 2): a calendar file wants one. */
const nowhere = 'nobody@parley.invalid'

/** Whose sessions, in the words of which language; `only` for the invitation to one session. */
export interface AskedCalendar {
  readonly view: MeetingsView
  readonly process: Pick<Process, 'name' | 'seats'>
  readonly language: string
  readonly only?: string | undefined
}

/** A moment in the clothes of a calendar library: the writer asks for its digits, and gets those of the place of the talks. */
const wallTime = (timeZone: string, moment: string): ICalLuxonDateTimeStub => {
  const at = Date.parse(moment)
  const { day, clock } = wallDigits(timeZone, at)
  const shown: ICalLuxonDateTimeStub = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => shown,
    toFormat: (format) => (format.startsWith('yyyy') ? day : clock),
    toJSDate: () => new Date(at),
    toJSON: () => moment,
  }
  return shown
}

const placeOf = ({ view, language }: AskedCalendar, venue: string | null): string | undefined => {
  const { venues, entrances } = view.arrangements.state
  const found = venues.find(({ key }) => key === venue)
  const entrance = entrances.find(({ key }) => key === found?.entrance)
  return (
    found &&
    [found.name, ...(entrance ? [entrance.name] : [])].map((name) => named(name, language)).join(', ')
  )
}

/** The agenda line by line, with the titles of the papers that were read with it; and why it was called off. */
const descriptionOf = ({ view, language }: AskedCalendar, { room, state }: Read): string => {
  const title = (paper: string): Localised =>
    view.papers.find((each) => each.room === room && each.object === paper)?.title ?? {}
  const lines = state.agenda.flatMap((item, i) => [
    `${i + 1}. ${named(item.title, language)}`,
    ...item.papers.map((paper) => `   ${named(title(paper), language)}`),
  ])
  return [...(state.cancelled?.words ? [named(state.cancelled.words, language)] : []), ...lines].join('\n')
}

/** The name of a calendar is written as it is (RFC 7986, 5.1, wants it escaped): nothing in it may begin another line. */
const inOneLine = (words: string): string =>
  words.replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ').replaceAll(/[\\;,]/g, '\\$&')

const enter = (calendar: ICalCalendar, asked: AskedCalendar, session: Read): void => {
  const { view, process, language } = asked
  const organizer = process.seats.find(({ key }) => key === session.state.by.seat)
  const { timeZone } = view.arrangements.state
  const { state, object } = session
  const location = placeOf(asked, state.venue)
  const description = descriptionOf(asked, session)
  const event = calendar.createEvent({
    id: `${object}@parley`,
    sequence: state.changes,
    stamp: new Date(view.at),
    start: wallTime(timeZone, state.begin),
    end: wallTime(timeZone, state.end),
    timezone: timeZone,
    summary: named(state.title, language),
    ...(organizer
      ? {
          organizer: {
            name: inOneLine(named(organizer.name, language)).replaceAll('"', '’'),
            email: nowhere,
          },
        }
      : {}),
    status: state.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (location !== undefined) event.location(location)
  if (description !== '') event.description(description)
}

/**
 * The calendar. An entry keeps its UID while its session is changed; SEQUENCE counts the changes, and a session that was
 * called off is CANCELLED, so that a calendar program moves or strikes out the entry it has (RFC 5546, 3.2.1). Times stand
 * in the zone of the talks. Nobody has an address here: the organizer is named, and cannot be written to.
 */
export const calendarOfSessions = (asked: AskedCalendar): string => {
  const { view, process, language, only } = asked
  const sessions = view.sessions.filter(({ object }) => only === undefined || object === only)
  const known = sessions.flatMap(({ state }) => [Date.parse(state.begin), Date.parse(state.end)])
  const moments = known.length > 0 ? known : [Date.parse(view.at)]
  const calendar = ical({
    name: inOneLine(named(process.name, language)),
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Parley//meetings//EN',
  })
  calendar.timezone({
    name: null,
    generator: (zone) => vtimezone(zone, Math.min(...moments), Math.max(...moments)),
  })
  for (const session of sessions) enter(calendar, asked, session)
  return calendar.toString()
}
