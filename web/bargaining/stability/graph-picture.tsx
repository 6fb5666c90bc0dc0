/** The states in a ring and the moves between them; whose a move is shows in hue and kind of line. The table says the same. */
import { useState } from 'react'
import type { Conflict } from '#domain/bargaining/stability/conflict.ts'
import type { StabilityFound } from '../../analysis/questions.ts'
import { Pick } from '../../elements/field.tsx'
import { useSay } from '../../speech.tsx'
import { useWidth } from '../mediator/use-width.ts'
import type { StateWords } from './use-state-words.ts'

/** More states than this are not drawn. */
const mostDrawn = 36
const hues = ['a', 'b', 'c', 'd'] as const

interface Place {
  readonly x: number
  readonly y: number
}

const ring = (count: number, size: number): readonly Place[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2
    const far = size / 2 - 26
    return { x: size / 2 + far * Math.cos(angle), y: size / 2 + far * Math.sin(angle) }
  })

/** A curve from one state to another that bends, so that moves there and back do not lie upon each other. */
const curve = (from: Place, to: Place, bend: number): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const far = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / far, dy / far]
  const middle = { x: (from.x + to.x) / 2 - uy * bend, y: (from.y + to.y) / 2 + ux * bend }
  return `M${from.x + ux * 15} ${from.y + uy * 15}Q${middle.x} ${middle.y} ${to.x - ux * 18} ${to.y - uy * 18}`
}

interface Arc {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly decider: number
}

const arcsOf = ({ states }: StabilityFound): readonly Arc[] =>
  states.flatMap(({ moves }, from) =>
    moves.flatMap((targets, decider) =>
      targets.map((to) => ({ key: `${from} ${decider} ${to}`, from, to, decider })),
    ),
  )

const Move = ({ arc, places }: { readonly arc: Arc; readonly places: readonly Place[] }) => {
  const [here, there] = [places[arc.from], places[arc.to]]
  if (!here || !there) return null
  return (
    <path
      className="graph-move"
      data-hue={hues[arc.decider % hues.length]}
      d={curve(here, there, 10 + 6 * arc.decider)}
      markerEnd="url(#graph-arrow)"
    />
  )
}

const Drawn = ({
  found,
  width,
  only,
}: {
  readonly found: StabilityFound
  readonly width: number
  readonly only: number | null
}) => {
  const size = Math.min(width, 560)
  const places = ring(found.count, size)
  return (
    <svg
      className="plot"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <marker
          id="graph-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path className="graph-tip" d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {arcsOf(found)
        .filter(({ decider }) => only === null || decider === only)
        .map((arc) => (
          <Move key={arc.key} arc={arc} places={places} />
        ))}
      {places.map(({ x, y }, state) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a state is its place.
        <g key={state} transform={`translate(${x} ${y})`}>
          {found.equilibria.Nash?.includes(state) && <circle className="graph-rest" r="17" />}
          <circle className="graph-state" data-rest={found.equilibria.SEQ?.includes(state)} r="13" />
          <text className="graph-number" textAnchor="middle" dy="0.34em">
            {state + 1}
          </text>
        </g>
      ))}
    </svg>
  )
}

export const GraphPicture = ({
  conflict,
  found,
  words,
}: {
  readonly conflict: Conflict
  readonly found: StabilityFound
  readonly words: StateWords
}) => {
  const say = useSay()
  const [place, width] = useWidth<HTMLDivElement>()
  const [only, setOnly] = useState('all')
  if (found.count > mostDrawn)
    return <p className="hint">{say('stability.picture.too-many', { most: mostDrawn })}</p>
  const all = { key: 'all', name: say('stability.picture.all') }
  return (
    <figure className="stack">
      <div className="short-field no-print">
        <Pick
          label={say('stability.picture.whose')}
          value={only}
          onChange={setOnly}
          among={[all, ...conflict.deciders.map((_, d) => ({ key: `${d}`, name: words.decider(d) }))]}
        />
      </div>
      <div className="plot-place" ref={place}>
        {width > 0 && <Drawn found={found} width={width} only={only === 'all' ? null : Number(only)} />}
      </div>
      <ul className="legend small">
        {conflict.deciders.map(({ key }, d) => (
          <li key={key} dir="auto">
            <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true" focusable="false">
              <path className="graph-move" data-hue={hues[d % hues.length]} d="M1 5H33" />
            </svg>
            {words.decider(d)}
          </li>
        ))}
      </ul>
      <figcaption className="small quiet">{say('stability.picture.how')}</figcaption>
    </figure>
  )
}
