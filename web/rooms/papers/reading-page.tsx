/** A paper in both languages, clause by clause, each beside its counterpart. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PaperReading, RoomView } from '#contract/rooms.ts'
import { renderingIn } from '#domain/language/wording.ts'
import { useArrival } from '../../elements/arrival.ts'
import { Button } from '../../elements/button.tsx'
import { capital, useLanguageName } from '../../elements/languages.ts'
import { Empty, PageTitle } from '../../elements/page.tsx'
import { RoomLine } from '../../elements/room-line.tsx'
import { Shown } from '../../elements/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useMay, useNames, useProcess } from '../../process.tsx'
import { readingQuery, roomQuery } from '../../queries.ts'
import { useSay } from '../../speech.tsx'
import { Byline, UseLabel } from '../entry-parts.tsx'
import { RoomProvider } from '../room-context.tsx'
import type { PaperObject } from '../threads.ts'
import { ClauseLine } from './clause-line.tsx'

const Head = ({
  view,
  entry,
  symbol,
}: {
  readonly view: RoomView
  readonly entry: PaperObject
  readonly symbol: string | null
}) => {
  const { id: process } = useProcess()
  const { language } = usePreferences()
  const say = useSay()
  const names = useNames()
  const { state } = entry
  const title = renderingIn(state, language)
  return (
    <div className="page-head">
      <RoomLine room={view.room} />
      <div className="line spread">
        <PageTitle lang={title ? language : state.original}>
          {title?.words ?? state.words[state.original] ?? ''}
        </PageTitle>
        <div className="line no-print">
          <Button onPress={() => print()}>{say('print')}</Button>
          <Link
            className="button"
            to="/t/$process/rooms/$room"
            params={{ process, room: view.room.id }}
            hash={`object-${entry.object}`}
          >
            {say('paper.back', { room: names.of(view.room.name) })}
          </Link>
        </div>
      </div>
      <p className="entry-head">
        {symbol && <span>{symbol} · </span>}
        <Byline author={state.author} at={state.at} voice={state.voice} />
        <span className="nature">{say(state.nonPaper ? 'paper.non-paper' : 'paper')}</span>
        <UseLabel kept={state} />
      </p>
    </div>
  )
}

const Reading = ({
  view,
  entry,
  reading,
}: {
  readonly view: RoomView
  readonly entry: PaperObject
  readonly reading: PaperReading
}) => {
  const { language } = usePreferences()
  const say = useSay()
  const languageName = useLanguageName()
  const may = useMay(view.room)
  useArrival()
  const order = [
    ...reading.languages.filter((each) => each === language),
    ...reading.languages.filter((each) => each !== language),
  ]
  return (
    <RoomProvider value={{ view }}>
      <Head view={view} entry={entry} symbol={reading.symbol} />
      {reading.clauses.length === 0 && <Empty>{say('paper.no-clauses')}</Empty>}
      <div className="reading" data-columns={order.length}>
        <div className="reading-head" aria-hidden="true">
          {order.map((each) => (
            <span key={each}>{capital(languageName(each))}</span>
          ))}
        </div>
        <ol>
          {reading.clauses.map((row) => (
            <ClauseLine
              key={row.key}
              row={row}
              order={order}
              ask={
                may('message.send') && !entry.state.withdrawnAt
                  ? { room: view.room.id, paper: entry.object }
                  : null
              }
            />
          ))}
        </ol>
      </div>
    </RoomProvider>
  )
}

export const ReadingPage = ({ room, paper }: { readonly room: string; readonly paper: string }) => {
  const { id: process } = useProcess()
  const say = useSay()
  const roomRead = useQuery(roomQuery(process, room))
  const reading = useQuery(readingQuery(process, room, paper))
  return (
    <Shown query={roomRead}>
      {(view) => {
        const entry = view.objects.find(
          (each): each is PaperObject => each.kind === 'paper' && each.object === paper,
        )
        if (!entry) return <Empty>{say('paper.unknown')}</Empty>
        return <Shown query={reading}>{(read) => <Reading view={view} entry={entry} reading={read} />}</Shown>
      }}
    </Shown>
  )
}
