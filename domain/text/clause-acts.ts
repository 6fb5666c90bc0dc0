/** The acts on a clause, in the common text and in private drafts: who may, on which words, and what comes of it. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Act } from '#domain/record/act.ts'
import {
  type AnyRule,
  actorOf,
  anyObject,
  known,
  type Posted,
  type Ref,
  rule,
  type Scene,
} from '#domain/record/rule.ts'
import { isLive } from './bracket.ts'
import { passageHashes } from './canonical.ts'
import type { Agreement, Anchorage, Clause } from './clause.ts'
import {
  agree,
  certify,
  declineClause,
  isConcordant,
  liftReservation,
  reopen,
  reserve,
  support,
} from './consent.ts'
import { enteringActs, onSeen, type Seen } from './entering-acts.ts'
import {
  anchorageHolds,
  clauseRef,
  current,
  inName,
  isAttributed,
  isCommon,
  officeOf,
  partiesOf,
  plenaryOf,
  speaksFor,
  textRef,
  theText,
} from './guards.ts'
import { alternativesOf, type ClauseSeed } from './laws.ts'
import type { Followed, TextState } from './negotiation.ts'
import {
  type Merged,
  mergedAway,
  mergeInto,
  moveClause,
  numberClause,
  type Place,
  splitParts,
} from './placing.ts'
import type { Stance } from './proposal.ts'
import { adopt, announceLapse, lapse, takeOut, withdrawFrom } from './settling.ts'
import { guardOwnWord, leaderships, mayGiveWordOn } from './successor.ts'

/** The party is written into the act by the server's rule, never taken from what was posted. */
interface InParty {
  readonly party: string
}

/**
 * Stances in the channels count where the rules do not name sponsors: they are how a party tells the mediator. They are
 * on an alternative of one clause; in a clause into which its words were merged the side says again where it stands.
 */
const stancesOn = (scene: Pick<Scene, 'process' | 'rooms'>, alternative: string) =>
  isAttributed(scene)
    ? []
    : scene.rooms
        .filter(({ kind }) => kind === 'channel')
        .map(({ id }) => ({ room: id, kind: 'stance', object: alternative }))

/** A package that was put to parties apart from each other, as far as it says which alternatives it takes. */
interface PutApart {
  readonly standing: string
  readonly to: readonly string[]
  readonly chosen: readonly {
    readonly closes?: readonly { readonly clause: string; readonly alternative: string }[] | undefined
  }[]
}

const ballotsOf = (scene: Pick<Scene, 'rooms'>): readonly Ref[] => {
  const office = officeOf(scene)
  return office ? [{ room: office.id, kind: 'ballot', object: anyObject }] : []
}

/** The parties that have accepted an alternative as part of a package, in their caucuses and blind to each other. */
const acceptedBy = (scene: Scene, clause: string, alternative: string): readonly string[] =>
  ballotsOf(scene)
    .flatMap(({ room, kind }) => scene.all<PutApart>(room, kind))
    .filter(
      ({ state }) =>
        state.standing === 'accepted' &&
        state.chosen.some(({ closes = [] }) =>
          closes.some((place) => place.clause === clause && place.alternative === alternative),
        ),
    )
    .flatMap(({ state }) => state.to)

const guardAdopt = (
  posted: Posted<Seen & { readonly alternative: string }>,
  scene: Scene,
  clause: Clause | undefined,
): Outcome<void> => {
  const seen = onSeen(posted, scene, clause)
  if (!seen.ok || !isCommon(scene)) return seen
  const id = posted.payload.alternative
  const found = alternativesOf(known(clause)).find((each) => each.id === id)
  const said = stancesOn(scene, id)
    .map((ref) => scene.find<Stance>(ref)?.state)
    .flatMap((stance) => (stance?.supports && stance.clause === posted.object ? [stance.party] : []))
  const behind = [
    ...(found?.sponsors ?? []),
    ...(found?.supporters ?? []),
    ...said,
    ...acceptedBy(scene, posted.object, id),
  ]
  const missing = partiesOf(scene).find((party) => !behind.includes(party))
  return missing === undefined ? done(undefined) : refuse('text.not-supported-by-all', { party: missing })
}

