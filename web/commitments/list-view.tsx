/** The obligations matrix: by theme and side, with level, due day and acceptance; and what is put to the parties. */
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { CommitmentsView } from '#contract/commitments-views.ts'
import { type Due, duesOn } from '#domain/commitments/due.ts'
import { levelOn, reversalsOf } from '#domain/commitments/stipulated.ts'
import { themes } from '#domain/commitments/terms.ts'
import { alternat } from '#domain/parties/process.ts'
import { useAct } from '../acts.ts'
import { Accept } from '../elements/accept.tsx'
import { Empty } from '../elements/page.tsx'
import { Side } from '../elements/side.tsx'
import { Outcome } from '../elements/trouble.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { type DueFilter, DueFilters, DueMark, isShown } from './due-mark.tsx'
import { ForceSection } from './force-section.tsx'
import { useTermWords } from './in-words.ts'
import { LevelMark } from './level-mark.tsx'
import { OrderSection } from './order-section.tsx'
import { PaxTables } from './outside/pax-tables.tsx'
import { ScoreSection } from './score-section.tsx'
import { useRoom } from './use-commitments.ts'

type Line = CommitmentsView['stipulations'][number]

const Accepting = ({ line }: { readonly line: Line }) => {
  const say = useSay()
  const seat = useMySeat()
  const plenary = useRoom('plenary')
  const may = useMay(plenary)
  const acting = useAct(line.room)
  const { object, revision, accepted, terms, standing } = line
  const isMine = seat.party !== undefined && accepted.includes(seat.party)
  if (line.room !== plenary?.id || !may('stipulation.accept') || isMine) return null
  return (
    <>
      <Accept
        wording={JSON.stringify([terms, standing])}
        label={say('commitments.accept')}
        look="plain"
        busy={acting.busy}
        accept={() => void acting.act({ kind: 'stipulation.accept', object, base: revision, payload: {} })}
      />
      <Outcome trouble={acting.trouble} />
    </>
  )
}

const Cell = ({
  line,
  due,
  words,
}: {
  readonly line: Line
  readonly due: Due | undefined
  readonly words: ReturnType<typeof useTermWords>
}) => {
  const say = useSay()
  const names = useNames()
  const { id, process } = useProcess()
  const { terms, inForce, accepted, standing } = line
  const reversed = reversalsOf(line).length
  return (
    <li className="stack tight obligation">
      <Link
        to="/t/$process/commitments/$room/$object"
        params={{ process: id, room: line.room, object: line.object }}
      >
        {line.number && <span className="quiet">{line.number} </span>}
        {names.of(terms.name)}
      </Link>
      <span className="small">{words.term(terms.due)}</span>
      {inForce ? (
        <>
          <LevelMark level={levelOn(line)} />
          <DueMark due={due} words={words} />
        </>
      ) : (
        <span className="small quiet">
          {accepted.length === process.parties.length
            ? say('commitments.accepted-by-all')
            : say('commitments.accepted-by', { who: words.who(accepted) })}
        </span>
      )}
      {reversed > 0 && <span className="small">{say('commitments.reversals', { count: reversed })}</span>}
      {(standing === 'changed' || standing === 'gone' || standing === 'moved') && (
        <span className="small notice">{say(`commitments.standing.${standing}`)}</span>
      )}
      <Accepting line={line} />
    </li>
  )
}

/** Side by side, the reader's own first; what binds a seat that is no party's stands in the last column. */
const Matrix = ({ lines: all }: { readonly lines: readonly Line[] }) => {
  const say = useSay()
  const { process, me, at } = useProcess()
  const words = useTermWords(all)
  const dues = useMemo(() => duesOn(all, at.slice(0, 10)), [all, at])
  const [chosen, choose] = useState<DueFilter>('all')
  const lines = all.filter(({ object }) => isShown(chosen, dues.get(object)))
  const parties = alternat(process, me.seat, at)
  const keys = parties.map(({ key }) => key)
  const used = themes.filter((theme) => lines.some(({ terms }) => terms.theme === theme))
  const keysOfOthers = all.some((line) => !line.terms.bound.some((key) => keys.includes(key)))
  const isOthers = ({ terms }: Line) => !terms.bound.some((key) => keys.includes(key))
  const columns = [
    ...parties.map(({ key }) => ({ key, of: ({ terms }: Line) => terms.bound.includes(key) })),
    ...(keysOfOthers ? [{ key: '', of: isOthers }] : []),
  ]
  return (
    <>
      <DueFilters dues={dues} chosen={chosen} choose={choose} />
      {lines.length === 0 && <p className="hint">{say('commitments.filter.none')}</p>}
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{say('commitments.theme')}</th>
              {columns.map(({ key }) => (
                <th scope="col" key={key}>
                  {key === '' ? say('commitments.others') : <Side seat={seatOfParty(process.seats, key)} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map((theme) => (
              <tr key={theme}>
                <th scope="row">{say(`commitments.theme.${theme}`)}</th>
                {columns.map(({ key, of }) => (
                  <td key={key}>
                    {key !== '' && (
                      <span className="narrow">
                        <Side seat={seatOfParty(process.seats, key)} />
                      </span>
                    )}
                    <ul className="plain-list stack">
                      {lines
                        .filter((line) => line.terms.theme === theme && of(line))
                        .map((line) => (
                          <Cell key={line.object} line={line} due={dues.get(line.object)} words={words} />
                        ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const seatOfParty = (
  seats: readonly { readonly key: string; readonly party?: string | undefined }[],
  key: string,
) => seats.find(({ party }) => party === key)?.key ?? ''

/** The common list first, then what lies in the reader's other rooms, each under the name of its room. */
export const ListView = ({ view }: { readonly view: CommitmentsView }) => {
  const say = useSay()
  const names = useNames()
  const { rooms } = useProcess()
  const lists = rooms
    .map((room) => ({ room, lines: view.stipulations.filter((line) => line.room === room.id) }))
    .filter(({ room, lines }) => lines.length > 0 || room.kind === 'plenary')
  return (
    <div className="stack wide-gap">
      {lists.map(({ room, lines }) => (
        <section key={room.id} className="stack" aria-label={names.of(room.name)}>
          <h2>{room.kind === 'plenary' ? say('commitments.common-list') : names.of(room.name)}</h2>
          {lines.length === 0 ? <Empty>{say('commitments.none')}</Empty> : <Matrix lines={lines} />}
          {room.kind === 'plenary' && (
            <>
              <ForceSection view={view} lines={lines} />
              <ScoreSection lines={lines} />
              <PaxTables room={room.id} lines={lines} />
            </>
          )}
          <OrderSection lines={lines} />
        </section>
      ))}
    </div>
  )
}
