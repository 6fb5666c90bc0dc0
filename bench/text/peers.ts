/** What the comparison stands beside: plain `diff`, and a diff of ProseMirror documents made as editors make it. */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset'
import { type Node, Schema } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { writeClause } from '../../domain/text/notation/write.ts'
import { inReadingOrder, type Text } from '../../domain/text/text.ts'

/** What a peer has found, in both languages: words taken out, words put in. Which clause moved where no peer says. */
export interface Found {
  readonly removed: number
  readonly added: number
}

/** The clauses of a text in one language, in the order of reading. */
export const linesOf = (text: Text, language: string): readonly string[] =>
  inReadingOrder(text).map(({ clause }) => writeClause(clause, language))

/** How many words and figures stand in a passage. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

interface Part {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

const tally = (parts: readonly Part[]): Found => ({
  removed: parts.reduce((sum, part) => sum + (part.removed ? countWords(part.value) : 0), 0),
  added: parts.reduce((sum, part) => sum + (part.added ? countWords(part.value) : 0), 0),
})

/** Counting what was found is not part of the finding, and is done only when asked. */
export type Counting = () => Found

/** The whole text as one string, word by word; undefined when it is not done in so many milliseconds. */
export const byWords = (
  one: readonly string[],
  other: readonly string[],
  patience: number,
): Counting | undefined => {
  const parts = diffWordsWithSpace(one.join('\n'), other.join('\n'), { timeout: patience })
  return parts && (() => tally(parts))
}

/** Clause by clause: a clause in which one word changed is a clause taken out and another put in. */
export const byClauses = (one: readonly string[], other: readonly string[]): Counting => {
  const parts = diffArrays([...one], [...other])
  return () => tally(parts.map((part) => ({ ...part, value: part.value.join('\n') })))
}

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
})
const paragraph = (words: string): Node =>
  schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])

/** A ProseMirror document: one paragraph for each clause. */
export const documentOf = (lines: readonly string[]): Node => schema.node('doc', null, lines.map(paragraph))

const linesIn = (doc: Node): readonly string[] =>
  Array.from({ length: doc.childCount }, (_, i) => doc.child(i).textContent)

/** Rewrites the paragraph that begins at `start` word by word; gives the position after it. */
const rewrite = (made: Transform, start: number, before: string, after: string): number => {
  let at = start + 1
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (removed) made.delete(at, at + value.length)
    else if (added) made.insert(at, schema.text(value))
    at += removed ? 0 : value.length
  }
  return at + 1
}

/** Steps that make one document of the other: paragraphs lined up first, then words within those that differ. */
const stepsBetween = (one: Node, other: Node): Transform => {
  const made = new Transform(one)
  let at = 0
  let gone: readonly string[] = []
  const deleteRest = (): void => {
    const size = gone.reduce((sum, words) => sum + words.length + 2, 0)
    if (size > 0) made.delete(at, at + size)
    gone = []
  }
  for (const part of diffArrays([...linesIn(one)], [...linesIn(other)])) {
    if (part.removed) {
      gone = part.value
      continue
    }
    if (part.added) {
      const pairs = Math.min(gone.length, part.value.length)
      for (let i = 0; i < pairs; i += 1) at = rewrite(made, at, gone[i] ?? '', part.value[i] ?? '')
      gone = gone.slice(pairs)
      for (const words of part.value.slice(pairs)) {
        made.insert(at, paragraph(words))
        at += words.length + 2
      }
    }
    deleteRest()
    if (!part.added) at += part.value.reduce((sum, words) => sum + words.length + 2, 0)
  }
  deleteRest()
  return made
}

/**
 * The changes between two ProseMirror documents, made as `recreateTransform` makes them (steps recreated from the two
 * states, words within a paragraph by `diff`) and simplified by `prosemirror-changeset` to whole words.
 */
export const byProseMirror = (one: Node, other: Node): Counting => {
  const made = stepsBetween(one, other)
  const set = ChangeSet.create(one).addSteps(made.doc, made.mapping.maps, null)
  const changes = simplifyChanges(set.changes, made.doc)
  const words = (doc: Node, from: number, to: number): number => countWords(doc.textBetween(from, to, '\n'))
  return () => ({
    removed: changes.reduce((sum, { fromA, toA }) => sum + words(one, fromA, toA), 0),
    added: changes.reduce((sum, { fromB, toB }) => sum + words(other, fromB, toB), 0),
  })
}
