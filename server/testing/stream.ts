/** An event stream over a real socket, for tests: every byte of it, and when it ended. */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { headers, type TestTable } from './table.ts'

/** An open stream. */
export interface Stream {
  /** The status line's number and everything received so far, headers included. */
  readonly status: number
  readonly text: () => string
  /** The rooms and sizes told so far. */
  readonly told: () => readonly { readonly room: string; readonly size: number; readonly table?: true }[]
  /** Kept when the server ends the stream. */
  readonly ended: Promise<void>
  readonly close: () => void
}

const portOf = async (table: TestTable): Promise<number> => {
  if (!table.app.server.listening) await table.app.listen({ host: '127.0.0.1', port: 0 })
  return (table.app.server.address() as AddressInfo).port
}

/** Opens the event stream of whoever holds this cookie. */
export const openStream = async (
  table: TestTable,
  cookie: string,
  path = `${table.base}/events`,
): Promise<Stream> => {
  const port = await portOf(table)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { ...headers, cookie }, agent: false })
    asked.once('error', reject)
    asked.once('response', (reply) => {
      let body = ''
      reply.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      const ended = new Promise<void>((end) => reply.once('close', () => end()))
      const text = () => `${JSON.stringify(reply.rawHeaders)}\n${body}`
      const told = () =>
        [...body.matchAll(/^data: (\{"room".*\})$/gm)].map((line) => JSON.parse(line[1] ?? '{}'))
      resolve({ status: reply.statusCode ?? 0, text, told, ended, close: () => asked.destroy() })
    })
    asked.end()
  })
}

/** Waits until this holds, at most two seconds. */
export const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('it did not come to hold in two seconds')
    await new Promise((go) => setTimeout(go, 5))
  }
}
