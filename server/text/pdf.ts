/** Sets a text as a PDF with Typst. Plain work, wherever it runs; it takes some memory of its own outside JavaScript's. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { isTooLong, longestPrint, type PrintEngine } from '#domain/text/print/engine.ts'
import type { PrintedText } from '#domain/text/print/printed.ts'
import { sheetOf } from './pdf-sheet.ts'
import { sheet } from './sheet.ts'

/** The sheet reads no file, and there is none where it would look. */
const nowhere = '/nonexistent'

let compiler: NodeCompiler | undefined

const setSheet = (printed: PrintedText): Uint8Array => {
  compiler ??= NodeCompiler.create({ workspace: nowhere })
  try {
    const inputs = { data: JSON.stringify(sheetOf(printed)) }
    const compiled = compiler.compile({ mainFileContent: sheet, inputs })
    const document = compiled.result
    if (!document) {
      const [fault] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      throw new Error(`the sheet cannot be set: ${JSON.stringify(fault)}`)
    }
    return new Uint8Array(compiler.pdf(document))
  } finally {
    // Nothing of one text is remembered for the next.
    compiler.evictCache(0)
  }
}

/**
 * The bytes of a PDF: the same for the same text, on every machine, for the fonts come with the engine. Refuses with
 * `print.too-long` {most} what is longer than any text; throws only for a fault of ours.
 */
export const pdfFile: PrintEngine = async (printed): Promise<Outcome<Uint8Array>> =>
  isTooLong(printed) ? refuse('print.too-long', { most: longestPrint.clauses }) : done(setSheet(printed))
