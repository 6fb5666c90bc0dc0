/** The acts of a mission's records: written down, taken back, let go of as exactly as its head decides. */
import { allHold, done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  known,
  objectKind,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { inAllLanguages, partiesOf, plenaryOf } from '#domain/text/guards.ts'
import { receivingRoom, stipulationRefs } from './rooms.ts'
import {
  type Kept,
  mayTell,
  noteReleased,
  type Observation,
  type Released,
  type ReleaseSighting,
  type Sighting,
  type Told,
  tell,
  withdrawSighting,
} from './sighting.ts'
import type { Source } from './source.ts'

const sourceRefs = (room: string, sources: readonly string[] | undefined): readonly Ref[] =>
  (sources ?? []).map((object) => ({ room, kind: 'source', object }))

/** Every stipulation it bears on is on the table's list. */
export const stipulationsKnown = (scene: Scene, ids: readonly string[]): Outcome<void> => {
  const refs = stipulationRefs(scene, ids)
  return refs.length === ids.length && refs.every((ref) => scene.find(ref))
    ? done(undefined)
    : refuse('commitments.stipulation-unknown')
}

/** A record is made when things are seen: its time does not lie ahead, and does not run backwards. */
const timeHolds = (scene: Scene, { when }: Sighting): Outcome<void> => {
  if (when.to < when.from) return refuse('sighting.times')
  return when.to > scene.at ? refuse('sighting.ahead') : done(undefined)
}

const controlKnown = (scene: Scene, sighting: Sighting): Outcome<void> => {
  const controls = (sighting as Partial<Observation>).controls
  const known = [...partiesOf(scene), 'contested', 'unknown']
  return controls === undefined || known.includes(controls)
    ? done(undefined)
    : refuse('stipulation.actor-unknown', { actor: controls })
}

const guardRecord = (posted: Posted<Sighting>, scene: Scene): Outcome<void> => {
  const { payload, room } = posted
  const unknownSource = sourceRefs(room, payload.sources).some((ref) => !scene.find(ref))
  return allHold(
    timeHolds(scene, payload),
    controlKnown(scene, payload),
    inAllLanguages(scene, payload.what),
    stipulationsKnown(scene, payload.stipulations),
    // Sources are the mission's: nobody cites one anywhere else.
    unknownSource || (payload.sources && scene.room.kind !== 'mission')
      ? refuse('sighting.source-unknown')
      : done(undefined),
  )
}

const guardRelease = <T extends Sighting>(
  posted: Posted<ReleaseSighting>,
  scene: Scene,
  state: Kept<T> | undefined,
): Outcome<void> => {
  const { payload, room } = posted
  const there = receivingRoom(scene, payload.to)
  if (!there) return refuse('release.room')
  const worded = inAllLanguages(scene, payload.what, payload.name)
  if (!worded.ok) return worded
  // All sources of the mission, not only those that this record cites: none is named anywhere.
  const sources = scene.all<Source>(room, 'source').map((source) => source.state.alias)
  const where = { isGallery: there.kind === 'gallery', plenary: plenaryOf(scene)?.id }
  return mayTell(known(state), payload, where, sources)
}

const planRelease = <T extends Sighting>(
  act: Act<ReleaseSighting>,
  scene: Scene,
  state: Kept<T> | undefined,
): Outcome<readonly Act[]> => {
  const { to, place, time } = act.payload
  const object = scene.fresh()
  const released: Released = { to, place, time, at: act.at, object }
  const kind = `${objectKind(act.kind)}.receive`
  // The public is told the words, not to which object of the table they belong.
  const isGallery = receivingRoom(scene, to)?.kind === 'gallery'
  const payload = { ...tell(known(state), act.payload), ...(isGallery ? { stipulations: [] } : {}) }
  const there = { ...act, id: scene.fresh(), room: to, kind, object, payload }
  return done([{ ...act, payload: released }, there])
}

const actsOf = <T extends Sighting>(kind: string): Readonly<Record<string, AnyRule>> => ({
  [`${kind}.record`]: rule<T, Kept<T>>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, author: actorOf(act), at: act.at, released: [] }),
    reaches: ({ room, payload }, scene) => [
      ...stipulationRefs(scene, payload.stipulations),
      ...sourceRefs(room, payload.sources),
    ],
    guard: guardRecord,
  }),
  [`${kind}.withdraw`]: rule<Record<string, never>, Kept<T>>({
    begins: 'known',
    apply: (state, act) => withdrawSighting(known(state), act.at),
  }),
  [`${kind}.release`]: rule<ReleaseSighting, Kept<T>>({
    begins: 'known',
    apply: (state, act) => noteReleased(known(state), act.payload as unknown as Released),
    reaches: ({ room }) => [{ room, kind: 'source', object: anyObject }],
    touches: ({ payload }, scene) => {
      const there = receivingRoom(scene, payload.to)
      return there ? [there.id] : []
    },
    guard: guardRelease,
    plan: planRelease,
  }),
  // What another room is told; it comes with the releasing.
  [`${kind}.receive`]: rule<Omit<Told<T>, 'author' | 'at'>, Told<T>>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, author: actorOf(act), at: act.at } as unknown as Told<T>),
  }),
})

/** The rules, by kind of act. */
export const sightingActs: Readonly<Record<string, AnyRule>> = {
  ...actsOf('observation'),
  ...actsOf('denial'),
  ...actsOf('incident'),
}
