/** The reading of one side: its own alternatives, or what it supports, or what stood; nothing where it has none. */
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { choiceOf, resolved } from '#domain/text/text.ts'
import { Empty } from '../elements/page.tsx'
import { useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { ClauseFrame, ClauseNumber } from './clause-row.tsx'
import { useArrivalAtClause } from './go-to.ts'
import { ReadingFrame, useInTwoGoes } from './reading-frame.tsx'
import type { Row } from './row.ts'
import { useHead, useText } from './text-context.tsx'
import { turned } from './text-search.ts'
import { Words } from './words.tsx'

const SideRow = memo(({ row, party }: { readonly row: Row; readonly party: string }) => {
  const say = useSay()
  const { shown } = useText()
  const { clause, named } = row
  const choose = choiceOf(party)
  return (
    <ClauseFrame row={row}>
      <ClauseNumber row={row} />
      {shown.map((language) => {
        const content = clause.passage[language] ?? null
        const left = content && resolved(content, clause.brackets, language, choose)
        return (
          <div key={language} className="text-cell">
            {left === null ? (
              <p className="clause-missing">{say('text.untranslated')}</p>
            ) : (
              <p lang={language} dir="auto" className="text-words">
                <Words content={left} place={{ clause, language, named }} />
              </p>
            )}
          </div>
        )
      })}
      <div className="concordance small quiet">
        {row.status === 'bracketed' && <p>{say('text.side.brackets')}</p>}
      </div>
    </ClauseFrame>
  )
})

const isLeftOut = ({ clause }: Row, party: string): boolean => {
  const choose = choiceOf(party)
  return (
    Object.keys(clause.brackets).length > 0 &&
    Object.entries(clause.passage).every(
      ([language, content]) =>
        content === null || resolved(content, clause.brackets, language, choose).length === 0,
    )
  )
}

export const SideView = () => {
  const say = useSay()
  const names = useNames()
  const seat = useMySeat()
  const { process } = useProcess()
  const { search, desk } = useText()
  const { rows } = useHead().rows
  const own = seat.party ?? process.parties[0]?.key
  const party = process.parties.find(({ key }) => key === (search.side ?? own))?.key ?? ''
  const kept = rows.filter((row) => !isLeftOut(row, party))
  const drawn = useInTwoGoes(kept)
  useArrivalAtClause(desk)
  return (
    <>
      <div className="line no-print view-tools">
        <nav className="switches" aria-label={say('text.side.which')}>
          {process.parties.map(({ key, short }) => (
            <Link
              key={key}
              to="."
              search={turned(search, { side: key }) as never}
              resetScroll={false}
              className="button"
              data-look="choice"
              aria-current={key === party ? 'true' : undefined}
              activeProps={{}}
              activeOptions={{ exact: true }}
            >
              {names.of(short)}
            </Link>
          ))}
        </nav>
        <span className="small quiet">
          {say('text.side.hint', { who: names.party(party), n: rows.length - kept.length })}
        </span>
      </div>
      {process.rules.attribution !== 'attributed' && <Empty>{say('text.side.unattributed')}</Empty>}
      <ReadingFrame margin="">
        {drawn.map((row) => (
          <SideRow key={row.clause.id} row={row} party={party} />
        ))}
      </ReadingFrame>
    </>
  )
}