const settling: Readonly<Record<string, AnyRule>> = {
  'clause.support': rule<{ readonly alternative: string } & InParty, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => support(known(clause), payload.alternative, payload.party),
    guard: (_, scene) => (isAttributed(scene) ? done(undefined) : refuse('text.attribution-hidden')),
    plan: inName,
  }),
  'clause.withdraw': rule<{ readonly alternative: string } & InParty, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => withdrawFrom(known(clause), payload.alternative, payload.party, at),
    guard: (_, scene) => (isAttributed(scene) ? done(undefined) : refuse('text.attribution-hidden')),
    plan: inName,
  }),
  'clause.retract': rule<{ readonly alternative: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => takeOut(known(clause), payload.alternative, at),
    guard: ({ payload }, _, clause) =>
      alternativesOf(known(clause)).some(({ id, bridge }) => id === payload.alternative && bridge)
        ? done(undefined)
        : refuse('text.not-yours'),
  }),
  // What follows from a party's withdrawal in its channel; nobody posts it.
  'clause.take-out': rule<{ readonly alternative: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => takeOut(known(clause), payload.alternative, at),
  }),
  'clause.adopt': rule<Seen & { readonly alternative: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => adopt(known(clause), payload.alternative, at),
    reaches: ({ payload }, scene) => [...stancesOn(scene, payload.alternative), ...ballotsOf(scene)],
    guard: guardAdopt,
  }),
  'clause.announce-lapse': rule<{ readonly alternative: string; readonly until: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => announceLapse(known(clause), payload.alternative, payload.until),
    guard: ({ payload }, scene) =>
      Date.parse(payload.until) > Date.parse(scene.at) ? done(undefined) : refuse('silence.deadline-past'),
  }),
  'clause.lapse': rule<{ readonly alternative: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => lapse(known(clause), payload.alternative, at),
    guard: ({ payload }, _, clause) =>
      alternativesOf(known(clause)).some(({ id, ...each }) => id === payload.alternative && isLive(each))
        ? done(undefined)
        : refuse('text.alternative-unknown'),
  }),
}

/** What a move asks: the new place, and the chain of clauses from there up, so that none can come to hang on itself. */
interface Move extends Place, Seen {
  readonly above: readonly string[]
}

const guardMove = (posted: Posted<Move>, scene: Scene, clause: Clause | undefined): Outcome<void> => {
  const seen = onSeen(posted, scene, clause)
  if (!seen.ok) return seen
  const { parent, above } = posted.payload
  let next = parent
  for (const id of above) {
    const found = scene.find<Clause>(clauseRef(posted.room, id))?.state
    if (next !== id || !found) return refuse('text.moved')
    if (id === posted.object) return refuse('text.inside-itself')
    next = found.parent
  }
  return next === null ? done(undefined) : refuse('text.moved')
}

interface Split extends Seen {
  readonly at: Readonly<Record<Language, number>>
  /** The id and the order of the clause that takes what comes after. */
  readonly id: string
  readonly order: string
}

/** What was linked with a clause stays linked with its words, wherever they go. */
const carried = (act: Act<unknown>, scene: Scene, followed: Followed): readonly Act[] => {
  const text = scene.find<TextState>(textRef(act.room))?.state
  const isLinked = text?.packages.some(({ clauses }) => clauses.includes(followed.clause))
  return isLinked
    ? [{ ...act, id: scene.fresh(), kind: 'text.carry', object: theText, payload: followed }]
    : []
}

const planSplit = (act: Act<Split>, scene: Scene, clause: Clause | undefined): Outcome<readonly Act[]> => {
  const whole = known(clause)
  const parts = splitParts(whole, act.payload.at)
  if (!parts.ok) return parts
  const { id, order } = act.payload
  if (scene.find(clauseRef(act.room, id))) return refuse('object.exists')
  const seed: ClauseSeed = { id, parent: whole.parent, order, kind: whole.kind, ...parts.value.rest }
  // A reservation is on all the words of the clause, and so on both its parts.
  const payload = { ...seed, reservations: whole.reservations }
  const opened = { ...act, id: scene.fresh(), kind: 'clause.enter', object: id, payload }
  return done([act, opened, ...carried(act, scene, { clause: whole.id, into: id, stays: true })])
}

interface Merge extends Seen {
  readonly other: string
  readonly otherWording: number
}

const planMerge = (act: Act<Merge>, scene: Scene): Outcome<readonly Act[]> => {
  const other = scene.find<Clause>(clauseRef(act.room, act.payload.other))?.state
  if (other?.standing !== 'in' || other.id === act.object) return refuse('text.clause-out')
  const { passage, brackets, notes, reservations, settled } = other
  const merged: Merged = { clause: other.id, passage, brackets, notes, reservations, settled }
  return done([
    { ...act, payload: merged },
    {
      ...act,
      id: scene.fresh(),
      kind: 'clause.merged',
      object: other.id,
      payload: { into: act.object },
    },
    ...carried(act, scene, { clause: other.id, into: act.object, stays: false }),
  ])
}

