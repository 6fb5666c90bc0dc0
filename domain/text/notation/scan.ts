/** Cuts a line into runs of words and what stands in brackets, and finds the bracket that is not closed. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'

/** Words, and the same as far as they can mean more: a character after a backslash is only itself there. */
export interface Run {
  readonly words: string
  readonly shape: string
}

/** What stands between `[` and `]`. */
export interface Group {
  readonly items: readonly Item[]
}

/** `\&`: nothing, where without it what is beside it would be taken for something else. */
export interface Guard {
  readonly guard: true
}

export type Item = Run | Group | Guard

/** In a shape, a character that means itself. */
export const plain = '\u0001'

/** No paper has more brackets inside each other. */
const deepest = 60

interface Open {
  readonly at: number
  readonly items: Item[]
}

const unclosed = (open: readonly Open[]) => {
  const offsets = open.slice(1).map(({ at }) => at)
  return refuse('notation.unclosed', {
    count: offsets.length,
    offset: offsets[0] ?? 0,
    offsets: offsets.slice(0, 5).join(', '),
  })
}

/**
 * The items of a line. Refuses with the offset in UTF-16 units what is not balanced: `notation.unclosed`
 * {count, offset, offsets}, `notation.unopened` {offset}, and more than sixty brackets inside each other
 * (`notation.too-deep` {offset}).
 */
export const scan = (source: string): Outcome<readonly Item[]> => {
  const open: Open[] = [{ at: 0, items: [] }]
  let words = ''
  let shape = ''
  const flush = (): void => {
    if (words !== '') open.at(-1)?.items.push({ words, shape })
    words = ''
    shape = ''
  }
  for (let i = 0; i < source.length; i += 1) {
    const character = source.charAt(i)
    if (character === '\\') {
      i += 1
      const next = source.charAt(i)
      if (next === '&') {
        flush()
        open.at(-1)?.items.push({ guard: true })
      } else {
        words += next === '' ? '\\' : next
        shape += plain
      }
    } else if (character === '[') {
      flush()
      if (open.length > deepest) return refuse('notation.too-deep', { offset: i })
      open.push({ at: i, items: [] })
    } else if (character === ']') {
      flush()
      const closed = open.length > 1 ? open.pop() : undefined
      if (!closed) return refuse('notation.unopened', { offset: i })
      open.at(-1)?.items.push({ items: closed.items })
    } else {
      words += character
      shape += character
    }
  }
  flush()
  return open.length > 1 ? unclosed(open) : done(open[0]?.items ?? [])
}

/** The part of a run from one place to another. */
export const cut = ({ words, shape }: Run, from: number, to?: number): Run => ({
  words: words.slice(from, to),
  shape: shape.slice(from, to),
})

/** Items without white space at both ends; what a backslash or a guard protects stays. */
export const trimmed = (items: readonly Item[]): readonly Item[] => {
  const left = [...items]
  const [first] = left
  if (first && 'shape' in first) left[0] = cut(first, first.shape.length - first.shape.trimStart().length)
  const last = left.at(-1)
  if (last && 'shape' in last) left[left.length - 1] = cut(last, 0, last.shape.trimEnd().length)
  return left.filter((item) => !('shape' in item) || item.shape !== '')
}
