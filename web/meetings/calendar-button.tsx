/** The reader's sessions as a calendar file, made where it is read: nothing of it goes anywhere. */
import type { MeetingsView } from '#contract/meetings-views.ts'
import { Button } from '../elements/button.tsx'
import { saveText } from '../elements/save.ts'
import { usePreferences } from '../preferences.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

/** All sessions, or the invitation to one. */
export const CalendarButton = ({ view, only }: { readonly view: MeetingsView; readonly only?: string }) => {
  const say = useSay()
  const { process } = useProcess()
  const { language } = usePreferences()
  const write = async () => {
    const { calendarOfSessions } = await import('#contract/meetings-calendar.ts')
    saveText(`${process.key}.ics`, calendarOfSessions({ view, process, language, only }), 'text/calendar')
  }
  return (
    <Button onPress={() => void write()}>
      {say(only === undefined ? 'meetings.calendar' : 'meetings.invitation')}
    </Button>
  )
}
