/** What something in one room became, or came from, in another: read from the office's notes of what was conveyed. */
import type { Conveyance } from '#domain/rooms/conveyance.ts'

/** The object in room `there` that stands for an object of room `here`: it was conveyed the one way or the other. */
export const counterpart = (
  notes: readonly Conveyance[],
  here: string,
  object: string,
  there: string,
): string | undefined => {
  for (const { from, to } of notes) {
    if (from.room === here && from.object === object && to.room === there) return to.object
    if (to.room === here && to.object === object && from.room === there) return from.object
  }
  return undefined
}

/** The rooms in which an object of room `here` has a counterpart, nearest first. */
export const roomsOfCounterparts = (
  notes: readonly Conveyance[],
  here: string,
  object: string,
): readonly string[] => [
  ...new Set(
    notes.flatMap(({ from, to }) => {
      if (to.room === here && to.object === object) return [from.room]
      return from.room === here && from.object === object ? [to.room] : []
    }),
  ),
]
