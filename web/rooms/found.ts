/** What a search found, put in order. */
import type { FoundList } from '#contract/rooms.ts'

type Found = FoundList['found'][number]

/** What was found, room by room, in the order in which the rooms first appear. */
export const byRoom = (found: readonly Found[]): readonly (readonly [string, readonly Found[]])[] =>
  [...new Set(found.map(({ room }) => room))].map((id) => [id, found.filter(({ room }) => room === id)])
