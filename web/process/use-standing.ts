/** Reading how the process stands, and the rooms in which it is said. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { StandingView } from '#contract/process-views.ts'
import { alternat, type Party, partyOf, type Room, type RoomKind } from '#domain/parties/process.ts'
import { useProcess } from '../process.tsx'
import { standingQuery } from '../queries.ts'

/** Everything that the reader may see of it. */
export const useStanding = (): UseQueryResult<StandingView, Error> => useQuery(standingQuery(useProcess().id))

/** The reader's first room of this kind, if there is one. */
export const useRoomOf = (kind: RoomKind): Room | undefined =>
  useProcess().rooms.find((room) => room.kind === kind)

/** The parties in the order of the alternat, each with its channel where the reader sits in it. */
export const usePartiesWithChannel = (): readonly {
  readonly party: Party
  readonly channel: Room | undefined
}[] => {
  const { process, rooms, me, at } = useProcess()
  const channels = rooms.filter(({ kind }) => kind === 'channel')
  return alternat(process, me.seat, at).map((party) => ({
    party,
    channel: channels.find((room) => partyOf(process, room)?.key === party.key),
  }))
}
