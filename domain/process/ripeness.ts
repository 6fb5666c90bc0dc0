/**
 * Whether a side is ripe for an agreement, as somebody reads it (I. W. Zartman, "The Timing of Peace Initiatives:
 * Hurting Stalemates and Ripe Moments", 2001): it feels a mutually hurting stalemate, it sees a way out, and somebody
 * can speak for it. A reading is private: the mediator's in the office, a party's of itself in its caucus.
 */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'

/** What is looked for in a side. */
export const ripenessElements = ['stalemate', 'way-out', 'spokesman'] as const
export type RipenessElement = (typeof ripenessElements)[number]

/** How it is read. */
export const ripenessAnswers = ['yes', 'partly', 'no', 'unknown'] as const
export type RipenessAnswer = (typeof ripenessAnswers)[number]

/** One reading of a side. */
export interface ReadRipeness {
  readonly answers: Readonly<Record<RipenessElement, RipenessAnswer>>
  readonly words: Wording
}

/** Every reading of a side in one room, oldest first: what was thought then stays what was thought then. */
export interface Ripeness {
  readonly readings: readonly (ReadRipeness & { readonly by: Actor; readonly at: string })[]
}

/** Adds a reading. */
export const readRipeness = (
  before: Ripeness | undefined,
  reading: Ripeness['readings'][number],
): Ripeness => ({ readings: [...(before?.readings ?? []), reading] })

/** Whose ripeness may be read where: in the office any party's, in a caucus the own. */
export const mayBeRead = (
  party: string,
  parties: readonly string[],
  own: string | undefined,
): Outcome<void> => {
  if (!parties.includes(party)) return refuse('object.unknown')
  return own === undefined || own === party ? done(undefined) : refuse('ripeness.not-own')
}
