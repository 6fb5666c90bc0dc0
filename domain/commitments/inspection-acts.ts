/** The acts of inspections. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  known,
  type Posted,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { inAllLanguages, partiesOf, speaksFor } from '#domain/text/guards.ts'
import {
  type Conclude,
  concludeInspection,
  type Inspection,
  quotaUsed,
  type Reply,
  type RequestInspection,
  replyTo,
} from './inspection.ts'
import { stipulationRefs } from './rooms.ts'
import { stipulationsKnown } from './sighting-acts.ts'
import type { Stipulated } from './stipulated.ts'

const quotaOf = (state: Stipulated): number | undefined =>
  state.terms.verification.find(({ means }) => means === 'inspection')?.quota

/** The first obligation whose quota for the year is used up, or that foresees no inspection at all. */
const quotaHolds = (scene: Scene, { stipulations, of }: RequestInspection, year: number): Outcome<void> => {
  const all = scene.all<Inspection>(scene.room.id, 'inspection').map(({ state }) => state)
  for (const ref of stipulationRefs(scene, stipulations)) {
    const found = scene.find<Stipulated>(ref)?.state
    if (!found?.inForce) return refuse('finding.not-in-force')
    if (!found.terms.verification.some(({ means }) => means === 'inspection'))
      return refuse('inspection.not-foreseen')
    const quota = quotaOf(found)
    if (quota !== undefined && quotaUsed(all, ref.object, of, year) >= quota)
      return refuse('inspection.quota', { quota, year })
  }
  return done(undefined)
}

const guardRequest = ({ payload }: Posted<RequestInspection>, scene: Scene): Outcome<void> => {
  const { of, window, stipulations, words } = payload
  if (!partiesOf(scene).includes(of)) return refuse('stipulation.actor-unknown', { actor: of })
  const own = speaksFor(scene)
  if (own.ok && own.value === of) return refuse('inspection.own')
  if (window.to < window.from) return refuse('sighting.times')
  return allHold(
    inAllLanguages(scene, words, ...payload.site.names),
    stipulationsKnown(scene, stipulations),
    quotaHolds(scene, payload, Number(window.to.slice(0, 4))),
  )
}

const guardReply = (
  { payload }: Posted<Reply>,
  scene: Scene,
  state: Inspection | undefined,
): Outcome<void> => {
  const party = speaksFor(scene)
  if (!party.ok) return party
  return party.value === known(state).of
    ? inAllLanguages(scene, payload.words)
    : refuse('inspection.not-yours')
}

const guardConclude = (
  { payload }: Posted<Conclude>,
  scene: Scene,
  state: Inspection | undefined,
): Outcome<void> => {
  if (payload.when.to < payload.when.from) return refuse('sighting.times')
  if (payload.when.to > scene.at) return refuse('sighting.ahead')
  const worded = inAllLanguages(scene, payload.words)
  if (!worded.ok || payload.result === 'denied') return worded
  return quotaHolds(scene, known(state), Number(payload.when.to.slice(0, 4)))
}

const reachAll = ({ room }: { readonly room: string }) => ({ room, kind: 'inspection', object: anyObject })

/** The rules, by kind of act. */
export const inspectionActs: Readonly<Record<string, AnyRule>> = {
  'inspection.request': rule<RequestInspection, Inspection>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    reaches: (posted, scene) => [reachAll(posted), ...stipulationRefs(scene, posted.payload.stipulations)],
    guard: guardRequest,
  }),
  'inspection.reply': rule<Reply, Inspection>({
    begins: 'known',
    apply: (state, act) => replyTo(known(state), { ...act.payload, by: actorOf(act), at: act.at }),
    guard: guardReply,
  }),
  'inspection.conclude': rule<Conclude & Pick<RequestInspection, 'stipulations'>, Inspection>({
    begins: 'known',
    apply: (state, act) => {
      const { result, when, words } = act.payload
      return concludeInspection(known(state), { result, when, words, by: actorOf(act), at: act.at })
    },
    reaches: (posted, scene) => [reachAll(posted), ...stipulationRefs(scene, posted.payload.stipulations)],
    guard: guardConclude,
  }),
}
