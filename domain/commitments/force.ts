/** The entry into force of what was signed, or its application before that: with which version, from when, for what. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import type { InForce } from './stipulated.ts'

/**
 * What is put to the parties. `entry-into-force` needs a signed version (VCLT 1969, art. 24); `provisional-application`
 * an initialled one, and the consent of every party (art. 25, 1 (b)). `from` is a day, `YYYY-MM-DD`.
 */
export interface ProposeForce extends Pick<InForce, 'version' | 'basis' | 'from'> {
  readonly stipulations: readonly string[]
}

/** An entry into force as it stands. It holds when every party has accepted. */
export interface Force extends ProposeForce {
  readonly by: Actor
  readonly at: string
  readonly accepted: readonly { readonly party: string; readonly by: Actor; readonly at: string }[]
  readonly withdrawnAt?: string | undefined
}

/** A party accepts. */
export const acceptForce = (force: Force, party: string, by: Actor, at: string): Outcome<Force> => {
  if (force.withdrawnAt !== undefined) return refuse('force.withdrawn')
  if (force.accepted.some((each) => each.party === party)) return refuse('force.accepted-already')
  return done({ ...force, accepted: [...force.accepted, { party, by, at }] })
}

/** Whether every one of these parties has accepted. */
export const isInForce = ({ accepted }: Pick<Force, 'accepted'>, parties: readonly string[]): boolean =>
  parties.length > 0 && parties.every((party) => accepted.some((each) => each.party === party))

/** Taken back before it held. */
export const withdrawForce = (force: Force, at: string, parties: readonly string[]): Outcome<Force> => {
  if (force.withdrawnAt !== undefined) return refuse('force.withdrawn')
  return isInForce(force, parties) ? refuse('stipulation.in-force') : done({ ...force, withdrawnAt: at })
}
