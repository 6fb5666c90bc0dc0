/** What a kind of act is: how it changes its object, what it looks at first, and what it brings about elsewhere. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Member } from '#domain/parties/member.ts'
import type { Process, Room } from '#domain/parties/process.ts'
import type { Act, Actor } from './act.ts'

/** The address of an object. Its kind is the first word of the acts that change it: `message` of `message.send`. */
export interface Ref {
  readonly room: string
  readonly kind: string
  readonly object: string
}

/** The kind of object that a kind of act changes. */
export const objectKind = (act: string): string => act.slice(0, act.indexOf('.'))

/** In the place of an object's id in what an act reaches: every object of that kind in the room. */
export const anyObject = '*'

/** One string for one object, for maps. */
export const keyOf = (ref: Ref): string => `${ref.room}/${ref.kind}/${ref.object}`

/** An object as it is kept: its state after `revision` acts. */
export interface Kept<S = unknown> extends Ref {
  readonly revision: number
  readonly state: S
}

/** An act as it is asked for. `base` is the revision its author saw: 0 for a new object, null where it does not matter. */
export interface Posted<P = unknown> {
  readonly id: string
  readonly room: string
  readonly kind: string
  readonly object: string
  readonly base: number | null
  readonly payload: P
}

/** What an act can look at while it is weighed: the process, the actor's rooms, the clock, and the objects it named. */
export interface Scene {
  readonly process: Process
  /** The rooms in which the actor sits, and no others. */
  readonly rooms: readonly Room[]
  readonly room: Room
  /** Null for the server's clock and for the founding. */
  readonly member: Member | null
  readonly at: string
  /** The end of the last interruption in which nobody could act; null if there was none. */
  readonly openSince: string | null
  /** How many acts the log of the room holds before this one. */
  readonly size: number
  /** How many of them every witness has cosigned. */
  readonly vouched: number
  readonly find: <S>(ref: Ref) => Kept<S> | undefined
  /** All objects of a kind in a room, for an act that reached for `anyObject` of it. */
  readonly all: <S>(room: string, kind: string) => readonly Kept<S>[]
  /** A new id that nobody can guess. */
  readonly fresh: () => string
  /** The text as a note signed with the key of the room's log (C2SP signed-note): the installation's own word. */
  readonly seal: (text: string) => string
}

/**
 * The rule of one kind of act.
 * `apply` is the pure step; it sees the object and the act alone, so that a room can be replayed from its own log.
 * `guard` says what else must hold; `plan` turns what was asked for into what is recorded, here and in other rooms.
 */
export interface ActRule<P, S> {
  /** Whether the act opens a new object, changes one, or does whichever is needed. */
  readonly begins: 'new' | 'known' | 'either'
  /** The act does not depend on what its author saw, and needs no base revision. */
  readonly blind?: true
  readonly apply: (state: S | undefined, act: Act<P>) => Outcome<S>
  readonly reaches?: (posted: Posted<P>, scene: Pick<Scene, 'process' | 'rooms' | 'room'>) => readonly Ref[]
  /** The rooms it writes in besides its own. */
  readonly touches?: (
    posted: Posted<P>,
    scene: Pick<Scene, 'process' | 'rooms' | 'room'>,
  ) => readonly string[]
  readonly guard?: (posted: Posted<P>, scene: Scene, state: S | undefined) => Outcome<void>
  readonly plan?: (act: Act<P>, scene: Scene, state: S | undefined) => Outcome<readonly Act[]>
}

/** A rule whose payload and state are known only to itself. */
export interface AnyRule extends ActRule<never, never> {}

/** Puts a rule into a table of rules; the payload is checked against the contract before the rule sees it. */
export const rule = <P, S>(given: ActRule<P, S>): AnyRule => given as unknown as AnyRule

/** The actor of an act that only members do. Throws if there is none: such an act cannot have been recorded. */
export const actorOf = (act: Act): Actor => {
  if (!act.by) throw new Error(`${act.kind} without an actor`)
  return act.by
}

/**
 * An act that takes no base, since others change its object beside it, still says in whose place it puts its own part:
 * the moment of that part, undefined where there was none. Refusals: `act.stale`.
 */
export const inPlaceOf = (before: { readonly at: string } | undefined, instead: string | undefined) =>
  before?.at === instead
    ? done(undefined)
    : refuse('act.stale', { base: instead ?? '', revision: before?.at ?? '' })

/** A known object: `perform` has checked that it is there. Throws if a log was broken. */
export const known = <S>(state: S | undefined): S => {
  if (state === undefined) throw new Error('an act on an object that is not there')
  return state
}
