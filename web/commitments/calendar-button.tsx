/** The deadlines of the list as a calendar file, made where it is read: nothing of it goes anywhere. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { inOrder } from '#domain/commitments/progress.ts'
import type { Sequence } from '#domain/commitments/sequence/sequence.ts'
import { Button } from '../elements/button.tsx'
import { saveText } from '../elements/save.ts'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

export const CalendarButton = ({
  list,
  sequence,
  at,
}: {
  readonly list: ReturnType<typeof inOrder>
  readonly sequence: Sequence
  readonly at: CommitmentsView['at']
}) => {
  const say = useSay()
  const { process } = useProcess()
  const write = async () => {
    const { calendarOf } = await import('#contract/calendar.ts')
    const file = {
      format: 'parley-stipulations-1' as const,
      ...{ name: process.name, actors: process.parties, stipulations: list.map((each) => ({ ...each })) },
    }
    saveText(`${process.key}.ics`, calendarOf({ file, sequence, now: new Date(at) }).ics, 'text/calendar')
  }
  return <Button onPress={() => void write()}>{say('commitments.calendar')}</Button>
}
