/** One clause of the text: its number and status, its words in every language, what stands beside it, what can be done. */
import { type CSSProperties, memo, useState } from 'react'
import { useLanguageName } from '../elements/languages.ts'
import { useMay } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { ClauseActs } from './clause-acts.tsx'
import { ClauseDoing } from './clause-doing.tsx'
import { ClauseMeter, MeterPanel } from './clause-meter.tsx'
import { CommentCount, CommentThread } from './comments.tsx'
import { Concordance } from './concordance.tsx'
import { useDesk } from './desk.ts'
import { Glyph } from './glyph.tsx'
import { Linked } from './linked.tsx'
import { linesOf, type Row } from './row.ts'
import { useText } from './text-context.tsx'
import { Words } from './words.tsx'

const Untranslated = ({ row, language }: { readonly row: Row; readonly language: string }) => {
  const say = useSay()
  const { room, desk } = useText()
  const may = useMay(room)
  return (
    <p className="clause-missing">
      {say('text.untranslated')}
      {may('clause.translate') && (
        <>
          {' '}
          <button
            type="button"
            className="button no-print"
            data-look="text"
            onClick={() => desk.open(row.clause.id, { what: 'translate', language })}
          >
            {say('text.translate')}
          </button>
        </>
      )}
    </p>
  )
}

const Cell = ({ row, language }: { readonly row: Row; readonly language: string }) => {
  const languageName = useLanguageName()
  const { desk } = useText()
  const { clause, named } = row
  const content = clause.passage[language] ?? null
  const open = (bracket: string) => desk.open(clause.id, { what: 'bracket', bracket })
  return (
    <div className="text-cell">
      <span className="clause-language">{languageName(language)}</span>
      {content === null ? (
        <Untranslated row={row} language={language} />
      ) : (
        <p
          lang={language}
          dir="auto"
          className="text-words"
          data-words=""
          data-clause={clause.id}
          data-language={language}
        >
          <Words content={content} place={{ clause, language, named, open }} />
        </p>
      )}
    </div>
  )
}

/** The number of a clause and how it stands: the sign in shape, its name for a screen reader. */
export const ClauseNumber = ({ row: { number, status } }: { readonly row: Row }) => {
  const say = useSay()
  const { shown } = useText()
  return (
    <div className="text-number" data-status={status}>
      <span>{number[shown[0] ?? ''] ?? ''}</span>
      <span title={say(`text.status.${status}`)}>
        <Glyph status={status} />
        <span className="unseen">{say(`text.status.${status}`)}</span>
      </span>
    </div>
  )
}

/** The frame of a row; the reader is on it when its words are clicked or the keys come to it. */
export const ClauseFrame = ({
  row: { clause, depth },
  children,
}: {
  readonly row: Row
  readonly children: React.ReactNode
}) => {
  const { desk } = useText()
  const { isCurrent } = useDesk(desk, clause.id)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the page go from clause to clause.
    <li
      className="text-clause"
      id={`clause-${clause.id}`}
      data-kind={clause.kind}
      data-depth={Math.min(depth, 3)}
      data-current={isCurrent}
      style={{ '--lines': linesOf(clause) } as CSSProperties}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => getSelection()?.isCollapsed !== false && desk.turnTo(clause.id)}
      onFocus={(event) => event.target.matches(':focus-visible') && desk.turnTo(clause.id)}
    >
      {children}
    </li>
  )
}

/** One row; it is drawn again only when its clause changes. */
export const ClauseRow = memo(({ row }: { readonly row: Row }) => {
  const { shown, desk } = useText()
  const { doing, isCurrent } = useDesk(desk, row.clause.id)
  const [meter, setMeter] = useState(false)
  return (
    <ClauseFrame row={row}>
      <ClauseNumber row={row} />
      {shown.map((language) => (
        <Cell key={language} row={row} language={language} />
      ))}
      <div className="concordance small quiet">
        <Concordance row={row} />
        <ClauseMeter row={row} isOpen={meter} turn={setMeter} />
        <Linked row={row} />
        <CommentCount clause={row.clause.id} />
      </div>
      <div className="text-below">
        {meter && <MeterPanel row={row} />}
        {(doing || isCurrent) && (
          <>
            <CommentThread clause={row.clause.id} />
            {doing && <ClauseDoing row={row} doing={doing} />}
            {isCurrent && <ClauseActs row={row} doing={doing} />}
          </>
        )}
      </div>
    </ClauseFrame>
  )
})
