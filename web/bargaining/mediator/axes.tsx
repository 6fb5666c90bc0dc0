/** The ground of a picture of packages: axes with figures, the reservation of each side, and the zone between them. */
import type { Party } from '#domain/parties/process.ts'
import { useNames } from '../../process.tsx'
import { useSay } from '../../speech.tsx'
import type { Scale } from './plot.ts'
import { ticksOf } from './plot.ts'
import { useFigure } from './use-figure.ts'

/** One side of a picture: whose worth it is, from where to where, and the reservation on it. */
export interface Axis {
  readonly party: Party
  readonly span: readonly [number, number]
  readonly reservation: number
  readonly scale: Scale
}

/** The place of the picture within its frame. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
  readonly top: number
  readonly right: number
}

const Across = ({ x, frame }: { readonly x: Axis; readonly frame: Frame }) => {
  const figure = useFigure()
  return ticksOf(x.span, frame.width < 420 ? 5 : 6).map((value) => (
    <g key={value} transform={`translate(${x.scale(value)} ${frame.height - frame.bottom})`}>
      <line className="plot-rule" y2={-(frame.height - frame.bottom - frame.top)} />
      <text className="plot-figure" y="16" textAnchor="middle">
        {figure(value)}
      </text>
    </g>
  ))
}

const Up = ({ y, frame }: { readonly y: Axis; readonly frame: Frame }) => {
  const figure = useFigure()
  return ticksOf(y.span, 5).map((value) => (
    <g key={value} transform={`translate(${frame.left} ${y.scale(value)})`}>
      <line className="plot-rule" x2={frame.width - frame.left - frame.right} />
      <text className="plot-figure" x="-6" dy="0.32em" textAnchor="end">
        {figure(value)}
      </text>
    </g>
  ))
}

const within = (axis: Axis): number => Math.min(Math.max(axis.reservation, axis.span[0]), axis.span[1])

const Zone = ({ x, y, frame }: { readonly x: Axis; readonly y: Axis; readonly frame: Frame }) => {
  const [left, bottom] = [x.scale(within(x)), y.scale(within(y))]
  const [right, top] = [frame.width - frame.right, frame.top]
  return (
    <>
      <rect
        className="plot-zone"
        x={left}
        y={top}
        width={Math.max(0, right - left)}
        height={Math.max(0, bottom - top)}
      />
      <line
        className="plot-reservation"
        data-hue={x.party.hue}
        x1={left}
        x2={left}
        y1={top}
        y2={frame.height - frame.bottom}
      />
      <line
        className="plot-reservation"
        data-hue={y.party.hue}
        x1={frame.left}
        x2={right}
        y1={bottom}
        y2={bottom}
      />
    </>
  )
}

/** Everything that stands behind the points. */
export const Ground = ({ x, y, frame }: { readonly x: Axis; readonly y: Axis; readonly frame: Frame }) => {
  const say = useSay()
  const names = useNames()
  const short = (party: Party): string => names.of(party.short)
  return (
    <g>
      <Zone x={x} y={y} frame={frame} />
      <Across x={x} frame={frame} />
      <Up y={y} frame={frame} />
      <text
        className="plot-name"
        data-hue={x.party.hue}
        x={frame.width - frame.right}
        y={frame.height - 4}
        textAnchor="end"
      >
        {say('bargaining.mediator.axis.across', { party: short(x.party) })}
      </text>
      <text className="plot-name" data-hue={y.party.hue} x={2} y={12}>
        {say('bargaining.mediator.axis.up', { party: short(y.party) })}
      </text>
    </g>
  )
}
