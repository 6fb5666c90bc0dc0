/** The order of a list as a picture: each step a box, each wait an arrow, those that go in circles marked in words too. */
import { Graph, layout } from '@dagrejs/dagre'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import type { Wait } from '#domain/commitments/sequence/waits.ts'
import { useMoments } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useTermWords } from './in-words.ts'

type Line = CommitmentsView['stipulations'][number]

/** In pixels at the usual size of type: a box holds a name of three lines. */
const box = { width: 220, height: 104 }
const label = { width: 120, height: 22 }

interface Point {
  readonly x: number
  readonly y: number
}

interface Laid {
  readonly width: number
  readonly height: number
  readonly boxes: readonly (Point & { readonly line: Line; readonly isKnotted: boolean })[]
  readonly arrows: readonly {
    readonly wait: Wait
    readonly points: readonly Point[]
    readonly middle: Point
  }[]
}

const laidOut = (lines: readonly Line[], waits: readonly Wait[]): Laid => {
  const shown = lines.filter(({ object }) => waits.some(({ from, to }) => from === object || to === object))
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, edgesep: 24, marginx: 4, marginy: 4 })
  for (const { object } of shown) graph.setNode(object, { ...box })
  for (const [i, { from, to, by }] of waits.entries())
    graph.setEdge(from, to, by === undefined ? {} : { ...label, labelpos: 'c' }, String(i))
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    ...{ width, height },
    boxes: shown.map((line) => {
      const { x = 0, y = 0 } = graph.node(line.object)
      const isKnotted = waits.some((wait) => wait.isKnotted && [wait.from, wait.to].includes(line.object))
      return { line, x: x - box.width / 2, y: y - box.height / 2, isKnotted }
    }),
    arrows: waits.map((wait, i) => {
      const edge = graph.edge({ v: wait.from, w: wait.to, name: String(i) })
      const points = (edge.points ?? []) as readonly Point[]
      return { wait, points, middle: { x: edge.x ?? points[0]?.x ?? 0, y: edge.y ?? points[0]?.y ?? 0 } }
    }),
  }
}

/** A smooth way through the points of an arrow. */
const pathOf = ([first, ...rest]: readonly Point[]): string => {
  if (!first) return ''
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map(({ x, y }, i) => {
    const next = rest[i + 1] ?? last
    return `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}`
  })
  return [`M${first.x} ${first.y}`, ...bends, `L${last.x} ${last.y}`].join('')
}

const Arrows = ({ laid }: { readonly laid: Laid }) => {
  const say = useSay()
  const { day } = useMoments()
  return (
    <svg width={laid.width} height={laid.height} aria-hidden="true" className="order-arrows">
      <defs>
        {['plain', 'knotted'].map((kind) => (
          <marker
            key={kind}
            id={`arrow-${kind}`}
            data-kind={kind}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8Z" />
          </marker>
        ))}
      </defs>
      {laid.arrows.map(({ wait, points, middle }) => (
        <g key={`${wait.from} ${wait.to} ${wait.kind}`} data-knotted={wait.isKnotted} data-kind={wait.kind}>
          <path d={pathOf(points)} markerEnd={`url(#arrow-${wait.isKnotted ? 'knotted' : 'plain'})`} />
          {wait.by !== undefined && (
            <text x={middle.x} y={middle.y} textAnchor="middle" dominantBaseline="central">
              {say('commitments.picture.by', { day: day(wait.by) })}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** What a box waits for, in words: the picture is not needed to read it. */
const Waiting = ({
  line,
  waits,
  lines,
}: {
  readonly line: Line
  readonly waits: readonly Wait[]
  readonly lines: readonly Line[]
}) => {
  const say = useSay()
  const { nameOf } = useTermWords(lines)
  return (
    <span className="unseen">
      {waits
        .filter(({ to }) => to === line.object)
        .map(({ from, event, by }) =>
          say(by === undefined ? 'commitments.waits' : 'commitments.waits-if', {
            ...{ other: nameOf(from), event, by: by ?? '' },
          }),
        )
        .join('; ')}
    </span>
  )
}

/** Nothing where no step waits for another. */
export const OrderPicture = ({
  lines,
  waits,
}: {
  readonly lines: readonly Line[]
  readonly waits: readonly Wait[]
}) => {
  const say = useSay()
  const names = useNames()
  const { id } = useProcess()
  const words = useTermWords(lines)
  const laid = useMemo(() => laidOut(lines, waits), [lines, waits])
  if (waits.length === 0) return null
  return (
    <figure className="stack tight">
      <figcaption className="hint">{say('commitments.picture')}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than the screen is scrolled with the keys, too. */}
      <section className="order-picture" aria-label={say('commitments.picture.title')} tabIndex={0}>
        <div style={{ inlineSize: laid.width, blockSize: laid.height }}>
          <Arrows laid={laid} />
          <ol className="plain-list">
            {laid.boxes.map(({ line, x, y, isKnotted }) => (
              <li
                key={line.object}
                data-knotted={isKnotted}
                style={{
                  insetInlineStart: x,
                  insetBlockStart: y,
                  inlineSize: box.width,
                  blockSize: box.height,
                }}
              >
                <Link
                  to="/t/$process/commitments/$room/$object"
                  params={{ process: id, room: line.room, object: line.object }}
                >
                  {line.number && <span className="quiet">{line.number} </span>}
                  {names.of(line.terms.name)}
                </Link>
                <span className="small quiet">{words.who(line.terms.bound)}</span>
                {isKnotted && <strong className="small">{say('commitments.picture.knotted')}</strong>}
                <Waiting line={line} waits={waits} lines={lines} />
              </li>
            ))}
          </ol>
        </div>
      </section>
    </figure>
  )
}
