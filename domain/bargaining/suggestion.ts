/** A suggestion of the mediator's: prepared in the office, released to one side or several, answered in each channel. */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { Package } from './agenda.ts'
import type { Chosen } from './references.ts'

/** What the mediator suggests: a package or some options of it, in words; and what they would change, if it says so. */
export interface Suggest {
  readonly package: Package
  readonly words: Wording
  readonly from?: Package | undefined
}

/** The same, with the names that stood on the agenda. */
export interface Suggested extends Suggest {
  readonly chosen: readonly Chosen[]
}

/** That it went to these parties, and the object it has become in the channel of each. */
export interface Placing {
  readonly to: readonly string[]
  readonly placed: Readonly<Record<string, string>>
}

/** A suggestion in the office. */
export interface Prepared extends Suggested {
  readonly by: Actor
  readonly at: string
  readonly released: readonly (Placing & { readonly at: string })[]
}

/** What a party says to it. */
export interface AnswerSuggestion {
  readonly answer: 'interested' | 'not'
  readonly remark?: Wording | undefined
}

/** A suggestion in a channel: nothing tells where else it is, or whether it is. */
export interface Received extends Suggested {
  readonly by: Actor
  readonly at: string
  readonly answered?: (AnswerSuggestion & { readonly by: Actor; readonly at: string }) | undefined
}

/** Notes that it went; a party receives it once. */
export const release = (prepared: Prepared, placing: Placing, at: string): Outcome<Prepared> => {
  const before = new Set(prepared.released.flatMap(({ to }) => to))
  const again = placing.to.find((party) => before.has(party))
  return again === undefined
    ? done({ ...prepared, released: [...prepared.released, { ...placing, at }] })
    : refuse('suggestion.released', { party: again })
}

/** What goes into a channel: the suggestion, and nothing of where it was prepared. */
export const suggestedIn = ({ package: chosenOptions, words, from, chosen }: Suggested): Suggested => ({
  package: chosenOptions,
  words,
  chosen,
  ...(from ? { from } : {}),
})
