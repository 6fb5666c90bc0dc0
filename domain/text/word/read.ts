/** Reads the parts of a Word file, already parsed, into a document; elements it does not know it enters. */
import { attribute, childElements, descendants, type XmlElement } from '../xml.ts'
import { noteSign } from './cell.ts'
import type {
  PieceState,
  ReadBlock,
  ReadComment,
  ReadNote,
  ReadParagraph,
  ReadPiece,
  ReadRow,
  WordDocument,
} from './document.ts'
import { readClauseMark, readStampMark } from './marks.ts'

/** The parts of a Word file that hold words; all but the document itself may be missing. */
export interface WordParts {
  readonly document: XmlElement
  readonly comments?: XmlElement | undefined
  readonly footnotes?: XmlElement | undefined
}

/** The change in which an element stands: one that Parley wrote itself is none. */
interface Change {
  readonly state: PieceState | 'gone'
  readonly author: string | null
}

const kept: Change = { state: 'kept', author: null }

interface Reading {
  readonly stamp: number | null
  /** Bookmarks that begin between two paragraphs belong to the next. */
  readonly waiting: string[]
}

interface Part {
  readonly pieces: ReadPiece[]
  readonly bookmarks: string[]
  readonly comments: string[]
}

/** A paragraph under way. One in which two clauses stand, because somebody joined them, has a part for each. */
type Paragraph = [Part, ...Part[]]

const newPart = (): Part => ({ pieces: [], bookmarks: [], comments: [] })

const lastOf = (paragraph: Paragraph): Part => paragraph.at(-1) ?? paragraph[0]

const isClauseMark = (name: string): boolean => readClauseMark(name) !== null

const beginBookmark = (paragraph: Paragraph, name: string): void => {
  if (isClauseMark(name) && lastOf(paragraph).bookmarks.some(isClauseMark)) paragraph.push(newPart())
  lastOf(paragraph).bookmarks.push(name)
}

const value = (node: XmlElement, name: string): string | null =>
  attribute(node, `w:${name}`) ?? attribute(node, name)

const isOurs = (reading: Reading, node: XmlElement): boolean => {
  const at = Date.parse(value(node, 'date') ?? '')
  return reading.stamp !== null && Math.floor(at / 1000) === reading.stamp
}

const insertions = new Set(['ins', 'moveTo', 'cellIns'])
const deletions = new Set(['del', 'moveFrom', 'cellDel'])

/** The change inside an element that marks one: taking out what was put in leaves nothing. */
const within = (reading: Reading, node: XmlElement, around: Change): Change => {
  if (isOurs(reading, node)) return around
  const author = value(node, 'author')
  if (insertions.has(node.name)) return around.state === 'kept' ? { state: 'inserted', author } : around
  if (!deletions.has(node.name)) return around
  return { state: around.state === 'inserted' || around.state === 'gone' ? 'gone' : 'deleted', author }
}

const put = (paragraph: Paragraph, text: string, { state, author }: Change): void => {
  if (text === '' || state === 'gone') return
  const { pieces } = lastOf(paragraph)
  const last = pieces.at(-1)
  if (last?.state === state && last.author === author)
    pieces[pieces.length - 1] = { ...last, text: last.text + text }
  else pieces.push({ text, state, author })
}

/** What single elements of a run print; a soft hyphen prints nothing. */
const printed: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: ' ',
  cr: ' ',
  noBreakHyphen: '\u2011',
  footnoteReference: noteSign,
  endnoteReference: noteSign,
}

const charactersOf = (node: XmlElement): string =>
  node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')

const symbolOf = (node: XmlElement): string => {
  const code = Number.parseInt(value(node, 'char') ?? '', 16)
  return Number.isInteger(code) && code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : ''
}

/** Properties change how words look; the words of fields are in their results, not in their instructions. */
const silent = new Set([
  'pPr',
  'rPr',
  'instrText',
  'delInstrText',
  'fldChar',
  'softHyphen',
  'lastRenderedPageBreak',
  'proofErr',
  'annotationRef',
  'footnoteRef',
  'endnoteRef',
  'drawing',
  'pict',
  'object',
])

/** The words that an element prints by itself; null for one that holds others or prints nothing. */
const wordsPrinted = (node: XmlElement): string | null => {
  if (node.name === 't' || node.name === 'delText') return charactersOf(node)
  if (node.name === 'sym') return symbolOf(node)
  return (Object.hasOwn(printed, node.name) ? printed[node.name] : undefined) ?? null
}

/** Bookmarks and comments that begin here; true when the element is one of these. */
const noticed = (paragraph: Paragraph, node: XmlElement): boolean => {
  if (node.name === 'bookmarkStart') {
    beginBookmark(paragraph, value(node, 'name') ?? '')
    return true
  }
  if (node.name !== 'commentRangeStart' && node.name !== 'commentReference') return false
  const id = value(node, 'id') ?? ''
  const { comments } = lastOf(paragraph)
  if (!comments.includes(id)) comments.push(id)
  return true
}

const readInline = (reading: Reading, paragraph: Paragraph, node: XmlElement, around: Change): void => {
  const words = wordsPrinted(node)
  if (words !== null) put(paragraph, words, around)
  else if (!noticed(paragraph, node) && !silent.has(node.name))
    readInlines(reading, paragraph, node, within(reading, node, around))
}

/** Of two ways to say the same (ECMA-376, part 3), the first is read. */
const choices = (node: XmlElement): readonly XmlElement[] => {
  if (node.name !== 'AlternateContent') return childElements(node)
  const all = childElements(node)
  const chosen = all.find(({ name }) => name === 'Choice') ?? all.find(({ name }) => name === 'Fallback')
  return chosen ? childElements(chosen) : []
}

