/** Durable acts per second beside plain one-row commits in the same PostgreSQL, turn and turn about. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { median, printTable, rateText } from '../testing/figures.ts'
import { type Client, seatClients, send } from '../testing/member.ts'
import { perSecond } from '../testing/pace.ts'
import { connectOwner, insertRow } from '../testing/plain.ts'
import type { Site } from '../testing/server.ts'
import { oneRoom, spread } from '../testing/talks.ts'

const clientCounts = [1, 8, 32]
const rounds = 5
const turnMs = 1_200

/** Rates of one client count, one value a round. */
interface Rates {
  readonly clients: number
  readonly plain: number[]
  readonly one: number[]
  readonly spread: number[]
}

let inserted = 0
const insertOne = (client: pg.Client): Promise<void> => {
  inserted += 1
  return insertRow(client, 'acts', randomUUID(), inserted)
}

const turn = async (
  rates: Rates,
  plain: readonly pg.Client[],
  one: readonly Client[],
  many: readonly Client[],
): Promise<void> => {
  const first = (clients: readonly Client[]) => clients.slice(0, rates.clients)
  rates.plain.push(await perSecond(plain.slice(0, rates.clients), turnMs, insertOne))
  rates.one.push(await perSecond(first(one), turnMs, send))
  rates.plain.push(await perSecond(plain.slice(0, rates.clients), turnMs, insertOne))
  rates.spread.push(await perSecond(first(many), turnMs, send))
}

const row = (rates: Rates): readonly string[] => {
  const [plain, one, many] = [median(rates.plain), median(rates.one), median(rates.spread)]
  return [
    String(rates.clients),
    rateText(plain),
    rateText(one),
    (one / plain).toFixed(2),
    rateText(many),
    (many / plain).toFixed(2),
  ]
}

/** Measures and prints; gives the ratio of the spread clients at the largest count. */
export const measureThroughput = async (site: Site): Promise<number> => {
  const most = Math.max(...clientCounts)
  const one = await seatClients(site, oneRoom, most)
  const many = await seatClients(site, spread, most)
  const plain = await Promise.all(Array.from({ length: most }, () => connectOwner(site.data)))
  try {
    await Promise.all([
      perSecond(one, 500, send),
      perSecond(many, 500, send),
      perSecond(plain, 500, insertOne),
    ])
    const all: Rates[] = clientCounts.map((clients) => ({ clients, plain: [], one: [], spread: [] }))
    for (let round = 0; round < rounds; round += 1)
      for (const rates of all) await turn(rates, plain, one, many)
    printTable(`Durable acts a second (median of ${rounds} rounds of ${turnMs} ms, plain before each)`, [
      ['clients', 'plain inserts', 'one room', 'ratio', 'spread', 'ratio'],
      ...all.map(row),
    ])
    const last = all.at(-1)
    return last ? median(last.spread) / median(last.plain) : Number.NaN
  } finally {
    for (const client of [...one, ...many]) client.wire.close()
    await Promise.all(plain.map((client) => client.end()))
  }
}
