/** The worker that prints periodic reports apart from the server's own thread: one after the other. */
import { parentPort } from 'node:worker_threads'
import { done } from '#domain/outcome.ts'
import { type PrintedReport, reportAsWord } from './report-word.ts'

/** What the worker is asked. */
export interface ReportAsked {
  readonly name: 'pdf' | 'docx'
  readonly input: PrintedReport
}

// Typst is large; who wants a Word file does not load it. A fault is not caught: it ends the worker, and reaches whoever waits.
const perform = async ({ name, input }: ReportAsked): Promise<Uint8Array> =>
  name === 'docx' ? reportAsWord(input) : (await import('./report-pdf.ts')).reportAsPdf(input)

parentPort?.on('message', async (asked: ReportAsked) => parentPort?.postMessage(done(await perform(asked))))
parentPort?.postMessage('ready')
