/** What became of quoted words in the words of a clause as it is now, and what would be quoted in their place. */
import { type Run, runsBetween } from '#domain/text/compare/compare.ts'

/** From the first to the last word of the quote; what the clause says before and after was never in it. Empty if nothing is left. */
export const changeOfQuote = (quoted: string, now: string): readonly Run[] => {
  const runs = runsBetween(quoted.trim(), now)
  const own = runs.map(({ kind }) => kind !== 'added')
  const within = runs.slice(own.indexOf(true), own.lastIndexOf(true) + 1)
  return within.some(({ kind, words }) => kind === 'same' && words.trim() !== '') ? within : []
}

/** The words of the clause that stand now where the quoted ones stood: a part of it, or the whole where nothing is left. */
export const quoteInstead = (quoted: string, now: string): string => {
  const kept = changeOfQuote(quoted, now).flatMap(({ kind, words }) => (kind === 'removed' ? [] : [words]))
  return (kept.join('') || now).trim()
}
