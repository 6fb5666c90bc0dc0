/** What the mediator's seat holds that a handover pack is made from; undefined until all of it was read. */
import { useQuery } from '@tanstack/react-query'
import type { StandingView } from '#contract/process-views.ts'
import { seatOf } from '#domain/parties/process.ts'
import { waitingFor } from '#domain/process/facts.ts'
import type { HeldByMediator, OpenMatters } from '#domain/process/handover.ts'
import { useProcess } from '../process.tsx'
import { commitmentsQuery, roomQuery, symmetryQuery } from '../queries.ts'
import { usePartiesWithChannel, useRoomOf } from './use-standing.ts'

/** What waits and is not settled, in counts. */
const useOpen = (): OpenMatters | undefined => {
  const { id, process } = useProcess()
  const plenary = useRoomOf('plenary')
  const symmetry = useQuery(symmetryQuery(id)).data
  const commitments = useQuery(commitmentsQuery(id)).data
  if (!symmetry || !commitments) return undefined
  const parties = process.parties.map(({ key }) => key)
  return {
    waiting: Object.fromEntries(symmetry.parties.map((row) => [row.party, waitingFor(row)])),
    stipulations: commitments.stipulations.filter(
      ({ room, accepted }) => room === plenary?.id && !parties.every((key) => accepted.includes(key)),
    ).length,
    cases: commitments.cases.filter(({ state }) => !state.closed).length,
  }
}

/** Everything of it. */
export const useHeld = (view: StandingView): HeldByMediator | undefined => {
  const { id, process, members, at } = useProcess()
  const office = useRoomOf('office')
  const open = useOpen()
  const notes = useQuery({ ...roomQuery(id, office?.id ?? ''), enabled: office !== undefined }).data
  const parties = usePartiesWithChannel()
  if (!open || !notes) return undefined
  return {
    ...{ name: process.name, at, open },
    mandates: view.mandates.map(({ state }) => state),
    tracks: view.tracks.map(({ object, state }) => ({ track: object, ...state })),
    consents: parties.flatMap(({ party, channel }) =>
      channel
        ? [{ party: party.key, consent: view.consents.find(({ room }) => room === channel.id)?.state }]
        : [],
    ),
    marks: view.marks.map(({ object, state }) => ({ item: object, ...state })),
    ripeness: view.ripeness.map(({ object, state }) => ({ party: object, ...state })),
    messages: notes.objects.flatMap(({ kind, object, state }) =>
      kind === 'message' && state.withdrawnAt === undefined
        ? [{ object, at: state.at, words: { original: state.original, words: state.words } }]
        : [],
    ),
    // The public has a seat in the gallery and nobody to be reached.
    members: members.flatMap(({ member }) =>
      seatOf(process, member.seat)?.kind === 'public' ? [] : [member],
    ),
  }
}
