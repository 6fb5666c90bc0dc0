/** Cuts a typed paper into its clauses: one on a line or in a paragraph, brackets never torn. */
import { printedLevel } from '../label.ts'
import { headOf, isLabelled, type Naming } from './names.ts'
import { readNotation } from './read.ts'
import { type Item, scan } from './scan.ts'

/** A clause as typed: its number, its words with their brackets, and how deep it stands. */
export interface TypedClause {
  readonly number: string | null
  readonly level: number
  readonly words: string
}

const numberAt =
  /^(?:((?:Article|Статья)\s+\d+(?:\s?bis|\s?ter)?)[.:]?(?:\s+|$)|((?:\(\d{1,3}|\d{1,3}(?:\.\d{1,3})*)[.)]|\d{1,3}(?:\.\d{1,3})+|\(?(?:\p{Ll}{1,2}|[ivxlc]{1,6})\)|\p{Lu}\.|[–—•·▪-])\s+(?=\S))/u

/** The number with which a line begins, and the rest of it. */
const numbered = (line: string): { readonly number: string | null; readonly rest: string } => {
  const found = numberAt.exec(line)
  const number = found?.[1] ?? found?.[2]
  return found && number !== undefined
    ? { number, rest: line.slice(found[0].length) }
    : { number: null, rest: line }
}

/** True for the number of an article, `Article 5` or `Статья 5`. */
export const isArticle = (number: string | null): boolean =>
  number !== null && /^(?:Article|Статья)\s/u.test(number)

/** How many brackets are open at the end of a stretch, from so many at its beginning. */
const openAfter = (line: string, before: number): number =>
  [...line.matchAll(/\\[\s\S]|[[\]]/gu)].reduce(
    (open, [sign]) => (sign === '[' ? open + 1 : sign === ']' ? open - 1 : open),
    before,
  )

const itemsOf = (words: string): readonly Item[] => {
  const items = scan(words)
  return items.ok ? items.value.filter((item) => !('shape' in item) || item.shape.trim() !== '') : []
}

/** True when all of it stands in brackets whose alternatives are labelled, as `[Alt 1: …]`. */
const isLabelledWhole = (words: string): boolean => {
  const items = itemsOf(words)
  return (
    items.length > 0 &&
    items.every((item) => {
      const first = 'items' in item ? item.items[0] : undefined
      return first !== undefined && 'shape' in first && isLabelled(first.shape)
    })
  )
}

/** A wrapped line goes on in the next when lines are broken at a width and the sentence has not ended. */
const goesOn = (line: string, next: string, wrapped: boolean): boolean =>
  wrapped && line.length >= 60 && !/[.;:!?\]]$/u.test(line) && numbered(next).number === null

const paragraphs = (source: string): readonly (readonly string[])[] => {
  const lines = source
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n|\u2028|\u2029/u)
    .map((line) => line.trim())
  const wrapped = lines.some((line, i) => line === '' && i > 0 && i < lines.length - 1)
  const blocks: string[][] = []
  let open = 0
  let ended = true
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line === '') {
      ended = true
      continue
    }
    const before = last?.at(-1) ?? ''
    const goes = open > 0 || (!ended && goesOn(before, line, wrapped))
    if (goes && last) last.push(line)
    else blocks.push([line])
    open = openAfter(line, open)
    ended = false
  }
  return alternativesTogether(blocks)
}

/** `[Alt 1: …]` and `[Alt 2: …]` in paragraphs of their own are one clause. */
const alternativesTogether = (blocks: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const together: string[][] = []
  let before = false
  for (const block of blocks) {
    const labelled = isLabelledWhole(block.join(' '))
    if (labelled && before) together.at(-1)?.push(...block)
    else together.push([...block])
    before = labelled
  }
  return together
}

/** True for a bracket with one alternative, however its lines are broken. */
const holdsOneSide = (whole: string, naming: Naming): boolean => {
  const read = readNotation(whole.replace(/\s+/gu, ' '), naming)
  const [only] = read.ok ? (read.value ?? []) : []
  return only !== undefined && 'alternatives' in only && only.alternatives.length === 1
}

/**
 * A bracket around several whole paragraphs becomes a bracket around each: a clause of one side alone is all of it in a
 * bracket. Anything else that goes over several lines is one clause.
 */
const apart = (lines: readonly string[], naming: Naming): readonly string[] => {
  const whole = lines.join('\n')
  const [only, ...rest] = lines.length > 1 ? itemsOf(whole) : []
  if (!only || rest.length > 0 || !('items' in only)) return [lines.join(' ')]
  const [first] = only.items
  const shape = first && 'shape' in first ? first.shape : ''
  const head = headOf(shape, naming)
  const inner = whole.slice(1, -1)
  const parts: string[] = []
  let open = 0
  for (const line of inner.slice(head?.length ?? 0).split('\n')) {
    const goes = open > 0 || (parts.length > 0 && /^\p{Ll}/u.test(line) && numbered(line).number === null)
    if (goes) parts[parts.length - 1] += ` ${line}`
    else parts.push(line.trim())
    open = openAfter(line, open)
  }
  const said = parts.filter((part) => part !== '')
  if (said.length < 2 || isLabelled(shape) || !holdsOneSide(whole, naming)) return [lines.join(' ')]
  const by = head ? `${head.by.join(', ')}: ` : ''
  return said.map((part) => {
    const { number, rest: words } = numbered(part)
    return `${number === null ? '' : `${number} `}[${by}${words}]`
  })
}

/** The clauses of a typed paper whose brackets are balanced, in order, white space made one space. */
export const typedClauses = (source: string, naming: Naming = {}): readonly TypedClause[] => {
  let before: string | null = null
  let inArticle = false
  return paragraphs(source)
    .flatMap((lines) => apart(lines, naming))
    .map((line) => {
      const { number, rest } = numbered(line.replace(/\s+/gu, ' '))
      const article = isArticle(number)
      inArticle ||= article
      const depth = number === null || article ? 0 : printedLevel(number, before)
      if (depth < 2) before = depth === 1 ? number : null
      return { number, level: depth + (inArticle && number !== null && !article ? 1 : 0), words: rest.trim() }
    })
}