const readInlines = (reading: Reading, paragraph: Paragraph, node: XmlElement, around: Change): void => {
  for (const child of choices(node)) readInline(reading, paragraph, child, around)
}

/** The mark of a change in properties: the end of a paragraph, or a row. */
const markIn = (reading: Reading, properties: XmlElement | undefined, around: Change): Change => {
  const marks = properties ? childElements(properties) : []
  return marks.reduce((change, mark) => within(reading, mark, change), around)
}

const childNamed = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node && childElements(node).find((child) => child.name === name)

/** A paragraph; where several clauses stand in it, one for each. */
const readParagraph = (reading: Reading, node: XmlElement, around: Change): readonly ReadParagraph[] => {
  const paragraph: Paragraph = [newPart()]
  for (const name of reading.waiting.splice(0)) beginBookmark(paragraph, name)
  readInlines(reading, paragraph, node, around)
  const end = markIn(reading, childNamed(childNamed(node, 'pPr'), 'rPr'), around).state
  return paragraph.map((part, i) => {
    const state = i < paragraph.length - 1 ? 'deleted' : end
    return { ...part, end: state === 'gone' ? 'inserted' : state }
  })
}

const paragraphsIn = (reading: Reading, node: XmlElement, around: Change): readonly ReadParagraph[] =>
  choices(node).flatMap((child) => {
    if (child.name === 'p') return readParagraph(reading, child, around)
    if (child.name === 'bookmarkStart') {
      reading.waiting.push(value(child, 'name') ?? '')
      return []
    }
    return silent.has(child.name) ? [] : paragraphsIn(reading, child, within(reading, child, around))
  })

const readRow = (reading: Reading, node: XmlElement): ReadRow => {
  const mark = markIn(reading, childNamed(node, 'trPr'), kept)
  const cellsIn = (inside: XmlElement): readonly (readonly ReadParagraph[])[] =>
    choices(inside).flatMap((child) => {
      if (child.name !== 'tc') return child.name === 'trPr' ? [] : cellsIn(child)
      return [paragraphsIn(reading, child, markIn(reading, childNamed(child, 'tcPr'), mark))]
    })
  return { cells: cellsIn(node), state: mark.state === 'gone' ? 'kept' : mark.state, author: mark.author }
}

const blocksIn = (reading: Reading, node: XmlElement, around: Change): readonly ReadBlock[] =>
  choices(node).flatMap((child): readonly ReadBlock[] => {
    if (child.name === 'p')
      return readParagraph(reading, child, around).map((paragraph) => ({ kind: 'paragraph', paragraph }))
    if (child.name === 'tr') return [{ kind: 'row', row: readRow(reading, child) }]
    if (child.name === 'bookmarkStart') {
      reading.waiting.push(value(child, 'name') ?? '')
      return []
    }
    return silent.has(child.name) ? [] : blocksIn(reading, child, within(reading, child, around))
  })

const wordsOf = (reading: Reading, node: XmlElement): readonly ReadPiece[] =>
  paragraphsIn(reading, node, kept).flatMap(({ pieces }, i): readonly ReadPiece[] =>
    i > 0 ? [{ text: ' ', state: 'kept', author: null }, ...pieces] : pieces,
  )

const afterOf = (pieces: readonly ReadPiece[]): string =>
  pieces
    .map(({ text, state }) => (state === 'deleted' ? '' : text))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()

const commentsIn = (reading: Reading, node: XmlElement | undefined): readonly ReadComment[] =>
  (node ? descendants(node, 'comment') : [])
    .filter((comment) => !isOurs(reading, comment))
    .map((comment) => ({
      id: value(comment, 'id') ?? '',
      author: value(comment, 'author') ?? '',
      words: afterOf(wordsOf(reading, comment)),
    }))

const notesIn = (reading: Reading, node: XmlElement | undefined): readonly ReadNote[] =>
  (node ? descendants(node, 'footnote') : [])
    .filter((note) => value(note, 'type') === null || value(note, 'type') === 'normal')
    .map((note) => {
      const pieces = wordsOf(reading, note)
      return { words: afterOf(pieces), changed: pieces.some(({ state }) => state !== 'kept') }
    })

/** The paragraphs of text boxes; they stand nowhere in the order of the text. */
const boxesIn = (reading: Reading, node: XmlElement): readonly ReadBlock[] =>
  choices(node).flatMap((child): readonly ReadBlock[] =>
    child.name === 'txbxContent'
      ? paragraphsIn(reading, child, kept).map((paragraph) => ({ kind: 'paragraph', paragraph }))
      : boxesIn(reading, child),
  )

/** Reads the parts of a Word file. It never throws: whatever a file says, it is words in some order. */
export const readWordParts = (parts: WordParts): WordDocument => {
  const stamps = descendants(parts.document, 'bookmarkStart').map((mark) =>
    readStampMark(value(mark, 'name') ?? ''),
  )
  const stamp = stamps.find((each) => each !== null) ?? null
  const reading: Reading = { stamp, waiting: [] }
  const body = descendants(parts.document, 'body')[0] ?? parts.document
  return {
    blocks: [...blocksIn(reading, body, kept), ...boxesIn(reading, body)],
    comments: commentsIn(reading, parts.comments),
    notes: notesIn(reading, parts.footnotes),
    formatting: descendants(parts.document, 'rPrChange', 'pPrChange').length,
  }
}
