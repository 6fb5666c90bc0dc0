/** Marks: which seats have read a place in the room, and when the reader's own mark has to move. */
import type { RoomView } from '#contract/rooms.ts'

/** The seats of the room, other than one, that have read the act at this place; and those it has only reached. */
export const seenBy = (
  view: Pick<RoomView, 'room' | 'marks'>,
  first: number,
  but: string,
): { readonly read: readonly string[]; readonly delivered: readonly string[] } => {
  const seats = view.room.seats.filter((seat) => seat !== but)
  const some = (seat: string, how: 'read' | 'delivered') =>
    view.marks.some(({ marks }) => marks.seat === seat && marks[how] > first)
  const read = seats.filter((seat) => some(seat, 'read'))
  return { read, delivered: seats.filter((seat) => !read.includes(seat) && some(seat, 'delivered')) }
}

/** What is in the room, apart from marks: it changes when something is said or done, never when something is read. */
export const contentOf = (view: Pick<RoomView, 'objects'>): string =>
  view.objects.map(({ object, revision }) => `${object}:${revision}`).join(' ')

/**
 * Whether the reader's mark is behind. `seen` is the content at the last time it was moved from this page;
 * at first only new objects count, because a revision has no place in the log that the page could compare.
 */
export const isBehind = (
  view: Pick<RoomView, 'objects' | 'marks'>,
  member: string,
  seen: string | null,
): boolean => {
  const read = view.marks.find((each) => each.member === member)?.marks.read ?? 0
  const newest = Math.max(-1, ...view.objects.map(({ first }) => first))
  return newest >= read || (seen !== null && seen !== contentOf(view))
}