const placing: Readonly<Record<string, AnyRule>> = {
  'clause.move': rule<Move, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => moveClause(known(clause), payload),
    reaches: ({ room, payload }) => payload.above.map((id) => clauseRef(room, id)),
    guard: guardMove,
  }),
  'clause.number': rule<Seen & { readonly number: string | null }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => numberClause(known(clause), payload.number),
    guard: onSeen,
  }),
  'clause.split': rule<Split, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => {
      const parts = splitParts(known(clause), payload.at)
      return parts.ok ? done(parts.value.kept) : parts
    },
    reaches: ({ room, payload }) => [clauseRef(room, payload.id), textRef(room)],
    guard: onSeen,
    plan: planSplit,
  }),
  'clause.merge': rule<Merge, Clause>({
    begins: 'known',
    blind: true,
    // What is recorded holds the words that came, so that the clause can be replayed from its own acts.
    apply: (clause, { payload }) => mergeInto(known(clause), payload as unknown as Merged),
    reaches: ({ room, payload }) => [clauseRef(room, payload.other), textRef(room)],
    guard: (posted, scene, clause) => {
      const seen = onSeen(posted, scene, clause)
      if (!seen.ok) return seen
      const other = scene.find<Clause>(clauseRef(posted.room, posted.payload.other))?.state
      return current(other, posted.payload.otherWording)
    },
    plan: planMerge,
  }),
  'clause.merged': rule<{ readonly into: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => mergedAway(known(clause), payload.into),
  }),
}

/** What a party says when it agrees. */
interface Agree extends Seen {
  readonly degree: Agreement['degree']
  readonly under: readonly Anchorage[]
  readonly subjectToConformity: boolean
}

const guardAgree = (posted: Posted<Agree>, scene: Scene, clause: Clause | undefined): Outcome<void> => {
  const { payload } = posted
  const seen = onSeen(posted, scene, clause)
  if (!seen.ok) return seen
  const above = anchorageHolds(scene, known(clause).parent, payload.under)
  if (!above.ok) return above
  const party = speaksFor(scene)
  if (!party.ok) return party
  const word = mayGiveWordOn(scene, known(clause), party.value)
  if (!word.ok) return word
  const concordant = isConcordant(known(clause), passageHashes(known(clause)), partiesOf(scene))
  if (payload.degree === 'ad-referendum')
    return concordant || payload.subjectToConformity ? done(undefined) : refuse('text.not-concordant')
  if (!concordant || payload.subjectToConformity) return refuse('text.not-concordant')
  const before = known(clause).agreements.find((each) => each.party === party.value)
  return before?.wording === payload.wording ? done(undefined) : refuse('text.not-agreed-yet')
}

const consenting: Readonly<Record<string, AnyRule>> = {
  'clause.agree': rule<Agree & InParty, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, act) => agree(known(clause), { ...act.payload, by: actorOf(act), at: act.at }),
    reaches: ({ room, payload }, scene) => [
      ...payload.under.map((each) => clauseRef(room, each.clause)),
      ...leaderships(scene),
    ],
    guard: guardAgree,
    plan: inName,
  }),
  'clause.decline': rule<Seen & InParty, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => declineClause(known(clause), payload.party),
    reaches: (_, scene) => leaderships(scene),
    guard: guardOwnWord,
    plan: inName,
  }),
  'clause.reopen': rule<Seen, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause) => reopen(known(clause)),
    reaches: (_, scene) => leaderships(scene),
    guard: guardOwnWord,
  }),
  'clause.certify': rule<Seen & InParty & { readonly hashes: Readonly<Record<Language, string>> }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, act) => {
      const { party, hashes } = act.payload
      return certify(known(clause), { party, hashes, by: actorOf(act), at: act.at })
    },
    guard: (posted, scene, clause) => {
      const seen = onSeen(posted, scene, clause)
      if (!seen.ok) return seen
      const hashes = passageHashes(known(clause))
      const same = Object.entries(hashes).every(
        ([language, hash]) => posted.payload.hashes[language] === hash,
      )
      return same ? done(undefined) : refuse('text.other-hash')
    },
    plan: inName,
  }),
  'clause.reserve': rule<
    InParty & { readonly id: string; readonly words: Clause['reservations'][0]['words'] },
    Clause
  >({
    begins: 'known',
    blind: true,
    apply: (clause, act) => reserve(known(clause), { ...act.payload, by: actorOf(act), at: act.at }),
    plan: inName,
  }),
  'clause.lift': rule<InParty & { readonly id: string }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload, at }) => liftReservation(known(clause), payload.id, payload.party, at),
    plan: inName,
  }),
}

/** The rules, by kind of act. */
export const clauseActs: Readonly<Record<string, AnyRule>> = {
  ...enteringActs,
  ...settling,
  ...placing,
  ...consenting,
}

/** The common text's clause of this id, as a scene sees it from any room. */
export const commonClause = (scene: Pick<Scene, 'rooms' | 'find'>, clause: string): Clause | undefined => {
  const plenary = plenaryOf(scene)
  return plenary ? scene.find<Clause>(clauseRef(plenary.id, clause))?.state : undefined
}
