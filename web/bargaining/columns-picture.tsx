/** Columns over a line of points, with one mark on it; a table of the same figures stands under it. */
import type { ReactNode } from 'react'
import { useSay } from '../speech.tsx'
import { useFigures } from './names.ts'

interface Column {
  readonly from: number
  readonly to: number
  readonly count: number
}

const height = 150
const foot = 22

const Twin = ({ columns, what }: { readonly columns: readonly Column[]; readonly what: string }) => {
  const say = useSay()
  const { points } = useFigures()
  return (
    <details className="twin">
      <summary>{say('bargaining.as-table')}</summary>
      <table className="figures">
        <caption>{what}</caption>
        <thead>
          <tr>
            <th scope="col">{say('worth.points')}</th>
            <th scope="col">{say('bargaining.how-many')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">{say('bargaining.from-to', { from: points(from), to: points(to) })}</th>
              <td>{points(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** `mark` is where the reservation stands; what lies at or above it is drawn full. */
export const ColumnsPicture = ({
  columns,
  mark,
  markName,
  what,
  children,
}: {
  readonly columns: readonly Column[]
  readonly mark: number
  readonly markName: string
  readonly what: string
  readonly children?: ReactNode
}) => {
  const { points } = useFigures()
  const first = Math.min(columns[0]?.from ?? 0, mark)
  const last = Math.max(columns.at(-1)?.to ?? 1, mark, first + 1)
  const highest = Math.max(1, ...columns.map(({ count }) => count))
  const x = (value: number) => ((value - first) / (last - first)) * 100
  const isLate = x(mark) > 50
  return (
    <figure className="columns-picture stack tight">
      <figcaption className="small quiet">{what}</figcaption>
      <svg height={height + foot} role="img" aria-label={what}>
        {columns.map(({ from, to, count }) => (
          <rect
            key={from}
            data-above={(from + to) / 2 >= mark}
            x={`${x(from)}%`}
            width={`${(x(to) - x(from)) * 0.9}%`}
            y={height - (count / highest) * (height - 18)}
            height={(count / highest) * (height - 18)}
          />
        ))}
        <line className="axis" x1="0" x2="100%" y1={height} y2={height} />
        <line className="mark" x1={`${x(mark)}%`} x2={`${x(mark)}%`} y1="0" y2={height} />
        <text x={`${x(mark)}%`} dx={isLate ? -6 : 6} y="11" textAnchor={isLate ? 'end' : 'start'}>
          {markName}
        </text>
        <text x="0" y={height + 16}>
          {points(first)}
        </text>
        <text x="100%" y={height + 16} textAnchor="end">
          {points(last)}
        </text>
      </svg>
      {children}
      <Twin columns={columns} what={what} />
    </figure>
  )
}
