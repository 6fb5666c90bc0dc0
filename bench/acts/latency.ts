/** From the moment an act is sent to the moment each of two hundred connected members hears of it. */
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { milliseconds, printTable, quantile } from '../testing/figures.ts'
import { type Client, message, seatClient, signIn } from '../testing/member.ts'
import { microseconds } from '../testing/moment.ts'
import type { Site } from '../testing/server.ts'
import { memberKey, membersPerSeat, seats } from '../testing/talks.ts'
import type { Order, Report } from './streams.ts'

const actsPerSecond = 5
const seconds = 20

const Done = z.object({ index: z.number() })

const next = <K extends PropertyKey>(
  holder: ChildProcess,
  key: K,
): Promise<Extract<Report, Record<K, unknown>>> =>
  new Promise((resolve, reject) => {
    holder.on('message', (report: Report) => {
      if (key in report) resolve(report as Extract<Report, Record<K, unknown>>)
    })
    holder.once('exit', () => reject(new Error('the holder of the streams ended')))
  })

const signInAll = async (site: Site): Promise<readonly string[]> => {
  const cookies: string[] = []
  for (const seat of seats)
    for (let n = 0; n < membersPerSeat; n += 1) cookies.push(await signIn(site, memberKey(seat, n)))
  return cookies
}

/** What one poster saw: when the act at each place of the log was sent, and how long each answer took. */
interface Posted {
  readonly sent: ReadonlyMap<number, number>
  readonly answered: readonly number[]
}

const postSteadily = async (poster: Client): Promise<Posted> => {
  const sent = new Map<number, number>()
  const answered: number[] = []
  for (let n = 0; n < actsPerSecond * seconds; n += 1) {
    const begun = microseconds()
    const { body } = await poster.post(message(poster.room))
    const took = microseconds() - begun
    sent.set(Done.parse(JSON.parse(body)).index + 1, begun)
    answered.push(took / 1000)
    await sleep(Math.max(0, 1000 / actsPerSecond - took / 1000))
  }
  return { sent, answered }
}

const row = (name: string, values: readonly number[]): readonly string[] => [
  name,
  ...[0.5, 0.95, 1].map((part) => milliseconds(quantile(values, part))),
  String(values.length),
]

/** Measures and prints. */
export const measureLatency = async (site: Site): Promise<void> => {
  const cookies = await signInAll(site)
  const holder = fork(fileURLToPath(new URL('./streams.ts', import.meta.url)))
  try {
    const open = next(holder, 'open')
    const order: Order = { port: site.port, path: `/api/processes/${site.process}/events`, cookies }
    holder.send(order)
    await open
    const poster = await seatClient(site, [{ seat: 'mediator', room: 'plenary' }], 0)
    const { sent, answered } = await postSteadily(poster)
    await sleep(500)
    const heard = next(holder, 'arrivals')
    holder.send('enough')
    const { arrivals } = await heard
    poster.wire.close()
    const latencies = arrivals
      .filter(([room]) => room === poster.room)
      .flatMap(([, size, at]) => (at - (sent.get(size) ?? Number.NaN)) / 1000)
      .filter((value) => !Number.isNaN(value))
    const wanted = sent.size * cookies.length
    printTable(
      `From sending an act to its event, ${cookies.length} members connected, ${actsPerSecond} acts a second for ${seconds} s`,
      [
        ['', 'p50', 'p95', 'max', 'count'],
        row('the act is answered', answered),
        row('the event arrives', latencies),
      ],
    )
    console.log(`${latencies.length} of ${wanted} events arrived`)
  } finally {
    holder.kill()
  }
}
