/** The text in miniature: one tile for a clause; shape and letter say its status before colour does. */
import { clauseStatuses } from '#domain/text/status.ts'
import { useSay } from '../speech.tsx'
import { Glyph } from './glyph.tsx'
import type { Rows } from './reading.ts'

export const StatusStrip = ({ rows, languages, numbers }: Rows) => {
  const say = useSay()
  const own = numbers[languages[0] ?? ''] ?? new Map<string, string>()
  const counts = clauseStatuses
    .map((status) => ({ status, n: rows.filter((row) => row.status === status).length }))
    .filter(({ n }) => n > 0)
  return (
    <nav className="strip" aria-label={say('text.strip')}>
      <ol>
        {rows.map(({ clause, status }, i) => (
          <li key={clause.id}>
            <a href={`#clause-${clause.id}`} data-status={status}>
              <Glyph status={status} />
              <span className="unseen">
                {own.get(clause.id) ?? say('text.nth', { n: i + 1 })} {say(`text.status.${status}`)}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p className="strip-legend">
        {counts.toReversed().map(({ status, n }) => (
          <span key={status} data-status={status}>
            <Glyph status={status} /> {say(`text.status.${status}`)} {n}
          </span>
        ))}
      </p>
    </nav>
  )
}
