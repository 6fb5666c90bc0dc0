/** The facts of the fundamentals, from what the mediator reads anyway; undefined until all of it was read. */
import { useQuery } from '@tanstack/react-query'
import type { StandingView } from '#contract/process-views.ts'
import { alternat, partyOf } from '#domain/parties/process.ts'
import { type Facts, factsFrom } from '#domain/process/facts.ts'
import type { FactKind } from '#domain/process/fundamentals.ts'
import { useNames, useProcess } from '../process.tsx'
import { commitmentsQuery, symmetryQuery } from '../queries.ts'
import { useSay } from '../speech.tsx'
import { useSymmetryWords } from './use-symmetry-words.ts'

/** The facts, counted. */
export const useFacts = (view: StandingView): Facts | undefined => {
  const { id, process, rooms, members, at } = useProcess()
  const symmetry = useQuery(symmetryQuery(id)).data
  const commitments = useQuery(commitmentsQuery(id)).data
  if (!symmetry || !commitments) return undefined
  const plenary = rooms.find(({ kind }) => kind === 'plenary')?.id
  const consents = rooms
    .filter(({ kind }) => kind === 'channel')
    .flatMap((room) => {
      const party = partyOf(process, room)?.key
      const state = view.consents.find((each) => each.room === room.id)?.state
      return party === undefined ? [] : [[party, state] as const]
    })
  return factsFrom({
    ...{ process, symmetry, at },
    members: members.map(({ member }) => member),
    consents: Object.fromEntries(consents),
    mandates: view.mandates.map(({ state }) => state),
    tracks: view.tracks.map(({ state }) => state),
    stipulations: commitments.stipulations
      .filter(({ room }) => room === plenary)
      .map(({ accepted, terms }) => ({ accepted, hasDeadline: terms.due.kind !== 'none' })),
  })
}

/** A fact in words. */
export const useFactWords = (): ((kind: FactKind, facts: Facts) => string) => {
  const say = useSay()
  const names = useNames()
  const teller = useSymmetryWords()
  const { process, me, at } = useProcess()
  const listed = (values: readonly (number | null)[], unit: 'count' | 'time'): string =>
    alternat(process, me.seat, at)
      .map(
        (party) =>
          `${names.of(party.short)}: ${teller.value(values[process.parties.indexOf(party)] ?? null, unit)}`,
      )
      .join(' · ')
  return (kind, facts) => {
    const fact = facts[kind]
    if ('values' in fact)
      return say(`process.fact.${kind as 'waiting'}`, {
        list: listed(fact.values, kind === 'symmetry' ? 'time' : 'count'),
      })
    return say(`process.fact.${kind}`, { ...fact })
  }
}
