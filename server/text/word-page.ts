/** The head and the foot of every page of a Word file: the version, the copy, the page. */
import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { Language } from '#domain/parties/localised.ts'
import { filled, printLabels } from '#domain/text/print/labels.ts'
import type { PrintedText } from '#domain/text/print/printed.ts'

const small = { font: 'Times New Roman', size: 16, color: '626A76' }

const line = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ children: [...children], alignment: AlignmentType.CENTER, spacing: { after: 0 } })

/** A hash in groups that can be compared by eye. */
export const inGroups = (hash: string): string => (hash.match(/.{1,8}/gu) ?? []).join(' ')

/** The copy that this is, in each language; nothing for a print that is not numbered. */
export const copyLines = ({ copy, languages }: Pick<PrintedText, 'copy' | 'languages'>): readonly string[] =>
  copy
    ? languages.map((language) => {
        const labels = printLabels(language)
        const facts = { n: copy.number, of: copy.of, for: copy.for }
        return filled(copy.for === '' ? labels.copy : labels.copyFor, facts)
      })
    : []

const pageRuns = (language: Language): readonly TextRun[] => {
  const parts = printLabels(language).page.split(/(\{n\}|\{of\})/u)
  const children = parts.map((part) =>
    part === '{n}' ? PageNumber.CURRENT : part === '{of}' ? PageNumber.TOTAL_PAGES : part,
  )
  return [new TextRun({ ...small, children })]
}

/** The head: which version, and which copy. */
export const headersOf = (printed: PrintedText): { readonly default: Header } => {
  const said = [printed.version?.cite ?? '', ...copyLines(printed)].filter((each) => each !== '')
  return {
    default: new Header({ children: [line([new TextRun({ ...small, text: said.join('   ·   ') })])] }),
  }
}

/** The foot: the pages in every language, and the hash of the version with the address that verifies it. */
export const footersOf = (printed: PrintedText): { readonly default: Footer } => {
  const pages = printed.languages.flatMap((language, i) => [
    ...(i > 0 ? [new TextRun({ ...small, text: '   ·   ' })] : []),
    ...pageRuns(language),
  ])
  const { version } = printed
  const proof = version
    ? [
        line([new TextRun({ ...small, text: `SHA-256 ${inGroups(version.hash)}` })]),
        line([new TextRun({ ...small, text: version.url })]),
      ]
    : []
  return { default: new Footer({ children: [line(pages), ...proof] }) }
}
