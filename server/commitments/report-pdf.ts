/** Sets a periodic monitoring report as a PDF with Typst. Words reach the sheet as data alone and are never its markup. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedReport } from './report-word.ts'

const sheet = `
#let data = json(bytes(sys.inputs.data))
#let quiet = rgb("#626a76")
#let rule = 0.5pt + rgb("#c9c1ae")
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: (x: 20mm, top: 22mm, bottom: 24mm), footer: context {
  set text(size: 8pt, fill: quiet)
  align(center, [#counter(page).get().first() / #counter(page).final().first()])
})
#set text(font: ("Libertinus Serif", "New Computer Modern"), size: 10.5pt, fill: rgb("#22262d"))
#set par(leading: 0.6em, spacing: 0.9em)
#show heading: set block(above: 1.4em, below: 0.7em)
#let lines(words) = words.split("\\n").map(line => text(line)).join(linebreak())
#let show-block(block) = {
  if block.kind == "title" { align(center, heading(level: 1, text(size: 17pt, block.words))) }
  else if block.kind == "heading" { heading(level: 2, text(size: 12pt, block.words)) }
  else if block.kind == "note" { par(text(size: 9pt, fill: quiet, block.words)) }
  else if block.kind == "words" { par(lines(block.words)) }
  else if block.kind == "table" {
    set text(size: 8.8pt, hyphenate: true)
    let many = block.head.len()
    table(
      columns: (1.6fr,) + (1fr,) * (many - 1),
      stroke: rule,
      inset: 5pt,
      table.header(..block.head.map(words => text(weight: "bold", words))),
      ..block.rows.flatten().map(lines),
    )
  } else {
    std.block(width: 100%, stroke: rule, inset: 8pt, breakable: true, {
      text(weight: "bold", block.title)
      for words in block.words { par(lines(words)) }
    })
  }
}
#for (i, language) in data.languages.enumerate() {
  if i > 0 { pagebreak() }
  set text(lang: language.split("-").first())
  for block in data.sheets.at(language) { show-block(block) }
}
`

/** The sheet reads no file, and there is none where it would look. */
const nowhere = '/nonexistent'

/** The bytes of the file: the same for the same report, on every machine; throws only for a fault of ours. */
export const reportAsPdf = ({ languages, sheets }: PrintedReport): Uint8Array => {
  const compiler = NodeCompiler.create({ workspace: nowhere })
  const [title] = sheets[languages[0] ?? ''] ?? []
  const data = { title: title && 'words' in title ? title.words : '', languages, sheets }
  const compiled = compiler.compile({ mainFileContent: sheet, inputs: { data: JSON.stringify(data) } })
  const document = compiled.result
  if (!document) {
    const [fault] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`the sheet cannot be set: ${JSON.stringify(fault)}`)
  }
  const bytes = new Uint8Array(compiler.pdf(document))
  compiler.evictCache(0)
  return bytes
}
