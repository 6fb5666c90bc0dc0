/** Writes a periodic monitoring report as a Word file, one language after the other, each from a new page. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block } from '#domain/commitments/periodic-sheet.ts'

const font = 'Times New Roman'
const rule = { style: 'single', size: 4, color: 'C9C1AE' } as const
const borders = { top: rule, bottom: rule, left: rule, right: rule }

/** What is printed: the languages in their order, and the pieces of each. */
export interface PrintedReport {
  readonly languages: readonly string[]
  readonly sheets: Readonly<Record<string, readonly Block[]>>
}

const tagOf = (language: string): string => ({ en: 'en-GB', ru: 'ru-RU' })[language] ?? language

interface Look {
  readonly bold?: boolean
  readonly size?: number
  readonly color?: string
}

const runs = (words: string, language: string, look: Look = {}): readonly TextRun[] =>
  words.split('\n').map(
    (line, i) =>
      new TextRun({
        ...{ font, size: 22, language: { value: tagOf(language) }, ...look },
        ...{ text: line, ...(i > 0 ? { break: 1 } : {}) },
      }),
  )

const paragraph = (words: string, language: string, look: Look = {}): Paragraph =>
  new Paragraph({ children: [...runs(words, language, look)], spacing: { after: 120 } })

const cell = (words: string, language: string, look: Look = {}): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: [...runs(words, language, { size: 18, ...look })] })],
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    borders,
  })

const tableOf = ({ head, rows }: Extract<Block, { kind: 'table' }>, language: string): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((words) => cell(words, language, { bold: true })),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((words) => cell(words, language)) }),
      ),
    ],
  })

const boxOf = ({ title, words }: Extract<Block, { kind: 'box' }>, language: string): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children: [
              paragraph(title, language, { bold: true }),
              ...words.map((each) => paragraph(each, language)),
            ],
            margins: { left: 120, right: 120, top: 80, bottom: 80 },
            borders,
          }),
        ],
      }),
    ],
  })

const gap = (): Paragraph => new Paragraph({ children: [], spacing: { after: 120 } })

const childrenOf = (block: Block, language: string, isNew: boolean): readonly (Paragraph | Table)[] => {
  if (block.kind === 'table') return [tableOf(block, language), gap()]
  if (block.kind === 'box') return [boxOf(block, language), gap()]
  if (block.kind === 'title')
    return [
      new Paragraph({
        children: [...runs(block.words, language, { bold: true, size: 32 })],
        heading: HeadingLevel.TITLE,
        alignment: AlignmentType.CENTER,
        pageBreakBefore: isNew,
        spacing: { after: 240 },
      }),
    ]
  if (block.kind === 'heading')
    return [
      new Paragraph({
        children: [...runs(block.words, language, { bold: true, size: 24, color: '22262D' })],
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 240, after: 120 },
      }),
    ]
  return [paragraph(block.words, language, block.kind === 'note' ? { color: '626A76', size: 18 } : {})]
}

const foot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            ...{ font, size: 16, color: '626A76' },
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

/** The bytes of the file. */
export const reportAsWord = async ({ languages, sheets }: PrintedReport): Promise<Uint8Array> => {
  const children = languages.flatMap((language, i) =>
    (sheets[language] ?? []).flatMap((block) => childrenOf(block, language, i > 0)),
  )
  const document = new Document({ sections: [{ children, footers: { default: foot() } }] })
  return new Uint8Array(await Packer.toBuffer(document))
}
