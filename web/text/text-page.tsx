/** The text of a room: the common one of the plenary, or a private draft in a caucus or the office. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { TextView } from '#contract/text-views.ts'
import type { Room } from '#domain/parties/process.ts'
import { Empty, PageTitle } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useMySeat, useProcess } from '../process.tsx'
import { textQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { ChairView } from './chair-view.tsx'
import { CommentsProvider } from './comments.tsx'
import { CompareView } from './compare-view.tsx'
import { Compilation } from './compilation.tsx'
import { createDesk } from './desk.ts'
import { draftSeeds } from './draft-seeds.ts'
import { Head } from './head.tsx'
import { OpenText, TakeAsDraft } from './open-text.tsx'
import { PackagesView } from './packages-view.tsx'
import { PrintView } from './print-view.tsx'
import { Proposals } from './proposals.tsx'
import { useLanguages, useRows } from './reading.ts'
import { sameValue } from './row.ts'
import type { Rows } from './rows.ts'
import { SelectionBar } from './selection-bar.tsx'
import { SideView } from './side-view.tsx'
import { SinceView } from './since-view.tsx'
import { StatusStrip } from './status-strip.tsx'
import { HeadProvider, type TextOnPage, TextProvider } from './text-context.tsx'
import { type TextSearch, type TextViewName, type Turn, turned } from './text-search.ts'
import { ViewsRow } from './views-row.tsx'
import { WordReturn } from './word-return.tsx'

const views: Readonly<Record<TextViewName, () => React.ReactNode>> = {
  compilation: () => <Compilation key="compilation" />,
  open: () => <Compilation key="open" />,
  chair: () => <ChairView />,
  since: () => <SinceView />,
  compare: () => <CompareView />,
  packages: () => <PackagesView />,
  side: () => <SideView />,
  print: () => <PrintView />,
}

const useTurn = (): Turn => {
  const navigate = useNavigate()
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        search: ((before: TextSearch) => turned(before, change)) as never,
        hash: true,
        resetScroll: false,
      }),
    [navigate],
  )
}

/** The rooms as they are laid down: how far they have grown is left out, so that they stay the same objects. */
const useRooms = (): readonly Room[] => {
  const { rooms } = useProcess()
  const plain = rooms.map(({ id, key, kind, name, seats }): Room => ({ id, key, kind, name, seats }))
  const kept = useRef<readonly Room[]>(plain)
  if (!sameValue(kept.current, plain)) kept.current = plain
  return kept.current
}

/** What the parts of the page share; none of it changes with an act. */
const useOnPage = (
  id: string,
  search: TextSearch,
  current: { readonly view: TextView; readonly rows: Rows },
): TextOnPage => {
  const { process } = useProcess()
  const rooms = useRooms()
  const seat = useMySeat()
  const languages = useLanguages()
  const turn = useTurn()
  const [desk] = useState(createDesk)
  const latest = useRef(current)
  latest.current = current
  const now = useCallback(() => latest.current, [])
  return useMemo(() => {
    const room = rooms.find((each) => each.id === id)
    if (!room) throw new Error('a text in no room of the reader’s')
    const isCommon = room.kind === 'plenary'
    const own = rooms.find(({ kind }) => kind === 'caucus') ?? rooms.find(({ kind }) => kind === 'office')
    return {
      room,
      process,
      seat,
      channel: seat.kind === 'party' ? rooms.find(({ kind }) => kind === 'channel') : undefined,
      home: isCommon ? own : undefined,
      languages,
      shown: languages.filter(
        (each) =>
          search.language === undefined || !languages.includes(search.language) || each === search.language,
      ),
      desk,
      search,
      turn,
      now,
    }
  }, [id, rooms, process, seat, languages, desk, search, turn, now])
}

const OpenedText = ({
  room,
  view,
  search,
}: {
  readonly room: Room
  readonly view: TextView
  readonly search: TextSearch
}) => {
  const rows = useRows(view)
  const head = useMemo(() => ({ view, rows }), [view, rows])
  const onPage = useOnPage(room.id, search, head)
  const around = useRef<HTMLDivElement>(null)
  const shown = search.view ?? 'compilation'
  return (
    <TextProvider value={onPage}>
      <HeadProvider value={head}>
        <CommentsProvider room={room}>
          <Head room={room} view={view} isPrint={shown === 'print'} />
          {shown !== 'print' && (
            <>
              <StatusStrip />
              <ViewsRow />
              {room.kind === 'plenary' && <Proposals />}
              {shown === 'compilation' && <WordReturn room={room} view={view} />}
            </>
          )}
          <div ref={around} className="text-around">
            {views[shown]()}
            <SelectionBar around={around} />
          </div>
        </CommentsProvider>
      </HeadProvider>
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
export const TextPage = ({
  room: asked,
  search,
}: {
  readonly room?: string
  readonly search: TextSearch
}) => {
  const { id, rooms } = useProcess()
  const say = useSay()
  const room = rooms.find((each) => (asked === undefined ? each.kind === 'plenary' : each.id === asked))
  const read = useQuery({ ...textQuery(id, room?.id ?? ''), enabled: room !== undefined })
  if (!room)
    return (
      <>
        <div className="page-head">
          <PageTitle>{say('text')}</PageTitle>
        </div>
        <Empty>{say('text.no-room')}</Empty>
      </>
    )
  return (
    <Shown query={read}>
      {(view) =>
        view.text ? (
          <OpenedText room={room} view={view} search={search} />
        ) : (
          <>
            <Head room={room} view={view} />
            <NoText room={room} />
          </>
        )
      }
    </Shown>
  )
}
