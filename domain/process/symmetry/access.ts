/** Who of a party may come in and speak, which rooms are open to it, and who else sits there. */

import type { Outcome } from '#domain/outcome.ts'
import { relieveHead, type Succeed, succeedAsHead } from '#domain/parties/leadership.ts'
import { holdsAuthority, isServing, type Member } from '#domain/parties/member.ts'
import {
  type AuthoriseMember,
  authorise,
  type JoinMember,
  joinMember,
  leaveSeat,
  removeMember,
} from '#domain/parties/membership.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import type { PartyRecord } from './recorded.ts'

/** Access at the moment of the report. */
export interface Access {
  /** Members of the delegation who serve and are known at the table. */
  readonly members: number
  /** Those of them who may speak, and who may propose. */
  readonly speakers: number
  readonly proposers: number
  /** Rooms in which the party sits with others, and its channels with the mediator. */
  readonly tables: number
  readonly channels: number
  /** Seats of observers, guarantors and verifiers that sit in a room with it. */
  readonly onlookers: number
}

const step = (member: Member, { kind, payload, at }: Act): Outcome<Member> | undefined => {
  if (kind === 'member.leave') return leaveSeat(member, (payload as { readonly until: string }).until, at)
  if (kind === 'member.remove') return removeMember(member, at)
  if (kind === 'member.authorise') return authorise(member, payload as AuthoriseMember, at)
  if (kind === 'member.relieve')
    return relieveHead(member, (payload as { readonly stays: boolean }).stays, at)
  if (kind === 'member.succeed') return succeedAsHead(member, payload as Succeed, at)
  return undefined
}

const changes = [
  ...(['member.leave', 'member.remove', 'member.authorise'] as const),
  ...(['member.relieve', 'member.succeed'] as const),
]

/** The member as the acts on their card leave it. */
const memberAfter = (record: PartyRecord, joined: Act<JoinMember>): Member | undefined => {
  const begun = joinMember(joined.object, joined.payload)
  if (!begun.ok) return undefined
  return record.on(joined, ...changes).reduce((member, act) => {
    const next = step(member, act)
    return next?.ok ? next.value : member
  }, begun.value)
}

const onlooking = ['observer', 'guarantor', 'verifier']

/** What is open to the party. */
export const accessOf = (record: PartyRecord, { seats }: Pick<Process, 'seats'>): Access => {
  const { rooms, at } = record
  const own = new Set(seats.flatMap(({ key, party }) => (party === record.party ? [key] : [])))
  const members = (record.of('member.join', 'table') as readonly Act<JoinMember>[])
    .filter(({ payload }) => own.has(payload.seat))
    .flatMap((joined) => memberAfter(record, joined) ?? [])
    .filter((member) => isServing(member, at))
  const beside = new Set(rooms.flatMap((room) => room.seats))
  return {
    members: members.length,
    speakers: members.filter((member) => holdsAuthority(member, 'speak', at)).length,
    proposers: members.filter((member) => holdsAuthority(member, 'propose', at)).length,
    tables: rooms.filter(({ kind }) => kind !== 'channel').length,
    channels: rooms.filter(({ kind }) => kind === 'channel').length,
    onlookers: seats.filter(({ key, kind }) => beside.has(key) && onlooking.includes(kind)).length,
  }
}
