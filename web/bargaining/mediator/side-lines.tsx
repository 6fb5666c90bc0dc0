/** One line for each side, in the order in which the reader sees the sides. */
import type { ReactNode } from 'react'
import { useNames } from '../../process.tsx'
import { useAtMediator } from './at-mediator.tsx'

/** What is said of each side, by its number, and a last line for all of them where there is one. */
export const SideLines = ({
  of,
  children,
}: {
  readonly of: (party: number) => ReactNode
  readonly children?: ReactNode
}) => {
  const names = useNames()
  const { parties } = useAtMediator()
  return (
    <dl className="worth-line">
      {parties.map((party, p) => (
        <div key={party.key}>
          <dt>
            <span className="side" data-hue={party.hue}>
              {names.of(party.short)}
            </span>
          </dt>
          <dd>{of(p)}</dd>
        </div>
      ))}
      {children}
    </dl>
  )
}
