/** The acts of proposals: a party makes one in its channel, the mediator enters it in the common text or gives it back. */
import type { Wording } from '#domain/language/wording.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { partyOf } from '#domain/parties/process.ts'
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
import { newAlternative } from './bracket.ts'
import { commonClause } from './clause-acts.ts'
import { mapPassage } from './content.ts'
import { bracketNamed, type NewAlternative, wordsHold } from './drafting.ts'
import { clauseRef, current, isAttributed, officeOf, plenaryOf, speaksFor, textRef } from './guards.ts'
import type { ClauseSeed } from './laws.ts'
import {
  type Entered,
  enterProposal,
  type MakeProposal,
  openProposal,
  type Proposal,
  proposalTakenOut,
  returnProposal,
  type Stance,
  type Target,
  withdrawProposal,
} from './proposal.ts'
import { openAlternative } from './settling.ts'

type Reach = Pick<Scene, 'rooms'>

/** What a target stands on, in the room of the common text. */
const targetRefs = (scene: Reach, target: Target): readonly Ref[] => {
  const plenary = plenaryOf(scene)
  if (!plenary) return []
  const clause = target.on === 'place' ? target.parent : target.clause
  return [textRef(plenary.id), ...(clause === null ? [] : [clauseRef(plenary.id, clause)])]
}

/** The target is there in the common text, with the words that were seen. */
const targetHolds = (scene: Scene, target: Target): Outcome<void> => {
  const plenary = plenaryOf(scene)
  if (!plenary || !scene.find(textRef(plenary.id))) return refuse('text.none')
  if (target.on === 'place')
    return target.parent === null || commonClause(scene, target.parent)
      ? done(undefined)
      : refuse('text.parent-unknown')
  const clause = commonClause(scene, target.clause)
  if (target.on === 'words') return current(clause, target.wording)
  return clause && bracketNamed(clause, target.bracket) ? done(undefined) : refuse('text.bracket-closed')
}

/** The words keep the laws of the clause they are meant for; a new clause begins without footnotes. */
const worded = (scene: Scene, { passage, target }: MakeProposal): Outcome<void> => {
  const clause = target.on === 'place' ? undefined : commonClause(scene, target.clause)
  return wordsHold(clause?.notes ?? {}, scene.process.languages, passage)
}

const ofOwnParty = (_: Posted<unknown>, scene: Scene, proposal: Proposal | undefined): Outcome<void> => {
  const party = speaksFor(scene)
  if (!party.ok) return party
  return proposal?.party === party.value ? done(undefined) : refuse('text.not-yours')
}

/** What the mediator asks: to enter it where it was meant or, when the words have changed since, at a place found anew. */
interface Enter {
  readonly target: Target
}

/** The mediator finds the place anew in the same clause; it does not turn one proposal into another. */
const sameMatter = (meant: Target, asked: Target): boolean =>
  meant.on === 'place' ? asked.on === 'place' : asked.on !== 'place' && asked.clause === meant.clause

const guardEnter = (posted: Posted<Enter>, scene: Scene, proposal: Proposal | undefined): Outcome<void> => {
  const { target: meant, standing } = known(proposal)
  if (standing !== 'made') return refuse('proposal.settled')
  const { target } = posted.payload
  return sameMatter(meant, target) ? targetHolds(scene, target) : refuse('proposal.other-clause')
}

const placed = (
  proposal: Proposal,
  target: Target,
  alternative: NewAlternative,
  scene: Scene,
): Pick<Act, 'kind' | 'object' | 'payload'> & { readonly bracket: string } => {
  if (target.on === 'bracket') {
    const { bracket, clause } = target
    return { kind: 'clause.alternative', object: clause, payload: { bracket, alternative }, bracket }
  }
  const bracket = scene.fresh()
  if (target.on === 'words') {
    const { clause, on: _, ...where } = target
    const payload = { ...where, bracket, stood: scene.fresh(), alternative }
    return { kind: 'clause.bracket', object: clause, payload, bracket }
  }
  const id = scene.fresh()
  const passage = mapPassage(proposal.passage, () => [{ bracket }])
  const seed: ClauseSeed = {
    id,
    parent: target.parent,
    order: target.order,
    kind: target.kind,
    passage,
    brackets: { [bracket]: { id: bracket, alternatives: [newAlternative(alternative)] } },
    notes: {},
  }
  return { kind: 'clause.enter', object: id, payload: seed, bracket }
}

/** Who proposed what, where the text itself does not say: the mediator's own note, in the office. */
export interface Attribution {
  readonly sponsors: Readonly<Record<string, readonly string[]>>
}

/** The note of an attribution, when the rules keep it for the mediator; nothing otherwise. */
export const noteOf = (
  act: Act<unknown>,
  scene: Scene,
  sponsors: Attribution['sponsors'],
): readonly Act[] => {
  const office = officeOf(scene)
  if (!office || scene.process.rules.attribution !== 'mediator-only') return []
  const payload: Attribution = { sponsors }
  return [
    { ...act, id: scene.fresh(), room: office.id, kind: 'attribution.note', object: scene.fresh(), payload },
  ]
}

const planEnter = (act: Act<Enter>, scene: Scene, state: Proposal | undefined): Outcome<readonly Act[]> => {
  const proposal = known(state)
  const plenary = plenaryOf(scene)
  if (!plenary) return refuse('text.none')
  const named = isAttributed(scene)
  const alternative: NewAlternative = {
    id: scene.fresh(),
    passage: proposal.passage,
    sponsors: named ? [proposal.party] : [],
  }
  const there = placed(proposal, act.payload.target, alternative, scene)
  const { bracket, ...written } = there
  const entered: Entered = { clause: written.object, bracket, alternative: alternative.id, at: act.at }
  const stance = {
    id: scene.fresh(),
    kind: 'stance.note',
    object: alternative.id,
    payload: { party: proposal.party, clause: written.object, supports: true },
  }
  return done([
    { ...act, payload: entered },
    { ...act, ...written, id: scene.fresh(), room: plenary.id },
    ...(named ? [] : [{ ...act, ...stance }]),
    ...(named ? [] : noteOf(act, scene, { [alternative.id]: [proposal.party] })),
  ])
}

