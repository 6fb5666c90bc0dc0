/** Sets down one clause after the other while a document is read: kind, level, number, annex, key. */
import { flatten, footnoteOf, isFootnote, normalised, placeInWords } from './inline.ts'
import { isInitials, printedLevel, typedNumber } from './label.ts'
import { isTitle } from './masthead.ts'
import type { ClauseKind, Footnote, PrintedClause } from './reading.ts'
import { descendants, type XmlElement, type XmlNode } from './xml.ts'

/** Where in the document the reader stands. */
export interface Place {
  readonly part: 'none' | 'cover' | 'preface' | 'preamble' | 'body' | 'conclusion'
  readonly level: number
  /** How many numbered elements are open around. */
  readonly nesting: number
  readonly style: string | null
  readonly key: string | null
}

/** What has been set down so far; changed in place by the reader that owns it, and by nobody else. */
export interface Progress {
  readonly clauses: PrintedClause[]
  readonly keys: Set<string>
  annex: number | null
  annexes: number
  annexBegins: boolean
  pending: { readonly number: string; readonly of: XmlElement } | null
}

// How the six official languages head an annex; a letter after the word would make it another word ("Annexation").
const annexHeading =
  /^(?:annex(?:e|es)?|append(?:ix|ices|ice)|enclosure|приложени[ея]|добавлени[ея]|дополнени[ея]|anexos?|apéndices?|附件|附录|(?:ال)?مرفق|(?:ال)?تذييل)(?![\p{L}\p{M}])/iu

const headings = new Set(['heading', 'subheading', 'crossHeading'])

function headingLevel(name: string, place: Place): number {
  const rank = /^H(\d)/u.exec(place.style ?? '')?.[1]
  if (rank !== undefined) return Math.max(0, Number(rank) - 1)
  return Math.max(0, place.nesting - 1) + (name === 'subheading' ? 1 : 0)
}

const titlesIn = (nodes: readonly XmlNode[]): readonly XmlElement[] =>
  nodes
    .filter((node) => node.kind === 'element')
    .flatMap((node) => (node.name === 'docTitle' ? [node] : descendants(node, 'docTitle')))

function prefaceKind(progress: Progress, name: string, nodes: readonly XmlNode[]): ClauseKind {
  if (progress.annex !== null) return 'heading'
  return titlesIn(nodes).length > 0 || /[tT]itle$/u.test(name) ? 'title' : 'other'
}

function kindOf(progress: Progress, place: Place, name: string, nodes: readonly XmlNode[]): ClauseKind {
  if (headings.has(name)) return 'heading'
  if (place.part === 'cover') return titlesIn(nodes).some(isTitle) ? 'title' : 'cover'
  if (place.part === 'preface') return prefaceKind(progress, name, nodes)
  if (place.level > 0) return 'sub-paragraph'
  if (place.part === 'preamble') return 'preambular'
  if (place.part !== 'body') return 'other'
  if (progress.annex !== null) return 'annex'
  return place.nesting > 0 ? 'operative' : 'other'
}

/** Keeps the printed number of the element being read until its first words come. */
export function takeNumber(progress: Progress, place: Place, number: string, of: XmlElement): void {
  flushNumber(progress, place, null)
  if (number !== '') progress.pending = { number, of }
}

/** A number whose element ended before any words came stands alone. */
export function flushNumber(progress: Progress, place: Place, ended: XmlElement | null): void {
  const { pending } = progress
  if (pending === null || (ended !== null && !ended.children.includes(pending.of))) return
  emit(progress, place, 'p', [])
}

function worded(
  progress: Progress,
  characters: string,
  kind: ClauseKind,
): { readonly number: string | null; readonly words: string } {
  const number = progress.pending?.number ?? null
  progress.pending = null
  if (number !== null && isInitials(number)) {
    return { number: null, words: normalised(`${number} ${characters}`) }
  }
  const mayBeTyped = number === null && !['cover', 'title', 'heading'].includes(kind)
  const typed = mayBeTyped ? typedNumber(characters) : null
  if (typed !== null) return { number: typed.number, words: normalised(typed.rest) }
  return { number, words: normalised(characters) }
}

/** The number of the item before, when the clause continues its list. */
function itemBefore(progress: Progress): string | null {
  const last = progress.clauses.findLast((clause) => clause.level < 2)
  return last?.kind === 'sub-paragraph' ? last.number : null
}

function depth(progress: Progress, place: Place, kind: ClauseKind, number: string | null): number {
  if (number === null || place.level > 0 || !['operative', 'annex', 'preambular'].includes(kind))
    return place.level
  return printedLevel(number, itemBefore(progress))
}

/** Notes an annex that begins with this heading; the first heading of an attachment opens no second one. */
function openAnnex(progress: Progress, words: string): void {
  if (annexHeading.test(words) && !progress.annexBegins && progress.clauses.length > 0) {
    progress.annexes += 1
    progress.annex = progress.annexes
  }
}

function keyFor(progress: Progress, place: Place): string {
  const wanted = place.key ?? `clause-${progress.clauses.length + 1}`
  let key = wanted
  for (let again = 2; progress.keys.has(key); again += 1) key = `${wanted}/${again}`
  progress.keys.add(key)
  return key
}

function notesIn(nodes: readonly XmlNode[]): {
  readonly characters: string
  readonly footnotes: readonly Footnote[]
} {
  const [only] = nodes
  if (nodes.length === 1 && only?.kind === 'element' && isFootnote(only)) {
    return { characters: '', footnotes: [footnoteOf(only)] }
  }
  return flatten(nodes)
}

/** Sets down the clause that these nodes are; nothing when they hold neither words, footnotes nor a waiting number. */
export function emit(progress: Progress, place: Place, name: string, nodes: readonly XmlNode[]): void {
  const { characters, footnotes } = notesIn(nodes)
  if (characters.trim() === '' && footnotes.length === 0 && progress.pending === null) return
  const kind = kindOf(progress, place, name, nodes)
  const { number, words } = worded(progress, characters, kind)
  if (kind === 'heading' && place.part === 'body') openAnnex(progress, words)
  progress.annexBegins = false
  const level = kind === 'heading' ? headingLevel(name, place) : depth(progress, place, kind, number)
  progress.clauses.push({
    key: keyFor(progress, place),
    kind: kind !== 'heading' && level > 0 ? 'sub-paragraph' : kind,
    level,
    number,
    words,
    footnotes: footnotes.map((note) => ({ ...note, at: placeInWords(words, characters, note.at) })),
    annex: progress.annex,
  })
}
