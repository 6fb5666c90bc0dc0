/** A room: who is in it, what was said in it, and what the reader can do in it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RoomView } from '#contract/rooms.ts'
import type { Reference } from '#domain/rooms/message.ts'
import { useArrival } from '../elements/arrival.ts'
import { Empty } from '../elements/page.tsx'
import { Shown } from '../elements/shown.tsx'
import { useMay, useProcess } from '../process.tsx'
import { roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { RoomTools } from './composer/room-tools.tsx'
import { Entry } from './entry.tsx'
import { type Reply, RoomProvider } from './room-context.tsx'
import { RoomHead } from './room-head.tsx'
import { firstNew, threadsOf } from './threads.ts'
import { useReadMark } from './use-read-mark.ts'

const Open = ({ view, asked }: { readonly view: RoomView; readonly asked: Reference | undefined }) => {
  const say = useSay()
  const may = useMay(view.room)
  const [reply, setReply] = useState<Reply>(asked ? { about: asked } : {})
  const { me } = useProcess()
  const [readBefore] = useState(() => view.marks.find(({ member }) => member === me.id)?.marks.read ?? 0)
  useReadMark(view)
  useArrival()
  const turnTo = (to: Reply) => {
    setReply(to)
    document.getElementById('composer')?.scrollIntoView({ block: 'center' })
    document.querySelector<HTMLElement>('#composer textarea')?.focus()
  }
  const threads = threadsOf(view.objects.filter(({ kind }) => kind !== 'conveyance'))
  const newest = firstNew(threads, readBefore)
  return (
    <RoomProvider value={{ view, reply: turnTo }}>
      <RoomHead view={view} />
      {threads.length > 3 && (
        <p className="small no-print to-newest">
          <a href={newest ? '#new' : '#composer'}>{say(newest ? 'room.to-new' : 'room.newest')}</a>
        </p>
      )}
      <section aria-labelledby="said" className="stack">
        <h2 id="said" className="unseen">
          {say('room.said')}
        </h2>
        {threads.length === 0 && (
          <Empty>{say(may('message.send') ? 'room.empty.write' : 'room.empty')}</Empty>
        )}
        <ol className="entries">
          {threads.map(({ opening, answers }) => (
            <li key={opening.object}>
              {opening.object === newest && (
                <p className="since" id="new">
                  {say('room.new')}
                </p>
              )}
              <Entry entry={opening} />
              {answers.length > 0 && (
                <ol className="answers">
                  {answers.map((answer) => (
                    <li key={answer.object}>
                      <Entry entry={answer} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </section>
      <RoomTools room={view.room} reply={reply} turn={setReply} />
    </RoomProvider>
  )
}

/** The page of one room. `asked` is what a clarification is asked about, when the reader comes from there. */
export const RoomPage = ({ id, asked }: { readonly id: string; readonly asked: Reference | undefined }) => {
  const { id: process } = useProcess()
  const query = useQuery(roomQuery(process, id))
  return <Shown query={query}>{(view) => <Open view={view} asked={asked} />}</Shown>
}
