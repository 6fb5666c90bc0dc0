/** One clause: the same words in every language, in columns of equal width. */
import { Link } from '@tanstack/react-router'
import type { PaperReading } from '#contract/rooms.ts'
import { useLanguageName } from '../../elements/languages.ts'
import { useProcess } from '../../process.tsx'
import { useSay } from '../../speech.tsx'

type Row = PaperReading['clauses'][number]

const Cell = ({ row, language }: { readonly row: Row; readonly language: string }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const cell = row.cells[language]
  if (!cell)
    return <p className="clause-missing">{say('clause.missing', { language: languageName(language) })}</p>
  return (
    <div className="clause-cell">
      <span className="clause-language">{languageName(language)}</span>
      <div lang={language} dir="auto" className="clause-words">
        {cell.number && <span className="clause-number">{cell.number}</span>}
        <span>{cell.words}</span>
      </div>
      {cell.notes.length > 0 && (
        <ul className="clause-notes" lang={language}>
          {cell.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

export const ClauseLine = ({
  row,
  order,
  ask,
}: {
  readonly row: Row
  readonly order: readonly string[]
  readonly ask: { readonly room: string; readonly paper: string } | null
}) => {
  const { id: process } = useProcess()
  const say = useSay()
  const number = order.map((language) => row.cells[language]?.number).find((each) => each) ?? null
  const first = order.find((language) => row.cells[language]) ?? ''
  return (
    <li className="clause" id={`clause-${row.key}`} data-kind={row.kind} data-level={row.level}>
      {order.map((language) => (
        <Cell key={language} row={row} language={language} />
      ))}
      {ask && (
        <div className="clause-ask no-print">
          <Link
            to="/t/$process/rooms/$room"
            params={{ process, room: ask.room }}
            search={{ about: ask.paper, clause: row.key }}
            hash="composer"
          >
            {say('clause.ask')}
            <span className="unseen" lang={number === null ? first : undefined}>
              {' '}
              {number ?? row.cells[first]?.words.slice(0, 60)}
            </span>
          </Link>
        </div>
      )}
    </li>
  )
}
