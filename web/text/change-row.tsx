/** One clause in a comparison: its words with what went and came in every language, and what else happened to it. */
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useNames } from '../process.tsx'
import { useListing, useSay } from '../speech.tsx'
import type { Changed } from './changes.ts'
import { Glyph } from './glyph.tsx'
import { useClauseName } from './linked.tsx'
import { Runs } from './runs.tsx'
import { useText } from './text-context.tsx'

const Told = ({ change }: { readonly change: Changed }) => {
  const say = useSay()
  const listing = useListing()
  const names = useNames()
  const nameOf = useClauseName()
  const { what, moved, numbers, statuses, reserved, after } = change
  const was = { number: nameOf(numbers.before ?? undefined) }
  return (
    <>
      {(what === 'added' || what === 'removed') && <p className="tag">{say(`text.change.${what}`)}</p>}
      {moved && after !== null && (
        <p>
          <Link to="." search={{} as never} hash={`clause-${after}`}>
            {say('text.change.moved', was)}
          </Link>
        </p>
      )}
      {!moved && what !== 'added' && what !== 'removed' && numbers.before !== numbers.after && (
        <p>{say('text.change.renumbered', was)}</p>
      )}
      {statuses.before !== null && statuses.after !== null && statuses.before !== statuses.after && (
        <p>
          {say('text.change.status', {
            after: say(`text.status.${statuses.after}`),
            before: say(`text.status.${statuses.before}`),
          })}
        </p>
      )}
      {reserved.length > 0 && (
        <p>{say('text.change.reserved', { who: listing(reserved.map(names.party)) })}</p>
      )}
    </>
  )
}

export const ChangeRow = memo(
  ({ change, children }: { readonly change: Changed; readonly children?: ReactNode }) => {
    const say = useSay()
    const { shown } = useText()
    const { numbers, statuses, runs, what } = change
    const status = statuses.after ?? statuses.before
    return (
      <li className="text-clause" id={`clause-${change.key}`} data-what={what} tabIndex={-1}>
        <div className="text-number" data-status={status ?? undefined}>
          <span>{numbers.after ?? numbers.before ?? ''}</span>
          {status && (
            <span title={say(`text.status.${status}`)}>
              <Glyph status={status} />
              <span className="unseen">{say(`text.status.${status}`)}</span>
            </span>
          )}
        </div>
        {shown.map((language) => (
          <div key={language} className="text-cell">
            <p lang={language} dir="auto" className="text-words compared">
              <Runs runs={runs[language] ?? []} />
            </p>
          </div>
        ))}
        <div className="concordance small quiet">
          <Told change={change} />
        </div>
        <div className="text-below no-print">{children}</div>
      </li>
    )
  },
)
