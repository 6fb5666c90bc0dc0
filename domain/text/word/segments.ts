/** Joins edits in several languages into one change: those between the same brackets belong together. */
import type { Language } from '#domain/parties/localised.ts'
import {
  bracketsIn,
  type Content,
  type Passage,
  type Range,
  replaceRange,
  sliceContent,
  widthOfContent,
} from '../content.ts'
import { unevenBracket } from '../laws.ts'
import { wordsIn } from '../words.ts'
import type { HostEdit } from './attribute.ts'
import { plainOf } from './return.ts'

/** The edits of one content per language. */
export type EditsIn = Readonly<Record<Language, readonly HostEdit[]>>

/** One change of a passage: the ranges it takes, the words that stand there, the words it would put there. */
export interface Change {
  readonly ranges: Readonly<Record<Language, Range | null>>
  readonly stood: Passage
  readonly passage: Passage
}

/** The changes of a passage; `uneven` are edits that take a bracket in one language and not in another. */
export interface Changes {
  readonly changes: readonly Change[]
  readonly uneven: EditsIn
}

interface Segment extends Range {
  /** The bracket that stands before it; empty at the beginning. */
  readonly name: string
}

/** The stretches of a content between its brackets. */
const segmentsOf = (content: Content): readonly Segment[] => {
  const segments: Segment[] = []
  let [at, from, name] = [0, 0, '']
  for (const piece of content) {
    if (typeof piece !== 'string' && 'bracket' in piece) {
      segments.push({ from, to: at, name })
      from = at + 1
      name = piece.bracket
    }
    at += typeof piece === 'string' ? piece.length : 1
  }
  return [...segments, { from, to: at, name }]
}

const touches = (segment: Segment, { from, to }: HostEdit): boolean =>
  from === to ? segment.from <= from && to <= segment.to : from <= segment.to && segment.from <= to

/** The names of the segments that an edit takes or joins; an insertion is in the first that has room for it. */
const namesOf = (segments: readonly Segment[], edit: HostEdit): readonly string[] => {
  const all = segments.filter((segment) => touches(segment, edit))
  const within = all.find(({ from, to }) => from <= edit.from && edit.to <= to)
  return within ? [within.name] : all.map(({ name }) => name)
}

/** Sets of names that belong together because an edit joins them. */
const components = (groups: readonly (readonly string[])[]): readonly ReadonlySet<string>[] => {
  let sets: Set<string>[] = []
  for (const group of groups) {
    const joined = sets.filter((set) => group.some((name) => set.has(name)))
    sets = [
      ...sets.filter((set) => !joined.includes(set)),
      new Set([...joined.flatMap((set) => [...set]), ...group]),
    ]
  }
  return sets
}

const hull = (ranges: readonly Range[]): Range | null =>
  ranges.length === 0
    ? null
    : { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }

const bracketPlaces = (content: Content, wanted: ReadonlySet<string>): readonly Range[] => {
  let at = 0
  return content.flatMap((piece) => {
    const from = at
    at += typeof piece === 'string' ? piece.length : 1
    const isWanted = typeof piece !== 'string' && 'bracket' in piece && wanted.has(piece.bracket)
    return isWanted ? [{ from, to: from + 1 }] : []
  })
}

/** A range made wider until it begins and ends between words, so that a proposal reads in whole words. */
const inWholeWords = (content: Content, range: Range): Range => {
  let at = 0
  let { from, to } = range
  for (const piece of content) {
    if (typeof piece !== 'string') {
      at += 1
      continue
    }
    for (const token of wordsIn(piece)) {
      const end = at + token.length
      if (at < range.from && range.from < end) from = at
      if (at < range.to && range.to < end) to = end
      at = end
    }
  }
  return { from: Math.min(from, range.from), to: Math.max(to, range.to) }
}

const isLetter = (character: string): boolean => /^[\p{L}\p{N}\p{M}]/u.test(character)

const characterAt = (content: Content, at: number): string => {
  const [piece] = sliceContent(content, { from: at, to: at + 1 })
  return typeof piece === 'string' ? piece : ''
}

