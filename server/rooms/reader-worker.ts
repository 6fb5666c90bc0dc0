/** The worker that reads files apart from the server's own thread: one task after the other, each answered once. */
import { parentPort } from 'node:worker_threads'
import { type Tasks, tasks } from './reader-work.ts'

/** What the worker is asked. */
export type Asked = {
  readonly [Name in keyof Tasks]: { name: Name; input: Parameters<Tasks[Name]>[0] }
}[keyof Tasks]

const perform = (asked: Asked): Promise<unknown> =>
  asked.name === 'examine' ? tasks.examine(asked.input) : tasks.read(asked.input)

// A fault is not caught: it ends the worker, and reaches whoever waits.
parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await perform(asked)))
parentPort?.postMessage('ready')
