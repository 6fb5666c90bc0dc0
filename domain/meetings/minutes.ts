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

/** One wording of the minutes; none is ever lost. */
export interface MinutesWording {
  readonly words: Localised
  readonly by: Actor
  readonly at: string
}

/** The minutes with all their wordings, of which the last stands. `accepted` is of the last alone. */
export interface Minutes {
  readonly wordings: readonly MinutesWording[]
  readonly accepted: readonly Acceptance[]
}

/** Whether the head of every one of these parties has accepted; never without a party. */
export const isAgreed = ({ accepted }: Pick<Minutes, 'accepted'>, parties: readonly string[]): boolean =>
  parties.length > 0 && parties.every((party) => accepted.some((each) => each.party === party))

/** Other words: whoever had accepted those before has not accepted these. Agreed minutes are not rewritten. */
export const writeMinutes = (
  before: Minutes | undefined,
  written: MinutesWording,
  parties: readonly string[],
): Outcome<Minutes> =>
  before && isAgreed(before, parties)
    ? refuse('minutes.agreed')
    : done({ wordings: [...(before?.wordings ?? []), written], accepted: [] })

/** A party's head accepts the wording of this number, counted from 1, if it stands; once. */
export const acceptMinutes = (
  minutes: Minutes,
  wording: number,
  acceptance: Acceptance,
): Outcome<Minutes> => {
  const stands = minutes.wordings.length
  if (stands !== wording) return refuse('minutes.other-words', { wording: stands })
  if (minutes.accepted.some(({ party }) => party === acceptance.party))
    return refuse('minutes.accepted-already')
  return done({ ...minutes, accepted: [...minutes.accepted, acceptance] })
}
