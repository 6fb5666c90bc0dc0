/** The time line: for each step when it can be done, what is done, what is overdue, and today; each side, then others. */
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Place } from '#domain/commitments/sequence/sequence.ts'
import { alternat } from '#domain/parties/process.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Bar, barsOf, dayNumber } from './bars.ts'
import { useTermWords } from './in-words.ts'
import { StandingMark, standings } from './standing-mark.tsx'

type Line = CommitmentsView['stipulations'][number]

interface Scale {
  readonly today: string
  /** How far along a day lies, in per cent of the line. */
  readonly share: (day: number) => string
}

const Step = ({ bar, scale, whom }: { readonly bar: Bar; readonly scale: Scale; readonly whom: string }) => {
  const say = useSay()
  const names = useNames()
  const { day } = useMoments()
  const { line, from, to, latest, standing } = bar
  return (
    <li>
      <span>
        {names.of(line.terms.name)}
        {whom && <span className="small quiet"> · {whom}</span>}
      </span>
      <span className="small">
        <StandingMark standing={standing} /> {say(`commitments.time.day.${standing}`, { day: day(latest) })}
      </span>
      <span className="time-track" aria-hidden="true">
        <span
          className="time-bar"
          data-standing={standing}
          style={{
            insetInlineStart: scale.share(from),
            insetInlineEnd: `calc(100% - ${scale.share(to + 1)})`,
          }}
        />
        <span className="today" style={{ insetInlineStart: scale.share(dayNumber(scale.today)) }} />
      </span>
    </li>
  )
}

const Row = ({
  title,
  bars,
  scale,
  whom,
}: {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly scale: Scale
  readonly whom: (line: Line) => string
}) => {
  const say = useSay()
  if (bars.length === 0) return null
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <p className="small quiet">
        {standings
          .map((standing) => [standing, bars.filter((bar) => bar.standing === standing).length] as const)
          .filter(([, count]) => count > 0)
          .map(([standing, count]) => say(`commitments.time.count.${standing}`, { count }))
          .join(' · ')}
      </p>
      <ul className="plain-list time-line">
        {bars.map((bar) => (
          <Step key={bar.line.object} bar={bar} scale={scale} whom={whom(bar.line)} />
        ))}
      </ul>
    </section>
  )
}

/**
 * Bars on one scale for each side, and a row of its own for what binds somebody else, with the words beside them: the
 * picture is not needed to read it.
 */
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
  const words = useTermWords(lines)
  const { process, me, at } = useProcess()
  if (inForce === undefined) return null
  const today = at.slice(0, 10)
  const bars = barsOf(lines, places, inForce, today)
  if (bars.length === 0) return null
  const first = Math.min(dayNumber(inForce), ...bars.map(({ from }) => from))
  const last = Math.max(dayNumber(today), ...bars.map(({ to }) => to)) + 1
  const scale: Scale = { today, share: (day) => `${(100 * (day - first)) / (last - first)}%` }
  const parties = alternat(process, me.seat, at)
  const others = ({ terms }: Line) => terms.bound.filter((key) => !parties.some((each) => each.key === key))
  return (
    <div className="stack">
      {parties.map(({ key }) => (
        <Row
          key={key}
          title={names.party(key)}
          bars={bars.filter(({ line }) => line.terms.bound.includes(key))}
          scale={scale}
          whom={() => ''}
        />
      ))}
      <Row
        title={say('commitments.others')}
        bars={bars.filter(({ line }) => line.terms.bound.length === 0 || others(line).length > 0)}
        scale={scale}
        whom={(line) => words.who(others(line))}
      />
    </div>
  )
}
