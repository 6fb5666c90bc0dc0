/** A passage prepared for the checks: its words as given, the same without typographic differences, and its tokens. */
import type { Cited } from './finding.ts'

/** The two languages whose grammar the checks know. */
export type Known = 'en' | 'ru'

/** A word or a run of digits in lower case, and where it stands. */
export interface Token {
  readonly at: number
  readonly to: number
  readonly word: string
}

/**
 * A passage. `words` is the passage in NFC; `plain` has the same length, with one kind of space, hyphen, dash and
 * quotation mark; `lower` is `plain` in lower case with е for ё.
 */
export interface Passage {
  readonly language: Known
  readonly words: string
  readonly plain: string
  readonly lower: string
  readonly tokens: readonly Token[]
}

const spaces = /[\s\u00A0\u2007\u2009\u202F\u200B\uFEFF]/gu
const hyphens = /[\u2010\u2011\u00AD]/gu
const dashes = /[\u2012-\u2015\u2212]/gu

const lowered = (plain: string): string => {
  const lower = plain.toLowerCase()
  return (lower.length === plain.length ? lower : plain).replaceAll('ё', 'е')
}

/** Prepares a passage. */
export const passageOf = (language: Known, given: string): Passage => {
  const words = given.normalize('NFC')
  const plain = words
    .replace(spaces, ' ')
    .replace(hyphens, '-')
    .replace(dashes, '–')
    .replace(/[“”„«»]/gu, '"')
  const lower = lowered(plain)
  const tokens = [...lower.matchAll(/[\p{L}\p{M}]+|\d+/gu)].map(
    (match): Token => ({ at: match.index, to: match.index + match[0].length, word: match[0] }),
  )
  return { language, words, plain, lower, tokens }
}

/** The words of a passage from one position to another. */
export const cite = ({ words }: Passage, from: number, to: number): Cited => ({
  from,
  to,
  words: words.slice(from, to),
})
