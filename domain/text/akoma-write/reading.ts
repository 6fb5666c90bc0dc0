/** A paper that was read, written again: its numbers, words and footnotes as they were, in their order. */
import type { DocumentReading, Footnote, PrintedClause } from '../reading.ts'
import { sponsorsOf } from '../sponsors.ts'
import type { XmlElement, XmlNode } from '../xml.ts'
import { element, text } from '../xml.ts'
import { inline, type PaperClause, type PaperPart } from './paper.ts'
import { akomaOf } from './structure.ts'

/** An element around a stretch of the words of a clause. */
interface Wrapping {
  readonly name: 'docNumber' | 'docTitle'
  readonly refersTo: string
  readonly from: number
  readonly to: number
}

const noteOf = ({ mark, words }: Footnote): XmlElement =>
  element('authorialNote', mark === null ? {} : { marker: mark }, [
    element('p', {}, words === '' ? [] : [text(words)]),
  ])

/** A stretch of the words, its footnotes in their places. */
const stretch = (words: string, notes: readonly Footnote[], from: number, to: number): readonly XmlNode[] => {
  const nodes: XmlNode[] = []
  let at = from
  for (const note of notes) {
    if (note.at > at) nodes.push(text(words.slice(at, note.at)))
    nodes.push(noteOf(note))
    at = note.at
  }
  return at < to ? [...nodes, text(words.slice(at, to))] : nodes
}

/** The words of a clause; a footnote between two stretches goes with the first. */
const wordsOf = ({ words, footnotes }: PrintedClause, wrapping: Wrapping | null): readonly XmlNode[] => {
  const notes = footnotes.toSorted((one, other) => one.at - other.at)
  if (!wrapping || wrapping.from === wrapping.to) return stretch(words, notes, 0, words.length)
  const { name, refersTo, from, to } = wrapping
  const before = notes.filter(({ at }) => at <= from && from > 0)
  const after = notes.filter(({ at }) => at > to)
  const within = notes.filter((note) => !before.includes(note) && !after.includes(note))
  return [
    ...stretch(words, before, 0, from),
    inline(name, { refersTo }, ...stretch(words, within, from, to)),
    ...stretch(words, after, to, words.length),
  ]
}

/** A place of words inside a clause that touches no letter or figure: an element around it adds no space there. */
const placeOf = (words: string, wanted: string): { readonly from: number; readonly to: number } | null => {
  for (let from = words.indexOf(wanted); from >= 0 && wanted !== ''; from = words.indexOf(wanted, from + 1)) {
    const to = from + wanted.length
    const alone = !/[\p{L}\p{N}]$/u.test(words.slice(0, from)) && !/^[\p{L}\p{N}]/u.test(words.slice(to))
    if (alone) return { from, to }
  }
  return null
}

const titleRole = (clause: PrintedClause, reading: DocumentReading): Wrapping => {
  const { sponsors, title } = reading
  const whole = { name: 'docTitle', from: 0, to: clause.words.length } as const
  const named = sponsorsOf(clause.words)
  if (sponsors.length > 0 && named.join() === sponsors.join()) return { ...whole, refersTo: '#sponsors' }
  const place = title === null ? null : placeOf(clause.words, title)
  return place
    ? { ...whole, ...place, refersTo: '#resolutionTitle' }
    : { ...whole, refersTo: '#resolutionNumber' }
}

const wrappingOf = (clause: PrintedClause, reading: DocumentReading, symbolIn: PrintedClause | undefined) => {
  if (clause.kind === 'title') return titleRole(clause, reading)
  const place = clause === symbolIn ? placeOf(clause.words, reading.symbol ?? '') : null
  return place ? { name: 'docNumber' as const, refersTo: '#symbol', ...place } : null
}

/** Identifiers that the head of a paper uses. */
const own = new Set(['parley', 'editor'])

const parts: readonly PaperPart[] = ['cover', 'preface', 'preamble', 'body', 'conclusions']

/** The part where a clause would stand, were it free to. */
const wantedPart = (clauses: readonly PrintedClause[], i: number): PaperPart => {
  const clause = clauses[i]
  const later = (...kinds: readonly PrintedClause['kind'][]): boolean =>
    clauses.slice(i + 1).some(({ kind, annex }) => annex === null && kinds.includes(kind))
  switch (clause?.kind) {
    case 'cover':
      return 'cover'
    case 'title':
      return later('cover') ? 'cover' : 'preface'
    case 'preambular':
      return 'preamble'
    case 'sub-paragraph':
      return later('preambular') && !clauses.slice(0, i).some(({ kind }) => kind === 'operative')
        ? 'preamble'
        : 'body'
    case 'other':
      return later('preambular', 'operative', 'annex', 'heading', 'sub-paragraph') ? 'body' : 'conclusions'
    default:
      return 'body'
  }
}

/** The part of each clause, so that no part comes before an earlier one. */
const partsOf = (clauses: readonly PrintedClause[]): readonly PaperPart[] => {
  let reached = 0
  return clauses.map((_, i) => {
    reached = Math.max(reached, parts.indexOf(wantedPart(clauses, i)))
    return parts[reached] ?? 'body'
  })
}

const elementOf = ({ kind, level }: PrintedClause): PaperClause['name'] => {
  if (kind === 'heading') return 'heading'
  if (level > 0) return 'point'
  return kind === 'operative' || kind === 'annex' ? 'paragraph' : 'p'
}

/** Annexes after all else are documents of their own; one in the middle stays where its heading is. */
const standsApart = (clauses: readonly PrintedClause[]): number =>
  clauses.findLastIndex(({ annex }) => annex === null) + 1

/**
 * A reading as Akoma Ntoso 3.0. Read again it has the same numbers, words and footnotes in the same order, whatever
 * the reading; the kinds too where the paper keeps the order of a United Nations one.
 */
export const akomaOfReading = (reading: DocumentReading): XmlElement => {
  const apart = standsApart(reading.clauses)
  const within = partsOf(reading.clauses.slice(0, apart))
  const symbolIn = reading.clauses.find(
    ({ kind, words }) =>
      kind !== 'title' && reading.symbol !== null && placeOf(words, reading.symbol) !== null,
  )
  const clauses = reading.clauses.map((clause, i): PaperClause => {
    const heading = clause.kind === 'heading'
    return {
      id: /^[^\s/]+$/u.test(clause.key) && !own.has(clause.key) ? clause.key : null,
      part: within[i] ?? 'body',
      name: elementOf(clause),
      depth: heading ? 0 : clause.level,
      number: clause.number,
      words: wordsOf(clause, wrappingOf(clause, reading, symbolIn)),
      marks: {},
      rank: heading ? clause.level : 0,
      annex: i >= apart ? clause.annex : null,
    }
  })
  const title = reading.title ?? reading.symbol ?? 'paper'
  const head = { language: reading.language, name: 'paper', title, date: null, parties: [] }
  return akomaOf(head, clauses, false)
}
