/** Adjournments: while one lasts, nothing is conveyed and every deadline of the process stands still. */
import type { Translatable, Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Ref, Scene } from '#domain/record/rule.ts'

/** One adjournment; open while it has no `until`. Moments are ISO 8601 in UTC. */
export interface Adjournment {
  readonly from: string
  readonly until?: string | undefined
}

/** All adjournments of a process, in order; kept as one object of the plenary. */
export interface Adjournments {
  readonly periods: readonly Adjournment[]
}

/** A party's wish for a pause; it lives in that party's channel. */
export interface Pause extends Translatable {
  readonly author: Actor
  readonly at: string
  readonly grantedAt?: string | undefined
}

/** A request as it begins. */
export const askPause = (reason: Wording, author: Actor, at: string): Pause => ({
  ...reason,
  translations: [],
  author,
  at,
})

/** The mediator grants it; once. */
export const grantPause = (pause: Pause, at: string): Outcome<Pause> =>
  pause.grantedAt ? refuse('pause.granted') : done({ ...pause, grantedAt: at })

/** The object id of the one object that holds a process's adjournments, in its plenary. */
export const theAdjournments = 'adjournments'

/** Where the adjournments of the process are kept; empty for a seat that does not sit in the plenary. */
export const adjournmentsRef = (scene: Pick<Scene, 'rooms'>): readonly Ref[] =>
  scene.rooms
    .filter((room) => room.kind === 'plenary')
    .map((room) => ({ room: room.id, kind: 'adjournments', object: theAdjournments }))

/** The adjournments of the process as the scene shows them. */
export const adjournmentsIn = (scene: Scene): Adjournments | undefined =>
  adjournmentsRef(scene).map((ref) => scene.find<Adjournments>(ref)?.state)[0]

/** Whether the talks are adjourned. */
export const isAdjourned = (all: Adjournments | undefined): boolean => {
  const last = all?.periods.at(-1)
  return last !== undefined && last.until === undefined
}

/** Begins an adjournment; there is at most one at a time. */
export const adjourn = (all: Adjournments | undefined, at: string): Outcome<Adjournments> =>
  isAdjourned(all)
    ? refuse('adjournment.already')
    : done({ periods: [...(all?.periods ?? []), { from: at }] })

/** Ends the adjournment. */
export const resume = (all: Adjournments | undefined, at: string): Outcome<Adjournments> => {
  const last = all?.periods.at(-1)
  if (!all || !last || last.until !== undefined) return refuse('adjournment.none')
  return done({ periods: [...all.periods.slice(0, -1), { from: last.from, until: at }] })
}

/**
 * When a deadline set at `since` for `deadline` falls, counting only time in which the talks were not adjourned.
 * Undefined while an adjournment stands in its way: it has no date before the talks go on.
 */
export const dueAt = (since: string, deadline: string, all: Adjournments | undefined): string | undefined => {
  let due = Date.parse(deadline)
  for (const { from, until } of all?.periods ?? []) {
    if (Date.parse(from) >= due) continue
    if (until === undefined) return undefined
    const stood = Date.parse(until) - Math.max(Date.parse(from), Date.parse(since))
    if (stood > 0) due += stood
  }
  return new Date(due).toISOString()
}
