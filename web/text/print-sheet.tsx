/** One copy of the text on paper: whose copy it is on every page, then the clauses with their line numbers. */
import type { RefObject } from 'react'
import { named } from '#domain/parties/localised.ts'
import { chairReading } from '#domain/text/chair.ts'
import { Moment } from '../moments.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type Copy, lineNumbers } from './copies.ts'
import type { Row } from './row.ts'
import { useHead, useText } from './text-context.tsx'
import { PrintedVersion, PrintProof } from './versions/print-proof.tsx'
import { Words } from './words.tsx'

const ClauseWords = ({
  row,
  language,
  isChair,
}: {
  readonly row: Row
  readonly language: string
  readonly isChair: boolean
}) => {
  const say = useSay()
  const { process } = useProcess()
  const { clause, named: numbers } = row
  const place = { clause, language, named: numbers }
  const content = clause.passage[language] ?? null
  if (content === null) return <em>{say('text.untranslated')}</em>
  if (!isChair) return <Words content={content} place={place} />
  const parties = process.parties.map(({ key }) => key)
  return (chairReading(clause, language, parties) ?? []).map(({ content: words, choice }, i) =>
    choice?.ground === 'open' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place.
      <span key={i}>[…]</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Words key={i} content={words} place={place} />
    ),
  )
}

const PrintClause = ({
  row,
  isChair,
  lines,
}: {
  readonly row: Row
  readonly isChair: boolean
  readonly lines: ReturnType<typeof lineNumbers>
}) => {
  const { shown } = useText()
  return (
    <div className="print-clause" data-kind={row.clause.kind} data-columns={shown.length}>
      <div className="print-lines" aria-hidden="true">
        {lines.map(({ line, at }) => (
          <span key={line} style={{ insetBlockStart: `calc(${at} * var(--print-line))` }}>
            {line}
          </span>
        ))}
      </div>
      <div className="print-number">{row.number[shown[0] ?? '']}</div>
      {shown.map((language) => (
        <p
          key={language}
          lang={language}
          dir="auto"
          className="print-words"
          data-depth={Math.min(row.depth, 3)}
        >
          <ClauseWords row={row} language={language} isChair={isChair} />
        </p>
      ))}
    </div>
  )
}

const SheetHead = ({ isChair }: { readonly isChair: boolean }) => {
  const say = useSay()
  const names = useNames()
  const { process, at } = useProcess()
  const { shown, room } = useText()
  const { view } = useHead()
  const title = view.text?.title ?? {}
  return (
    <header className="print-head">
      <div>
        {shown.map((language) => (
          <p key={language} className="print-title" lang={language} dir="auto">
            {named(title, language)}
          </p>
        ))}
        <p>
          {names.of(process.name)} · {names.of(room.name)} ·{' '}
          {say(isChair ? 'text.view.chair' : 'text.view.compilation')}
          {process.exercise && <> · {say('exercise')}</>}
          <PrintedVersion /> · <Moment at={at} />
        </p>
      </div>
      <div className="print-proof">{!isChair && <PrintProof />}</div>
    </header>
  )
}

/** Every page of a copy carries its number, in a head that printing repeats. */
export const PrintSheet = ({
  copy,
  of,
  isChair,
  every,
  counts,
  sheet,
}: {
  readonly copy: Copy
  readonly of: number
  readonly isChair: boolean
  readonly every: number
  readonly counts: readonly number[]
  readonly sheet?: RefObject<HTMLElement | null>
}) => {
  const say = useSay()
  const { rows } = useHead().rows
  let next = 1
  const numbered = rows.map((row, i) => {
    const count = counts[i] ?? 0
    const lines = lineNumbers(next, count, every)
    next += count
    return { row, lines }
  })
  return (
    <article
      ref={sheet}
      className="print-sheet"
      data-first={copy.n === 1 || sheet !== undefined}
      aria-label={say('text.print.copy', { n: copy.n, of })}
    >
      <div className="print-running">
        <p>
          <strong>{say('text.print.copy', { n: copy.n, of })}</strong>
          {copy.name !== '' && (
            <>
              {' · '}
              <span dir="auto">{copy.name}</span>
            </>
          )}
        </p>
      </div>
      <div className="print-body">
        <SheetHead isChair={isChair} />
        {numbered.map(({ row, lines }) => (
          <PrintClause key={row.clause.id} row={row} isChair={isChair} lines={lines} />
        ))}
      </div>
    </article>
  )
}
