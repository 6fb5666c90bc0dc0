/** What of commitments waits for a party's word: computed from what the member may read anyway. */
import { mayPerform } from '#domain/parties/access.ts'
import type { Member } from '#domain/parties/member.ts'
import { type Process, type Room, seatOf } from '#domain/parties/process.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Case } from './case.ts'
import type { Force } from './force.ts'

/** What lies in the plenary. */
export interface Brought {
  readonly cases: readonly Kept<Case>[]
  readonly forces: readonly Kept<Force>[]
}

/** One thing that waits: a reply in a case, a remedy that was proposed, an entry into force that was proposed. */
export interface Owed {
  readonly why: 'case-reply' | 'remedy' | 'force'
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly at: string
}

interface Reader {
  readonly process: Process
  readonly member: Member
  readonly at: string
  readonly rooms: readonly Room[]
}

const line = (why: Owed['why'], { room, kind, object }: Kept, at: string): Owed => ({
  why,
  room,
  kind,
  object,
  at,
})

const inCase = (kept: Kept<Case>, party: string): readonly Owed[] => {
  const { closed, reply, against, at, remedies } = kept.state
  if (closed) return []
  const proposed = remedies.filter(({ accepted }) => !accepted.some((each) => each.party === party))
  return [
    ...(against === party && !reply ? [line('case-reply', kept, at)] : []),
    ...proposed.map((remedy) => line('remedy', kept, remedy.at)),
  ]
}

/** What this member may answer for their party, oldest first; of several remedies in one case each is one line. */
export const owedBy = (reader: Reader, { cases, forces }: Brought): readonly Owed[] => {
  const { process, member, at, rooms } = reader
  const seat = seatOf(process, member.seat)
  const party = seat?.party
  if (!seat || party === undefined) return []
  const acts = { 'case-reply': 'case.reply', remedy: 'case.accept', force: 'force.accept' } as const
  const may = ({ why, room }: Owed): boolean => {
    const found = rooms.find(({ id }) => id === room)
    return found !== undefined && mayPerform(member, seat.kind, acts[why], found, at).ok
  }
  const proposed = forces.filter(
    ({ state }) => !state.withdrawnAt && !state.accepted.some((each) => each.party === party),
  )
  return [
    ...cases.flatMap((kept) => inCase(kept, party)),
    ...proposed.map((kept) => line('force', kept, kept.state.at)),
  ]
    .filter(may)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}
