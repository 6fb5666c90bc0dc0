/** The compilation text: every clause with all its brackets; or the open points alone. */
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Empty } from '../elements/page.tsx'
import { useSay } from '../speech.tsx'
import { ClauseRow } from './clause-row.tsx'
import { useArrivalAtClause } from './go-to.ts'
import { NewClause } from './new-clause.tsx'
import { ReadingFrame, useInTwoGoes } from './reading-frame.tsx'
import { useHead, useText } from './text-context.tsx'
import { useRole } from './use-proposing.ts'

const AtTheEnd = () => {
  const say = useSay()
  const role = useRole()
  const [open, setOpen] = useState(false)
  if (!role) return null
  return (
    <div className="text-end no-print">
      {open ? (
        <NewClause after={null} done={() => setOpen(false)} />
      ) : (
        <Button onPress={() => setOpen(true)}>{say('text.new-clause.end')}</Button>
      )}
    </div>
  )
}

export const Compilation = () => {
  const say = useSay()
  const { search, desk } = useText()
  const { rows } = useHead().rows
  const onlyOpen = search.view === 'open'
  const chosen = onlyOpen ? rows.filter(({ status }) => status === 'open' || status === 'bracketed') : rows
  const drawn = useInTwoGoes(chosen)
  useArrivalAtClause(desk)
  return (
    <>
      <ReadingFrame margin={say('text.concordance')}>
        {drawn.map((row) => (
          <ClauseRow key={row.clause.id} row={row} />
        ))}
      </ReadingFrame>
      {chosen.length === 0 && <Empty>{say(onlyOpen ? 'text.no-open' : 'text.no-clauses')}</Empty>}
      {!onlyOpen && <AtTheEnd />}
    </>
  )
}
