/** What the desk puts before the mediator: in which order, and what can be done with each thing. */

import type { DeskView, RoomView } from '#contract/rooms.ts'
import { alternat, type Process, partyOf, type Room } from '#domain/parties/process.ts'
import { commonText } from '#domain/rooms/links.ts'
import { isWaiting, isWithinUse, type Manner, manners } from '#domain/rooms/message.ts'
import type { MessageObject, PaperObject } from '../threads.ts'
import { counterpart } from './counterpart.ts'

export type Carried = MessageObject | PaperObject

/** What waits to be conveyed, oldest first, and the other things of a channel, newest first, the last few. */
export const deskOrder = (
  objects: RoomView['objects'],
): { readonly waiting: readonly Carried[]; readonly rest: RoomView['objects'] } => {
  const waits = (each: RoomView['objects'][number]): each is Carried =>
    (each.kind === 'message' || each.kind === 'paper') && isWaiting(each.state)
  return {
    waiting: objects.filter(waits).toSorted((one, other) => one.first - other.first),
    rest: objects
      .filter((each) => !waits(each) && each.kind !== 'conveyance')
      .toSorted((one, other) => other.first - one.first)
      .slice(0, 5),
  }
}

/** Where words can be carried to: any other channel, the plenary, a working group. */
export const destinations = <R extends Pick<Room, 'id' | 'kind'>>(
  rooms: readonly R[],
  from: string,
): readonly R[] =>
  rooms.filter(
    ({ id, kind }) => id !== from && (kind === 'channel' || kind === 'plenary' || kind === 'working-group'),
  )

/** The manner offered first: the most open that the sender allows. */
export const firstManner = (use: Carried['state']['use']): Manner =>
  manners.find((as) => isWithinUse(use, as)) ?? 'as-mediator'

/** What conveyed words answer or are about in the room they go to, as far as the office's notes know. */
export const linksThere = (
  entry: Carried,
  notes: DeskView['notes'],
  here: string,
  there: string,
): { readonly answers?: string; readonly about?: { readonly object: string; readonly clause?: string } } => {
  if (entry.kind !== 'message') return {}
  const { answers, about } = entry.state
  const answered = answers && counterpart(notes, here, answers, there)
  // A clause of the common text is the same one in every room.
  const object =
    about?.object === commonText ? commonText : about && counterpart(notes, here, about.object, there)
  return {
    ...(answered ? { answers: answered } : {}),
    ...(object ? { about: { object, ...(about?.clause ? { clause: about.clause } : {}) } } : {}),
  }
}

/** The channels in the order in which the mediator sees the sides today. */
export const orderOfChannels = (
  process: Process,
  channels: DeskView['channels'],
  seat: string,
  at: string,
): DeskView['channels'] =>
  alternat(process, seat, at).flatMap((party) =>
    channels.filter(({ room }) => partyOf(process, room)?.key === party.key),
  )
