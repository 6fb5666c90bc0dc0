/** Members come and go with dates; what was done in their name stays. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Authority, Member, Term } from './member.ts'

/** What `member.join` says: everything about the member but their id. */
export type JoinMember = Omit<
  Member,
  'id' | 'removedAt' | 'invitedAt' | 'authorisedAt' | 'languages' | 'reportsTo'
>

/** What `member.authorise` says: the whole new authority, with full powers if there are any. */
export interface AuthoriseMember {
  readonly authority: readonly Authority[]
  readonly fullPowers?: Term | undefined
}

/** A member as they join. */
export const joinMember = (id: string, joining: JoinMember): Outcome<Member> => {
  if (joining.until !== undefined && joining.until < joining.from) return refuse('member.dates')
  return done({ id, ...joining })
}

/** The member's last day. A member who has left does not come back under the same card. */
export const leaveSeat = (member: Member, until: string, at: string): Outcome<Member> => {
  if (member.until !== undefined && member.until < at.slice(0, 10)) return refuse('member.left')
  return until < member.from ? refuse('member.dates') : done({ ...member, until })
}

/** Ends a member's time in the seat at this moment. Their sessions and streams end with it. */
export const removeMember = (member: Member, at: string): Outcome<Member> => {
  const left =
    member.removedAt !== undefined || (member.until !== undefined && member.until < at.slice(0, 10))
  return left ? refuse('member.left') : done({ ...member, removedAt: at })
}

/** Notes that an invitation was made; a member who has left is not invited. */
export const inviteMember = (member: Member, at: string): Outcome<Member> =>
  member.removedAt === undefined ? done({ ...member, invitedAt: at }) : refuse('member.left')

/** Changes what the member may do from this moment on; acts done before stay valid. */
export const authorise = (member: Member, changed: AuthoriseMember, at: string): Outcome<Member> => {
  if (member.removedAt !== undefined) return refuse('member.left')
  const { fullPowers: _, ...rest } = member
  return done({
    ...rest,
    authority: changed.authority,
    authorisedAt: at,
    ...(changed.fullPowers ? { fullPowers: changed.fullPowers } : {}),
  })
}
