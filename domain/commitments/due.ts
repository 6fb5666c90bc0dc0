/** How an obligation stands towards its day: done, due, overdue; or not owed yet, because it waits for the other side. */
import type { Listed } from './progress.ts'
import { dayNumber, dayOf } from './sequence/calendar.ts'
import { levelOn } from './stipulated.ts'
import type { Condition, Point } from './stipulation.ts'

/**
 * How one obligation stands on a day; days as `YYYY-MM-DD`, `days` as whole days from or until it. `waiting` names what it
 * waits for, and `lapsed` the reciprocal steps that were not there by their day: it is not owed, so it is never overdue.
 * `uncounted` has a term whose beginning has not happened.
 */
export type Due =
  | { readonly kind: 'done'; readonly on: string; readonly deadline: string | null; readonly late: boolean }
  | { readonly kind: 'overdue' | 'due'; readonly deadline: string; readonly days: number }
  | { readonly kind: 'waiting'; readonly for: readonly string[]; readonly lapsed: readonly string[] }
  | { readonly kind: 'uncounted'; readonly from: string }
  | { readonly kind: 'standing' | 'undated' }

/** The list by object, and the day on which it is looked at. */
interface Looked {
  readonly by: ReadonlyMap<string, Listed>
  readonly day: string
}

const later = (day: string, days: number): string | null => {
  const number = dayNumber(day)
  return number === null ? null : dayOf(number + days)
}

const least = { begun: 1, done: 3 } as const

/** The first day of the present run of codings that show an event; null where the last one does not show it. */
const happenedOn = ({ by, day }: Looked, { stipulation, event }: Point): string | null => {
  const codings = (by.get(stipulation)?.codings ?? []).filter(({ asOf }) => asOf <= day)
  const lacking = codings.findLastIndex(({ level }) => level < least[event])
  return codings[lacking + 1]?.asOf ?? null
}

const isMet = (looked: Looked, { of, days, by }: Condition): boolean => {
  const on = happenedOn(looked, of)
  if (on === null || (by !== undefined && on > by)) return false
  const from = later(on, days ?? 0)
  return from !== null && from <= looked.day
}

const isLapsed = (looked: Looked, { of, by }: Condition): boolean => {
  if (by === undefined || looked.day <= by) return false
  const on = happenedOn(looked, of)
  return on === null || on > by
}

const deadlineIn = (looked: Looked, { terms, inForce }: Listed): string | null | Point => {
  const { due } = terms
  if (due.kind === 'date') return due.date
  if (due.kind !== 'after') return null
  if (due.from === 'force') return inForce ? later(inForce.from, due.days) : null
  const on = happenedOn(looked, due.from)
  return on === null ? due.from : later(on, due.days)
}

const lookedAt = (list: readonly Listed[], day: string): Looked => ({
  by: new Map(list.map((each) => [each.object, each])),
  day,
})

/** The day an obligation is due by its own term, as far as it is counted on that day; null while it has none. */
export const deadlineOf = (one: Listed, list: readonly Listed[], day: string): string | null => {
  const found = deadlineIn(lookedAt(list, day), one)
  return typeof found === 'string' ? found : null
}

const doneSince = (looked: Looked, { object }: Listed): string | null =>
  happenedOn(looked, { stipulation: object, event: 'done' })

const standing = (looked: Looked, one: Listed): Due => {
  const deadline = deadlineIn(looked, one)
  const known = typeof deadline === 'string' ? deadline : null
  const on = levelOn(one, looked.day) === 3 ? doneSince(looked, one) : null
  // What is owed at all times is never done with, whatever its level.
  if (one.terms.due.kind === 'standing') return { kind: 'standing' }
  if (on !== null) return { kind: 'done', on, deadline: known, late: known !== null && on > known }
  const unmet = one.terms.conditions.filter((condition) => !isMet(looked, condition))
  if (unmet.length > 0) {
    const named = (all: readonly Condition[]) => [...new Set(all.map(({ of }) => of.stipulation))]
    return {
      kind: 'waiting',
      for: named(unmet),
      lapsed: named(unmet.filter((each) => isLapsed(looked, each))),
    }
  }
  if (deadline === null) return { kind: 'undated' }
  if (known === null) return { kind: 'uncounted', from: (deadline as Point).stipulation }
  const days = (dayNumber(known) ?? 0) - (dayNumber(looked.day) ?? 0)
  return days < 0 ? { kind: 'overdue', deadline: known, days: -days } : { kind: 'due', deadline: known, days }
}

/** How every obligation in force of a list stands on a day, by object; what a condition names must be on the list. */
export const duesOn = (list: readonly Listed[], day: string): ReadonlyMap<string, Due> => {
  const looked = lookedAt(list, day)
  return new Map(
    list
      .filter(({ inForce }) => inForce !== undefined && inForce.from <= day)
      .map((one) => [one.object, standing(looked, one)]),
  )
}
