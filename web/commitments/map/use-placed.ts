/** What was told to the reader's rooms with a place: observations, denials of access, incidents. */
import { useQueries } from '@tanstack/react-query'
import type { CommitmentRecord } from '#contract/commitments-views.ts'
import { useProcess } from '../../process.tsx'
import { placedQuery } from '../../queries.ts'

/** The kinds of record that have a place. */
export const placedKinds = ['incident', 'denial', 'observation'] as const
export type PlacedRecord = Extract<CommitmentRecord, { kind: (typeof placedKinds)[number] }>

const isPlaced = (record: CommitmentRecord): record is PlacedRecord =>
  placedKinds.some((kind) => kind === record.kind)

/** The newest of them, at most so many pages of each kind in each room; nothing of a mission's own room is among them. */
export const usePlaced = (pages: number) => {
  const { id, rooms } = useProcess()
  const places = rooms.filter(
    ({ kind }) => kind === 'plenary' || kind === 'working-group' || kind === 'gallery',
  )
  return useQueries({
    queries: places.flatMap((room) => placedKinds.map((kind) => placedQuery(id, room.id, kind, pages))),
    combine: (found) => ({
      isPending: found.some(({ isPending }) => isPending),
      error: found.find(({ error }) => error)?.error ?? null,
      hasOlder: found.some(({ data }) => data?.next != null),
      records: found
        .flatMap(({ data }) => data?.records ?? [])
        .filter(isPlaced)
        .toSorted((one, other) => (one.state.when.from < other.state.when.from ? 1 : -1)),
    }),
  })
}
