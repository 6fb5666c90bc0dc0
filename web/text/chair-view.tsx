/** The chair's text: no brackets; what stands for each of them is marked, and the margin says why it stands there. */
import { memo } from 'react'
import { type ChairGround, type ChairRun, chairGrounds, chairReading } from '#domain/text/chair.ts'
import { useSay } from '../speech.tsx'
import { ClauseFrame, ClauseNumber } from './clause-row.tsx'
import { useDesk } from './desk.ts'
import { useArrivalAtClause } from './go-to.ts'
import { ReadingFrame, useInTwoGoes } from './reading-frame.tsx'
import type { Row } from './row.ts'
import { useHead, useText } from './text-context.tsx'
import { type Place, Words } from './words.tsx'

const RunShown = ({ run, place }: { readonly run: ChairRun; readonly place: Place }) => {
  const say = useSay()
  if (!run.choice) return <Words content={run.content} place={place} />
  const { ground } = run.choice
  return (
    <mark className="chosen-words" data-ground={ground} title={say(`text.ground.${ground}`)}>
      {ground === 'open' ? (
        <span className="open-place">{say('text.open-place')}</span>
      ) : run.content.length === 0 ? (
        <em className="untranslated">{say('text.left-out')}</em>
      ) : (
        <Words content={run.content} place={place} />
      )}
    </mark>
  )
}

/** Why words stand in this clause that are not agreed, each reason once. */
const Grounds = ({ grounds }: { readonly grounds: readonly ChairGround[] }) => {
  const say = useSay()
  return chairGrounds
    .filter((ground) => grounds.includes(ground))
    .map((ground) => (
      <p key={ground} className="ground" data-ground={ground}>
        {say(`text.ground.${ground}`)}
      </p>
    ))
}

const ChairRow = memo(({ row }: { readonly row: Row }) => {
  const say = useSay()
  const { shown, desk, turn, process } = useText()
  const { isCurrent } = useDesk(desk, row.clause.id)
  const parties = process.parties.map(({ key }) => key)
  const { clause, named } = row
  const readings = shown.map((language) => ({ language, runs: chairReading(clause, language, parties) }))
  const grounds = readings.flatMap(({ runs }) =>
    (runs ?? []).flatMap(({ choice }) => (choice ? [choice.ground] : [])),
  )
  return (
    <ClauseFrame row={row}>
      <ClauseNumber row={row} />
      {readings.map(({ language, runs }) => (
        <div key={language} className="text-cell">
          {runs === null ? (
            <p className="clause-missing">{say('text.untranslated')}</p>
          ) : (
            <p lang={language} dir="auto" className="text-words">
              {runs.map((run, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place.
                <RunShown key={i} run={run} place={{ clause, language, named }} />
              ))}
            </p>
          )}
        </div>
      ))}
      <div className="concordance small quiet">
        <Grounds grounds={grounds} />
      </div>
      <div className="text-below no-print">
        {isCurrent && grounds.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              const [bracket] = Object.keys(clause.brackets)
              if (bracket) desk.open(clause.id, { what: 'bracket', bracket })
              turn({ view: undefined })
            }}
          >
            {say('text.see-alternatives')}
          </button>
        )}
      </div>
    </ClauseFrame>
  )
})

export const ChairView = () => {
  const say = useSay()
  const { desk } = useText()
  const rows = useInTwoGoes(useHead().rows.rows)
  useArrivalAtClause(desk)
  return (
    <>
      <p className="notice quiet-notice">{say('text.chair.hint')}</p>
      <ReadingFrame margin={say('text.why-here')}>
        {rows.map((row) => (
          <ChairRow key={row.clause.id} row={row} />
        ))}
      </ReadingFrame>
    </>
  )
}
