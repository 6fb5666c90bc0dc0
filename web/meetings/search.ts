/** What an address of the meetings asks for: the timetable of a week, the arrangements, or accreditation. */

/** Anything else than a view is the timetable. */
export interface MeetingsSearch {
  readonly view?: 'arrangements' | 'accreditation'
  /** The week, as the address says it: a day in it, `YYYY-MM-DD`, or words that are no day. */
  readonly week?: string
}

/** What an address says. */
export const readMeetingsSearch = (given: Readonly<Record<string, unknown>>): MeetingsSearch => ({
  ...(given.view === 'arrangements' || given.view === 'accreditation' ? { view: given.view } : {}),
  ...(given.week === undefined ? {} : { week: String(given.week) }),
})
