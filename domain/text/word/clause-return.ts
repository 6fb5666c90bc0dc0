/** What a Word file changes in one clause: proposals on its words, in all languages together. */
import type { Language } from '#domain/parties/localised.ts'
import { isLive } from '../bracket.ts'
import type { Clause } from '../clause.ts'
import { type Content, mapPassage, type Passage, sliceContent } from '../content.ts'
import { alternativesOf } from '../laws.ts'
import { type Belonging, belongings, type HostEdit } from './attribute.ts'
import type { WordCell } from './cell.ts'
import { authorsOf } from './document.ts'
import { editsOf } from './edits.ts'
import type { Place } from './places.ts'
import { plainOf, type Unplaced, type UnplacedReason, type WordProposal } from './return.ts'
import { changesOf, type EditsIn, isWholeContent } from './segments.ts'

/** A clause, as it is printed, and where it stands in the file, per language. */
export interface ClauseInFile {
  readonly clause: Clause
  readonly cells: Readonly<Record<Language, WordCell>>
  readonly places: Readonly<Record<Language, Place>>
  /** The comments on it. */
  readonly comments: readonly string[]
}

/** Everything that was found in a clause. */
export interface ClauseReturn {
  readonly proposals: readonly WordProposal[]
  readonly unplaced: readonly Unplaced[]
}

interface Found {
  readonly language: Language
  readonly belonging: Belonging
}

interface InFile extends ClauseInFile {
  readonly authors: readonly string[]
  readonly how: WordProposal['how']
  readonly found: readonly Found[]
  readonly lost: readonly Unplaced[]
}

const lookInto = (given: ClauseInFile): InFile => {
  const found: Found[] = []
  const lost: Unplaced[] = []
  const authors = new Set<string>()
  let how: WordProposal['how'] = 'tracked'
  for (const [language, place] of Object.entries(given.places)) {
    const cell = given.cells[language]
    if (!cell) continue
    const read = editsOf(cell, place.pieces, given.clause.wording, place.origin)
    const [author = null, ...others] = authorsOf(place.pieces)
    for (const each of [author, ...others]) if (each !== null) authors.add(each)
    if (read.how === 'compared') how = 'compared'
    for (const { stood, words } of read.lost)
      lost.push({ why: 'changed-since', clause: given.clause.id, language, stood, words, author })
    for (const belonging of belongings(cell, read.edits)) found.push({ language, belonging })
  }
  return { ...given, authors: [...authors], how, found, lost }
}

const unplacedOf = (
  { clause, authors }: InFile,
  language: Language,
  why: UnplacedReason,
  stood: string,
  words: string,
): Unplaced => ({ why, clause: clause.id, language, stood, words, author: authors[0] ?? null })

type Beginning = Pick<WordProposal, 'target' | 'passage' | 'stood'>

const proposalOf = ({ clause, authors, comments, how }: InFile, beginning: Beginning): WordProposal => ({
  ...beginning,
  clause: clause.id,
  authors,
  comments,
  how,
})

const nothing = (passage: Passage): Passage => mapPassage(passage, () => null)

/** Further alternatives that were typed into a bracket: the first of each language belong together, and so on. */
const furtherAlternatives = (file: InFile): readonly WordProposal[] => {
  const brackets = new Map<string, Map<Language, string[]>>()
  for (const { language, belonging } of file.found) {
    if (belonging.kind !== 'alternative') continue
    const known = brackets.get(belonging.bracket) ?? new Map<Language, string[]>()
    brackets.set(belonging.bracket, known.set(language, [...(known.get(language) ?? []), belonging.words]))
  }
  return [...brackets].flatMap(([bracket, typed]) => {
    const most = Math.max(...[...typed.values()].map((words) => words.length))
    return Array.from({ length: most }, (_, n) => {
      const passage = mapPassage(file.clause.passage, (_, language): Content | null => {
        const words = plainOf(typed.get(language)?.[n] ?? '')
        return words === '' ? null : [words]
      })
      const target = { on: 'bracket' as const, clause: file.clause.id, bracket }
      return proposalOf(file, { target, passage, stood: nothing(passage) })
    })
  })
}