/** An edit made wider where its words run into those beside it, as an ending that is put to a word. */
const joined = (content: Content, { from, to, words }: HostEdit): Range => ({
  from: from > 0 && isLetter(words) && isLetter(characterAt(content, from - 1)) ? from - 1 : from,
  to: isLetter(words.slice(-1)) && isLetter(characterAt(content, to)) ? to + 1 : to,
})

const wordsToPut = (words: string): Content => {
  const plain = plainOf(words)
  return plain === '' ? [] : [plain]
}

/** The content with edits made to it, which must be in order and apart. */
export const editedContent = (content: Content, edits: readonly HostEdit[]): Content =>
  edits
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .reduceRight((made, { from, to, words }) => replaceRange(made, { from, to }, wordsToPut(words)), content)

interface Part {
  readonly language: Language
  readonly content: Content
  readonly segments: readonly Segment[]
  readonly edits: readonly HostEdit[]
}

const rangeOf = (part: Part, names: ReadonlySet<string>, covered: ReadonlySet<string>): Range | null => {
  const brackets = bracketPlaces(part.content, covered)
  if (part.edits.length > 0)
    return inWholeWords(
      part.content,
      hull([...part.edits.map((edit) => joined(part.content, edit)), ...brackets]) ?? { from: 0, to: 0 },
    )
  if (brackets.length > 0) return hull(brackets)
  return part.segments.find(({ name }) => names.has(name)) ?? null
}

const newWords = ({ content, edits }: Part, range: Range): Content => {
  const inside = edits.map((edit) => ({ ...edit, from: edit.from - range.from, to: edit.to - range.from }))
  return editedContent(sliceContent(content, range), inside)
}

/** One change; null when the languages do not take the same brackets. */
const changeOf = (parts: readonly Part[], names: ReadonlySet<string>): Change | null => {
  const covered = new Set(
    parts.flatMap(({ content, edits }) => {
      const range = hull(edits)
      return range ? bracketsIn(sliceContent(content, range)) : []
    }),
  )
  const ranges: Record<Language, Range | null> = {}
  const stood: Record<Language, Content | null> = {}
  const passage: Record<Language, Content | null> = {}
  for (const part of parts) {
    const range = rangeOf(part, names, covered)
    if (!range) return null
    ranges[part.language] = { from: range.from, to: range.to }
    stood[part.language] = sliceContent(part.content, range)
    passage[part.language] = part.edits.length > 0 ? newWords(part, range) : null
  }
  const holdsBrackets = Object.values(passage).some((content) => content && bracketsIn(content).length > 0)
  return unevenBracket(stood) !== null || holdsBrackets ? null : { ranges, stood, passage }
}

/**
 * The changes that edits make of a passage. Edits between the same two brackets are one change, in every language
 * together; a language without an edit there is "not yet translated". A language that has no words takes no part.
 */
export const changesOf = (passage: Passage, edits: EditsIn): Changes => {
  const parts = Object.entries(passage).flatMap(([language, content]): readonly Part[] =>
    content === null
      ? []
      : [{ language, content, segments: segmentsOf(content), edits: edits[language] ?? [] }],
  )
  const groups = parts.flatMap((part) => part.edits.map((edit) => namesOf(part.segments, edit)))
  const changes: Change[] = []
  const uneven: Record<Language, readonly HostEdit[]> = {}
  for (const names of components(groups)) {
    const own = parts.map((part) => ({
      ...part,
      edits: part.edits.filter((edit) => namesOf(part.segments, edit).some((name) => names.has(name))),
    }))
    const change = changeOf(own, names)
    if (change) changes.push(withMissing(change, passage))
    else
      for (const { language, edits: lost } of own) uneven[language] = [...(uneven[language] ?? []), ...lost]
  }
  return { changes, uneven }
}

/** A language without words has no range, and no words in the change. */
const withMissing = (change: Change, passage: Passage): Change => {
  const missing = Object.keys(passage).filter((language) => passage[language] === null)
  const nothing = Object.fromEntries(missing.map((language) => [language, null]))
  return {
    ranges: { ...change.ranges, ...nothing },
    stood: { ...change.stood, ...nothing },
    passage: { ...change.passage, ...nothing },
  }
}

/** True when a range is all there is. */
export const isWholeContent = (
  content: Content | null | undefined,
  range: Range | null | undefined,
): boolean => !!content && !!range && range.from === 0 && range.to === widthOfContent(content)
