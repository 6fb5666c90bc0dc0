/** A witness's own small web server: one address to post to, and one for each log to read what is held of it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, plainText, type WitnessBody } from './witness.ts'

/** Where a witness listens. */
export interface ListenOptions {
  /** One that shows nothing only cosigns. */
  readonly witness: Pick<WitnessBody, 'add'> & Partial<Pick<WitnessBody, 'show'>>
  /** This machine alone when nothing is said. */
  readonly host?: string
  /** Any free one when nothing is said. */
  readonly port?: number
  /** What comes before `/add-checkpoint`, as `/w1`; nothing when nothing is said. */
  readonly prefix?: string
  /** How long a request may take to arrive, in milliseconds; 10,000 when nothing is said. */
  readonly patience?: number
  /** Told of what the witness could not do, such as write to a full disk. */
  readonly onFault?: (error: unknown) => void
}

/** A witness that listens. */
export interface Listening {
  /** The submission prefix, as the log is to be told. */
  readonly url: string
  /** Lets those that are being answered have their answer. */
  readonly close: () => Promise<void>
}

/** A proof has 63 lines at most and a checkpoint with its signatures is short: nothing well-formed is longer. */
const longestBody = 65_536

const tooLong = Symbol('too long')

const bodyOf = (request: IncomingMessage): Promise<Uint8Array | typeof tooLong> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let length = 0
    request.on('data', (piece: Buffer) => {
      length += piece.length
      if (length <= longestBody) pieces.push(piece)
      else {
        request.pause()
        resolve(tooLong)
      }
    })
    request.on('end', () => resolve(Buffer.concat(pieces)))
    request.on('close', () => reject(new Error('the request broke off')))
    request.on('error', reject)
  })

const send = (
  response: ServerResponse,
  { status, type, body }: Answer,
  more: Record<string, string> = {},
) => {
  if (response.destroyed) return
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), ...more }).end(body)
}

const plain = (status: number, body: string): Answer => ({ status, type: plainText, body: `${body}\n` })

/** The name of the log that is asked for (C2SP tlog-witness: `<prefix>/<origin hash>/checkpoint`). */
const askedFor = (path: string, prefix: string): string | undefined =>
  path.startsWith(prefix) ? /^\/([0-9a-f]{64})\/checkpoint$/.exec(path.slice(prefix.length))?.[1] : undefined

const show = async (
  { witness }: ListenOptions,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method !== 'GET') return send(response, plain(405, 'GET only'), { allow: 'GET' })
  const nothing = plain(404, 'nothing is held')
  send(response, (await witness.show?.(name).catch(() => plain(500, 'it cannot be read'))) ?? nothing)
}

const answer = async (
  options: ListenOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { witness, prefix = '', onFault } = options
  const [path = ''] = (request.url ?? '').split('?')
  const name = askedFor(path, prefix)
  if (name !== undefined) return show(options, name, request, response)
  if (path !== `${prefix}/add-checkpoint`) return send(response, plain(404, 'not found'))
  if (request.method !== 'POST') return send(response, plain(405, 'POST only'), { allow: 'POST' })
  const body = await bodyOf(request).catch(() => undefined)
  if (body === undefined) return
  if (body === tooLong) return send(response, plain(413, 'too long'), { connection: 'close' })
  try {
    send(response, await witness.add(body))
  } catch (error) {
    onFault?.(error)
    send(response, plain(500, 'nothing was cosigned'))
  }
}

const begin = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })

const end = (server: Server, patience: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })

/** Makes a witness answer over HTTP. Rejects with the system's error when it cannot listen there. */
export const listen = async (options: ListenOptions): Promise<Listening> => {
  const { host = '127.0.0.1', port = 0, prefix = '', patience = 10_000 } = options
  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: patience,
      connectionsCheckingInterval: Math.min(1_000, patience),
    },
    (request, response) => void answer(options, request, response),
  )
  server.maxConnections = 1_024
  const { address, family, port: taken } = await begin(server, host, port)
  const shown = family === 'IPv6' ? `[${address}]` : address
  return { url: `http://${shown}:${taken}${prefix}/`, close: () => end(server, patience) }
}
