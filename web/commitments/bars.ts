/** The bars of the time line: which steps have a last day, and how each stands today. */
import type { StipulationLine } from '#contract/commitments-views.ts'
import { type Due, duesOn } from '#domain/commitments/due.ts'
import type { Place } from '#domain/commitments/sequence/sequence.ts'
import type { TimeStanding } from './standing-mark.tsx'

type Line = StipulationLine

/** A day as a number of days. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** One step on the line: its window in days, the last day that is named, and how it stands. */
export interface Bar {
  readonly line: Line
  readonly from: number
  readonly to: number
  readonly latest: string
  readonly standing: TimeStanding
}

/** As the list says it too; a step with no day of its own, but before another that has one, is due. */
const standingOf = ({ kind }: Due): TimeStanding => {
  if (kind === 'done' || kind === 'overdue') return kind
  return kind === 'waiting' || kind === 'uncounted' ? 'waiting' : 'due'
}

/** The steps that have a last day, each from its first day or the entry into force. */
export const barsOf = (
  lines: readonly Line[],
  places: readonly Place[],
  inForce: string,
  today: string,
): readonly Bar[] => {
  const dues = duesOn(lines, today)
  return places.flatMap(({ stipulation, begin, complete }) => {
    const line = lines.find(({ object }) => object === stipulation)
    const due = dues.get(stipulation)
    const latest = due?.kind === 'overdue' || due?.kind === 'due' ? due.deadline : complete.latest
    if (!line || !due || latest === null) return []
    const standing = standingOf(due)
    return [
      { ...{ line, latest, standing }, from: dayNumber(begin.earliest ?? inForce), to: dayNumber(latest) },
    ]
  })
}
