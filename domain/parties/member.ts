/** The people who sit at the table, what they are there for, and what they may commit their side to. */
import type { Language, Localised } from './localised.ts'

/** What a member is there for. */
export const memberFunctions = [
  'head',
  'deputy',
  'legal-adviser',
  'military-adviser',
  'economic-adviser',
  'adviser',
  'interpreter',
  'secretary',
  'legislator',
  'observer',
  'guarantor',
  'verifier',
  'public',
] as const
export type MemberFunction = (typeof memberFunctions)[number]

/** What a member may do in the name of their seat. `convey` is the mediator's alone. */
export const authorities = ['speak', 'propose', 'convey', 'agree-ad-referendum', 'initial', 'sign'] as const
export type Authority = (typeof authorities)[number]

/** Days as `YYYY-MM-DD`, both included; without `until` it is open-ended. */
export interface Term {
  readonly from: string
  readonly until?: string | undefined
}

/** A person in a seat. What was done in the name of a member stays theirs after they have left. */
export interface Member extends Term {
  readonly id: string
  readonly seat: string
  readonly name: Localised
  readonly function: MemberFunction
  readonly title: Localised
  readonly authority: readonly Authority[]
  /** Since when the authority stands as it does, ISO 8601 in UTC; without it, since the first day. */
  readonly authorisedAt?: string | undefined
  /** Full powers (VCLT 1969, art. 7), with their dates. Without them `sign` cannot be used. */
  readonly fullPowers?: Term | undefined
  /** The language in which they read. */
  readonly language: Language
  /** The languages in which they can be spoken to. */
  readonly languages?: readonly Language[] | undefined
  /** The member of the same seat to whom they report; without it, the head. */
  readonly reportsTo?: string | undefined
  /** Who sees the card: everybody at the table, or the member's own delegation alone. */
  readonly visibility: 'table' | 'delegation'
  /** Set when the member was removed at once, in the middle of a day. */
  readonly removedAt?: string | undefined
  /** When somebody last made an invitation for this member: a new passkey is seen by whoever sees the card. */
  readonly invitedAt?: string | undefined
}

/** Whether the moment (ISO 8601, UTC) lies in the term. */
export const isWithin = (term: Term, at: string): boolean => {
  const day = at.slice(0, 10)
  return term.from <= day && (term.until === undefined || day <= term.until)
}

/** Whether the member sits in their seat at this moment. */
export const isServing = (member: Member, at: string): boolean =>
  isWithin(member, at) && member.removedAt === undefined

/** Whether the member holds this authority at this moment; signing also needs full powers in force. */
export const holdsAuthority = (member: Member, authority: Authority, at: string): boolean =>
  isServing(member, at) &&
  member.authority.includes(authority) &&
  (authority !== 'sign' || (member.fullPowers !== undefined && isWithin(member.fullPowers, at)))

/** What the member may do at this moment and since when: the facts of a refusal for want of authority. */
export const heldBy = (member: Member, at: string): { readonly held: string; readonly since: string } => ({
  held: authorities.filter((each) => holdsAuthority(member, each, at)).join(' ') || 'none',
  since: member.authorisedAt ?? member.from,
})

/** The functions that look after the list of a seat's members. */
const stewards: readonly MemberFunction[] = ['head', 'deputy', 'secretary']

/** Whether the member looks after what belongs to the whole seat: its list of members, its witness, its mirrors. */
export const isSteward = (member: Pick<Member, 'function'>): boolean => stewards.includes(member.function)

/** The functions that speak for the seat; a secretary keeps the list, and does not make or unmake these. */
const leaders: readonly MemberFunction[] = ['head', 'deputy']

/** Whether the member speaks for their seat. */
export const isLeader = (member: Pick<Member, 'function'>): boolean => leaders.includes(member.function)

/** Whether this member may add, invite or remove that one, of a seat they look after. */
export const mayCareFor = (steward: Member, other: Pick<Member, 'function'>): boolean =>
  isLeader(steward) || (stewards.includes(steward.function) && !isLeader(other))
