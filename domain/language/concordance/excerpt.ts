/** The words of a finding with what stands around them, cut between words. */
import type { Cited } from './finding.ts'

/** What stands before the words cited, the words, and what stands after; `…` where the passage goes on. */
export interface Excerpt {
  readonly before: string
  readonly cited: string
  readonly after: string
}

/**
 * An excerpt with about so many characters on either side. Where a finding points at nothing in this language, it is
 * the beginning of the passage, all of it `after`.
 */
export const excerptOf = (given: string, cited: Cited | null, around: number): Excerpt => {
  const words = given.normalize('NFC')
  const { from, to } = cited ?? { from: 0, to: 0 }
  const wide = cited ? around : 2 * around
  const start = from <= around ? 0 : Math.min(from, words.indexOf(' ', from - around) + 1)
  const end = to + wide >= words.length ? words.length : Math.max(to, words.lastIndexOf(' ', to + wide))
  return {
    before: `${start > 0 ? '…' : ''}${words.slice(start, from)}`,
    cited: words.slice(from, to),
    after: `${words.slice(to, end)}${end < words.length ? '…' : ''}`,
  }
}
