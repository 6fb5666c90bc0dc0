/** What a Word file brings back: proposals one by one, and everything that can be no proposal, with the reason. */
import type { Language } from '#domain/parties/localised.ts'
import type { Passage } from '../content.ts'
import type { MakeProposal } from '../proposal.ts'

/** A proposal read from a Word file, for somebody to look at before it is made. */
export interface WordProposal extends Pick<MakeProposal, 'target' | 'passage'> {
  /** The clause it is on; null for a new one. */
  readonly clause: string | null
  /** The words that stand there now. */
  readonly stood: Passage
  /** Who changed the words, as the file names them. */
  readonly authors: readonly string[]
  /** The comments on the clause: words that may become the reason. */
  readonly comments: readonly string[]
  /** `tracked`: marked in the file; `compared`: found by comparison with the words the file was made from. */
  readonly how: 'tracked' | 'compared'
}

/** Why something in a Word file can be no proposal. */
export const unplacedReasons = [
  'absent',
  'alternative-removed',
  'changed-since',
  'comment',
  'footnote',
  'formatting',
  'moved',
  'new-words',
  'number',
  'outside',
  'sign',
  'split',
  'too-long',
  'twice',
  'uneven',
  'untranslated',
] as const
export type UnplacedReason = (typeof unplacedReasons)[number]

/** Something that was found in a Word file and can be no proposal. `stood` and `words` are empty where there are none. */
export interface Unplaced {
  readonly why: UnplacedReason
  readonly clause: string | null
  readonly language: Language | null
  readonly stood: string
  readonly words: string
  readonly author: string | null
}

/** Everything that a Word file brings back. */
export interface WordReturn {
  readonly proposals: readonly WordProposal[]
  readonly unplaced: readonly Unplaced[]
  /** How many clauses of the text were found in the file, of how many; none means that it is of another text. */
  readonly found: number
  readonly of: number
}

/** Words as they may stand in a text: NFC, on one line, without characters that are not seen or reorder others. */
export const plainOf = (words: string): string =>
  words
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFC]/gu, '')
    .normalize('NFC')

/** What one passage may hold in one language, as on the wire; longer words are listed and not proposed. */
export const longestWords = 20_000

const cutTo = (most: number, words: string): string => {
  const plain = plainOf(words)
  return plain.length > most ? `${[...plain.slice(0, most)].slice(0, -1).join('')}…` : plain
}

const lengthOf = ({ passage }: WordProposal): number =>
  Math.max(
    0,
    ...Object.values(passage).map((content) =>
      (content ?? []).reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 1), 0),
    ),
  )

/** The return with what no reader could look through cut to a length: names, listed words, comments. */
export const bounded = ({ proposals, unplaced, ...counts }: WordReturn): WordReturn => {
  const tooLong = proposals.filter((each) => lengthOf(each) > longestWords)
  const listed = tooLong.flatMap(({ clause, passage, authors }): readonly Unplaced[] =>
    Object.entries(passage).flatMap(([language, content]) => {
      const words = (content ?? []).map((piece) => (typeof piece === 'string' ? piece : '…')).join('')
      return content
        ? [{ why: 'too-long', clause, language, stood: '', words, author: authors[0] ?? null }]
        : []
    }),
  )
  return {
    ...counts,
    proposals: proposals
      .filter((each) => !tooLong.includes(each))
      .map((each) => ({
        ...each,
        authors: each.authors.slice(0, 20).map((name) => cutTo(100, name)),
        comments: each.comments.map((words) => cutTo(4_000, words)),
      })),
    unplaced: [...unplaced, ...listed].map((each) => ({
      ...each,
      stood: cutTo(10_000, each.stood),
      words: cutTo(10_000, each.words),
      author: each.author === null ? null : cutTo(100, each.author),
    })),
  }
}
