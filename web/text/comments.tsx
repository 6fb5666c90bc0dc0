/** What is said of a clause in confidence: in the reader's own rooms, each comment with the room it stands in. */
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import type { RoomView } from '#contract/rooms.ts'
import { renderingIn } from '#domain/language/wording.ts'
import { partyOf, type Room } from '#domain/parties/process.ts'
import type { Message } from '#domain/rooms/message.ts'
import { Side } from '../elements/side.tsx'
import { Moment } from '../moments.tsx'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'
import { roomQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { type ByClause, commentsOf } from './comment-list.ts'
import { useText } from './text-context.tsx'

const Context = createContext<ByClause>(new Map())

const combine = (views: readonly { readonly data: RoomView | undefined }[]): ByClause =>
  commentsOf(views.flatMap(({ data }) => (data ? [data] : [])))

const none: ByClause = new Map()

/** Reads the comments of the reader's confidential rooms: its caucus or office, and its channels. */
export const CommentsProvider = ({
  room,
  children,
}: {
  readonly room: Room
  readonly children: ReactNode
}) => {
  const { id, rooms } = useProcess()
  const own = room.kind === 'plenary' ? rooms : []
  const confidential = own.filter(({ kind }) => kind === 'caucus' || kind === 'channel' || kind === 'office')
  const found = useQueries({ queries: confidential.map((each) => roomQuery(id, each.id)), combine })
  return <Context.Provider value={found.size === 0 ? none : found}>{children}</Context.Provider>
}

const CountIn = ({
  room,
  clause,
  n,
}: {
  readonly room: Room
  readonly clause: string
  readonly n: number
}) => {
  const say = useSay()
  const names = useNames()
  const { desk, process, seat } = useText()
  // The margin is narrow: the kind of room, and whose channel it is where the reader has several.
  const party = room.kind === 'channel' && seat.kind !== 'party' ? partyOf(process, room) : undefined
  const place = `${say(`room-kind.${room.kind}`)}${party ? ` ${names.of(party.short)}` : ''}`
  return (
    <button type="button" className="button no-print" data-look="text" onClick={() => desk.turnTo(clause)}>
      {say('text.comments', { n, room: place })}
    </button>
  )
}

/** How much is said of a clause, and in which rooms. */
export const CommentCount = ({ clause }: { readonly clause: string }) => {
  const comments = useContext(Context).get(clause) ?? []
  const rooms = [...new Map(comments.map(({ room }) => [room.id, room])).values()]
  return rooms.map((room) => (
    <CountIn
      key={room.id}
      room={room}
      clause={clause}
      n={comments.filter((each) => each.room.id === room.id).length}
    />
  ))
}

const Said = ({ message }: { readonly message: Message }) => {
  const names = useNames()
  const { language } = usePreferences()
  const rendering = renderingIn(message, language) ?? renderingIn(message, message.original)
  return (
    <>
      <p className="line small quiet">
        <Side seat={message.author.seat} />
        <span>{names.actor(message.author)}</span>
        <Moment at={message.at} />
      </p>
      <p lang={rendering?.language} dir="auto">
        {rendering?.words}
      </p>
    </>
  )
}

/** The comments on a clause, with the room each stands in. */
export const CommentThread = ({ clause }: { readonly clause: string }) => {
  const say = useSay()
  const names = useNames()
  const { id: process } = useProcess()
  const comments = useContext(Context).get(clause)
  if (!comments) return null
  return (
    <ul className="comments no-print" aria-label={say('text.comments.here')}>
      {comments.map(({ room, object, message, answers }) => (
        <li key={object}>
          <p className="small">
            <Link to="/t/$process/rooms/$room" params={{ process, room: room.id }} hash={`object-${object}`}>
              {names.of(room.name)}
            </Link>{' '}
            <span className="quiet">{say('text.comments.not-in-plenary')}</span>
          </p>
          <Said message={message} />
          {answers.map((answer) => (
            <div key={answer.at} className="comment-answer">
              <Said message={answer} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
