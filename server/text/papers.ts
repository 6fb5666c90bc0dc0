/** Files of texts, made and read apart from the server's own thread, within bounds and the seats in turn. */
import type { Outcome } from '#domain/outcome.ts'
import type { PrintEngine } from '#domain/text/print/engine.ts'
import type { WordReturn } from '#domain/text/word/return.ts'
import type { Limits } from '../files/thread.ts'
import { openThreads } from '../files/threads.ts'
import type { FromWord, ToWord } from './paper-work.ts'
import type { PaperAsked } from './paper-worker.ts'

/** The files of texts as one seat makes and reads them. */
export interface SeatPapers {
  readonly pdf: PrintEngine
  readonly docx: (asked: ToWord) => Promise<Outcome<Uint8Array>>
  readonly readWord: (asked: FromWord) => Promise<Outcome<WordReturn>>
}

/** The makers and readers of a running server. Nothing passes from one seat to another. */
export interface Papers {
  /** Those of the seat with this database role. */
  readonly of: (role: string) => SeatPapers
  /** Ends all work; what is under way is refused with `installation.busy`. */
  readonly close: () => Promise<void>
}

const worker = new URL('./paper-worker', import.meta.url)
const reading: Limits = { seconds: 20, megabytes: 512 }
const printing: Limits = { seconds: 30, megabytes: 768, refusal: 'print.too-heavy' }
const mostWaiting = 8

/** Opens them; a thread starts when it is first needed. What is handed in is never read in the thread that prints. */
export const openPapers = (
  limits: { readonly reading?: Limits; readonly printing?: Limits } = {},
): Papers => {
  const readers = openThreads(worker, limits.reading ?? reading, 1, mostWaiting)
  const printers = openThreads(worker, limits.printing ?? printing, 1, mostWaiting)
  const of = (role: string): SeatPapers => {
    const ask = (asked: PaperAsked) => async (): Promise<PaperAsked> => asked
    return {
      pdf: async (printed) =>
        (await printers.run(role, ask({ name: 'pdf', input: printed }))) as Outcome<Uint8Array>,
      docx: async (input) => (await printers.run(role, ask({ name: 'docx', input }))) as Outcome<Uint8Array>,
      readWord: async (input) =>
        (await readers.run(role, ask({ name: 'word', input }))) as Outcome<WordReturn>,
    }
  }
  return {
    of,
    close: async () => {
      await Promise.all([readers.close(), printers.close()])
    },
  }
}
