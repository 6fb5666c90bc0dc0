/** Who reports to whom in a delegation: one tree, its head at the root. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from './localised.ts'
import { isServing, type Member, memberFunctions } from './member.ts'

/** What `member.place` says of a card: to whom the member reports (null: to the head), and which languages they speak. */
export interface PlaceMember {
  readonly reportsTo: string | null
  readonly languages: readonly Language[]
}

/** A member in the tree, with those who report to them. */
export interface Post {
  readonly member: Member
  readonly under: readonly Post[]
}

/** A place on the card; what was there before is replaced. */
export const placeMember = (member: Member, { reportsTo, languages }: PlaceMember): Outcome<Member> => {
  if (member.removedAt !== undefined) return refuse('member.left')
  const { reportsTo: _, ...rest } = member
  return done({ ...rest, languages, ...(reportsTo === null ? {} : { reportsTo }) })
}

/** Whether a member would come to report to themselves, over however many others, by reporting to this one. */
export const wouldCircle = (members: readonly Member[], member: string, reportsTo: string): boolean => {
  const seen = new Set([member])
  for (let next: string | undefined = reportsTo; next !== undefined; ) {
    if (seen.has(next)) return true
    seen.add(next)
    const above: string = next
    next = members.find(({ id }) => id === above)?.reportsTo
  }
  return false
}

const rank = ({ function: role }: Member): number => memberFunctions.indexOf(role)

/**
 * The serving members of one seat as trees, in the order of their functions. Whoever reports to nobody, or to somebody
 * who no longer serves or whose card the reader does not see, reports to the head; without a head there is a tree for
 * each of them. Every serving member stands in it exactly once.
 */
export const organisationOf = (cards: readonly Member[], seat: string, at: string): readonly Post[] => {
  const members = cards
    .filter((member) => member.seat === seat && isServing(member, at))
    .toSorted((one, other) => rank(one) - rank(other))
  const head = members.find((member) => member.function === 'head')
  const superior = (member: Member): string | undefined => {
    if (member.id === head?.id) return undefined
    const named = members.find(({ id }) => id === member.reportsTo)
    return named && named.id !== member.id ? named.id : head?.id
  }
  const reached = new Set<string>()
  const post = (member: Member): Post => {
    reached.add(member.id)
    return { member, under: members.filter((each) => superior(each) === member.id).map(post) }
  }
  const roots = members.filter((member) => superior(member) === undefined).map(post)
  // Cards laid before the rule against circles, or read in part, could form one: its members stand beside the tree.
  const apart = members.filter(({ id }) => !reached.has(id)).map((member) => ({ member, under: [] }))
  return [...roots, ...apart]
}
