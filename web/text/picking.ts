/** Words picked out of a clause: which of its positions a selection on the screen covers. */
import type { Clause } from '#domain/text/clause.ts'
import { type Content, type Range, sliceContent, widthOfContent } from '#domain/text/content.ts'
import { alternativesOf } from '#domain/text/laws.ts'
import { wordsIn } from '#domain/text/words.ts'

/** A stretch of a clause in one language: of its own words, or of those of one alternative. */
export interface Picked {
  readonly clause: string
  readonly language: string
  readonly within: string | null
  readonly range: Range
}

/** The content that a stretch is of. */
export const pickedFrom = (
  clause: Pick<Clause, 'passage' | 'brackets'>,
  { language, within }: Pick<Picked, 'language' | 'within'>,
): Content | null => {
  const passage =
    within === null ? clause.passage : alternativesOf(clause).find(({ id }) => id === within)?.passage
  return passage?.[language] ?? null
}

/** The range grown to whole words at both ends, without space around it; marks are whole already. */
export const wholeWords = (content: Content, { from, to }: Range): Range => {
  let at = 0
  let start = from
  let end = to
  for (const piece of content) {
    if (typeof piece !== 'string') {
      at += 1
      continue
    }
    for (const word of wordsIn(piece)) {
      const [begin, over] = [at, at + word.length]
      if (begin < from && from < over) start = word.trim() === '' ? over : begin
      if (begin < to && to < over) end = word.trim() === '' ? begin : over
      at = over
    }
  }
  const inside = sliceContent(content, { from: start, to: end })
  const [first, last] = [inside[0], inside.at(-1)]
  const before = typeof first === 'string' ? first.length - first.trimStart().length : 0
  const after = typeof last === 'string' ? last.length - last.trimEnd().length : 0
  const range = { from: start + before, to: end - after }
  return range.to < range.from ? { from, to: Math.min(to, widthOfContent(content)) } : range
}

/** A place in the tree of a clause on the screen: where it is at every level, the innermost first. */
type Chain = readonly { readonly within: string | null; readonly from: number; readonly to: number }[]

const levelOf = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-within], [data-words]')?.dataset.within ?? null

/** Where a point of a selection stands, from the run of words it is in outwards to the clause. */
const chainOf = (node: Node, offset: number): Chain => {
  const chain: { within: string | null; from: number; to: number }[] = []
  const start = node instanceof Element ? node : node.parentElement
  for (
    let element = start?.closest<HTMLElement>('[data-at]');
    element;
    element = element.parentElement?.closest<HTMLElement>('[data-at]')
  ) {
    const at = Number(element.dataset.at)
    const isRun = element.dataset.mark === undefined
    const inRun = isRun && node.nodeType === Node.TEXT_NODE ? offset : 0
    chain.push({ within: levelOf(element), from: at + inRun, to: isRun ? at + inRun : at + 1 })
  }
  return chain
}

const edgeOf = (words: HTMLElement, node: Node, offset: number): Chain => {
  if (
    node !== words &&
    !(node instanceof HTMLElement && node.dataset.at === undefined && words.contains(node))
  )
    return chainOf(node, offset)
  // At the edge between pieces the browser names the element around them: the piece before the point counts.
  const child = node.childNodes[Math.max(0, offset - 1)] ?? node
  const text = child.nodeType === Node.TEXT_NODE ? child : child.firstChild
  return text ? chainOf(text, offset === 0 ? 0 : (text.textContent ?? '').length) : []
}

/** What a selection on the screen covers; null when it is empty or not within the words of one clause. */
export const pickOf = (selection: Selection | null): Picked | null => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = range.startContainer
  const words = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-words]')
  if (!words?.contains(range.endContainer)) return null
  const { clause, language } = words.dataset
  if (!clause || !language) return null
  const begin = edgeOf(words, start, range.startOffset)
  const end = edgeOf(words, range.endContainer, range.endOffset)
  const level = begin.find(({ within }) => end.some((each) => each.within === within))
  const over = end.find(({ within }) => within === level?.within)
  if (!level || !over || over.to <= level.from) return null
  return { clause, language, within: level.within, range: { from: level.from, to: over.to } }
}
