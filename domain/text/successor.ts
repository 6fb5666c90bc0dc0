/** The word of a successor: what a side did ad referendum under an earlier head is confirmed by the new one, or by nobody. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { awaitsSuccessor, type Leadership, lastChange, leadershipRef } from '#domain/parties/leadership.ts'
import type { Actor } from '#domain/record/act.ts'
import { known, type Posted, type Ref, type Scene } from '#domain/record/rule.ts'
import type { Clause } from './clause.ts'
import { adReferendumOf } from './consent.ts'
import { onSeen, type Seen } from './entering-acts.ts'
import { plenaryOf, speaksFor } from './guards.ts'

/** The leadership of every delegation, as far as an act on the common text looks at it. */
export const leaderships = (scene: Pick<Scene, 'process' | 'rooms'>): readonly Ref[] => {
  const plenary = plenaryOf(scene)
  return plenary
    ? scene.process.seats.flatMap(({ key, kind }) =>
        kind === 'party' ? [leadershipRef(plenary.id, key)] : [],
      )
    : []
}

/**
 * Whether the actor may give their side's word on what was done ad referendum at a moment. Once the leadership has
 * passed, that is the successor alone: `leadership.successors-word`, with the moment since when.
 */
export const mayGiveWord = (
  scene: Scene,
  given: { readonly by: Actor; readonly at: string } | undefined,
): Outcome<void> => {
  const { member } = scene
  const plenary = plenaryOf(scene)
  if (!member || !plenary || !given) return done(undefined)
  const leadership = scene.find<Leadership>(leadershipRef(plenary.id, member.seat))?.state
  const last = lastChange(leadership)
  if (!last || !awaitsSuccessor(leadership, given)) return done(undefined)
  const isSuccessor = last.successor.member === member.id && member.function === 'head'
  return isSuccessor ? done(undefined) : refuse('leadership.successors-word', { since: last.at })
}

/** The same of a clause, for what the actor's side has agreed of it ad referendum. */
export const mayGiveWordOn = (scene: Scene, clause: Clause, party: string): Outcome<void> =>
  mayGiveWord(scene, adReferendumOf(clause, party))

/** On words that its author saw; a side that had agreed to them under an earlier head speaks by the successor. */
export const guardOwnWord = (
  posted: Posted<Seen>,
  scene: Scene,
  clause: Clause | undefined,
): Outcome<void> => {
  const seen = onSeen(posted, scene, clause)
  const party = speaksFor(scene)
  return seen.ok && party.ok ? mayGiveWordOn(scene, known(clause), party.value) : seen
}
