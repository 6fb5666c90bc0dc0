/** The pages of bargaining as one row of links, so that each can be opened, kept and sent. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSay } from '../speech.tsx'

/** One page of bargaining: what the address calls it, its name, and how many things wait there. */
export interface BargainingPart {
  readonly key: string
  readonly name: string
  readonly waiting?: number
  readonly page: () => ReactNode
}

/** The part that the address names, or the first. */
export const partShown = (
  parts: readonly [BargainingPart, ...BargainingPart[]],
  asked: string | undefined,
): BargainingPart => parts.find(({ key }) => key === asked) ?? parts[0]

/** The row of links; the first part stands under the bare address. */
export const PartsRow = ({
  parts,
  shown,
}: {
  readonly parts: readonly BargainingPart[]
  readonly shown: BargainingPart
}) => {
  const say = useSay()
  return (
    <div className="views-row no-print">
      <nav className="switches views" aria-label={say('bargaining.parts')}>
        {parts.map(({ key, name, waiting = 0 }, i) => (
          <Link
            key={key}
            to="."
            search={(i === 0 ? {} : { view: key }) as never}
            resetScroll={false}
            className="button"
            data-look="choice"
            aria-current={key === shown.key ? 'true' : undefined}
            activeProps={{}}
            activeOptions={{ exact: true }}
          >
            {name}
            {waiting > 0 && <span className="count"> {waiting}</span>}
          </Link>
        ))}
      </nav>
    </div>
  )
}
