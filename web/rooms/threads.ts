/** The order in which a room is read: as things were said, with the answers under their question. */
import type { RoomObject } from '#contract/rooms.ts'

export type MessageObject = Extract<RoomObject, { kind: 'message' }>
export type PaperObject = Extract<RoomObject, { kind: 'paper' }>
export type SilenceObject = Extract<RoomObject, { kind: 'silence' }>
export type PauseObject = Extract<RoomObject, { kind: 'pause' }>

/** One thing said, and what was answered to it. */
export interface Thread {
  readonly opening: RoomObject
  readonly answers: readonly MessageObject[]
}

const isAnswerTo =
  (question: RoomObject) =>
  (each: RoomObject): each is MessageObject =>
    each.kind === 'message' && each.state.answers === question.object

/** Every object of the room once, oldest first; an answer whose question is not here stands by itself. */
export const threadsOf = (objects: readonly RoomObject[]): readonly Thread[] => {
  const ordered = objects.toSorted((one, other) => one.first - other.first)
  const here = new Set(ordered.map(({ object }) => object))
  return ordered
    .filter((each) => !(each.kind === 'message' && each.state.answers && here.has(each.state.answers)))
    .map((opening) => ({ opening, answers: ordered.filter(isAnswerTo(opening)) }))
}

/** The first thread in which something was said after the reader last read; none for whoever never read the room. */
export const firstNew = (threads: readonly Thread[], read: number): string | undefined =>
  read === 0
    ? undefined
    : threads.find(({ opening, answers }) => [opening, ...answers].some(({ first }) => first >= read))
        ?.opening.object
