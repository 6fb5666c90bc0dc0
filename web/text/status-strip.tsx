/** The text in miniature: one tile for a clause; shape and letter say its status before colour does. */
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import { type ClauseStatus, clauseStatuses } from '#domain/text/status.ts'
import { useSay } from '../speech.tsx'
import { useCurrent } from './desk.ts'
import { Glyph } from './glyph.tsx'
import { useGoTo } from './go-to.ts'
import { useHead, useText } from './text-context.tsx'
import { LanguagesShown } from './views-row.tsx'

const Tile = memo(
  ({
    id,
    name,
    status,
    current,
    reachable,
  }: {
    readonly id: string
    readonly name: string
    readonly status: ClauseStatus
    readonly current: boolean
    readonly reachable: boolean
  }) => (
    <li>
      <a
        href={`#clause-${id}`}
        data-tile={id}
        data-status={status}
        aria-current={current ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        title={name}
      >
        <Glyph status={status} />
        <span className="unseen">{name}</span>
      </a>
    </li>
  ),
)

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }

/** The arrows go from tile to tile; one tile alone is a stop of the tabulator. */
const move = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key]
  const tiles = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-tile]')]
  const at = tiles.findIndex((tile) => tile.matches(':focus'))
  const ends: Readonly<Record<string, number>> = { Home: 0, End: tiles.length - 1 }
  const to = step === undefined ? ends[event.key] : at + step
  const tile = to === undefined ? undefined : tiles[to]
  if (!tile) return
  event.preventDefault()
  tile.focus()
}

export const StatusStrip = () => {
  const say = useSay()
  const { desk, languages } = useText()
  const { rows } = useHead().rows
  const current = useCurrent(desk)
  const goTo = useGoTo(desk)
  const counts = clauseStatuses
    .map((status) => ({ status, n: rows.filter((row) => row.status === status).length }))
    .filter(({ n }) => n > 0)
  const go = (event: MouseEvent<HTMLElement>) => {
    const tile = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tile]') : null
    if (!tile?.dataset.tile || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    goTo(tile.dataset.tile)
  }
  const reachable = rows.some(({ clause }) => clause.id === current) ? current : rows[0]?.clause.id
  return (
    <div className="strip no-print">
      <nav aria-label={say('text.strip')} onKeyDown={move} onClick={go}>
        <ol data-long={rows.length > 120}>
          {rows.map(({ clause, status, number }, i) => (
            <Tile
              key={clause.id}
              id={clause.id}
              name={`${number[languages[0] ?? ''] || say('text.nth', { n: i + 1 })} ${say(`text.status.${status}`)}`}
              status={status}
              current={clause.id === current}
              reachable={clause.id === reachable}
            />
          ))}
        </ol>
      </nav>
      <div className="line spread strip-foot">
        <p className="strip-legend">
          {counts.toReversed().map(({ status, n }) => (
            <span key={status} data-status={status}>
              <Glyph status={status} /> {say(`text.status.${status}`)} {n}
            </span>
          ))}
        </p>
        <LanguagesShown />
      </div>
    </div>
  )
}
