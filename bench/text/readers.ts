/** The process of many members with the text open: each holds an event stream and, when told, reads what has changed. */
import { Agent, get } from 'node:http'
import { microseconds } from '../testing/moment.ts'

/** What the process is told: who reads what. */
export interface ReadOrder {
  readonly port: number
  readonly process: string
  readonly room: string
  readonly cookies: readonly string[]
  /** How far the log is that all of them have read. */
  readonly size: number
  /** `changes`: what has changed since they last read, as the screen does; `whole`: all of it again. */
  readonly reads: 'changes' | 'whole'
  /** What else the screen reads each time it is told. */
  readonly also: readonly string[]
}

/** When what came (microseconds of the machine's one clock): `size` is the log's length. */
export type Arrival = readonly [size: number, at: number]

/** What the process tells. */
export type ReadReport =
  | { readonly open: number }
  | { readonly told: readonly Arrival[]; readonly read: readonly Arrival[]; readonly bytes: number }

interface Heard {
  readonly told: Arrival[]
  readonly read: Arrival[]
  bytes: number
}

const fetchText = (agent: Agent, port: number, cookie: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { host: `localhost:${port}`, cookie }
    const request = get({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (data: Buffer) => parts.push(data))
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
      response.on('error', reject)
    })
    request.on('error', reject)
  })

/** One member: whatever is told, what the screen shows is read again at once. */
const reader = (order: ReadOrder, cookie: string, heard: Heard) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  let size = order.size
  const readText = async (): Promise<void> => {
    const since = order.reads === 'whole' ? 0 : size
    const path = `/api/processes/${order.process}/rooms/${order.room}/text?since=${since}`
    const body = await fetchText(agent, order.port, cookie, path)
    size = Math.max(size, Number(/"size":(\d+)/.exec(body)?.[1]))
    heard.bytes += body.length
    heard.read.push([size, microseconds()])
  }
  return (told: number): void => {
    heard.told.push([told, microseconds()])
    const all = [readText(), ...order.also.map((path) => fetchText(agent, order.port, cookie, path))]
    for (const each of all) each.catch(() => undefined)
  }
}

const listen = (order: ReadOrder, cookie: string, heard: Heard): Promise<void> =>
  new Promise((resolve, reject) => {
    const tell = reader(order, cookie, heard)
    const headers = { host: `localhost:${order.port}`, cookie }
    const path = `/api/processes/${order.process}/events`
    const request = get({ host: '127.0.0.1', port: order.port, path, headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`no stream: ${response.statusCode}`))
      let held = ''
      response.on('data', (data: Buffer) => {
        const lines = (held + data.toString('utf8')).split('\n')
        held = lines.pop() ?? ''
        for (const line of lines) {
          const [, room, size] = /^data: \{"room":"([^"]+)","size":(\d+)/.exec(line) ?? []
          if (room === order.room) tell(Number(size))
        }
        resolve()
      })
      response.on('error', () => undefined)
    })
    request.on('error', reject)
  })

const report = (said: ReadReport): void => void process.send?.(said)

const hold = async (order: ReadOrder, heard: Heard): Promise<void> => {
  for (const cookie of order.cookies) await listen(order, cookie, heard)
  report({ open: order.cookies.length })
}

if (process.send) {
  const heard: Heard = { told: [], read: [], bytes: 0 }
  process.on('message', (said: ReadOrder | 'enough') => {
    if (said === 'enough') report(heard)
    else void hold(said, heard)
  })
  process.on('disconnect', () => process.exit(0))
}