const editsOfHost = (file: InFile, host: string | null): EditsIn => {
  const edits: Record<Language, HostEdit[]> = {}
  for (const { language, belonging } of file.found)
    if (belonging.kind === 'edit' && belonging.host === host)
      edits[language] = [...(edits[language] ?? []), belonging]
  return edits
}

const wordsIn = (content: Content | null | undefined): string =>
  (content ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : 'term' in piece ? piece.words : '…'))
    .join('')

/** Words of an alternative that are all replaced are another alternative; when all are gone, nobody can propose that. */
const onAlternative = (
  file: InFile,
  bracket: string,
  change: ReturnType<typeof changesOf>['changes'][number],
  whole: Passage,
  within: string,
): ClauseReturn => {
  const { clause } = file
  const touched = Object.entries(change.passage).filter(([, content]) => content !== null)
  const isAll = touched.some(([language]) => isWholeContent(whole[language], change.ranges[language]))
  if (!isAll) {
    const target = {
      on: 'words' as const,
      clause: clause.id,
      wording: clause.wording,
      ranges: change.ranges,
      within,
    }
    return {
      proposals: [proposalOf(file, { target, passage: change.passage, stood: change.stood })],
      unplaced: [],
    }
  }
  if (touched.every(([, content]) => content?.length === 0))
    return {
      proposals: [],
      unplaced: touched.map(([language]) =>
        unplacedOf(file, language, 'alternative-removed', wordsIn(change.stood[language]), ''),
      ),
    }
  const target = { on: 'bracket' as const, clause: clause.id, bracket }
  return {
    proposals: [proposalOf(file, { target, passage: change.passage, stood: change.stood })],
    unplaced: [],
  }
}

const unevenOf = (file: InFile, passage: Passage, uneven: EditsIn): readonly Unplaced[] =>
  Object.entries(uneven).flatMap(([language, edits]) =>
    edits.map((edit) => {
      const stood = wordsIn(sliceContent(passage[language] ?? [], edit))
      return unplacedOf(file, language, 'uneven', stood, edit.words)
    }),
  )

const inWords = (file: InFile): ClauseReturn => {
  const { clause } = file
  const { changes, uneven } = changesOf(clause.passage, editsOfHost(file, null))
  const proposals = changes.map(({ ranges, passage, stood }) =>
    proposalOf(file, {
      target: { on: 'words', clause: clause.id, wording: clause.wording, ranges },
      passage,
      stood,
    }),
  )
  return { proposals, unplaced: unevenOf(file, clause.passage, uneven) }
}

const inAlternatives = (file: InFile): readonly ClauseReturn[] =>
  alternativesOf(file.clause)
    .filter(isLive)
    .map((alternative) => {
      const { changes, uneven } = changesOf(alternative.passage, editsOfHost(file, alternative.id))
      const bracket = Object.values(file.clause.brackets).find(({ alternatives }) =>
        alternatives.includes(alternative),
      )
      const read = changes.map((change) =>
        onAlternative(file, bracket?.id ?? '', change, alternative.passage, alternative.id),
      )
      return {
        proposals: read.flatMap(({ proposals }) => proposals),
        unplaced: [
          ...read.flatMap(({ unplaced }) => unplaced),
          ...unevenOf(file, alternative.passage, uneven),
        ],
      }
    })

/** A proposal that would change nothing once its words are plain is none. */
const says = ({ target, passage, stood }: WordProposal): boolean =>
  target.on !== 'words' ||
  Object.entries(passage).some(
    ([language, content]) => content !== null && JSON.stringify(content) !== JSON.stringify(stood[language]),
  )

/** What a file changes in a clause. Every edit is in exactly one proposal, or is listed with the reason why it is in none. */
export const readClause = (given: ClauseInFile): ClauseReturn => {
  const file = lookInto(given)
  const inside = [inWords(file), ...inAlternatives(file)]
  const homeless = file.found.flatMap(({ language, belonging }) =>
    belonging.kind === 'none'
      ? [unplacedOf(file, language, belonging.why, belonging.stood, belonging.words)]
      : [],
  )
  return {
    proposals: [...inside.flatMap(({ proposals }) => proposals).filter(says), ...furtherAlternatives(file)],
    unplaced: [...file.lost, ...homeless, ...inside.flatMap(({ unplaced }) => unplaced)],
  }
}
