/** The words of a clause in one language made ready to be read: spaces alike, quotations and brackets set aside. */
import type { Cited } from '#domain/language/concordance/finding.ts'
import { type Known, type Passage, passageOf } from '#domain/language/concordance/passage.ts'

/** A stretch of a reading: positions in its collapsed words, `to` not included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * A clause made ready. `passage` has every run of spaces as one; `plain` and `lower` are the same with what stands in
 * quotation marks, or as a longer remark in round brackets, as `·`. `cite` gives a stretch in the words as they were.
 */
export interface Reading {
  readonly language: Known
  readonly passage: Passage
  readonly plain: string
  readonly lower: string
  readonly cite: (from: number, to: number) => Cited
}

const dots = (found: string): string => '·'.repeat(found.length)

/** What is quoted, or remarked in brackets, neither demands nor ends a sentence. */
const setAside = (words: string): string => words.replace(/"[^"]{2,}"|\([^()]{4,}\)/gu, dots)

/** The words with single spaces, and where each of them stood; one more position closes the last. */
const collapsed = (words: string): { readonly text: string; readonly at: readonly number[] } => {
  let text = ''
  const at: number[] = []
  for (const { 0: run, index } of words.matchAll(/[\s\u00A0\u200B\uFEFF]+|[^\s\u00A0\u200B\uFEFF]+/gu)) {
    const isSpace = /^[\s\u00A0\u200B\uFEFF]/u.test(run)
    if (isSpace && text === '') continue
    text += isSpace ? ' ' : run
    for (let i = 0; i < (isSpace ? 1 : run.length); i += 1) at.push(index + i)
  }
  return { text, at }
}

/** Makes the words of a clause ready. Positions count in NFC, as in the concordance. */
export const readingOf = (language: Known, given: string): Reading => {
  const words = given.normalize('NFC')
  const { text, at } = collapsed(words)
  const passage = passageOf(language, text)
  const cite = (from: number, to: number): Cited => {
    const inner = text.slice(from, to)
    const [first, last] = [from + (inner.length - inner.trimStart().length), from + inner.trimEnd().length]
    if (last <= first) {
      const here = at[from] ?? words.length
      return { from: here, to: here, words: '' }
    }
    const [begin, end] = [at[first] ?? 0, (at[last - 1] ?? words.length - 1) + 1]
    return { from: begin, to: end, words: words.slice(begin, end) }
  }
  return { language, passage, plain: setAside(passage.plain), lower: setAside(passage.lower), cite }
}