/** Who takes a proposal back no longer stands behind it, also while it still stands in the common text. */
const planWithdraw = (
  act: Act<Record<string, never>>,
  scene: Scene,
  state: Proposal | undefined,
): Outcome<readonly Act[]> => {
  const { party, entered } = known(state)
  if (!entered || isAttributed(scene)) return done([act])
  const payload = { party, clause: entered.clause, supports: false }
  const stance = { ...act, id: scene.fresh(), kind: 'stance.note', object: entered.alternative, payload }
  return done([act, stance])
}

const planTakeOut = (
  act: Act<unknown>,
  scene: Scene,
  state: Proposal | undefined,
): Outcome<readonly Act[]> => {
  const plenary = plenaryOf(scene)
  const entered = known(state).entered
  if (!plenary || !entered) return refuse('proposal.not-withdrawn')
  const out = {
    kind: 'clause.take-out',
    object: entered.clause,
    payload: { alternative: entered.alternative },
  }
  return done([act, { ...act, ...out, id: scene.fresh(), room: plenary.id }])
}

/** The rooms a proposal is entered in: the common text's, and the office for the note. */
const touched = (_: unknown, scene: Reach): readonly string[] =>
  [plenaryOf(scene), officeOf(scene)].flatMap((room) => (room ? [room.id] : []))

const proposing: Readonly<Record<string, AnyRule>> = {
  'proposal.make': rule<MakeProposal & { readonly party: string }, Proposal>({
    begins: 'new',
    apply: (_, act) => done(openProposal(act.payload, actorOf(act), act.at)),
    reaches: ({ payload }, scene) => targetRefs(scene, payload.target),
    guard: ({ payload }, scene) => {
      const holds = targetHolds(scene, payload.target)
      return holds.ok ? worded(scene, payload) : holds
    },
    plan: (act, scene) => {
      const party = speaksFor(scene)
      return party.ok ? done([{ ...act, payload: { ...act.payload, party: party.value } }]) : party
    },
  }),
  'proposal.withdraw': rule<Record<string, never>, Proposal>({
    begins: 'known',
    apply: (proposal) => withdrawProposal(known(proposal)),
    reaches: ({ room }) => [{ room, kind: 'stance', object: anyObject }],
    guard: ofOwnParty,
    plan: planWithdraw,
  }),
  'proposal.return': rule<{ readonly remark?: Wording }, Proposal>({
    begins: 'known',
    apply: (proposal, { payload }) => returnProposal(known(proposal), payload.remark),
  }),
  'proposal.enter': rule<Enter, Proposal>({
    begins: 'known',
    apply: (proposal, act) => enterProposal(known(proposal), act.payload as unknown as Entered),
    // The proposal is not known yet when this is asked: the mediator names the clause again.
    reaches: ({ payload }, scene) => targetRefs(scene, payload.target),
    touches: touched,
    guard: guardEnter,
    plan: planEnter,
  }),
  'proposal.take-out': rule<{ readonly clause: string }, Proposal>({
    begins: 'known',
    apply: (proposal) => proposalTakenOut(known(proposal)),
    reaches: ({ payload }, scene) => {
      const plenary = plenaryOf(scene)
      return plenary ? [clauseRef(plenary.id, payload.clause)] : []
    },
    touches: touched,
    // A clause may have been split or merged since: the mediator names the one in which the words stand now.
    guard: ({ payload }, scene, proposal) => {
      const clause = commonClause(scene, payload.clause)
      const open = clause && proposal?.entered && openAlternative(clause, proposal.entered.alternative)
      return open?.ok ? done(undefined) : refuse('proposal.not-withdrawn')
    },
    plan: planTakeOut,
  }),
}

const stances: Readonly<Record<string, AnyRule>> = {
  'stance.take': rule<Omit<Stance, 'by' | 'at'>, Stance>({
    begins: 'either',
    blind: true,
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    reaches: ({ payload }, scene) => {
      const plenary = plenaryOf(scene)
      return plenary ? [clauseRef(plenary.id, payload.clause)] : []
    },
    guard: ({ object, payload }, scene) => {
      if (isAttributed(scene)) return refuse('text.attribution-open')
      const clause = commonClause(scene, payload.clause)
      const all = Object.values(clause?.brackets ?? {}).flatMap(({ alternatives }) => alternatives)
      return all.some(({ id }) => id === object) ? done(undefined) : refuse('text.alternative-unknown')
    },
    plan: (act, scene) => {
      const party = partyOf(scene.process, scene.room)?.key
      return party === undefined
        ? refuse('act.not-here')
        : done([{ ...act, payload: { ...act.payload, party } }])
    },
  }),
  // That a party stands behind what it proposed itself, and no longer does; it comes with the entering and the withdrawing.
  'stance.note': rule<Omit<Stance, 'by' | 'at'>, Stance>({
    begins: 'either',
    blind: true,
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
  }),
  'attribution.note': rule<Attribution, Attribution>({
    begins: 'new',
    apply: (_, act) => done(act.payload),
  }),
}

/** The rules, by kind of act. */
export const proposalActs: Readonly<Record<string, AnyRule>> = { ...proposing, ...stances }
