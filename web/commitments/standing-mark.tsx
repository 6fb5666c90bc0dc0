/** How a step stands in time, by a sign and a word: done, due, overdue, or waiting for another. */
import { useSay } from '../speech.tsx'

/** From the most to the least urgent. */
export const standings = ['overdue', 'due', 'waiting', 'done'] as const
export type TimeStanding = (typeof standings)[number]

const signs: Readonly<Record<TimeStanding, string>> = {
  overdue: 'M6 1 11.5 11H.5Z M6 4.5v3 M6 9.2v.3',
  due: 'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1Z M6 3.5V6l2 1.5',
  waiting: 'M2 6h.5 M6 6h.5 M10 6h.5',
  done: 'M1.5 6.5 4.5 9.5 10.5 2.5',
}

/** The word is what counts; the sign is for who looks rather than reads. */
export const StandingMark = ({ standing }: { readonly standing: TimeStanding }) => {
  const say = useSay()
  return (
    <strong className="standing-mark" data-standing={standing}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={signs[standing]} />
      </svg>
      {say(`commitments.time.word.${standing}`)}
    </strong>
  )
}
