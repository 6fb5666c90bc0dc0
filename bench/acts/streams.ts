/** The process that holds the event streams of connected members, so that nobody measures with their own clock's load. */
import { get } from 'node:http'
import { microseconds } from '../testing/moment.ts'

/** What the holder is told: where to listen, once for each session. */
export interface Order {
  readonly port: number
  readonly path: string
  readonly cookies: readonly string[]
}

/** What the holder tells: that all streams are open, and at last what came when (microseconds of the machine's one clock). */
export type Report =
  | { readonly open: number }
  | { readonly arrivals: readonly (readonly [room: string, size: number, at: number])[] }

const arrivals: (readonly [string, number, number])[] = []

const hear = (line: string, at: number): void => {
  if (!line.startsWith('data: {"room"')) return
  const { room, size } = JSON.parse(line.slice('data: '.length)) as { room: string; size: number }
  arrivals.push([room, size, at])
}

const listen = ({ port, path }: Order, cookie: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { host: `localhost:${port}`, cookie }
    const request = get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`no stream: ${response.statusCode}`))
      let held = ''
      response.on('data', (data: Buffer) => {
        const at = microseconds()
        const lines = (held + data.toString('utf8')).split('\n')
        held = lines.pop() ?? ''
        for (const line of lines) hear(line, at)
        resolve()
      })
      response.on('error', () => undefined)
    })
    request.on('error', reject)
  })

const tell = (report: Report): void => void process.send?.(report)

const holdAll = async (order: Order): Promise<void> => {
  for (const cookie of order.cookies) await listen(order, cookie)
  tell({ open: order.cookies.length })
}

if (process.send) {
  process.on('message', (said: Order | 'enough') => {
    if (said === 'enough') tell({ arrivals })
    else void holdAll(said)
  })
  process.on('disconnect', () => process.exit(0))
}
