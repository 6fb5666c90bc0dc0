/** The reader's sessions as a calendar file, made where it is read: nothing of it goes anywhere. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { allWeeks, type MeetingsView } from '#contract/meetings-views.ts'
import { Button } from '../elements/button.tsx'
import { saveText } from '../elements/save.ts'
import { Outcome } from '../elements/trouble.tsx'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { meetingsQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'

/** The invitation to one session, else every session from this week on, which is read when it is asked for. */
export const CalendarButton = ({
  invitation,
}: {
  readonly invitation?: { readonly view: MeetingsView; readonly session: string }
}) => {
  const say = useSay()
  const { id, process } = useProcess()
  const { language } = usePreferences()
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const write = async () => {
    const { calendarOfSessions } = await import('#contract/meetings-calendar.ts')
    const view = invitation?.view ?? (await client.fetchQuery(meetingsQuery(id, { weeks: allWeeks })))
    const calendar = calendarOfSessions({ view, process, language, only: invitation?.session })
    saveText(`${process.key}.ics`, calendar, 'text/calendar')
  }
  return (
    <>
      <Button onPress={() => void write().then(() => setTrouble(null), setTrouble)}>
        {say(invitation ? 'meetings.invitation' : 'meetings.calendar')}
      </Button>
      {trouble && <Outcome trouble={trouble} />}
    </>
  )
}
