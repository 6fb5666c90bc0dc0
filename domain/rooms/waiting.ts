/** What waits on a member: computed from what they may read anyway, so that it can tell nothing else. */
import { renderingIn, type Translatable } from '#domain/language/wording.ts'
import type { Room } from '#domain/parties/process.ts'
import { type Asker, mayAct, oldestFirst, type Waits, waits } from '#domain/parties/waiting.ts'
import type { Pause } from './adjournment.ts'
import type { Marks } from './marks.ts'
import { isWaiting, type Message } from './message.ts'
import { fileIn, type Paper } from './paper.ts'
import type { Silence } from './silence.ts'

/** An object as a room shows it; `first` is the place of its first act in the log. */
export type Shown = { readonly object: string; readonly first: number } & (
  | { readonly kind: 'message'; readonly state: Message }
  | { readonly kind: 'paper'; readonly state: Paper }
  | { readonly kind: 'silence'; readonly state: Silence }
  | { readonly kind: 'pause'; readonly state: Pause }
)

/** A room with what is in it, and how far this member has read. */
export interface OpenRoom {
  readonly room: Room
  readonly objects: readonly Shown[]
  readonly mine: Marks | undefined
}

/** One thing that waits, and why. */
export interface Task
  extends Waits<
    'unread' | 'approve-wording' | 'convey' | 'question' | 'translate' | 'sign-off' | 'silence' | 'pause'
  > {
  readonly count?: number
  /** For what is unread: how far the room was delivered when nothing newer had come, so that it can be marked once. */
  readonly deliver?: number
}

const task = (open: OpenRoom, { kind, object, state }: Shown, why: Task['why']): Task =>
  waits(why, { room: open.room.id, kind, object }, state.at)

const interpreting = (reader: Asker, open: OpenRoom, shown: Shown): readonly Task['why'][] => {
  if (!mayAct(reader, `${shown.kind}.translate`, open.room)) return []
  if ('withdrawnAt' in shown.state && shown.state.withdrawnAt) return []
  const text: Translatable = shown.state
  const renderings = reader.process.languages.map((language) => renderingIn(text, language))
  const fileless = (language: string): boolean => shown.kind === 'paper' && !fileIn(shown.state, language)
  if (renderings.some((rendering) => rendering === undefined) || reader.process.languages.some(fileless))
    return ['translate']
  return text.translations.some((each) => each.signedOff === undefined) ? ['sign-off'] : []
}

const isUnanswered = (open: OpenRoom, shown: Shown): boolean =>
  shown.kind === 'message' &&
  shown.state.nature === 'question' &&
  !shown.state.withdrawnAt &&
  !open.objects.some((each) => each.kind === 'message' && each.state.answers === shown.object)

const reasons = (reader: Asker, open: OpenRoom, shown: Shown): readonly Task['why'][] => {
  const { member } = reader
  const own = shown.state.author?.seat === member.seat
  const can = (act: string) => mayAct(reader, act, open.room)
  const found: Task['why'][] = [...interpreting(reader, open, shown)]
  if (shown.kind === 'message' || shown.kind === 'paper') {
    if (can(`${shown.kind}.convey`) && isWaiting(shown.state)) found.push('convey')
    if (own && shown.state.offered?.standing === 'offered' && can('message.approve'))
      found.push('approve-wording')
  }
  if (
    !own &&
    isUnanswered(open, shown) &&
    open.room.kind === 'channel' &&
    can('message.send') &&
    !can('message.convey')
  )
    found.push('question')
  if (
    shown.kind === 'silence' &&
    shown.state.standing === 'open' &&
    shown.state.objectors.includes(member.seat) &&
    can('silence.object')
  )
    found.push('silence')
  if (shown.kind === 'pause' && !shown.state.grantedAt && can('pause.grant')) found.push('pause')
  return found
}

/** Whoever cannot mark a room as read is not told again and again that it is unread. */
const unread = (reader: Asker, open: OpenRoom): readonly Task[] => {
  if (!mayAct(reader, 'marks.move', open.room)) return []
  const read = open.mine?.read ?? 0
  const fresh = open.objects.filter(
    (shown) => shown.first >= read && shown.state.author?.member !== reader.member.id,
  )
  const newest = fresh.at(-1)
  if (!newest) return []
  const delivered = (open.mine?.delivered ?? 0) > newest.first
  const unread = { ...task(open, newest, 'unread'), count: fresh.length }
  return [delivered ? unread : { ...unread, deliver: newest.first + 1 }]
}

/** Everything that waits on this member, oldest first, then what they have not read yet, one line a room. */
export const waitingFor = (reader: Asker, rooms: readonly OpenRoom[]): readonly Task[] => {
  const tasks = rooms.flatMap((open) =>
    open.objects.flatMap((shown) => reasons(reader, open, shown).map((why) => task(open, shown, why))),
  )
  return [...oldestFirst(tasks), ...rooms.flatMap((open) => unread(reader, open))]
}
