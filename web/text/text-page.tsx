/** The text of a room: the common one of the plenary, or a private draft in a caucus or the office. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { useArrival } from '../elements/arrival.ts'
import { Button } from '../elements/button.tsx'
import { capital, useLanguageName } from '../elements/languages.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useMySeat, useNames, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { ClauseRow } from './clause-row.tsx'
import { draftSeeds } from './draft-seeds.ts'
import { NewClause } from './new-clause.tsx'
import { OpenText, TakeAsDraft } from './open-text.tsx'
import { Proposals } from './proposals.tsx'
import { useRows } from './reading.ts'
import { StatusStrip } from './status-strip.tsx'
import { TakeHome } from './take-home.tsx'
import { TextProvider } from './text-context.tsx'
import { useProposing } from './use-proposing.ts'
import { ToVersions } from './versions/to-versions.tsx'
import { WordReturn } from './word-return.tsx'

const PrivateDraft = ({ room }: { readonly room: Room }) => {
  const { rooms } = useProcess()
  const say = useSay()
  const own = rooms.find(({ kind }) => kind === 'caucus') ?? rooms.find(({ kind }) => kind === 'office')
  const common = rooms.find(({ kind }) => kind === 'plenary')
  const { id: process } = useProcess()
  if (room.kind !== 'plenary')
    return common ? (
      <Link className="button" to="/t/$process/text" params={{ process }}>
        {say('text.common')}
      </Link>
    ) : null
  return own ? (
    <Link className="button" to="/t/$process/rooms/$room/text" params={{ process, room: own.id }}>
      {say('text.private')}
    </Link>
  ) : null
}

const Head = ({ room, view }: { readonly room: Room; readonly view: TextView }) => {
  const say = useSay()
  const names = useNames()
  const { process } = useProcess()
  return (
    <div className="page-head">
      <RoomLine room={room} />
      <div className="line spread">
        <PageTitle>{view.text ? names.of(view.text.title) : say('text')}</PageTitle>
        <div className="line no-print">
          <PrivateDraft room={room} />
          {view.text && room.kind === 'plenary' && <ToVersions />}
          {view.text && <TakeHome room={room} />}
          {view.text && <Button onPress={() => print()}>{say('print')}</Button>}
        </div>
      </div>
      {view.text && room.kind === 'plenary' && process.rules.nothingAgreedUntilEverythingAgreed && (
        <p className="small quiet">{say('text.nothing-agreed')}</p>
      )}
    </div>
  )
}

const AtTheEnd = () => {
  const say = useSay()
  const { role } = useProposing()
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

const shows = ['all', 'open'] as const

const Clauses = ({ room, view }: { readonly room: Room; readonly view: TextView }) => {
  const say = useSay()
  const languageName = useLanguageName()
  const { process, rooms } = useProcess()
  const seat = useMySeat()
  const rows = useRows(view)
  const [shown, setShown] = useState<(typeof shows)[number]>('all')
  useArrival()
  const channel = seat.kind === 'party' ? rooms.find(({ kind }) => kind === 'channel') : undefined
  const open = rows.rows.filter(({ status }) => status === 'open' || status === 'bracketed')
  const visible = shown === 'all' ? rows.rows : open
  return (
    <TextProvider value={{ ...rows, view, room, channel }}>
      <StatusStrip {...rows} />
      <div className="line no-print">
        <div className="switches">
          {shows.map((each) => (
            <button
              key={each}
              type="button"
              className="button"
              data-look="choice"
              aria-pressed={shown === each}
              onClick={() => setShown(each)}
            >
              {say(`text.show.${each}`, { n: open.length })}
            </button>
          ))}
        </div>
      </div>
      {room.kind === 'plenary' && <Proposals />}
      <WordReturn room={room} view={view} />
      <div className="text-reading" data-columns={process.languages.length}>
        <div className="text-reading-head" aria-hidden="true">
          <span />
          {rows.languages.map((each) => (
            <span key={each}>{say('text.authentic', { language: capital(languageName(each)) })}</span>
          ))}
          <span>{say('text.concordance')}</span>
        </div>
        <ol>
          {visible.map((row) => (
            <ClauseRow key={row.clause.id} row={row} />
          ))}
        </ol>
      </div>
      {visible.length === 0 && <Empty>{say(shown === 'open' ? 'text.no-open' : 'text.no-clauses')}</Empty>}
      <AtTheEnd />
    </TextProvider>
  )
}

const NoText = ({ room }: { readonly room: Room }) => {
  const say = useSay()
  const may = useMay(room)
  const seat = useMySeat()
  const { id, rooms } = useProcess()
  const common = rooms.find(({ kind }) => kind === 'plenary')
  const read = useQuery({
    ...textQuery(id, common?.id ?? ''),
    enabled: room.kind !== 'plenary' && common !== undefined,
  })
  if (!may('text.open')) return <Empty>{say('text.none')}</Empty>
  if (room.kind === 'plenary') return <OpenText room={room} />
  return (
    <>
      <Empty>{say('text.none.private')}</Empty>
      {read.data?.text && (
        <TakeAsDraft room={room} title={read.data.text} seeds={draftSeeds(read.data, seat.party ?? '')} />
      )}
    </>
  )
}

/** The page of a text; without a room it is the common text. */
export const TextPage = ({ room: asked }: { readonly room?: string }) => {
  const { id, rooms } = useProcess()
  const say = useSay()
  const room = rooms.find((each) => (asked === undefined ? each.kind === 'plenary' : each.id === asked))
  const read = useQuery({ ...textQuery(id, room?.id ?? ''), enabled: room !== undefined })
  if (!room) return <Empty>{say('text.no-room')}</Empty>
  return (
    <Shown query={read}>
      {(view) => (
        <>
          <Head room={room} view={view} />
          {view.text ? <Clauses room={room} view={view} /> : <NoText room={room} />}
        </>
      )}
    </Shown>
  )
}
