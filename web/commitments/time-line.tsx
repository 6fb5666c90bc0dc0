/** The time line for both sides: for each step when it can be done, what is done, what is overdue, and today. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Place } from '#domain/commitments/sequence/sequence.ts'
import { levelOn } from '#domain/commitments/stipulated.ts'
import { alternat } from '#domain/parties/process.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'

type Line = CommitmentsView['stipulations'][number]

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

interface Bar {
  readonly line: Line
  readonly from: number
  readonly to: number
  readonly latest: string
  readonly standing: 'done' | 'overdue' | 'due'
}

/** The steps that have a last day, each from its first day or the entry into force. */
const barsOf = (
  lines: readonly Line[],
  places: readonly Place[],
  inForce: string,
  today: string,
): readonly Bar[] =>
  places.flatMap(({ stipulation, begin, complete }) => {
    const line = lines.find(({ object }) => object === stipulation)
    const { latest } = complete
    if (!line?.inForce || latest === null) return []
    const isDone = levelOn(line) === 3
    const standing = isDone ? 'done' : latest < today ? 'overdue' : 'due'
    return [
      { ...{ line, latest, standing }, from: dayNumber(begin.earliest ?? inForce), to: dayNumber(latest) },
    ]
  })

/** Bars on one scale for each side, with the words beside them: the picture is not needed to read it. */
export const TimeLine = ({
  lines,
  places,
  inForce,
}: {
  readonly lines: readonly Line[]
  readonly places: readonly Place[]
  readonly inForce: string | undefined
}) => {
  const say = useSay()
  const names = useNames()
  const { process, me, at } = useProcess()
  const { day } = useMoments()
  if (inForce === undefined) return null
  const today = at.slice(0, 10)
  const bars = barsOf(lines, places, inForce, today)
  if (bars.length === 0) return null
  const first = Math.min(dayNumber(inForce), ...bars.map(({ from }) => from))
  const last = Math.max(dayNumber(today), ...bars.map(({ to }) => to)) + 1
  const share = (at: number) => `${(100 * (at - first)) / (last - first)}%`
  return (
    <div className="stack">
      {alternat(process, me.seat, at).map(({ key }) => (
        <section key={key} aria-label={names.party(key)}>
          <h4>{names.party(key)}</h4>
          <ul className="plain-list time-line">
            {bars
              .filter(({ line }) => line.terms.bound.includes(key))
              .map(({ line, from, to, latest, standing }) => (
                <li key={line.object}>
                  <span>{names.of(line.terms.name)}</span>
                  <span className="small quiet">
                    {say(`commitments.time.${standing}`, { day: day(latest) })}
                  </span>
                  <span className="track" aria-hidden="true">
                    <span
                      className="bar"
                      data-standing={standing}
                      style={{
                        insetInlineStart: share(from),
                        insetInlineEnd: `calc(100% - ${share(to + 1)})`,
                      }}
                    />
                    <span className="today" style={{ insetInlineStart: share(dayNumber(today)) }} />
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
