/** Numbered copies: how many, for whom, and in how many goes they are printed. */

/** One copy: its number, and whom it is for, where that was said. */
export interface Copy {
  readonly n: number
  readonly name: string
}

const mostCopies = 500

/** The copies asked for: as many as were said and never fewer than there are names, a line each. */
export const copiesOf = (number: string, names: string): readonly Copy[] => {
  const lines = names
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const asked = /^\d{1,4}$/.test(number.trim()) ? Number(number) : 1
  const count = Math.min(mostCopies, Math.max(1, asked, lines.length))
  return Array.from({ length: count }, (_, i) => ({ n: i + 1, name: lines[i] ?? '' }))
}

/** How many clauses a browser prints at once without trouble. */
const mostClauses = 4_000

/** The copies in goes: from which to which; together every copy once, in order. */
export const batchesOf = (
  copies: number,
  clauses: number,
): readonly (readonly [from: number, to: number])[] => {
  const size = Math.max(1, Math.floor(mostClauses / Math.max(1, clauses)))
  return Array.from({ length: Math.ceil(copies / size) }, (_, i) => [
    i * size + 1,
    Math.min(copies, (i + 1) * size),
  ])
}

/** The numbers that stand beside the lines of a clause whose first line is `first`: every so many, or none for 0. */
export const lineNumbers = (
  first: number,
  count: number,
  every: number,
): readonly { readonly line: number; readonly at: number }[] =>
  Array.from({ length: count }, (_, at) => ({ line: first + at, at })).filter(
    ({ line }) => every > 0 && line % every === 0,
  )
