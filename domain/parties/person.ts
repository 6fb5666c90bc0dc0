/** Whether two cards are the same person's: what four eyes need, whoever holds two functions. */
import type { Member } from './member.ts'

/** A name without what can be written in two ways: case, marks on letters, spaces, hyphens and full stops. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ')

/**
 * True when both cards are one card, or bear one name in some language, its parts in any order. Two people who do bear
 * the same name are taken for one: they ask a third, which costs less than one person confirming their own work.
 */
export const isSamePerson = (one: Pick<Member, 'id' | 'name'>, other: Pick<Member, 'id' | 'name'>): boolean =>
  one.id === other.id ||
  Object.entries(one.name).some(([, name]) =>
    Object.values(other.name).some((twin) => folded(twin) === folded(name)),
  )
