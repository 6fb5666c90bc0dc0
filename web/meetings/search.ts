/** What an address of the meetings asks for: the timetable of a week, or the arrangements. */

/** Anything else than a view and a Monday is the timetable of this week. */
export interface MeetingsSearch {
  readonly view?: 'arrangements'
  /** The Monday of the week, `YYYY-MM-DD`. */
  readonly week?: string
}

/** What an address says. */
export const readMeetingsSearch = (given: Readonly<Record<string, unknown>>): MeetingsSearch => ({
  ...(given.view === 'arrangements' ? { view: 'arrangements' as const } : {}),
  ...(typeof given.week === 'string' && /^\d{4}-\d\d-\d\d$/.test(given.week) ? { week: given.week } : {}),
})
