/** The words of a paragraph, freed from their markup: nothing lost, nothing doubled, footnotes apart. */
import type { Footnote } from './reading.ts'
import { attribute, type XmlElement, type XmlNode } from './xml.ts'

/** The characters of a paragraph as written, tabs included, and its footnotes. */
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
export function footnoteOf(node: XmlElement): Footnote {
  const inner = flatten(node.children)
  const words = [inner.characters, ...inner.footnotes.map((note) => note.words)].join(' ')
  return { mark: attribute(node, 'marker'), words: normalised(words) }
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
      footnotes.push(footnoteOf(node))
      continue
    }
    const inner = node.kind === 'text' ? { characters: node.text, footnotes: [] } : flatten(node.children)
    const whole = node.kind === 'element' && wholeWords.has(node.name)
    const apart = node.kind === 'element' && breaks.has(node.name)
    if (apart) characters += ` ${inner.characters} `
    else
      characters = whole || afterWhole ? joined(characters, inner.characters) : characters + inner.characters
    afterWhole = inner.characters === '' ? afterWhole : whole
    footnotes.push(...inner.footnotes)
  }
  return { characters, footnotes }
}
