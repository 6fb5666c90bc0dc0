/** The chair's text: one reading without brackets, which says of every word that is not agreed why it stands there. */
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, liveAlternatives } from './bracket.ts'
import type { Clause } from './clause.ts'
import type { Content } from './content.ts'

/**
 * Why an alternative stands in the chair's text: every side stands behind it; it is the mediator's bridge; it is what
 * stood before the bracket was opened. `open`: none of these, and the chair does not choose between the sides.
 */
export const chairGrounds = ['all', 'bridge', 'stood', 'open'] as const
export type ChairGround = (typeof chairGrounds)[number]

/** What the chair's text has in the place of a bracket; no alternative where it is left open. */
export interface ChairChoice {
  readonly ground: ChairGround
  readonly alternative: Alternative | null
}

// Of several bridges the one that was made on the latest wording; their ids decide where that is the same.
const latest = (one: Alternative, other: Alternative): number =>
  other.base - one.base || (one.id < other.id ? -1 : 1)

/** What the chair's text has for a bracket. It never prefers a side: which party is which makes no difference. */
export const chairChoice = (bracket: Bracket, parties: readonly string[]): ChairChoice => {
  const live = liveAlternatives(bracket)
  const behindAll = live.find(
    ({ sponsors, supporters }) =>
      parties.length > 0 && parties.every((party) => sponsors.includes(party) || supporters.includes(party)),
  )
  if (behindAll) return { ground: 'all', alternative: behindAll }
  const [bridge] = live.filter((each) => each.bridge).toSorted(latest)
  if (bridge) return { ground: 'bridge', alternative: bridge }
  const stood = live.find((each) => each.stood)
  return stood ? { ground: 'stood', alternative: stood } : { ground: 'open', alternative: null }
}

/** A stretch of the chair's text: agreed words (no choice), or what stands for a bracket. */
export interface ChairRun {
  readonly content: Content
  readonly choice: (ChairChoice & { readonly bracket: string }) | null
}

/**
 * One clause of the chair's text in one language, in order; null where it is not yet translated. No run holds a bracket
 * mark. A bracket inside chosen words is decided in the same way, and its words carry its own ground.
 */
export const chairReading = (
  clause: Pick<Clause, 'passage' | 'brackets'>,
  language: Language,
  parties: readonly string[],
): readonly ChairRun[] | null => {
  const content = clause.passage[language] ?? null
  return content === null ? null : runsOf(content, clause.brackets, language, parties, null)
}

const runsOf = (
  content: Content,
  brackets: Clause['brackets'],
  language: Language,
  parties: readonly string[],
  within: ChairRun['choice'],
): readonly ChairRun[] => {
  const runs: ChairRun[] = []
  let plain: Content = []
  const rest = (): void => {
    if (plain.length > 0) runs.push({ content: plain, choice: within })
    plain = []
  }
  for (const piece of content) {
    const bracket = typeof piece !== 'string' && 'bracket' in piece ? brackets[piece.bracket] : undefined
    if (typeof piece === 'string' || !('bracket' in piece)) plain = [...plain, piece]
    if (!bracket) continue
    rest()
    const choice = { ...chairChoice(bracket, parties), bracket: bracket.id }
    const words = choice.alternative?.passage[language] ?? []
    const inner = runsOf(words, brackets, language, parties, choice)
    runs.push(...(inner.length > 0 ? inner : [{ content: [], choice }]))
  }
  rest()
  return runs
}
