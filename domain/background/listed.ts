/** Events as a file lists them: each may have a key, by which another says that it goes on with it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { EnterEvent } from './event.ts'
import { knownWhen } from './when.ts'

/** An event of a file; `of` is the key of another one there, `accounts` how each side tells it, by the key of the party. */
export interface Listed extends EnterEvent {
  readonly key?: string | undefined
  readonly accounts?: Readonly<Record<string, Localised>> | undefined
}

/** Keys are unique, and what goes on with another event finds it, earlier or on the same day. Refusals: `background.key-twice`, `.key-unknown`, `.key-later`, each {at, key}; `at` counts from 1. */
export const keysHold = (listed: readonly Listed[]): Outcome<void> => {
  const byKey = new Map<string, Listed>()
  for (const [i, event] of listed.entries()) {
    if (event.key === undefined) continue
    if (byKey.has(event.key)) return refuse('background.key-twice', { at: i + 1, key: event.key })
    byKey.set(event.key, event)
  }
  for (const [i, { of, when }] of listed.entries()) {
    if (of === undefined) continue
    const earlier = byKey.get(of)
    if (!earlier) return refuse('background.key-unknown', { at: i + 1, key: of })
    if (knownWhen(earlier.when).first > knownWhen(when).first || earlier === listed[i])
      return refuse('background.key-later', { at: i + 1, key: of })
  }
  return done(undefined)
}

/** One event as it is entered: under which id, and how each side tells it. */
export interface Entry {
  readonly object: string
  readonly event: EnterEvent
  readonly accounts: Readonly<Record<string, Localised>>
}

/**
 * What is entered, each after the event it goes on with. Expects keys that hold; `newId` makes the id of an event, told its
 * place in the list.
 */
export const inEntryOrder = (
  listed: readonly Listed[],
  newId: (event: Listed, place: number) => string,
): readonly Entry[] => {
  const ids = new Map(listed.map((event, place) => [event, newId(event, place)]))
  const byKey = new Map(listed.flatMap((event) => (event.key === undefined ? [] : [[event.key, event]])))
  const placed = new Set<Listed>()
  const place = (event: Listed): readonly Entry[] => {
    if (placed.has(event)) return []
    placed.add(event)
    const { key: _, of, accounts = {}, ...entered } = event
    const earlier = of === undefined ? undefined : byKey.get(of)
    const object = earlier && ids.get(earlier)
    return [
      ...(earlier ? place(earlier) : []),
      {
        object: ids.get(event) ?? '',
        event: { ...entered, ...(object ? { of: object } : {}) },
        accounts,
      },
    ]
  }
  return listed.flatMap(place)
}

/** Events of a room as a file lists them: those that another goes on with get their id for a key. */
export const asListed = (
  events: readonly { readonly object: string; readonly event: EnterEvent }[],
): readonly Listed[] => {
  const here = new Map(events.map(({ object, event }) => [object, event]))
  const holds = (of: string | undefined, when: string): of is string => {
    const earlier = of === undefined ? undefined : here.get(of)
    return earlier !== undefined && knownWhen(earlier.when).first <= knownWhen(when).first
  }
  const named = new Set(events.flatMap(({ event }) => event.of ?? []))
  return events.map(
    ({ object, event: { when, kind, name, facts, place, issues, clauses, of, sources } }) => ({
      ...(named.has(object) ? { key: object } : {}),
      ...{ when, kind, name, facts, issues, clauses, sources },
      ...(place ? { place } : {}),
      // What it goes on with may lie in a room that is not exported, or have been changed since.
      ...(holds(of, when) ? { of } : {}),
    }),
  )
}
