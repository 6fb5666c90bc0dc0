/** Acts that bring words into a text: whose words they may be, and which of them nobody is the author of. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Act } from '#domain/record/act.ts'
import { type AnyRule, known, type Posted, rule, type Scene } from '#domain/record/rule.ts'
import { type Clause, newClause } from './clause.ts'
import { bracketsIn, type Content, type Passage } from './content.ts'
import {
  addAlternative,
  type NewAlternative,
  type OpenBracket,
  openBracket,
  translatePassage,
  writeClause,
} from './drafting.ts'
import { clauseRef, current, isCommon, seedHolds, sponsorsHold, textRef } from './guards.ts'
import { alternativesOf, type ClauseSeed } from './laws.ts'

/** The wording number of the clause that the actor saw. */
export interface Seen {
  readonly wording: number
}

/** The words of an act must be those its author saw. */
export const onSeen = <P extends Seen>(
  posted: Posted<P>,
  _: Scene,
  clause: Clause | undefined,
): Outcome<void> => current(clause, posted.payload.wording)

// In the common text the mediator writes words of its own only as a bridge; a party's words come by its proposal.
const ownWords = (scene: Scene, alternative: NewAlternative): Outcome<void> => {
  if (alternative.nonPaper && !alternative.bridge) return refuse('text.non-paper-bridge')
  if (isCommon(scene) && (alternative.bridge !== true || alternative.sponsors.length > 0))
    return refuse('text.bridge-only')
  return sponsorsHold(scene, alternative.sponsors)
}

/** A bridge that is a non-paper is recorded without an actor; so is the clause it comes as. */
const withoutAuthor = (act: Act, alternatives: readonly NewAlternative[]): Outcome<readonly Act[]> =>
  done([alternatives.some(({ nonPaper }) => nonPaper) ? { ...act, by: null } : act])

const isBracketedWhole = (passage: Passage): boolean =>
  Object.values(passage).every(
    (content) => content === null || (content.length === 1 && bracketsIn(content).length === 1),
  )

/** The mediator enters a clause of its own into the common text as a bridge, in a bracket; drafts are free. */
const guardEnter = (posted: Posted<ClauseSeed>, scene: Scene): Outcome<void> => {
  const seed = posted.payload
  if (seed.id !== posted.object) return refuse('text.id-used')
  const holds = seedHolds(scene, seed)
  if (!holds.ok) return holds
  if (!scene.find(textRef(posted.room))) return refuse('text.none')
  if (seed.parent !== null && !scene.find(clauseRef(posted.room, seed.parent)))
    return refuse('text.parent-unknown')
  if (alternativesOf(seed).some(({ nonPaper, bridge }) => nonPaper && !bridge))
    return refuse('text.non-paper-bridge')
  if (!isCommon(scene)) return done(undefined)
  if (!isBracketedWhole(seed.passage)) return refuse('text.new-clause-bracketed')
  const bridging = alternativesOf(seed).every(
    ({ bridge, sponsors, supporters }) => bridge && sponsors.length + supporters.length === 0,
  )
  return bridging ? done(undefined) : refuse('text.bridge-only')
}

/** The rules, by kind of act. */
export const enteringActs: Readonly<Record<string, AnyRule>> = {
  'clause.enter': rule<ClauseSeed, Clause>({
    begins: 'new',
    apply: (_, act) => done(newClause(act.payload)),
    reaches: ({ room, payload }) => [
      textRef(room),
      ...(payload.parent === null ? [] : [clauseRef(room, payload.parent)]),
    ],
    guard: guardEnter,
    plan: (act) => withoutAuthor(act, alternativesOf(act.payload)),
  }),
  'clause.bracket': rule<OpenBracket & Seen, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, act) => openBracket(known(clause), act.payload),
    guard: (posted, scene, clause) => {
      const seen = onSeen(posted, scene, clause)
      return seen.ok ? ownWords(scene, posted.payload.alternative) : seen
    },
    plan: (act) => withoutAuthor(act, [act.payload.alternative]),
  }),
  'clause.alternative': rule<{ readonly bracket: string; readonly alternative: NewAlternative }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => addAlternative(known(clause), payload.bracket, payload.alternative),
    guard: (posted, scene) => ownWords(scene, posted.payload.alternative),
    plan: (act) => withoutAuthor(act, [act.payload.alternative]),
  }),
  'clause.translate': rule<
    { readonly language: Language; readonly content: Content; readonly alternative?: string },
    Clause
  >({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => translatePassage(known(clause), payload),
  }),
  'clause.write': rule<Seen & { readonly passage: Passage }, Clause>({
    begins: 'known',
    blind: true,
    apply: (clause, { payload }) => writeClause(known(clause), payload.passage),
    guard: onSeen,
  }),
}
