/** What a language must say of its words so that a draft in it can be read. */
import type { Force } from '#domain/language/concordance/modals.ts'

/**
 * How a sentence speaks: as the modal verbs of the concordance do, or it `declares` how things are (a definition, an
 * entry into force), or is `rhetoric`: recognises, welcomes, believes.
 */
export type Speech = Force | 'declaration' | 'rhetoric'

/**
 * By what a sentence shows its force: a modal verb, a future ("will"), a present («Стороны выводят»), an imperative or an infinitive
 * («Обеспечить»), a noun ("Withdrawal of …"), a formula ("agree to", "calls upon"), or by nothing.
 */
export type Form = 'modal' | 'future' | 'indicative' | 'imperative' | 'nominal' | 'formula' | 'plain'

/** The patterns of a language; those for the beginning of a sentence begin with `^`, all read lower case. */
export interface Wording {
  readonly agents: string
  /** Participles that open a preambular sentence. */
  readonly speaks: RegExp
  /** Verbs by which somebody only speaks. */
  readonly rhetoric: RegExp
  /** More heads than the modal verbs; the first that fits a place holds. */
  readonly rules: readonly (readonly [Speech, Form, RegExp])[]
  /** After a head: it is a prohibition; it is no more than an effort; it settles the agreement itself; it is passive. */
  readonly refrains: RegExp
  readonly tries: RegExp
  readonly settles: RegExp
  readonly passive: RegExp
  /** What stands before whoever acts in a passive or nominal sentence. */
  readonly agentBefore: RegExp | null
  /** What may stand before "that" when the main demand comes after it. */
  readonly complement: RegExp
  readonly subordinate: RegExp
  readonly coordinate: RegExp
  /** Words that may stand between a coordinator and its verb when no subject does. */
  readonly plainly: RegExp
  readonly imperative: RegExp
  readonly negated: RegExp
  readonly nominal: RegExp
  readonly nominalGoesOn: RegExp
  /** After an actor: a verb in the present tense. */
  readonly stated: RegExp
  readonly statedNot: RegExp
  /** The beginning of a sentence that goes on with the demand before it. */
  readonly goesOn: RegExp
  /** The beginning of a step of a list that only details. */
  readonly fragment: RegExp
  /** Words of a chapeau that demands nothing itself. */
  readonly following: RegExp
}
