/** The agreed minutes of a session: one wording in every language, agreed when the head of every party in the room accepted it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Actor } from '#domain/record/act.ts'

/** A head's acceptance in the name of a party. */
export interface Acceptance {
  readonly party: string
  readonly by: Actor
  readonly at: string
}

/** The minutes as they stand. `wording` counts the wordings there have been; whoever accepts, accepts exactly one of them. */
export interface Minutes {
  readonly words: Localised
  readonly wording: number
  readonly by: Actor
  readonly at: string
  readonly accepted: readonly Acceptance[]
}

/** Whether the head of every one of these parties has accepted; never without a party. */
export const isAgreed = ({ accepted }: Pick<Minutes, 'accepted'>, parties: readonly string[]): boolean =>
  parties.length > 0 && parties.every((party) => accepted.some((each) => each.party === party))

/** Other words: whoever had accepted those before has not accepted these. Agreed minutes are not rewritten. */
export const writeMinutes = (
  before: Minutes | undefined,
  written: Pick<Minutes, 'words' | 'by' | 'at'>,
  parties: readonly string[],
): Outcome<Minutes> =>
  before && isAgreed(before, parties)
    ? refuse('minutes.agreed')
    : done({ ...written, wording: (before?.wording ?? 0) + 1, accepted: [] })

/** A party's head accepts these words and no others, once. */
export const acceptMinutes = (
  minutes: Minutes,
  wording: number,
  acceptance: Acceptance,
): Outcome<Minutes> => {
  if (minutes.wording !== wording) return refuse('minutes.other-words', { wording: minutes.wording })
  if (minutes.accepted.some(({ party }) => party === acceptance.party))
    return refuse('minutes.accepted-already')
  return done({ ...minutes, accepted: [...minutes.accepted, acceptance] })
}
