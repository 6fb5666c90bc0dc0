/** Places in a text: after a clause, before it, under it; and where a clause can be moved to. */
import type { Clause } from '#domain/text/clause.ts'
import { orderBetween } from '#domain/text/order.ts'
import { bySibling } from '#domain/text/text.ts'

/** What a clause hangs on, and its order there. */
export interface Place {
  readonly parent: string | null
  readonly order: string
}

type Placed = Pick<Clause, 'id' | 'parent' | 'order'>

/** The clauses that hang on one, in order; clauses that are out of the text keep their places. */
export const childrenOf = <T extends Placed>(clauses: readonly T[], parent: string | null): readonly T[] => {
  const known = new Set(clauses.map(({ id }) => id))
  const isUnder = (each: T) =>
    parent === null ? each.parent === null || !known.has(each.parent) : each.parent === parent
  return clauses.filter(isUnder).toSorted(bySibling)
}

/** The place after a clause among those that hang on the same one; at the end of the text when there is none. */
export const placeAfter = (clauses: readonly Placed[], after: Placed | null): Place => {
  const parent = after?.parent ?? null
  const orders = childrenOf(clauses, parent).map(({ order }) => order)
  const before = after?.order ?? orders.at(-1) ?? null
  const next = orders.find((order) => before !== null && order > before) ?? null
  return { parent, order: orderBetween(before, next) }
}

/** The place before a clause among those that hang on the same one. */
export const placeBefore = (clauses: readonly Placed[], next: Placed): Place => {
  const orders = childrenOf(clauses, next.parent).map(({ order }) => order)
  const before = orders.filter((order) => order < next.order).at(-1) ?? null
  return { parent: next.parent, order: orderBetween(before, next.order) }
}

/** The last place under a clause. */
export const placeUnder = (clauses: readonly Placed[], parent: Placed): Place => ({
  parent: parent.id,
  order: orderBetween(childrenOf(clauses, parent.id).at(-1)?.order ?? null, null),
})

/** Whether a clause hangs on another, however far below. */
export const hangsOn = (clauses: readonly Placed[], clause: string, on: string): boolean => {
  const known = new Map(clauses.map((each) => [each.id, each]))
  const seen = new Set<string>()
  for (let id = known.get(clause)?.parent ?? null; id !== null && !seen.has(id); ) {
    if (id === on) return true
    seen.add(id)
    id = known.get(id)?.parent ?? null
  }
  return false
}

/** The chain from what a place hangs on up to the top, as an act of moving names it. */
export const chainAbove = (clauses: readonly Placed[], parent: string | null): readonly string[] => {
  const known = new Map(clauses.map((each) => [each.id, each]))
  const chain: string[] = []
  for (let id = parent; id !== null && !chain.includes(id); id = known.get(id)?.parent ?? null) chain.push(id)
  return chain
}
