/** The single negotiating text: clauses in a tree, one version for everyone. */
import type { Language } from '#domain/parties/localised.ts'
import { type Bracket, liveAlternatives } from './bracket.ts'
import type { Anchorage, Clause } from './clause.ts'
import { type Content, type Passage, replaceBrackets } from './content.ts'

/** A text: its authentic languages, and all its clauses in whatever order. */
export interface Text {
  readonly languages: readonly Language[]
  readonly clauses: readonly Clause[]
}

/** Among siblings: by order, and by id where two were put at the same place at once. */
export const bySibling = (one: Pick<Clause, 'order' | 'id'>, other: Pick<Clause, 'order' | 'id'>): number =>
  one.order === other.order ? (one.id < other.id ? -1 : 1) : one.order < other.order ? -1 : 1

/**
 * The clauses of a text that are in it, in the order of reading, each with how deep it stands (0 at the top).
 * A clause that is out of the text keeps the place of those that hang on it.
 */
export const inReadingOrder = (
  text: Pick<Text, 'clauses'>,
): readonly { readonly clause: Clause; readonly depth: number }[] => {
  const known = new Set(text.clauses.map(({ id }) => id))
  const children = new Map<string | null, Clause[]>()
  for (const clause of text.clauses) {
    const parent = clause.parent !== null && known.has(clause.parent) ? clause.parent : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(clause)
    else children.set(parent, [clause])
  }
  const ordered: { clause: Clause; depth: number }[] = []
  const enter = (parent: string | null, depth: number): void => {
    for (const clause of (children.get(parent) ?? []).toSorted(bySibling)) {
      const present = clause.standing === 'in'
      if (present) ordered.push({ clause, depth })
      enter(clause.id, present ? depth + 1 : depth)
    }
  }
  enter(null, 0)
  return ordered
}

/** The clauses that a clause hangs on, nearest first, with their wording numbers. */
export const anchorageOf = (
  clause: Pick<Clause, 'parent'>,
  find: (id: string) => Clause | undefined,
): readonly Anchorage[] => {
  const above: Anchorage[] = []
  for (let id = clause.parent; id !== null; ) {
    const found = find(id)
    if (!found || above.some((one) => one.clause === id)) break
    above.push({ clause: id, wording: found.wording })
    id = found.parent
  }
  return above
}

/** Chooses an alternative for a bracket: its words, or null for none at all. */
export type Choice = (bracket: Bracket) => Passage | null

/** The content of one language with every bracket resolved by a choice, also those that the chosen words contain. */
export const resolved = (
  content: Content,
  brackets: Clause['brackets'],
  language: Language,
  choose: Choice,
): Content =>
  replaceBrackets(content, (id) => {
    const bracket = brackets[id]
    if (!bracket) return undefined
    const chosen = choose(bracket)?.[language] ?? []
    return resolved(chosen, brackets, language, choose)
  })

/** The reading of one side: its own alternative; else the one it supports; else the words that stood; else none. */
export const choiceOf =
  (party: string): Choice =>
  (bracket) => {
    const live = liveAlternatives(bracket)
    const own =
      live.find(({ sponsors }) => sponsors.includes(party)) ??
      live.find(({ supporters }) => supporters.includes(party)) ??
      live.find(({ stood }) => stood === true)
    return own?.passage ?? null
  }
