/** The acts of entering into force: the mediator proposes, every party accepts, and the last one makes it hold. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, actorOf, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { partiesOf, speaksFor } from '#domain/text/guards.ts'
import { standingOf, type Version } from '#domain/text/version/version.ts'
import { versionRef } from '#domain/text/version/version-acts.ts'
import { acceptForce, type Force, isInForce, type ProposeForce, withdrawForce } from './force.ts'
import { missingIn } from './quote.ts'
import type { Stipulated } from './stipulated.ts'

const stipulationRef = (room: string, object: string) => ({ room, kind: 'stipulation', object })

/** Signed for the entry into force; initialled for provisional application. */
const versionHolds = (scene: Scene, { version, basis }: ProposeForce): Outcome<Version> => {
  const found = scene.find<Version>(versionRef(scene.room.id, version))?.state
  if (!found) return refuse('version.unknown', { number: version })
  const standing = standingOf(found, partiesOf(scene))
  if (basis === 'entry-into-force' && standing !== 'signed') return refuse('force.not-signed')
  return standing === 'frozen' ? refuse('version.not-authenticated') : done(found)
}

/** Each was accepted by every party and stands on words of this version. */
const stipulationHolds = (scene: Scene, id: string, version: Version): Outcome<void> => {
  const found = scene.find<Stipulated>(stipulationRef(scene.room.id, id))?.state
  if (!found || found.withdrawnAt !== undefined) return refuse('force.stipulation-unknown')
  if (found.inForce?.basis === 'entry-into-force') return refuse('stipulation.in-force')
  if (!partiesOf(scene).every((party) => found.accepted.includes(party)))
    return refuse('force.not-accepted', { stipulation: Object.values(found.terms.name)[0] ?? '' })
  const [language] = missingIn(version.leaves, found.quote)
  return language === undefined
    ? done(undefined)
    : refuse('force.words-not-in-version', { stipulation: found.terms.name[language] ?? '', language })
}

const forceHolds = (scene: Scene, proposed: ProposeForce): Outcome<void> => {
  const version = versionHolds(scene, proposed)
  if (!version.ok) return version
  for (const id of proposed.stipulations) {
    const held = stipulationHolds(scene, id, version.value)
    if (!held.ok) return held
  }
  return done(undefined)
}

const proposedIn = ({ room, payload }: Posted<ProposeForce>) => [
  versionRef(room, payload.version),
  ...payload.stipulations.map((id) => stipulationRef(room, id)),
]

interface Accept extends Pick<ProposeForce, 'version' | 'stipulations'> {
  readonly party: string
}

/** What was accepted is what its author saw: the payload repeats it, so that a stale list cannot be accepted unseen. */
const sameAs = (force: Force, { version, stipulations }: Accept): Outcome<void> =>
  force.version === version && force.stipulations.join() === stipulations.join()
    ? done(undefined)
    : refuse('force.other')

const planAccept = (act: Act<Accept>, scene: Scene, state: Force | undefined): Outcome<readonly Act[]> => {
  const party = speaksFor(scene)
  if (!party.ok) return party
  const recorded = { ...act, payload: { ...act.payload, party: party.value } }
  const after = acceptForce(known(state), party.value, actorOf(act), act.at)
  if (!after.ok) return after
  if (!isInForce(after.value, partiesOf(scene))) return done([recorded])
  const { version, basis, from, stipulations } = after.value
  const payload = { force: act.object, version, basis, from }
  const bound = stipulations.map((object) => ({
    ...{ ...act, id: scene.fresh(), kind: 'stipulation.bind', object, payload },
  }))
  return done([recorded, ...bound])
}

/** The rules, by kind of act. */
export const forceActs: Readonly<Record<string, AnyRule>> = {
  'force.propose': rule<ProposeForce, Force>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at, accepted: [] }),
    reaches: proposedIn,
    guard: ({ payload }, scene) => forceHolds(scene, payload),
  }),
  'force.accept': rule<Accept, Force>({
    begins: 'known',
    blind: true,
    apply: (state, act) => acceptForce(known(state), act.payload.party, actorOf(act), act.at),
    reaches: proposedIn as never,
    guard: ({ payload }, scene, state) => {
      const same = sameAs(known(state), payload)
      return same.ok ? forceHolds(scene, known(state)) : same
    },
    plan: planAccept,
  }),
  'force.withdraw': rule<{ readonly parties: readonly string[] }, Force>({
    begins: 'known',
    apply: (state, act) => withdrawForce(known(state), act.at, act.payload.parties),
    plan: (act, scene) => done([{ ...act, payload: { parties: partiesOf(scene) } }]),
  }),
}
