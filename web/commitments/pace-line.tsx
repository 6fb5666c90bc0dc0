/** Whether an obligation will make its day at the pace it has had: a suggestion, with its reckoning. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { deadlineOf, duesOn } from '#domain/commitments/due.ts'
import { paceOf } from '#domain/commitments/pace.ts'
import { useMoments } from '../moments.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { DueMark } from './due-mark.tsx'
import { useTermWords } from './in-words.ts'

/** For one line of its list; nothing before it is in force. */
export const PaceLine = ({
  object,
  lines,
}: {
  readonly object: string
  readonly lines: CommitmentsView['stipulations']
}) => {
  const say = useSay()
  const { day } = useMoments()
  const { at } = useProcess()
  const words = useTermWords(lines)
  const today = at.slice(0, 10)
  const line = lines.find((each) => each.object === object)
  const due = duesOn(lines, today).get(object)
  if (!line || !due) return null
  const deadline = deadlineOf(line, lines, today)
  const pace = due.kind === 'due' && deadline !== null ? paceOf(line, deadline) : null
  const told = (on: string | null) => (on === null ? say('commitments.pace.never') : day(on))
  return (
    <div className="stack tight">
      <DueMark due={due} words={words} />
      {pace && deadline !== null && (
        <details>
          <summary>
            {say(`commitments.pace.${pace.verdict}`, {
              ...{ latest: told(pace.latest), earliest: told(pace.earliest), due: day(deadline) },
            })}
          </summary>
          <p className="hint">
            {say('commitments.pace.why', {
              ...{ began: pace.began, since: day(pace.since), from: pace.from, level: pace.level },
              ...{ asOf: day(pace.asOf), earliest: told(pace.earliest), latest: told(pace.latest) },
            })}
          </p>
        </details>
      )}
    </div>
  )
}
