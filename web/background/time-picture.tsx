/** The time line as a picture: marks by kind, longer times as bars; what has no room is counted, never left out unseen. */
import { type KeyboardEvent, memo, type ReactNode, useMemo, useRef } from 'react'
import type { EventLine } from '#contract/background-views.ts'
import type { EventKind } from '#domain/background/event.ts'
import { type Dated, type Frame, laidOut, yearsOf } from '#domain/background/lanes.ts'
import { useNames } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useWhenWords } from './use-when-words.ts'

export type Shape = 'bond' | 'end' | 'strain' | 'word'

/** What a mark is drawn as; four shapes for twelve kinds, which the words beside them tell apart. */
const shapeOf: Readonly<Record<EventKind, Shape>> = {
  alliance: 'bond',
  agreement: 'bond',
  'entry-into-force': 'bond',
  summit: 'bond',
  cooperation: 'bond',
  suspension: 'end',
  withdrawal: 'end',
  termination: 'end',
  crisis: 'strain',
  'use-of-force': 'strain',
  rupture: 'strain',
  incident: 'strain',
  statement: 'word',
}

/** The shapes, about the middle of a mark. */
export const shapes = {
  bond: 'M0 -6A6 6 0 1 0 0 6A6 6 0 1 0 0 -6Z',
  end: 'M-5.5 -5.5H5.5V5.5H-5.5Z',
  strain: 'M0 -7L7 5.5H-7Z',
  word: 'M0 -7L6 0L0 7L-6 0Z',
} as const satisfies Readonly<Record<Shape, string>>

const [width, column, step, most, lane, lanes] = [960, 18, 17, 9, 14, 7]
const sheet = { width, column, most, lanes }

interface Choosing {
  readonly chosen: string | null
  readonly choose: (object: string) => void
}

interface Drawn {
  readonly event: EventLine
  readonly label: string
  readonly isChosen: boolean
  readonly choose: (object: string) => void
}

/** What stands for one event: it is pressed or come to with the keyboard, and names itself. */
const Standing = ({
  event,
  label,
  isChosen,
  choose,
  transform,
  children,
}: Drawn & { readonly transform?: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside a drawing.
  <g
    role="button"
    tabIndex={isChosen ? 0 : -1}
    className="event-mark"
    data-object={event.object}
    data-shape={shapeOf[event.kind]}
    data-agreed={event.agreed}
    aria-pressed={isChosen}
    aria-label={label}
    transform={transform}
    onClick={() => choose(event.object)}
    onFocus={() => choose(event.object)}
  >
    {children}
  </g>
)

/** Of hundreds of marks only those that change are drawn anew. */
const Mark = memo(({ x, y, ...drawn }: Drawn & { readonly x: number; readonly y: number }) => (
  <Standing {...drawn} transform={`translate(${x} ${y})`}>
    <rect x="-8.5" y="-8.5" width="17" height="17" className="event-hit" />
    <path d={shapes[shapeOf[drawn.event.kind]]} />
  </Standing>
))

const Bar = memo(
  ({
    x,
    y,
    wide,
    isOpen,
    ...drawn
  }: Drawn & { readonly x: number; readonly y: number; readonly wide: number; readonly isOpen: boolean }) => (
    <Standing {...drawn}>
      <rect
        x={x}
        y={y}
        width={Math.max(2, wide)}
        height={lane - 4}
        rx="2"
        className="event-bar"
        data-open={isOpen}
      />
    </Standing>
  ),
)

/** How each event is called, said once for as long as the reader's language stays. */
const useLabels = (): ((event: EventLine) => string) => {
  const say = useSay()
  const names = useNames()
  const when = useWhenWords()
  return useMemo(() => {
    const said = new WeakMap<EventLine, string>()
    return (event) => {
      const label =
        said.get(event) ?? say('background.mark', { when: when(event.when), name: names.of(event.name) })
      said.set(event, label)
      return label
    }
  }, [say, names, when])
}

const Axis = memo(
  ({ frame, base, height }: { readonly frame: Frame; readonly base: number; readonly height: number }) => (
    <g className="event-axis">
      <line x1="0" x2={width} y1={base} y2={base} />
      {yearsOf(frame, 16).map((year) => {
        const x = ((Date.UTC(year, 0, 1) / 86_400_000 - frame.from) / (frame.to - frame.from)) * width
        return (
          <g key={year}>
            <line x1={x} x2={x} y1="0" y2={height} className="event-year" />
            <text x={Math.min(width - 18, Math.max(18, x))} y={base + 17} textAnchor="middle">
              {year}
            </text>
          </g>
        )
      })}
    </g>
  ),
)

/** From mark to mark in the order of time, with the arrow keys, as in a list. */
const useArrows = (inOrder: readonly string[], { chosen, choose }: Choosing) => {
  const place = useRef<SVGSVGElement>(null)
  const press = (pressed: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[pressed.key]
    const ends = { Home: 0, End: inOrder.length - 1 }[pressed.key]
    if (by === undefined && ends === undefined) return
    pressed.preventDefault()
    const now = chosen === null ? -1 : inOrder.indexOf(chosen)
    const next = inOrder[Math.max(0, Math.min(inOrder.length - 1, ends ?? now + (by ?? 0)))]
    if (next === undefined) return
    choose(next)
    place.current?.querySelector<SVGGElement>(`[data-object="${next}"]`)?.focus()
  }
  return { place, press }
}

export const TimePicture = ({
  events,
  frame,
  chosen,
  choose,
}: Choosing & { readonly events: readonly Dated<EventLine>[]; readonly frame: Frame }) => {
  const say = useSay()
  const labelOf = useLabels()
  const laid = useMemo(() => laidOut(events, frame, sheet), [events, frame])
  const tallest = Math.max(
    1,
    ...laid.columns.map(({ drawn, more }) => drawn.length + (more.length > 0 ? 1 : 0)),
  )
  const base = 14 + tallest * step
  const height = base + 30 + laid.lanes * lane
  const inOrder = useMemo(() => {
    const drawn = new Set([
      ...laid.columns.flatMap((each) => each.drawn.map(({ object }) => object)),
      ...laid.spans.map(({ event }) => event.object),
    ])
    return events.map(({ event }) => event.object).filter((object) => drawn.has(object))
  }, [laid, events])
  const { place, press } = useArrows(inOrder, { chosen, choose })
  const drawnAs = (event: EventLine): Drawn => ({
    ...{ event, label: labelOf(event), isChosen: chosen === event.object, choose },
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with marks in it is a group.
    <svg
      ref={place}
      className="event-sheet"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={say('background.picture')}
      tabIndex={chosen !== null && inOrder.includes(chosen) ? -1 : 0}
      onKeyDown={press}
    >
      <Axis frame={frame} base={base} height={height} />
      {laid.columns.flatMap(({ x, drawn }) =>
        drawn.map((event, i) => (
          <Mark key={event.object} {...drawnAs(event)} x={x} y={base - 12 - i * step} />
        )),
      )}
      {laid.columns
        .filter(({ more }) => more.length > 0)
        .map(({ x, drawn, more }) => (
          <text key={x} x={x} y={base - 8 - drawn.length * step} textAnchor="middle" className="event-more">
            {`+${more.length}`}
          </text>
        ))}
      {laid.spans.map(({ event, x, width: wide, lane: at, isOpen }) => (
        <Bar key={event.object} {...drawnAs(event)} {...{ x, wide, isOpen }} y={base + 26 + at * lane} />
      ))}
    </svg>
  )
}
