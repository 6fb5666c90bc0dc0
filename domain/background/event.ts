/** Events of the background: what happened, how each side tells it, and what both say of it together. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** What an event was, by its nature alone; none of these words blames anybody. */
export const eventKinds = [
  'alliance',
  'agreement',
  'entry-into-force',
  'suspension',
  'withdrawal',
  'termination',
  'summit',
  'cooperation',
  'crisis',
  'use-of-force',
  'rupture',
  'incident',
  'statement',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Where something can be read: a citation in the language of the source, and an address if it has one. */
export interface Source {
  readonly words: string
  readonly url?: string | undefined
}

/**
 * What is entered. `when` as in `when.ts`; `facts` is what happened in the words of whoever enters it; `issues` are keys
 * of the agenda, `clauses` ids of clauses of the common text that it bears on. `of` is an earlier event whose course this
 * one goes on with: what became of an agreement is told by the events that name it.
 */
export interface EnterEvent {
  readonly when: string
  readonly kind: EventKind
  readonly name: Localised
  readonly facts: Localised
  readonly place?: Localised | undefined
  readonly issues: readonly string[]
  readonly clauses: readonly string[]
  readonly of?: string | undefined
  readonly sources: readonly Source[]
}

type Said<T> = T & { readonly by: Actor; readonly at: string }

/** How one side tells it, with what it rests on. Every earlier account stays in the record. */
export interface Account {
  readonly words: Localised
  readonly sources: readonly Source[]
}

/** A line that both sides can sign: it is agreed when every party has accepted exactly these words. */
export interface AgreedFacts {
  readonly id: string
  readonly words: Localised
}

/** An event as it stands. `agreed` is the last line that every party accepted; `proposed` one that some have not. */
export interface BackgroundEvent extends EnterEvent {
  readonly by: Actor
  readonly at: string
  readonly accounts: readonly Said<Account & { readonly party: string }>[]
  readonly proposed?: Said<AgreedFacts & { readonly accepted: readonly string[] }> | undefined
  readonly agreed?: Said<AgreedFacts & { readonly since: string }> | undefined
  readonly withdrawnAt?: string | undefined
}

const standing = (state: BackgroundEvent): Outcome<BackgroundEvent> =>
  state.withdrawnAt === undefined ? done(state) : refuse('event.withdrawn')

/** A new event: nobody has told it yet. */
export const enterEvent = (entered: EnterEvent, by: Actor, at: string): BackgroundEvent => ({
  ...entered,
  ...{ by, at, accounts: [] },
})

/** Whether somebody else has spoken of it: then what they spoke of stays as it was. */
const isTold = ({ agreed, accounts, by }: BackgroundEvent): boolean =>
  agreed !== undefined || accounts.some((account) => account.by.seat !== by.seat)

const sameWords = (one: Localised | undefined, other: Localised | undefined): boolean =>
  JSON.stringify(Object.entries(one ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort())

/**
 * Other words for what was entered. Once another side has told it, or facts are agreed, only its sources and what it bears
 * on can be changed. Refusals: `event.withdrawn`, `event.told`.
 */
export const changeEvent = (state: BackgroundEvent, entered: EnterEvent): Outcome<BackgroundEvent> => {
  const { place: _place, of: _of, ...rest } = state
  const kept = standing(state)
  if (!kept.ok) return kept
  const isSame =
    state.when === entered.when &&
    state.kind === entered.kind &&
    sameWords(state.name, entered.name) &&
    sameWords(state.facts, entered.facts) &&
    sameWords(state.place, entered.place)
  return isTold(state) && !isSame ? refuse('event.told') : done({ ...rest, ...entered })
}

/** A side tells it, or tells it anew. Refusals: `event.withdrawn`. */
export const tellEvent = (
  state: BackgroundEvent,
  account: Said<Account & { readonly party: string }>,
): Outcome<BackgroundEvent> => {
  const kept = standing(state)
  if (!kept.ok) return kept
  const others = state.accounts.filter(({ party }) => party !== account.party)
  return done({ ...state, accounts: [...others, account] })
}

/** A line is put to the parties; it takes the place of one that was not accepted by all. Refusals: `event.withdrawn`. */
export const proposeFacts = (state: BackgroundEvent, line: Said<AgreedFacts>): Outcome<BackgroundEvent> => {
  const kept = standing(state)
  return kept.ok ? done({ ...state, proposed: { ...line, accepted: [] } }) : kept
}

/**
 * A party accepts the line it has read; with the last of `parties` it is agreed, and an earlier one is so no longer.
 * Refusals: `event.withdrawn`, `event.other-line`, `event.accepted-already`.
 */
export const acceptFacts = (
  state: BackgroundEvent,
  line: string,
  party: string,
  parties: readonly string[],
  at: string,
): Outcome<BackgroundEvent> => {
  const kept = standing(state)
  if (!kept.ok) return kept
  const { proposed, ...rest } = state
  if (!proposed || proposed.id !== line) return refuse('event.other-line')
  if (proposed.accepted.includes(party)) return refuse('event.accepted-already')
  const accepted = [...proposed.accepted, party]
  if (!parties.every((each) => accepted.includes(each)))
    return done({ ...state, proposed: { ...proposed, accepted } })
  const { accepted: _, ...words } = proposed
  return done({ ...rest, agreed: { ...words, since: at } })
}

/** It is taken off the time line; the record keeps it. Refusals: `event.withdrawn`, `event.told`. */
export const withdrawEvent = (state: BackgroundEvent, at: string): Outcome<BackgroundEvent> => {
  if (isTold(state)) return refuse('event.told')
  const kept = standing(state)
  return kept.ok ? done({ ...state, withdrawnAt: at }) : kept
}

/** What somebody draws from events for these talks: a lesson, with the events that it is drawn from. */
export interface EnterLesson {
  readonly words: Localised
  readonly events: readonly string[]
}

/** A lesson as it stands; other words for it take its place, and the record keeps the earlier ones. */
export type Lesson = Said<EnterLesson> & { readonly withdrawnAt?: string | undefined }

/** What a seat thinks of an event for itself: in its own room, nowhere else, and never part of the event. */
export interface Reading {
  readonly event: string
  readonly words: Localised
  readonly by: Actor
  readonly at: string
}
