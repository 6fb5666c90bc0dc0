/** Turns a sentence as somebody would have it into a proposal on the words that differ. */
import type { Content, Range } from '#domain/text/content.ts'
import { wordsIn } from '#domain/text/words.ts'

/** A run of words of a clause that stands between brackets, and where it begins. */
export interface Segment {
  readonly from: number
  readonly words: string
}

/** The runs of words in a content; one that is empty is a place between two brackets, or an empty clause. */
export const segmentsOf = (content: Content): readonly Segment[] => {
  const segments: Segment[] = []
  let at = 0
  let open: Segment = { from: 0, words: '' }
  for (const piece of content) {
    if (typeof piece === 'string') open = { from: open.from, words: open.words + piece }
    else {
      segments.push(open)
      open = { from: at + 1, words: '' }
    }
    at += typeof piece === 'string' ? piece.length : 1
  }
  return [...segments, open]
}

/** A range of the words, and what would stand there instead. */
export interface Change {
  readonly range: Range
  readonly content: Content
}

const commonEnd = (one: readonly string[], other: readonly string[], most: number): number => {
  let n = 0
  while (n < most && one[one.length - 1 - n] === other[other.length - 1 - n]) n += 1
  return n
}

/** What has to change, in whole words, for a segment to read as wished; null when it does so already. */
export const changeOf = (segment: Segment, wished: string): Change | null => {
  const words = wished.replace(/\s+/gu, ' ').normalize('NFC')
  if (words === segment.words) return null
  const [one, other] = [wordsIn(segment.words), wordsIn(words)]
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  const end = commonEnd(one, other, shorter - start)
  const before = one.slice(0, start).join('').length
  const middle = one.slice(start, one.length - end).join('').length
  const fresh = other.slice(start, other.length - end).join('')
  const from = segment.from + before
  return { range: { from, to: from + middle }, content: fresh === '' ? [] : [fresh] }
}

/** The whole of a segment as a range. */
export const wholeOf = ({ from, words }: Segment): Range => ({ from, to: from + words.length })
