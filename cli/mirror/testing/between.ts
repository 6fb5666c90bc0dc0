/** Somebody between a mirror and its server, who may answer in its place, for tests. */
import { createServer, type IncomingMessage, type Server } from 'node:http'

/** An answer that is given in place of the server's. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** Gives another answer to a request, or lets it pass; `ask` gets the server's own answer to this or another path. */
export type Meddle = (path: string, ask: (path: string) => Promise<Uint8Array>) => Promise<Answer | undefined>

/** A place in the middle. */
export interface Between {
  readonly url: string
  /** The paths that were asked for, in order. */
  readonly asked: string[]
  meddle: Meddle
  readonly close: () => Promise<void>
}

const passing: Meddle = async () => undefined

/** Opens a port of this machine behind which the server at this address answers. */
export const openBetween = async (real: string): Promise<Between> => {
  const asked: string[] = []
  const fetched = (path: string, request: IncomingMessage) =>
    fetch(`${real}${path}`, { headers: { authorization: request.headers.authorization ?? '' } })
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const ask = async (other: string) => new Uint8Array(await (await fetched(other, request)).arrayBuffer())
    const instead = await between.meddle(path, ask)
    if (instead) {
      response.writeHead(instead.status ?? 200, { ...instead.headers })
      response.end(instead.body ?? '')
      return
    }
    const answer = await fetched(path, request)
    response.writeHead(answer.status)
    response.end(new Uint8Array(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const between: Between = {
    url: `http://127.0.0.1:${port}`,
    asked,
    meddle: passing,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return between
}
