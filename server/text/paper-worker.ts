/** The worker that prints and reads files of texts apart from the server's own thread: one task after the other. */
import { parentPort } from 'node:worker_threads'
import { tasks } from './paper-work.ts'

/** What the worker is asked. */
export type PaperAsked = {
  readonly [Name in keyof typeof tasks]: { name: Name; input: Parameters<(typeof tasks)[Name]>[0] }
}[keyof typeof tasks]

const perform = (asked: PaperAsked): Promise<unknown> => {
  if (asked.name === 'pdf') return tasks.pdf(asked.input)
  return asked.name === 'docx' ? tasks.docx(asked.input) : tasks.word(asked.input)
}

// A fault is not caught: it ends the worker, and reaches whoever waits.
parentPort?.on('message', async (asked: PaperAsked) => parentPort?.postMessage(await perform(asked)))
parentPort?.postMessage('ready')
