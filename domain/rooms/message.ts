/** Messages: words in a room; in a channel, words that the mediator may carry as far as their sender allows. */

import type { Translatable, Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'

/** What the sender lets the mediator do with words from a channel, from the widest to none. */
export const authorisedUses = ['verbatim', 'paraphrase', 'as-mediator', 'mediator-only'] as const
export type AuthorisedUse = (typeof authorisedUses)[number]

/** How words were carried. */
export const manners = ['verbatim', 'paraphrase', 'as-mediator'] as const
export type Manner = (typeof manners)[number]

/** A statement, a question that asks for clarification, or the answer to one. */
export const natures = ['statement', 'question', 'answer'] as const
export type Nature = (typeof natures)[number]

/** What a message is about: an object of the same room, for a paper one of its clauses; or `text`, a clause of the common text. */
export interface Reference {
  readonly object: string
  readonly clause?: string | undefined
}

/** Where words went, as their sender may know it: a party, or the kind of room. */
export interface Destination {
  readonly kind: string
  readonly party?: string | undefined
}

/** One carrying of a message or paper, as its sender sees it: that it went, how and to whom, not in which words. */
export interface Carrying {
  readonly at: string
  readonly as: Manner
  readonly to: Destination
}

/** A wording the mediator would carry, put before the sender who asked to see it first. */
export interface OfferedWording extends Wording {
  readonly at: string
  readonly standing: 'offered' | 'approved' | 'declined'
  readonly remark?: string | undefined
}

/** What can be carried out of a channel: who it came from, what they allow, and what became of it. */
export interface Conveyable {
  readonly use?: AuthorisedUse | undefined
  readonly askFirst?: boolean | undefined
  readonly offered?: OfferedWording | undefined
  readonly carried: readonly Carrying[]
  readonly withdrawnAt?: string | undefined
}

/** Words in a room. `voice` is set when the mediator passed on a party's own words. */
export interface Message extends Translatable, Conveyable {
  readonly nature: Nature
  readonly author: Actor
  readonly at: string
  readonly voice?: string | undefined
  readonly about?: Reference | undefined
  readonly answers?: string | undefined
}

/** What `message.send` says. */
export interface SendMessage extends Wording {
  readonly nature: Nature
  readonly use?: AuthorisedUse | undefined
  readonly askFirst?: boolean | undefined
  readonly voice?: string | undefined
  readonly about?: Reference | undefined
  readonly answers?: string | undefined
  readonly translations?: Translatable['translations'] | undefined
}

/** A message as it begins. */
export const openMessage = (sent: SendMessage, author: Actor, at: string): Message => {
  const { translations = [], ...rest } = sent
  return { ...rest, translations, author, at, carried: [] }
}

/** Whether a manner of carrying stays within what the sender authorised: never more open than the use. */
export const isWithinUse = (use: AuthorisedUse | undefined, as: Manner): boolean =>
  use !== undefined && use !== 'mediator-only' && authorisedUses.indexOf(as) >= authorisedUses.indexOf(use)

/** Takes words back before they are carried. They stay in the record of their room, marked as withdrawn. */
export const withdraw = <T extends Conveyable>(kept: T, at: string): Outcome<T> => {
  if (kept.withdrawnAt) return refuse('conveyable.withdrawn')
  if (kept.carried.length > 0) return refuse('conveyable.carried')
  return done({ ...kept, withdrawnAt: at })
}

/** Puts a wording before the sender. A new offer takes the place of the last. */
export const offerWording = <T extends Conveyable>(kept: T, wording: Wording, at: string): Outcome<T> => {
  if (kept.withdrawnAt) return refuse('conveyable.withdrawn')
  if (!kept.use || kept.use === 'mediator-only') return refuse('convey.mediator-only')
  return done({ ...kept, offered: { ...wording, at, standing: 'offered' } })
}

/** The sender's answer to an offered wording. */
export const answerOffer = <T extends Conveyable>(
  kept: T,
  standing: 'approved' | 'declined',
  remark?: string,
): Outcome<T> => {
  if (kept.withdrawnAt) return refuse('conveyable.withdrawn')
  if (kept.offered?.standing !== 'offered') return refuse('wording.none-offered')
  return done({
    ...kept,
    offered: { ...kept.offered, standing, ...(remark === undefined ? {} : { remark }) },
  })
}

const sameWords = (a: Wording, b: Wording): boolean =>
  a.original === b.original &&
  Object.keys({ ...a.words, ...b.words }).every((language) => a.words[language] === b.words[language])

/** Whether these words may leave the channel in this manner and wording; the wording is absent for `verbatim`. */
export const mayBeCarried = (kept: Conveyable, as: Manner, wording: Wording | undefined): Outcome<void> => {
  if (kept.withdrawnAt) return refuse('conveyable.withdrawn')
  if (kept.use === 'mediator-only') return refuse('convey.mediator-only')
  if (!isWithinUse(kept.use, as)) return refuse('convey.beyond-use', { use: kept.use ?? '' })
  if (as === 'verbatim') return wording ? refuse('convey.verbatim-reworded') : done(undefined)
  if (!wording) return refuse('convey.no-wording')
  if (!kept.askFirst) return done(undefined)
  if (kept.offered?.standing !== 'approved') return refuse('wording.not-approved')
  return sameWords(kept.offered, wording) ? done(undefined) : refuse('wording.not-the-approved')
}

/** Notes with the sender's words that they were carried. */
export const noteCarried = <T extends Conveyable>(kept: T, carrying: Carrying): Outcome<T> =>
  kept.withdrawnAt
    ? refuse('conveyable.withdrawn')
    : isWithinUse(kept.use, carrying.as)
      ? done({ ...kept, carried: [...kept.carried, carrying] })
      : refuse(kept.use === 'mediator-only' ? 'convey.mediator-only' : 'convey.beyond-use', {
          use: kept.use ?? '',
        })

/** What is still waiting for the mediator: it may be carried, was not taken back, and has not gone yet. */
export const isWaiting = (kept: Conveyable): boolean =>
  kept.use !== undefined && kept.use !== 'mediator-only' && !kept.withdrawnAt && kept.carried.length === 0
