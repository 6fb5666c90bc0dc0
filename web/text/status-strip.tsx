/** The text in miniature: one tile for a clause; shape and letter say its status before colour does. */
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import { type ClauseStatus, clauseStatuses } from '#domain/text/status.ts'
import { useSay } from '../speech.tsx'
import { useDesk } from './desk.ts'
import { Glyph } from './glyph.tsx'
import { useGoTo } from './go-to.ts'
import { useHead, useText } from './text-context.tsx'
import { LanguagesShown } from './views-row.tsx'

const Tile = memo(
  ({
    id,
    n,
    number,
    status,
    first,
  }: {
    readonly id: string
    readonly n: number
    readonly number: string
    readonly status: ClauseStatus
    readonly first: boolean
  }) => {
    const say = useSay()
    const { desk } = useText()
    const { isCurrent } = useDesk(desk, id)
    const name = `${number || say('text.nth', { n })} ${say(`text.status.${status}`)}`
    return (
      <li>
        <a
          href={`#clause-${id}`}
          data-tile={id}
          data-status={status}
          aria-current={isCurrent ? 'true' : undefined}
          tabIndex={isCurrent || first ? 0 : -1}
          title={name}
        >
          <Glyph status={status} />
          <span className="unseen">{name}</span>
        </a>
      </li>
    )
  },
)

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }

/** The arrows go from tile to tile; the first tile and the one of the current clause alone are stops of the tabulator. */
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
  return (
    <div className="strip no-print">
      <nav aria-label={say('text.strip')} onKeyDown={move} onClick={go}>
        <ol data-long={rows.length > 120}>
          {rows.map(({ clause, status, number }, i) => (
            <Tile
              key={clause.id}
              id={clause.id}
              n={i + 1}
              number={number[languages[0] ?? ''] ?? ''}
              status={status}
              first={i === 0}
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
