/** Convening a session, and changing one that stands. */
import { useNavigate } from '@tanstack/react-router'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { localTime } from '#domain/meetings/local-time.ts'
import { laterDay } from '#domain/meetings/week.ts'
import { useAct } from '../acts.ts'
import { Pick } from '../elements/field.tsx'
import { Empty, PageTitle } from '../elements/page.tsx'
import { RoomLine } from '../elements/room-line.tsx'
import { Shown } from '../elements/shown.tsx'
import { useNames, useProcess } from '../process.tsx'
import { useSay } from '../speech.tsx'
import { useForm } from '../use-form.ts'
import { SessionForm } from './session-form.tsx'
import { emptyWriting, type SessionWriting, writingOf } from './session-writing.ts'
import { useConvening } from './use-convening.ts'
import { type ReadSession, useMeetings } from './use-meetings.ts'

const Convene = ({ view }: { readonly view: MeetingsView }) => {
  const say = useSay()
  const names = useNames()
  const { id, process } = useProcess()
  const navigate = useNavigate()
  const rooms = useConvening()
  const tomorrow = laterDay(localTime(view.arrangements.state.timeZone, Date.parse(view.at)).day, 1)
  const form = useForm<SessionWriting>(
    'session',
    emptyWriting(rooms[0]?.id ?? '', tomorrow, process.languages),
  )
  const room = rooms.find((each) => each.id === form.value.room) ?? rooms[0]
  const acting = useAct(room?.id ?? '')
  if (!room) return <Empty>{say('meetings.convene.nowhere')}</Empty>
  return (
    <>
      <Pick
        label={say('meetings.room')}
        value={room.id}
        // What was written for one room is not for another: its words and papers least of all.
        onChange={(key) => form.write(emptyWriting(key, tomorrow, process.languages))}
        among={rooms.map((each) => ({ key: each.id, name: names.of(each.name) }))}
      />
      <RoomLine room={room} />
      <SessionForm
        view={view}
        room={room}
        value={{ ...form.value, room: room.id }}
        form={form}
        acting={acting}
        action={say('meetings.convene')}
        send={(plan) =>
          void acting.act({ kind: 'session.convene', base: 0, payload: plan }).then((done) => {
            if (!done) return
            form.clear()
            void navigate({
              to: '/t/$process/meetings/$room/$object',
              params: { process: id, room: room.id, object: done.object },
            })
          })
        }
      />
    </>
  )
}

/** The page of a new session. */
export const ConvenePage = () => {
  const say = useSay()
  const query = useMeetings()
  return (
    <div className="stack">
      <PageTitle>{say('meetings.convene')}</PageTitle>
      <Shown query={query}>{(view) => <Convene view={view} />}</Shown>
    </div>
  )
}

const Change = ({ view, session }: { readonly view: MeetingsView; readonly session: ReadSession }) => {
  const say = useSay()
  const { id, rooms } = useProcess()
  const navigate = useNavigate()
  const { room: roomId, object, revision, state } = session
  const room = rooms.find((each) => each.id === roomId)
  const { timeZone } = view.arrangements.state
  const form = useForm<SessionWriting>(`session/${object}`, writingOf(roomId, state, timeZone), { revision })
  const acting = useAct(roomId)
  return (
    <>
      {room && <RoomLine room={room} />}
      <SessionForm
        view={view}
        room={room}
        value={form.value}
        form={form}
        acting={acting}
        object={object}
        action={say('meetings.change')}
        send={(plan) =>
          void acting.act({ kind: 'session.change', object, base: form.base, payload: plan }).then((done) => {
            if (!done) return
            form.clear()
            void navigate({
              to: '/t/$process/meetings/$room/$object',
              params: { process: id, room: roomId, object },
            })
          })
        }
      />
    </>
  )
}

/** The page on which a session is changed. */
export const ChangeSessionPage = ({ room, object }: { readonly room: string; readonly object: string }) => {
  const say = useSay()
  const query = useMeetings({ session: object })
  return (
    <div className="stack">
      <PageTitle>{say('meetings.change')}</PageTitle>
      <Shown query={query}>
        {(view) => {
          const session = view.sessions.find((each) => each.room === room && each.object === object)
          return session ? (
            <Change view={view} session={session} />
          ) : (
            <Empty>{say('meetings.session.unknown')}</Empty>
          )
        }}
      </Shown>
    </div>
  )
}
