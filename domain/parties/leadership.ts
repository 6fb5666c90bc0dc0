/** The leadership of a delegation: who led it from when to when, with which authority, and on which credentials. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Ref } from '#domain/record/rule.ts'
import type { CredentialsPaper } from './credentials.ts'
import type { Localised } from './localised.ts'
import { type Authority, isServing, type Member, type Term } from './member.ts'
import type { JoinMember } from './membership.ts'

/** The object of the leadership of a seat, in the plenary: it is called by the seat's key. */
export const leadershipRef = (plenary: string, seat: string): Ref => ({
  room: plenary,
  kind: 'leadership',
  object: seat,
})

/** Who takes over: a member of the delegation under a new title, or somebody who joins it as its head. */
export type Successor =
  | { readonly member: string; readonly title: Localised }
  | {
      readonly joins: Pick<JoinMember, 'name' | 'title' | 'language'> & { readonly id: string }
    }

/** What `leadership.change` says. The act takes effect at its own moment, whole. */
export interface ChangeLeadership {
  /** The head whom its author saw; null when nobody leads the delegation any more. */
  readonly outgoing: string | null
  /** Whether the outgoing head stays in the delegation, as an adviser who may speak; else they leave the seat at once. */
  readonly stays: boolean
  readonly successor: Successor
  readonly authority: readonly Authority[]
  readonly fullPowers?: Term | undefined
  /** The last day of the successor's term, `YYYY-MM-DD`; open-ended without it. */
  readonly until?: string | undefined
  readonly credentials: CredentialsPaper
}

/** What a member held when something was done: it is written down then, and no later act changes it. */
export interface Held {
  readonly member: string
  readonly authority: readonly Authority[]
  readonly fullPowers?: Term | undefined
  /** Since when they held it: a moment (ISO 8601, UTC), or the day on which their term began. */
  readonly since: string
}

/** One passing of the leadership. `credentials` is the object of the credentials lodged with it. */
export interface LeadershipChange {
  readonly at: string
  readonly by: Actor
  readonly outgoing: (Held & { readonly stays: boolean }) | null
  readonly successor: Held
  readonly credentials: string
}

/** The leadership of a seat: every change, the oldest first. What was done under an earlier head stays as it was done. */
export interface Leadership {
  readonly seat: string
  readonly changes: readonly LeadershipChange[]
}

/** What a member holds by their card. */
export const heldOf = (member: Member): Held => ({
  member: member.id,
  authority: member.authority,
  ...(member.fullPowers ? { fullPowers: member.fullPowers } : {}),
  since: member.authorisedAt ?? member.from,
})

/** The last change, if there was any. */
export const lastChange = (
  leadership: Pick<Leadership, 'changes'> | undefined,
): LeadershipChange | undefined => leadership?.changes.at(-1)

/** The heads of a seat who are serving at this moment. */
export const headsOf = (members: readonly Member[], seat: string, at: string): readonly Member[] =>
  members.filter((member) => member.seat === seat && member.function === 'head' && isServing(member, at))

/** One more change in the history of a seat. */
export const passLeadership = (
  leadership: Leadership | undefined,
  seat: string,
  change: LeadershipChange,
): Leadership => ({ seat, changes: [...(leadership?.changes ?? []), change] })

/**
 * Whether something that a side did ad referendum at a moment waits for the word of a successor: it was done before the
 * leadership passed last, even by the one to whom it passed. (VCLT 1969, art. 12, 2 (b): it is for the State to
 * confirm, and the successor is who speaks for it now.)
 */
export const awaitsSuccessor = (
  leadership: Pick<Leadership, 'changes'> | undefined,
  done: { readonly at: string },
): boolean => {
  const last = lastChange(leadership)
  return last !== undefined && done.at <= last.at
}

/** The outgoing head at the moment of the change: gone, or an adviser who may speak. */
export const relieveHead = (member: Member, stays: boolean, at: string): Outcome<Member> => {
  if (!isServing(member, at)) return refuse('member.left')
  if (!stays) return done({ ...member, removedAt: at })
  const { fullPowers: _, ...rest } = member
  return done({ ...rest, function: 'adviser', authority: ['speak'], authorisedAt: at })
}

/** What of the act is written on the card of a member who takes over. */
export interface Succeed extends Pick<ChangeLeadership, 'authority' | 'fullPowers' | 'until'> {
  readonly title: Localised
}

/** A member takes over, with exactly the authority, the full powers and the last day that are stated. */
export const succeedAsHead = (member: Member, given: Succeed, at: string): Outcome<Member> => {
  if (!isServing(member, at)) return refuse('member.left')
  const { fullPowers: _, until: __, reportsTo: ___, ...rest } = member
  const { fullPowers, until, ...stated } = given
  return done({
    ...rest,
    ...stated,
    function: 'head',
    authorisedAt: at,
    ...(fullPowers ? { fullPowers } : {}),
    ...(until === undefined ? {} : { until }),
  })
}
