/** A thin HTTP/1.1 client on one kept-alive connection, so that little of what is measured is the client itself. */
import { connect, type Socket } from 'node:net'

/** An answer of the server. */
export interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** One connection to the server on this machine; it asks one thing at a time and connects again after a break. */
export interface Wire {
  /** Rejects when the connection breaks before the answer is whole, or when there is none within the patience. */
  readonly ask: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

const patience = 12_000
const endOfHead = Buffer.from('\r\n\r\n')

/** The whole answer at the start of these bytes, or undefined while some of it is still on its way. */
const readAnswer = (bytes: Buffer): Answer | undefined => {
  const end = bytes.indexOf(endOfHead)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const start = end + endOfHead.length
  if (bytes.length < start + length) return undefined
  return { status: Number(head.slice(9, 12)), head, body: bytes.toString('utf8', start, start + length) }
}

const requestText = (port: number, cookie: string, method: string, path: string, body: unknown): string => {
  const text = body === undefined ? '' : JSON.stringify(body)
  const type = body === undefined ? '' : 'content-type: application/json\r\n'
  const session = cookie === '' ? '' : `cookie: ${cookie}\r\n`
  return (
    `${method} ${path} HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\n${session}${type}` +
    `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
  )
}

/** Opens a wire to the server on this port; `cookie` is the session, empty for a stranger. */
export const openWire = (port: number, cookie = ''): Wire => {
  let socket: Socket | undefined
  let waiting: Waiting | undefined
  let held: Buffer[] = []

  const lose = (lost: Socket, error: Error): void => {
    if (lost !== socket) return
    socket = undefined
    held = []
    lost.destroy()
    const { reject } = waiting ?? {}
    waiting = undefined
    reject?.(error)
  }
  const take = (bytes: Buffer): void => {
    held.push(bytes)
    const answer = readAnswer(held.length === 1 ? bytes : Buffer.concat(held))
    if (!answer) return
    held = []
    const { resolve } = waiting ?? {}
    waiting = undefined
    resolve?.(answer)
  }
  const open = (): Socket => {
    const made = connect({ host: '127.0.0.1', port, noDelay: true })
    made.on('data', take)
    made.on('error', (error) => lose(made, error))
    made.on('close', () => lose(made, new Error('the connection was closed')))
    made.setTimeout(patience, () => waiting && lose(made, new Error('no answer in time')))
    return made
  }
  return {
    ask: (method, path, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket ??= open()
        socket.write(requestText(port, cookie, method, path, body))
      }),
    close: () => {
      const open = socket
      socket = undefined
      open?.destroy()
    },
  }
}
