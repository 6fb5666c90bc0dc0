/** Word documents for tests: the cells that Parley would write, with edits made to them as Word marks them. */

import type { PrintedText } from '../../print/printed.ts'
import { element, text, type XmlElement, type XmlNode } from '../../xml.ts'
import { type CellPiece, cellText, noteSign, type WordCell, wordCell } from '../cell.ts'
import type { Edit } from '../edits.ts'
import { clauseMark, stampMark } from '../marks.ts'

/** When the files of these tests were written, and when somebody changed them. */
export const written = '2026-11-22T10:00:00Z'
export const later = '2026-11-23T08:30:00Z'

const ns = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** An element of a Word document. */
export const w = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly XmlNode[]
) =>
  element(
    name,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    children,
    ns,
  )

/** The runs of some words: tabs and footnote marks are elements of their own. */
export const runs = (words: string, deleted = false): readonly XmlElement[] =>
  words
    .split(new RegExp(`(\\t|${noteSign})`, 'u'))
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return w('r', {}, w('tab'))
      if (part === noteSign) return w('r', {}, w('footnoteReference', { id: '1' }))
      return w('r', {}, w('rPr'), w(deleted ? 'delText' : 't', {}, text(part)))
    })

const by = (author: string, date: string) => ({ id: '1', author, date })

const asWritten = (
  { tracked }: CellPiece,
  words: string,
  inside: readonly XmlNode[] = [],
): readonly XmlElement[] => {
  const content = inside.length > 0 ? inside : runs(words, tracked?.kind === 'deleted')
  if (!tracked) return content as readonly XmlElement[]
  return [w(tracked.kind === 'inserted' ? 'ins' : 'del', by(tracked.author, written), ...content)]
}

interface Placed extends CellPiece {
  readonly from: number
  readonly to: number
}

const placed = ({ pieces }: WordCell): readonly Placed[] => {
  let at = 0
  return pieces.map((piece) => {
    const from = at
    at += piece.text.length
    return { ...piece, from, to: at }
  })
}

/** What Word writes when these edits are made, in order and apart, with changes being tracked by this author. */
export const trackedRuns = (
  cell: WordCell,
  edits: readonly Edit[],
  author = 'A. Reader',
): readonly XmlElement[] => {
  const pieces = placed(cell)
  const nodes: XmlElement[] = []
  const cut = (from: number, to: number, deleted: boolean): void => {
    for (const piece of pieces) {
      const words = piece.text.slice(Math.max(0, from - piece.from), Math.max(0, to - piece.from))
      if (words === '') continue
      nodes.push(
        ...(deleted
          ? asWritten(piece, words, [w('del', by(author, later), ...runs(words, true))])
          : asWritten(piece, words)),
      )
    }
  }
  let at = 0
  for (const edit of edits) {
    cut(at, edit.from, false)
    cut(edit.from, edit.to, true)
    if (edit.words !== '') nodes.push(w('ins', by(author, later), ...runs(edit.words)))
    at = edit.to
  }
  cut(at, Number.POSITIVE_INFINITY, false)
  return nodes
}

/** A paragraph around whose runs stands a bookmark; null leaves the bookmark out. */
export const paragraph = (mark: string | null, nodes: readonly XmlNode[]): XmlElement =>
  w(
    'p',
    {},
    w('pPr'),
    ...(mark === null ? [] : [w('bookmarkStart', { id: '7', name: mark })]),
    ...nodes,
    ...(mark === null ? [] : [w('bookmarkEnd', { id: '7' })]),
  )

/** A row with these cells. */
export const row = (...cells: readonly XmlElement[]): XmlElement =>
  w('tr', {}, w('trPr'), ...cells.map((each) => w('tc', {}, w('tcPr'), each)))

/** The edits of a clause, per language. */
export type EditsOf = (clause: string, language: string) => readonly Edit[]

/** The row of a clause with edits made to it. */
export const clauseRow = (printed: PrintedText, clause: string, edits: EditsOf = () => []): XmlElement => {
  const found = printed.rows.find((each) => each.clause === clause)
  if (!found) throw new Error(`no clause ${clause}`)
  return row(
    ...printed.languages.map((language) => {
      const cell = wordCell(printed, found.cells[language] ?? { number: null, runs: null }, language)
      return paragraph(
        clauseMark(clause, found.wording, language, cellText(cell)),
        trackedRuns(cell, edits(clause, language)),
      )
    }),
  )
}

/** A document of these rows, written by Parley. */
export const documentOf = (rows: readonly XmlNode[], stamp: string | null = written): XmlElement =>
  w(
    'document',
    {},
    w(
      'body',
      {},
      w('tbl', {}, w('tblPr'), ...rows),
      w('p', {}, ...(stamp === null ? [] : [w('bookmarkStart', { id: '9', name: stampMark(stamp) })])),
    ),
  )

/** The whole text with edits made to it. */
export const editedDocument = (printed: PrintedText, edits: EditsOf): XmlElement =>
  documentOf(printed.rows.map(({ clause }) => clauseRow(printed, clause, edits)))
