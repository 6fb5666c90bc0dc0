/** The acts on a text as a whole: opening it, linking clauses into packages. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type Localised, wellNamed } from '#domain/parties/localised.ts'
import { seatOf } from '#domain/parties/process.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import type { Alternative } from './bracket.ts'
import type { Clause } from './clause.ts'
import { inOrderOfIds } from './drafting.ts'
import { clauseRef, isAttributed, isCommon, officeOf, seedHolds, theText } from './guards.ts'
import { alternativesOf, type ClauseSeed } from './laws.ts'
import { type Followed, followClauses, type Package, type TextState } from './negotiation.ts'
import { noteOf } from './proposal-acts.ts'

interface OpenText {
  readonly title: Localised
  readonly clauses: readonly ClauseSeed[]
}

const idsHold = (clauses: readonly ClauseSeed[]): Outcome<void> => {
  const known = new Map(clauses.map((seed) => [seed.id, seed]))
  if (known.size < clauses.length) return refuse('text.id-used')
  for (const seed of clauses) {
    const above = new Set([seed.id])
    for (let id = seed.parent; id !== null; id = known.get(id)?.parent ?? null) {
      if (!known.has(id)) return refuse('text.parent-unknown')
      if (above.has(id)) return refuse('text.inside-itself')
      above.add(id)
    }
  }
  return done(undefined)
}

/** What a side or the chair has said of an alternative at the table: it cannot have been said before there was a text. */
const isSpokenFor = ({ supporters, status, lapsesAt }: Alternative): boolean =>
  supporters.length > 0 || status === 'supported' || lapsesAt !== undefined

const guardOpen = (posted: Posted<OpenText>, scene: Scene): Outcome<void> => {
  const { clauses, title } = posted.payload
  const named = wellNamed(scene.process.languages, title)
  if (!named.ok) return named
  for (const seed of clauses) {
    const holds = seedHolds(scene, seed)
    if (!holds.ok) return holds
    if (isCommon(scene) && alternativesOf(seed).some(isSpokenFor))
      return refuse('text.spoken-for', { clause: seed.id })
    if (scene.find(clauseRef(posted.room, seed.id))) return refuse('object.exists')
  }
  return idsHold(clauses)
}

const withAlternatives = (
  seed: ClauseSeed,
  make: (alternatives: readonly Alternative[]) => readonly Alternative[],
): ClauseSeed => ({
  ...seed,
  brackets: Object.fromEntries(
    Object.entries(seed.brackets).map(([id, bracket]) => [
      id,
      { ...bracket, alternatives: make(bracket.alternatives) },
    ]),
  ),
})

/** New ids, and the order that follows from them: neither tells from whose draft an alternative comes. */
const renamed = (seed: ClauseSeed, fresh: () => string): ClauseSeed =>
  withAlternatives(seed, (all) => inOrderOfIds(all.map((each) => ({ ...each, id: fresh() }))))

const nameless = (seed: ClauseSeed): ClauseSeed =>
  withAlternatives(seed, (all) => all.map((each) => ({ ...each, sponsors: [], supporters: [] })))

/** A text is opened, and every clause it begins with is entered; the rules say whether sponsors are named there. */
const planOpen = (act: Act<OpenText>, scene: Scene): Outcome<readonly Act[]> => {
  const { title } = act.payload
  const hidden = isCommon(scene) && !isAttributed(scene)
  const clauses = hidden ? act.payload.clauses.map((seed) => renamed(seed, scene.fresh)) : act.payload.clauses
  const sponsors = Object.fromEntries(
    clauses
      .flatMap(alternativesOf)
      .flatMap((each) => (each.sponsors.length > 0 ? [[each.id, each.sponsors]] : [])),
  )
  return done([
    { ...act, payload: { title } },
    ...clauses.map((seed) => ({
      ...act,
      id: scene.fresh(),
      kind: 'clause.enter',
      object: seed.id,
      payload: hidden ? nameless(seed) : seed,
    })),
    ...(hidden ? noteOf(act, scene, sponsors) : []),
  ])
}

type LinkClauses = Omit<Package, 'party' | 'by'>

const guardLink = (posted: Posted<LinkClauses>, scene: Scene, text: TextState | undefined): Outcome<void> => {
  const { id, clauses } = posted.payload
  if (known(text).packages.some((each) => each.id === id)) return refuse('text.id-used')
  const found = clauses.map((clause) => scene.find<Clause>(clauseRef(posted.room, clause))?.state)
  if (found.includes(undefined)) return refuse('object.unknown')
  return found.every((clause) => clause?.standing === 'in') ? done(undefined) : refuse('text.clause-out')
}

const ownParty = (scene: Scene): string | null =>
  seatOf(scene.process, scene.member?.seat ?? '')?.party ?? null

/** The rules, by kind of act. */
export const textActs: Readonly<Record<string, AnyRule>> = {
  'text.open': rule<OpenText, TextState>({
    begins: 'new',
    apply: (_, act) => done({ title: act.payload.title, openedAt: act.at, packages: [], versions: [] }),
    reaches: ({ room, payload }) => payload.clauses.map(({ id }) => clauseRef(room, id)),
    touches: (_, scene) => {
      const office = scene.room.kind === 'plenary' ? officeOf(scene) : undefined
      return office ? [office.id] : []
    },
    guard: (posted, scene) =>
      posted.object === theText ? guardOpen(posted, scene) : refuse('object.unknown'),
    plan: planOpen,
  }),
  'text.link': rule<Package, TextState>({
    begins: 'known',
    blind: true,
    apply: (text, { payload }) =>
      done({
        ...known(text),
        packages: [...known(text).packages, payload].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      }),
    reaches: ({ room, payload }) => payload.clauses.map((clause) => clauseRef(room, clause)),
    guard: guardLink,
    plan: (act, scene) => done([{ ...act, payload: { ...act.payload, party: ownParty(scene) } }]),
  }),
  // What follows from splitting or merging a clause that is linked; nobody posts it.
  'text.carry': rule<Followed, TextState>({
    begins: 'known',
    blind: true,
    apply: (text, { payload }) =>
      done({ ...known(text), packages: followClauses(known(text).packages, payload) }),
  }),
  'text.unlink': rule<{ readonly id: string }, TextState>({
    begins: 'known',
    blind: true,
    apply: (text, { payload }) =>
      done({ ...known(text), packages: known(text).packages.filter(({ id }) => id !== payload.id) }),
    guard: ({ payload }, scene, text) => {
      const found = known(text).packages.find(({ id }) => id === payload.id)
      if (!found) return refuse('object.unknown')
      return found.party === ownParty(scene) ? done(undefined) : refuse('text.not-yours')
    },
  }),
}
