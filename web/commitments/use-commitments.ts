/** Reading commitments: the list, one obligation, the records of a room. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type {
  CommitmentsView,
  RecordKind,
  RecordsView,
  StipulationView,
} from '#contract/commitments-views.ts'
import type { Room, RoomKind } from '#domain/parties/process.ts'
import { useProcess } from '../process.tsx'
import { bearingQuery, commitmentsQuery, namedQuery, recordsQuery, stipulationQuery } from '../queries.ts'

/** The list and what the table has decided. */
export const useCommitments = (): UseQueryResult<CommitmentsView, Error> =>
  useQuery(commitmentsQuery(useProcess().id))

/** One stipulation with what bears on it. */
export const useStipulation = (room: string, object: string): UseQueryResult<StipulationView, Error> =>
  useQuery(stipulationQuery(useProcess().id, room, object))

/** A page of the records of a room. */
export const useRecords = (
  room: string,
  kind: RecordKind | '',
  before: string,
): UseQueryResult<RecordsView, Error> => useQuery(recordsQuery(useProcess().id, room, kind, before))

/** The records of a room with these ids; those that the reader has not are left out. */
export const useNamed = (room: string, ids: readonly string[]): UseQueryResult<RecordsView, Error> =>
  useQuery(namedQuery(useProcess().id, room, ids))

/** What bears on a case, an obligation or a record. */
export const useBearing = (about: string): UseQueryResult<RecordsView, Error> =>
  useQuery(bearingQuery(useProcess().id, about))

/** The reader's room of this kind, if there is one. */
export const useRoom = (...kinds: readonly RoomKind[]): Room | undefined => {
  const { rooms } = useProcess()
  return kinds.map((kind) => rooms.find((room) => room.kind === kind)).find((room) => room !== undefined)
}
