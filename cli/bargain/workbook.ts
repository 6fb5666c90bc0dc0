/** Reads the first sheet of an XLSX workbook without trusting it: bounded when unpacked, a far cell costs nothing. */
import { broken, type Place, reading } from '#domain/bargaining/formats/misread.ts'
import type { Cell } from '#domain/bargaining/formats/table-words.ts'
import type { Outcome } from '#domain/outcome.ts'
import { attribute, childElements, descendants, textOf, type XmlElement } from '#domain/text/xml.ts'
import { type Archive, entryOf, openArchive, unpack } from '#server/files/archive.ts'
import { parseXml } from '#server/xml.ts'

const largestPart = 16 * 1024 * 1024
const mostColumns = 300

interface Book {
  readonly archive: Archive
  readonly at: Place
}

const partOf = ({ archive, at }: Book, name: string): XmlElement | undefined => {
  const entry = entryOf(archive, name)
  if (!entry) return undefined
  const bytes = unpack(archive, entry, largestPart)
  if (!bytes) throw broken(at, `${name}: damaged, or larger than 16 MB`)
  const parsed = parseXml(bytes)
  if (!parsed.ok) throw broken(at, `${name}: ${parsed.refusal.facts?.reason ?? ''}`)
  return parsed.value
}

/** Where the first sheet of the workbook stands in the archive (ECMA-376, 18.2.19 and the relationships of part 2). */
const firstSheet = (book: Book): string => {
  const workbook = partOf(book, 'xl/workbook.xml')
  const [sheet] = workbook ? descendants(workbook, 'sheet') : []
  const id = Object.entries(sheet?.attributes ?? {}).find(([name]) => /^\w+:id$/.test(name))?.[1]
  const links = partOf(book, 'xl/_rels/workbook.xml.rels')
  const link = links && descendants(links, 'Relationship').find((each) => attribute(each, 'Id') === id)
  const target = link && attribute(link, 'Target')
  if (!target) throw broken(book.at, 'no workbook with a sheet')
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The words of a string: all its runs, without the readings above them. */
const wordsOf = (element: XmlElement): string =>
  childElements(element)
    .filter((child) => child.name === 't' || child.name === 'r')
    .map((child) => (child.name === 't' ? textOf(child) : wordsOf(child)))
    .join('')

const childText = (element: XmlElement, name: string): string | undefined => {
  const child = childElements(element).find((each) => each.name === name)
  return child && textOf(child)
}

/** A number is kept as the shortest decimal of the double that a spreadsheet holds. */
const cellText = (cell: XmlElement, shared: readonly string[]): string => {
  const [type, value] = [attribute(cell, 't'), childText(cell, 'v') ?? '']
  if (type === 'inlineStr') {
    const inline = childElements(cell).find((each) => each.name === 'is')
    return inline ? wordsOf(inline) : ''
  }
  if (type === 's') return shared[Number(value)] ?? ''
  const isNumber = (type === null || type === 'n') && value !== '' && Number.isFinite(Number(value))
  return isNumber ? String(Number(value)) : value
}

/** The column of `AB12`, from one; undefined where it is not said. */
const columnOf = (reference: string | null): number | undefined => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

const rowOf = (row: XmlElement, line: number, shared: readonly string[], { at }: Book): readonly Cell[] => {
  const cells: Cell[] = []
  const empty = (column: number): Cell => ({ text: '', at: { ...at, line, column } })
  let column = 0
  for (const cell of childElements(row).filter((each) => each.name === 'c')) {
    column = columnOf(attribute(cell, 'r')) ?? column + 1
    const text = cellText(cell, shared)
    if (text === '') continue
    if (column > mostColumns) throw broken({ ...at, line, column }, `more than ${mostColumns} columns`)
    while (cells.length < column) cells.push(empty(cells.length + 1))
    cells[column - 1] = { text, at: { ...at, line, column } }
  }
  return cells.length === 0 ? [empty(1)] : cells
}

/** The rows that hold something; line and column are those of the sheet. Refusal: `bargaining.file-broken`. */
export const readXlsx = (file: string, bytes: Uint8Array): Outcome<readonly (readonly Cell[])[]> =>
  reading(() => {
    const at = { file, line: 1, column: 1 }
    const archive = bytes.length < 22 ? null : openArchive(bytes)
    if (!archive) throw broken(at, 'not a workbook')
    const book = { archive, at }
    const sheet = partOf(book, firstSheet(book))
    if (!sheet) throw broken(at, 'no workbook with a sheet')
    const strings = partOf(book, 'xl/sharedStrings.xml')
    const shared = strings ? childElements(strings).map(wordsOf) : []
    let line = 0
    return descendants(sheet, 'row').map((row) => {
      const said = Number(attribute(row, 'r') ?? Number.NaN)
      line = Number.isSafeInteger(said) && said > 0 ? said : line + 1
      return rowOf(row, line, shared, book)
    })
  })
