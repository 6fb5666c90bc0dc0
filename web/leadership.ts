/** Who leads the delegations, as the reader may know it, and whose word is waited for. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { LeadershipView } from '#contract/leadership.ts'
import { awaitsSuccessor, lastChange } from '#domain/parties/leadership.ts'
import type { Actor } from '#domain/record/act.ts'
import { useMySeat, useNames, useProcess } from './process.tsx'
import { leadershipQuery } from './queries.ts'

/** The leadership of every delegation, and what waits for the word of the reader's side. */
export const useLeadership = (): UseQueryResult<LeadershipView, Error> =>
  useQuery(leadershipQuery(useProcess().id))

/** Whose word is waited for on something that the reader's side did ad referendum. */
export interface WordOf {
  /** The name of the successor, when the word is theirs alone; null when anybody with the authority may give it. */
  readonly successor: string | null
  /** Whether the reader may give it, as far as the leadership goes. */
  readonly isMine: boolean
}

/** The same question that the server's rule asks (`domain/text/successor.ts`). */
export const useWordOf = (): ((given: { readonly by: Actor; readonly at: string } | undefined) => WordOf) => {
  const { me } = useProcess()
  const { key } = useMySeat()
  const names = useNames()
  const { data } = useLeadership()
  const own = data?.leaderships.find(({ state }) => state.seat === key)?.state
  return (given) => {
    const last = lastChange(own)
    if (!given || !last || !awaitsSuccessor(own, given)) return { successor: null, isMine: true }
    const isMine = last.successor.member === me.id && me.function === 'head'
    return { successor: names.member(last.successor.member), isMine }
  }
}
