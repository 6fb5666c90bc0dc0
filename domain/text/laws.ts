/** What must hold of every clause; whatever enters a text is asked this first. */
import type { Language } from '#domain/parties/localised.ts'
import { type Alternative, type Bracket, isLive } from './bracket.ts'
import type { Clause } from './clause.ts'
import { bracketsIn, type Passage, widthOfContent } from './content.ts'

/** What a clause brings into a text: its place, its words, its brackets. */
export type ClauseSeed = Pick<
  Clause,
  'id' | 'parent' | 'order' | 'kind' | 'number' | 'passage' | 'brackets' | 'notes'
>

/** The alternatives of all open brackets of a clause. */
export const alternativesOf = (clause: Pick<Clause, 'brackets'>): readonly Alternative[] =>
  Object.values(clause.brackets).flatMap(({ alternatives }) => alternatives)

/** The passages in which brackets of a clause can be marked: its own, and those of its open alternatives. */
const passagesOf = (clause: Pick<Clause, 'passage' | 'brackets'>): readonly Passage[] => [
  clause.passage,
  ...alternativesOf(clause)
    .filter(isLive)
    .map(({ passage }) => passage),
]

const marksIn = (passage: Passage): readonly (readonly [Language, readonly string[]])[] =>
  Object.entries(passage).flatMap(([language, content]) =>
    content === null ? [] : [[language, bracketsIn(content).toSorted()] as const],
  )

/** The bracket that one language of a passage marks and another does not; null when all mark the same. */
export const unevenBracket = (passage: Passage): string | null => {
  const marked = marksIn(passage)
  const all = new Set(marked.flatMap(([, ids]) => ids))
  return (
    [...all].find((id) => marked.some(([, ids]) => ids.filter((each) => each === id).length !== 1)) ?? null
  )
}

const misplaced = (clause: Pick<Clause, 'passage' | 'brackets'>): string | null => {
  const marked = passagesOf(clause).flatMap((passage) => [
    ...new Set(marksIn(passage).flatMap(([, ids]) => ids)),
  ])
  const unknown = marked.find((id) => !Object.hasOwn(clause.brackets, id))
  return (
    unknown ??
    Object.keys(clause.brackets).find((id) => marked.filter((each) => each === id).length !== 1) ??
    null
  )
}

const circular = (clause: Pick<Clause, 'brackets'>): string | null => {
  const inside = ({ alternatives }: Bracket): readonly string[] =>
    alternatives.flatMap(({ passage }) => marksIn(passage).flatMap(([, ids]) => ids))
  const leads = (from: string, seen: ReadonlySet<string>): boolean => {
    const bracket = clause.brackets[from]
    if (seen.has(from)) return true
    return bracket !== undefined && inside(bracket).some((id) => leads(id, new Set([...seen, from])))
  }
  return Object.keys(clause.brackets).find((id) => leads(id, new Set())) ?? null
}

/** The words of a clause in positions, over all languages and alternatives: what it costs to keep. */
export const sizeOfClause = (clause: Pick<Clause, 'passage' | 'brackets'>): number =>
  passagesOf(clause).reduce(
    (sum, passage) =>
      sum + Object.values(passage).reduce((all, content) => all + (content ? widthOfContent(content) : 0), 0),
    0,
  )

/**
 * The law that a clause breaks and where, or null when it keeps all: every language is there and no other; every
 * bracket is marked exactly once in each language that has words; brackets are not inside themselves; no two
 * alternatives share an id; a footnote that is marked is there.
 */
export const brokenLaw = (
  clause: Pick<Clause, 'passage' | 'brackets' | 'notes'>,
  languages: readonly Language[],
): { readonly law: string; readonly at: string } | null => {
  const passages = passagesOf(clause)
  const same = (passage: Passage): boolean =>
    languages.every((language) => passage[language] !== undefined) &&
    Object.keys(passage).every((language) => languages.includes(language))
  const foreign = passages.find((passage) => !same(passage))
  if (foreign) return { law: 'languages', at: Object.keys(foreign).join(', ') }
  const renamed = Object.entries(clause.brackets).find(([id, bracket]) => id !== bracket.id)
  if (renamed) return { law: 'bracket-id', at: renamed[0] }
  const uneven =
    passages.map(unevenBracket).find((id) => id !== null) ?? misplaced(clause) ?? circular(clause)
  if (uneven !== null) return { law: 'brackets', at: uneven }
  const ids = alternativesOf(clause).map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) return { law: 'alternative-id', at: twice }
  const empty = Object.values(clause.brackets).find(({ alternatives }) => !alternatives.some(isLive))
  if (empty) return { law: 'empty-bracket', at: empty.id }
  const note = missingNote(clause, passages)
  return note === null ? null : { law: 'note', at: note }
}

/** A footnote that is marked in one of these passages and is not there; null when all are. */
export const missingNote = (clause: Pick<Clause, 'notes'>, passages: readonly Passage[]): string | null => {
  for (const passage of passages)
    for (const content of Object.values(passage))
      for (const piece of content ?? [])
        if (typeof piece !== 'string' && 'note' in piece && !Object.hasOwn(clause.notes, piece.note))
          return piece.note
  return null
}
