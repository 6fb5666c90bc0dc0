/** What an address of the meetings asks for: the timetable of a week, the arrangements, or accreditation. */

/** Anything else than a view and a Monday is the timetable of this week. */
export interface MeetingsSearch {
  readonly view?: 'arrangements' | 'accreditation'
  /** The Monday of the week, `YYYY-MM-DD`. */
  readonly week?: string
}

/** What an address says. */
export const readMeetingsSearch = (given: Readonly<Record<string, unknown>>): MeetingsSearch => ({
  ...(given.view === 'arrangements' || given.view === 'accreditation' ? { view: given.view } : {}),
  ...(typeof given.week === 'string' && /^\d{4}-\d\d-\d\d$/.test(given.week) ? { week: given.week } : {}),
})
