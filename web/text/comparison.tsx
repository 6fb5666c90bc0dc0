/** A comparison on the page: how much changed, the clauses that did, and, if one wishes, those that did not. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { Clause } from '#domain/text/clause.ts'
import { writeClause } from '#domain/text/notation/write.ts'
import { Empty } from '../elements/page.tsx'
import { useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { ChangeRow } from './change-row.tsx'
import { type Changed, changesBetween, countChanges, isChanged } from './changes.ts'
import { useArrivalAtClause } from './go-to.ts'
import { useLettered } from './lettered.ts'
import { ReadingFrame, useInTwoGoes } from './reading-frame.tsx'
import { useText } from './text-context.tsx'
import { turned } from './text-search.ts'

/** The changes between two states, in the languages of the page. */
const useChanges = (earlier: readonly Clause[], later: readonly Clause[]): readonly Changed[] => {
  const { process } = useProcess()
  const { languages } = useText()
  const lettered = useLettered()
  return useMemo(() => {
    const parties = process.parties.map(({ key }) => key)
    return changesBetween(earlier, later, languages, parties, (clause, language) =>
      writeClause(lettered(clause, language), language),
    )
  }, [earlier, later, languages, process, lettered])
}

export const Comparison = ({
  earlier,
  later,
  beside,
}: {
  readonly earlier: readonly Clause[]
  readonly later: readonly Clause[]
  /** What can be done with a change, under it. */
  readonly beside?: (change: Changed) => ReactNode
}) => {
  const say = useSay()
  const { search, desk } = useText()
  const all = useChanges(earlier, later)
  const changed = all.filter(isChanged)
  const rest = search.rest === 'all'
  const drawn = useInTwoGoes(rest ? all : changed)
  useArrivalAtClause(desk)
  return (
    <>
      <div className="line view-tools">
        <p role="status">{say('text.change.count', countChanges(all))}</p>
        <Link
          to="."
          className="button no-print"
          data-look="text"
          resetScroll={false}
          search={turned(search, { rest: rest ? undefined : 'all' }) as never}
        >
          {say(rest ? 'text.change.only' : 'text.change.all')}
        </Link>
      </div>
      {changed.length === 0 && <Empty>{say('text.change.none')}</Empty>}
      {drawn.length > 0 && (
        <ReadingFrame margin={say('text.change.margin')}>
          {drawn.map((change) => (
            <ChangeRow key={change.key} change={change}>
              {beside?.(change)}
            </ChangeRow>
          ))}
        </ReadingFrame>
      )}
    </>
  )
}
