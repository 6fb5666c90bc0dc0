/** What the rules of the text ask of the scene: whose pen it is, who speaks for which party, where a clause hangs. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { heldBy } from '#domain/parties/member.ts'
import { type Room, seatOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import type { Ref, Scene } from '#domain/record/rule.ts'
import type { Anchorage, Clause } from './clause.ts'
import { alternativesOf, brokenLaw, type ClauseSeed, sizeOfClause } from './laws.ts'
import { isOrder } from './order.ts'

/** The object of a clause in a room. */
export const clauseRef = (room: string, clause: string): Ref => ({ room, kind: 'clause', object: clause })

/** The object id of the one text of a room. */
export const theText = 'text'

/** The text of a room. */
export const textRef = (room: string): Ref => ({ room, kind: 'text', object: theText })

/** The room of the common text. */
export const plenaryOf = (scene: Pick<Scene, 'rooms'>): Room | undefined =>
  scene.rooms.find(({ kind }) => kind === 'plenary')

/** The mediator's office, for those who sit in it. */
export const officeOf = (scene: Pick<Scene, 'rooms'>): Room | undefined =>
  scene.rooms.find(({ kind }) => kind === 'office')

/** The keys of the parties whose consent the common text needs: those with a seat at the table. */
export const partiesOf = (scene: Pick<Scene, 'process'>): readonly string[] =>
  scene.process.parties.map(({ key }) => key)

/** The party in whose name the actor speaks; a refusal for every other seat. */
export const speaksFor = (scene: Scene): Outcome<string> => {
  const party = seatOf(scene.process, scene.member?.seat ?? '')?.party
  if (party !== undefined) return done(party)
  const held = scene.member ? heldBy(scene.member, scene.at) : { held: 'none', since: scene.at }
  return refuse('act.not-yours', held)
}

/** The act with the party in whose name it is done, written by the server's rule and never as posted; only a party can. */
export const inName = <P>(act: Act<P>, scene: Scene): Outcome<readonly Act[]> => {
  const party = speaksFor(scene)
  return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
}

/** As `inName`, with the parties there are: what they agree on is agreed when the last of them has accepted. */
export const inNameAmong = <P>(act: Act<P>, scene: Scene): Outcome<readonly Act[]> => {
  const named = inName(act, scene)
  return named.ok
    ? done(
        named.value.map((each) => ({
          ...each,
          payload: { ...(each.payload as P), parties: partiesOf(scene) },
        })),
      )
    : named
}

/** A name or words in every authentic language. */
export const inAllLanguages = (scene: Scene, ...texts: readonly (Localised | undefined)[]): Outcome<void> => {
  const { languages } = scene.process
  const bad = languages.find((language) => texts.some((text) => text && !text[language]))
  if (bad !== undefined) return refuse('stipulation.language-missing', { language: bad })
  const foreign = texts.flatMap((t) => Object.keys(t ?? {})).find((each) => !languages.includes(each))
  return foreign === undefined ? done(undefined) : refuse('wording.language', { language: foreign })
}

/** Whether the room holds the common text; a caucus or the office holds a private draft. */
export const isCommon = (scene: Pick<Scene, 'room'>): boolean => scene.room.kind === 'plenary'

/** Whether the rules of the process show in the text whose alternatives they are. */
export const isAttributed = (scene: Pick<Scene, 'process'>): boolean =>
  scene.process.rules.attribution === 'attributed'

/** The words a step is made on must be those its author saw. */
export const current = (clause: Clause | undefined, wording: number): Outcome<void> => {
  if (!clause) return refuse('object.unknown')
  return clause.wording === wording ? done(undefined) : refuse('text.stale', { wording: clause.wording })
}

/** Sponsors are parties of the process; in a common text whose rules do not name them there are none. */
export const sponsorsHold = (scene: Scene, sponsors: readonly string[]): Outcome<void> => {
  const parties = partiesOf(scene)
  const foreign = sponsors.find((party) => !parties.includes(party))
  if (foreign !== undefined) return refuse('text.sponsor-unknown', { party: foreign })
  return isCommon(scene) && !isAttributed(scene) && sponsors.length > 0
    ? refuse('text.attribution-hidden')
    : done(undefined)
}

/** The most positions one clause may hold over all languages and alternatives. */
const longestClause = 200_000

/** A clause may enter a text: it keeps every law, and its sponsors are parties. */
export const seedHolds = (scene: Scene, seed: ClauseSeed): Outcome<void> => {
  const broken = brokenLaw(seed, scene.process.languages)
  if (broken) return refuse('text.law', { clause: seed.id, ...broken })
  if (!isOrder(seed.order)) return refuse('text.order')
  if (sizeOfClause(seed) > longestClause) return refuse('text.clause-too-long', { clause: seed.id })
  const named = alternativesOf(seed).flatMap(({ sponsors, supporters }) => [...sponsors, ...supporters])
  const parties = partiesOf(scene)
  const foreign = named.find((party) => !parties.includes(party))
  return foreign === undefined ? done(undefined) : refuse('text.sponsor-unknown', { party: foreign })
}

/** The chain of clauses above, as its author saw it, is the chain that is there: each link and each wording. */
export const anchorageHolds = (
  scene: Scene,
  parent: string | null,
  under: readonly Anchorage[],
): Outcome<void> => {
  let next = parent
  for (const { clause, wording } of under) {
    const found = scene.find<Clause>(clauseRef(scene.room.id, clause))?.state
    if (next !== clause || !found) return refuse('text.moved')
    if (found.wording !== wording) return refuse('text.stale-above', { clause })
    next = found.parent
  }
  return next === null ? done(undefined) : refuse('text.moved')
}
