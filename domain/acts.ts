/** Every act of Parley in one table, and the two things done with it: perform an act, replay a log. */
import { backgroundActs } from './background/event-acts.ts'
import { bargainingActs } from './bargaining/acts.ts'
import { commitmentActs } from './commitments/acts.ts'
import { confidenceActs } from './confidence/acts.ts'
import { meetingActs } from './meetings/meetings-acts.ts'
import { done, type Outcome, refuse } from './outcome.ts'
import { mayPerform } from './parties/access.ts'
import { partyActs } from './parties/acts.ts'
import { leadershipActs } from './parties/leadership-acts.ts'
import { noteActs } from './parties/note.ts'
import { seatOf } from './parties/process.ts'
import { processActs } from './process/acts.ts'
import type { Act } from './record/act.ts'
import { type AnyRule, type Kept, objectKind, type Posted, type Ref, type Scene } from './record/rule.ts'
import { witnessActs } from './record/witnessing.ts'
import { roomActs } from './rooms/acts.ts'
import { stakeholderActs } from './stakeholders/acts.ts'
import { clauseActs } from './text/clause-acts.ts'
import { proposalActs } from './text/proposal-acts.ts'
import { textActs } from './text/text-acts.ts'
import { versionActs } from './text/version/version-acts.ts'

/** The rule of each kind of act. */
export const rules: Readonly<Record<string, AnyRule>> = {
  ...partyActs,
  ...leadershipActs,
  ...noteActs,
  ...witnessActs,
  ...roomActs,
  ...textActs,
  ...clauseActs,
  ...proposalActs,
  ...versionActs,
  ...bargainingActs,
  ...commitmentActs,
  ...backgroundActs,
  ...confidenceActs,
  ...processActs,
  ...meetingActs,
  ...stakeholderActs,
}

/** The rule of this kind, if there is such a kind. */
const ruleOf = (kind: string): AnyRule | undefined => (Object.hasOwn(rules, kind) ? rules[kind] : undefined)

/** The object a posted act or a recorded one is about. */
export const refOf = (act: Pick<Act, 'room' | 'kind' | 'object'>): Ref => ({
  room: act.room,
  kind: objectKind(act.kind),
  object: act.object,
})

/** A recorded act, and its object after it. */
export interface Deed {
  readonly act: Act
  readonly kept: Kept
}

/** What an act makes of its object, wherever it is computed. Refusals: `act.unknown`, and the rule's own. */
export const follow = (before: Kept | undefined, act: Act): Outcome<Kept> => {
  const rule = ruleOf(act.kind)
  if (!rule) return refuse('act.unknown', { kind: act.kind })
  const next = rule.apply(before?.state as never, act as Act<never>) as Outcome<unknown>
  if (!next.ok) return next
  return done({ ...refOf(act), revision: (before?.revision ?? 0) + 1, state: next.value })
}

const admitted = (posted: Posted, scene: Scene, rule: AnyRule): Outcome<Kept | undefined> => {
  if (scene.member) {
    const seat = seatOf(scene.process, scene.member.seat)
    if (!seat) return refuse('act.not-in-room')
    const may = mayPerform(scene.member, seat.kind, posted.kind, scene.room, scene.at)
    if (!may.ok) return may
  }
  const before = scene.find(refOf(posted))
  if (before && rule.begins === 'new') return refuse('object.exists')
  if (!before && rule.begins === 'known') return refuse('object.unknown')
  if (!rule.blind && posted.base !== (before?.revision ?? 0))
    return refuse('act.stale', { base: posted.base ?? -1, revision: before?.revision ?? 0 })
  const guarded = rule.guard?.(posted as Posted<never>, scene, before?.state as never) ?? done(undefined)
  return guarded.ok ? done(before) : guarded
}

/** What an act needs to see before it can be weighed: its own object first. */
export const reach = (posted: Posted, scene: Pick<Scene, 'process' | 'rooms' | 'room'>): readonly Ref[] => [
  refOf(posted),
  ...(ruleOf(posted.kind)?.reaches?.(posted as Posted<never>, scene) ?? []),
]

/** The rooms whose logs an act may write in or depends upon, its own first; their logs are locked while it is weighed. */
export const roomsOf = (
  posted: Posted,
  scene: Pick<Scene, 'process' | 'rooms' | 'room'>,
): readonly string[] => {
  const reached = reach(posted, scene).map((ref) => ref.room)
  const touched = ruleOf(posted.kind)?.touches?.(posted as Posted<never>, scene) ?? []
  return [...new Set([...reached, ...touched])]
}

/**
 * Weighs one act and works out everything that comes of it, in this room and in others. Pure: nothing is written.
 * Refusals: `act.unknown`, those of `mayPerform`, `object.exists`, `object.unknown`, `act.stale`, and the rule's own.
 */
export const perform = (posted: Posted, scene: Scene): Outcome<readonly Deed[]> => {
  const rule = ruleOf(posted.kind)
  if (!rule) return refuse('act.unknown', { kind: posted.kind })
  const before = admitted(posted, scene, rule)
  if (!before.ok) return before
  const { base: _, ...asked } = posted
  const by = scene.member && { seat: scene.member.seat, member: scene.member.id }
  const act = { ...asked, by, at: scene.at }
  const planned = rule.plan?.(act as Act<never>, scene, before.value?.state as never) ?? done([act])
  return planned.ok ? carryOut(planned.value, scene) : planned
}

const carryOut = (acts: readonly Act[], scene: Scene): Outcome<readonly Deed[]> => {
  const deeds: Deed[] = []
  for (const act of acts) {
    const next = follow(scene.find(refOf(act)), act)
    if (!next.ok) return next
    deeds.push({ act, kept: next.value })
  }
  return done(deeds)
}

/** The state of a room from its log alone, keyed by kind and object; whoever replays a log arrives at the same. */
export const replay = (acts: readonly Act[]): Outcome<ReadonlyMap<string, Kept>> => {
  const room = new Map<string, Kept>()
  for (const act of acts) {
    const key = `${objectKind(act.kind)}/${act.object}`
    const next = follow(room.get(key), act)
    if (!next.ok) return next
    room.set(key, next.value)
  }
  return done(room)
}
