/** Writes a text as a Word file: a row of a table for each clause, alternatives as changes by their sponsors. */
import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  type ICommentOptions,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Language, named } from '#domain/parties/localised.ts'
import { printLabels } from '#domain/text/print/labels.ts'
import { type PrintedRow, type PrintedText, shortName } from '#domain/text/print/printed.ts'
import { type CellPiece, cellText, type WordCell, wordCell } from '#domain/text/word/cell.ts'
import { clauseMark, outsideMark, stampMark } from '#domain/text/word/marks.ts'
import { footersOf, headersOf } from './word-page.ts'

const font = 'Times New Roman'
/** Half-points: 11 pt, as negotiated words are printed. */
const size = 22

interface Writing {
  readonly printed: PrintedText
  /** The moment on every insertion, deletion and comment of Parley's own, to the second. */
  readonly at: string
  readonly notes: Record<string, { readonly children: readonly Paragraph[] }>
  readonly comments: ICommentOptions[]
  id: number
}

const nextId = (writing: Writing): number => {
  writing.id += 1
  return writing.id
}

const languageTag = (language: Language): string =>
  ({ en: 'en-GB', ru: 'ru-RU', fr: 'fr-FR', es: 'es-ES', de: 'de-DE' })[language] ?? language

const runIn = (language: Language) => ({ font, size, language: { value: languageTag(language) } })

const footnote = (writing: Writing, words: string, language: Language): FootnoteReferenceRun => {
  const id = Object.keys(writing.notes).length + 1
  const run = new TextRun({ ...runIn(language), size: 18, text: words })
  writing.notes[id] = { children: [new Paragraph({ children: [run] })] }
  return new FootnoteReferenceRun(id)
}

const looks = ({ role, sign, placeholder }: CellPiece) => {
  if (role === 'sign' && sign !== 'number') return { color: '626A76', bold: sign === 'name' }
  return placeholder ? { shading: { fill: 'F2EAD8' } } : {}
}

const childOf = (writing: Writing, piece: CellPiece, language: Language, head: object): ParagraphChild => {
  const { text, tracked, note } = piece
  if (note !== undefined) return footnote(writing, note, language)
  const base = { ...runIn(language), ...head, ...looks(piece) }
  if (!tracked)
    return new TextRun({
      ...base,
      children: text.split(/(\t)/u).map((each) => (each === '\t' ? new Tab() : each)),
    })
  const change = { ...base, text, id: nextId(writing), author: tracked.author, date: writing.at }
  return tracked.kind === 'inserted' ? new InsertedTextRun(change) : new DeletedTextRun(change)
}

const childrenOf = (
  writing: Writing,
  cell: WordCell,
  language: Language,
  head: object,
): readonly ParagraphChild[] =>
  cell.pieces.filter(({ text }) => text !== '').map((piece) => childOf(writing, piece, language, head))

/** Reservations are comments beside the clause, never words in it. */
const reservationsOn = (writing: Writing, row: PrintedRow, language: Language): readonly number[] =>
  row.reservations.flatMap(({ party, words }) => {
    const said = words[language]
    if (said === undefined) return []
    const id = writing.comments.length
    const author = shortName(writing.printed, party, language)
    const text = `${printLabels(language).reservation}: ${said}`
    writing.comments.push({
      id,
      author,
      initials: author.slice(0, 4),
      date: new Date(writing.at),
      children: [new Paragraph({ children: [new TextRun({ ...runIn(language), text })] })],
    })
    return [id]
  })

const headed = new Set(['title', 'heading', 'annex'])

const paragraphOf = (writing: Writing, row: PrintedRow, language: Language): Paragraph => {
  const cell = row.cells[language] ?? { number: null, runs: null }
  const comments = reservationsOn(writing, row, language)
  const made = wordCell(writing.printed, cell, language)
  const isHead = headed.has(row.kind)
  const words = childrenOf(writing, made, language, isHead ? { bold: true } : {})
  const id = clauseMark(row.clause, row.wording, language, cellText(made))
  const mark = new Bookmark({ id, children: [...words] })
  return new Paragraph({
    children: [
      ...comments.map((id) => new CommentRangeStart(id)),
      mark,
      ...comments.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
    ],
    alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: isHead,
    spacing: { before: isHead ? 160 : 40, after: 80, line: 264, lineRule: 'auto' },
    indent: { left: Math.min(row.depth, 4) * 360 },
    tabStops: [{ type: 'left', position: Math.min(row.depth, 4) * 360 + 480 }],
  })
}

const rule = { style: 'single', size: 4, color: 'E4DED2' } as const
const none = { style: 'none', size: 0, color: 'auto' } as const

const cellOf = (children: readonly Paragraph[], columns: number): TableCell =>
  new TableCell({
    children: [...children],
    width: { size: Math.floor(100 / columns), type: WidthType.PERCENTAGE },
    margins: { left: 120, right: 120, top: 20, bottom: 20 },
    borders: { top: none, left: none, right: none, bottom: rule },
  })

const rowOf = (writing: Writing, row: PrintedRow): TableRow => {
  const { languages } = writing.printed
  return new TableRow({
    children: languages.map((language) => cellOf([paragraphOf(writing, row, language)], languages.length)),
  })
}

/** A paragraph that is not of the text: it is known again by its bookmark and never read as a clause. */
const outside = (
  writing: Writing,
  text: string,
  language: Language,
  bold: boolean,
  big: number,
): Paragraph => {
  const n = nextId(writing)
  const run = new TextRun({ ...runIn(language), text, bold, size: big })
  return new Paragraph({
    children: [new Bookmark({ id: outsideMark(n), children: [run] })],
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
  })
}

const headRow = (writing: Writing): TableRow => {
  const { languages, title, parties, rows } = writing.printed
  // A text that begins with its title has none above it.
  const entitled = rows[0]?.kind === 'title' || Object.keys(title).length === 0
  return new TableRow({
    tableHeader: false,
    children: languages.map((language) =>
      cellOf(
        [
          ...(entitled ? [] : [outside(writing, named(title, language), language, true, 30)]),
          outside(writing, parties.map(({ name }) => named(name, language)).join(' · '), language, false, 20),
        ],
        languages.length,
      ),
    ),
  })
}

/** Word wants a paragraph after a table; it also says when the file was written. */
const last = (writing: Writing): Paragraph =>
  new Paragraph({
    children: [new Bookmark({ id: stampMark(writing.at), children: [] })],
    spacing: { before: 0, after: 0 },
  })

/**
 * The bytes of a Word file (ECMA-376). Each clause is a row with a cell per language, around whose words stands a
 * bookmark, so that the file can be read again. `at` is the moment it is written.
 */
export const wordFile = async (printed: PrintedText, at: Date): Promise<Uint8Array> => {
  const moment = `${at.toISOString().slice(0, 19)}Z`
  const writing: Writing = { printed, at: moment, notes: {}, comments: [], id: 0 }
  const rows = [headRow(writing), ...printed.rows.map((row) => rowOf(writing, row))]
  const columns = printed.languages.length
  const table = new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: printed.languages.map(() => Math.floor(9638 / columns)),
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
  })
  const [language = 'en'] = printed.languages
  const document = new Document({
    creator: 'Parley',
    lastModifiedBy: 'Parley',
    title: named(printed.title, language),
    features: { trackRevisions: true },
    footnotes: writing.notes,
    comments: { children: writing.comments },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1304, bottom: 1304, left: 1134, right: 1134 },
          },
        },
        headers: headersOf(printed),
        footers: footersOf(printed),
        children: [table, last(writing)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
