/** A GENIUS file as a tree whose elements know where they stand. */
import { attribute, childElements, descendants, type XmlElement } from '#domain/text/xml.ts'
import type { Figure } from '../../worth.ts'
import { Misread, missing, type Place } from '../misread.ts'
import { figureAt } from '../names.ts'
import { lineStarts, startTags } from './repair.ts'

/** One file: its name, its tree, and the place of every element. */
export interface GeniusDocument {
  readonly file: string
  readonly root: XmlElement
  readonly at: (element: XmlElement) => Place
}

const everyElement = (root: XmlElement): readonly XmlElement[] => {
  const found: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    found.push(element)
    for (const child of childElements(element)) visit(child)
  }
  visit(root)
  return found
}

/** Joins a parsed tree to the characters it was parsed from: the n-th element is the n-th start tag. */
export const documentOf = (file: string, text: string, root: XmlElement): GeniusDocument => {
  const starts = lineStarts(text)
  const places = new Map<XmlElement, Place>()
  const tags = startTags(text)
  let line = 0
  for (const [i, element] of everyElement(root).entries()) {
    const offset = tags[i] ?? 0
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line += 1
    places.set(element, { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 })
  }
  return { file, root, at: (element) => places.get(element) ?? { file, line: 1, column: 1 } }
}

/** An attribute that must be there. */
export const needAttribute = (document: GeniusDocument, element: XmlElement, name: string): string => {
  const value = attribute(element, name)
  if (value === null) throw missing(document.at(element), `<${element.name} ${name}="...">`)
  return value
}

/** The figure of an attribute, as written; undefined where there is none or it is empty. */
export const figureIn = (document: GeniusDocument, element: XmlElement, name: string): Figure | undefined => {
  const value = attribute(element, name)
  return value === null || value.trim() === '' ? undefined : figureAt(value, document.at(element))
}

/** A whole number in an attribute that must be there; `8.0` is one too. */
export const wholeIn = (document: GeniusDocument, element: XmlElement, name: string): number => {
  const value = needAttribute(document, element, name)
  const number = Number(value)
  if (value.trim() === '' || !Number.isSafeInteger(number))
    throw new Misread('bargaining.file-figure', document.at(element), { figure: value.slice(0, 60) })
  return number
}

/** The child elements of one name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  childElements(element).filter((child) => child.name === name)

/** A profile says what something is worth: weights, evaluations, rectangles, rules or a reservation. */
const isWorth = (root: XmlElement): boolean =>
  descendants(root, 'weight', 'hyperRectangle', 'evaluator', 'rules', 'reservation').length > 0 ||
  descendants(root, 'item').some((item) => attribute(item, 'evaluation') !== null)

/** What a file is: the issues, one party's worth of them, or nothing of GENIUS. */
export const roleOf = ({ root }: GeniusDocument): 'domain' | 'profile' | 'other' => {
  if (root.name === 'negotiation_template') return 'domain'
  if (root.name !== 'utility_space') return 'other'
  return isWorth(root) ? 'profile' : 'domain'
}
