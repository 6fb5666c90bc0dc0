/** The picture of efficient packages for two sides: every point can be reached with the mouse and with the keyboard. */
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import type { Party } from '#domain/parties/process.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import { type Axis, type Frame, Ground } from './axes.tsx'
import { nearestTo, type Placed, scaleOf, spanOf } from './plot.ts'
import { PointMark } from './point-mark.tsx'
import type { Point } from './points.ts'
import { usePointSentence } from './use-point-sentence.ts'
import { useWidth } from './use-width.ts'

/** What the pictures and the table of one frontier share. */
export interface Looking {
  readonly points: readonly Point[]
  readonly reservations: readonly number[]
  /** The point that is read, by its number; -1 for none. */
  readonly at: number
  readonly look: (at: number) => void
  /** What the package that improvements start from is worth, where it is known. */
  readonly current?: readonly number[] | undefined
}

const frameOf = (width: number): Frame => ({
  width,
  height: Math.round(Math.min(460, Math.max(280, width * 0.72))),
  left: 52,
  right: 14,
  top: 24,
  bottom: 40,
})

const useAxes = (
  { points, reservations, current }: Looking,
  parties: readonly [number, number],
  of: readonly Party[],
  frame: Frame,
) =>
  useMemo(() => {
    const axis = (which: number, places: readonly [number, number]): Axis => {
      const reservation = reservations[which] ?? 0
      const values = [...points.map(({ worth }) => worth[which] ?? 0), reservation]
      const span = spanOf(current ? [...values, current[which] ?? 0] : values)
      return { party: of[which] as Party, span, reservation, scale: scaleOf(span, places) }
    }
    const x = axis(parties[0], [frame.left, frame.width - frame.right])
    const y = axis(parties[1], [frame.height - frame.bottom, frame.top])
    const place = (worth: readonly number[]): Placed => ({
      x: x.scale(worth[parties[0]] ?? 0),
      y: y.scale(worth[parties[1]] ?? 0),
    })
    return { x, y, place, places: points.map(({ worth }) => place(worth)) }
  }, [points, reservations, current, parties, of, frame])

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at, count) => at + Math.max(1, Math.round(count / 10)),
  PageUp: (at, count) => at - Math.max(1, Math.round(count / 10)),
  Home: () => 0,
  End: (_, count) => count - 1,
}

const Current = ({ at: { x, y } }: { readonly at: Placed }) => (
  <path className="plot-current" transform={`translate(${x} ${y})`} d="M-7-7L7 7M-7 7L7-7" />
)

const Drawn = ({
  of,
  pair,
  parties,
  width,
}: {
  readonly of: Looking
  readonly pair: readonly [number, number]
  readonly parties: readonly Party[]
  readonly width: number
}) => {
  const say = useSay()
  const names = useNames()
  const sentence = usePointSentence()
  const frame = useMemo(() => frameOf(width), [width])
  const { x, y, place, places } = useAxes(of, pair, parties, frame)
  const { points, at, look, current } = of
  const pressed = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    look(Math.min(points.length - 1, Math.max(0, step(at, points.length))))
  }
  const pointed = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect()
    const found = nearestTo(places, { x: clientX - left, y: clientY - top })
    if (found >= 0 && found !== at) look(found)
  }
  const sides = pair.map((party) => names.of(parties[party]?.short ?? {}))
  return (
    <div
      className="plot-frame"
      role="slider"
      tabIndex={0}
      aria-label={say('bargaining.mediator.picture', { one: sides[0] ?? '', other: sides[1] ?? '' })}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, points.length)}
      aria-valuenow={Math.max(1, at + 1)}
      aria-valuetext={points[at] ? sentence(points[at]) : say('bargaining.mediator.picture.none')}
      onKeyDown={pressed}
      onPointerMove={pointed}
      onPointerDown={pointed}
    >
      <svg
        className="plot"
        width={frame.width}
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        focusable="false"
        aria-hidden="true"
      >
        <Ground x={x} y={y} frame={frame} />
        {points.map((point, i) => (
          <PointMark key={point.worth.join()} point={point} place={places[i] ?? { x: 0, y: 0 }} />
        ))}
        {places[at] && <circle className="plot-looked" cx={places[at].x} cy={places[at].y} r="13" />}
        {current && <Current at={place(current)} />}
      </svg>
    </div>
  )
}

/** The picture for a pair of sides; `pair` numbers them in the order of the case. */
export const FrontierPicture = (props: {
  readonly of: Looking
  readonly pair: readonly [number, number]
  readonly parties: readonly Party[]
}) => {
  const [place, width] = useWidth<HTMLDivElement>()
  return (
    <div className="plot-place" ref={place}>
      {width > 0 && <Drawn {...props} width={width} />}
    </div>
  )
}
