/** A paper ready to be marked up: its head, and its clauses with their words already as elements. */
import type { Language } from '#domain/parties/localised.ts'
import { element, text, type XmlElement, type XmlNode } from '../xml.ts'

/** Where a clause belongs; a part never comes before one that stands earlier in this list. */
export type PaperPart = 'cover' | 'preface' | 'preamble' | 'body' | 'conclusions'

/** One clause of a paper. */
export interface PaperClause {
  readonly id: string | null
  readonly part: PaperPart
  /** The element that it is in the body. */
  readonly name: 'article' | 'paragraph' | 'point' | 'heading' | 'p'
  /** How deep it stands under the clauses before it. */
  readonly depth: number
  readonly number: string | null
  readonly words: readonly XmlNode[]
  /** Attributes of the element that holds the words. */
  readonly marks: Readonly<Record<string, string>>
  /** For a heading its rank, 0 the highest. */
  readonly rank: number
  /** The annex it stands in, counted from 1, when that annex is a document of its own after the text. */
  readonly annex: number | null
}

/** Who is named in a paper, and under which identifier. */
export interface PaperParty {
  readonly id: string
  readonly name: string
}

/** What a paper is. */
export interface PaperHead {
  readonly language: Language | null
  /** What kind of paper it is, one word: `draft`, `negotiatingText`. */
  readonly name: string
  readonly title: string
  /** The day of the paper, as `2030-05-01`; null when it is not known. */
  readonly date: string | null
  readonly parties: readonly PaperParty[]
}

/** An element of a sentence. */
export const inline = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (XmlNode | string)[]
): XmlElement =>
  element(
    name,
    attributes,
    children
      .filter((child) => child !== '')
      .map((child) => (typeof child === 'string' ? text(child) : child)),
  )

/** An identifier of an element: no white space, and no character that an address cannot hold. */
export const identifier = (name: string): string => encodeURIComponent(name).replace(/%/g, '.')
