/** The words of a paragraph, freed from their markup: nothing lost, nothing doubled, footnotes apart. */
import type { Footnote } from './reading.ts'
import { attribute, type XmlElement, type XmlNode } from './xml.ts'

/** The characters of a paragraph as written, tabs included, and its footnotes, each with its place among them. */
export interface Flattened {
  readonly characters: string
  readonly footnotes: readonly Footnote[]
}

const notes = new Set(['authorialNote'])
const breaks = new Set(['eol', 'br', 'p', 'li', 'td', 'th', 'tr', 'num', 'heading', 'subheading', 'block'])
// Elements that are words of their own; some files print them against the word before ("on<docDate>24 …").
const wholeWords = new Set([
  'docAuthority',
  'docCommittee',
  'docDate',
  'docIntroducer',
  'docJurisdiction',
  'docNumber',
  'docProponent',
  'docPurpose',
  'docStage',
  'docStatus',
  'docTitle',
  'docType',
  'docketNumber',
  'session',
])

/** One line of words: runs of white space become one space, and there is none at the ends. */
export const normalised = (characters: string): string => characters.replace(/\s+/gu, ' ').trim()

/** True for an element that is a footnote and hence no part of the sentence it stands in. */
export const isFootnote = (node: XmlElement): boolean => notes.has(node.name)

/** A footnote element as mark and words; a note within the note goes with its words. */
export function footnoteOf(node: XmlElement, at = 0): Footnote {
  const inner = flatten(node.children)
  const words = [inner.characters, ...inner.footnotes.map((note) => note.words)].join(' ')
  return { at, mark: attribute(node, 'marker'), words: normalised(words) }
}

const touches = (before: string, after: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)

const joined = (before: string, after: string): string =>
  touches(before, after) ? `${before} ${after}` : before + after

/** Flattens the markup inside a paragraph. Emphasis may end in mid-word, so its tags add no space. */
export function flatten(nodes: readonly XmlNode[]): Flattened {
  let characters = ''
  let afterWhole = false
  const footnotes: Footnote[] = []
  for (const node of nodes) {
    if (node.kind === 'element' && isFootnote(node)) {
      footnotes.push(footnoteOf(node, characters.length))
      continue
    }
    const inner = node.kind === 'text' ? { characters: node.text, footnotes: [] } : flatten(node.children)
    const whole = node.kind === 'element' && wholeWords.has(node.name)
    const apart = node.kind === 'element' && breaks.has(node.name)
    const from = characters.length
    if (apart) characters += ` ${inner.characters} `
    else
      characters = whole || afterWhole ? joined(characters, inner.characters) : characters + inner.characters
    afterWhole = inner.characters === '' ? afterWhole : whole
    const begins = apart ? from + 1 : characters.length - inner.characters.length
    footnotes.push(...inner.footnotes.map((note) => ({ ...note, at: begins + note.at })))
  }
  return { characters, footnotes }
}

/** Where in the words of a clause a place in its characters is, when a printed number may have been taken from before. */
export function placeInWords(words: string, characters: string, at: number): number {
  const after = characters.slice(at).replace(/\s+/gu, ' ').trimEnd()
  const isSpaceBefore = at === 0 || /\s$/u.test(characters.slice(0, at))
  const left = isSpaceBefore ? after.trimStart() : after
  return Math.max(0, words.length - left.length)
}
