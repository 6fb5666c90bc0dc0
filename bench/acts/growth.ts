/** How the cost of an act grows with what its room already holds; and what it costs to open that room. */
import { performance } from 'node:perf_hooks'
import { median, milliseconds, printTable, rateText } from '../testing/figures.ts'
import { type Client, seatClients, send } from '../testing/member.ts'
import { perSecondOf } from '../testing/pace.ts'
import type { Site } from '../testing/server.ts'
import { sizedRooms } from '../testing/talks.ts'

const clients = 8
const turns = 400
const rounds = 5

/** Rooms of about one size: what was seen in each round. */
interface Size {
  readonly messages: number
  readonly rooms: readonly string[]
  readonly rates: number[]
  readonly opened: number[]
  bytes: number
}

// The smaller rooms are new in every round; the largest is filled once and grows by a fifth meanwhile.
const sizes = (): readonly Size[] =>
  [
    { messages: 0, rooms: sizedRooms.slice(0, rounds) },
    { messages: 1_000, rooms: sizedRooms.slice(rounds, 2 * rounds) },
    { messages: 10_000, rooms: sizedRooms.slice(2 * rounds, 2 * rounds + 1) },
  ].map((size) => ({ ...size, rates: [], opened: [], bytes: 0 }))

const inRoom = (site: Site, all: readonly Client[], key: string): readonly Client[] =>
  all.map((client) => ({ ...client, room: site.rooms[key] ?? '' }))

const open = async (site: Site, size: Size, client: Client): Promise<void> => {
  const begun = performance.now()
  const { body } = await client.wire.ask('GET', `/api/processes/${site.process}/rooms/${client.room}`)
  size.opened.push(performance.now() - begun)
  size.bytes = body.length
}

const measure = async (site: Site, size: Size, all: readonly Client[], round: number): Promise<void> => {
  const there = inRoom(site, all, size.rooms[round % size.rooms.length] ?? '')
  const [first] = there
  if (!first) throw new Error('nobody is there')
  await open(site, size, first)
  size.rates.push(await perSecondOf(there.slice(0, clients), turns, send))
}

const row = (size: Size): readonly string[] => [
  String(size.messages),
  rateText(median(size.rates)),
  milliseconds(median(size.opened)),
  `${Math.round(size.bytes / 1024)} kB`,
]

/** Fills rooms, measures and prints. */
export const measureGrowth = async (site: Site): Promise<void> => {
  const all = await seatClients(site, [{ seat: 'a', room: 'sized-0' }], 32)
  try {
    const made = sizes()
    for (const size of made)
      for (const key of size.rooms) await perSecondOf(inRoom(site, all, key), size.messages, send)
    for (let round = 0; round < rounds; round += 1)
      for (const size of made) await measure(site, size, all, round)
    printTable(`As a room fills (${clients} clients in it, median of ${rounds} rounds of ${turns} acts)`, [
      ['messages before', 'acts a second', 'opening it', 'its bytes'],
      ...made.map(row),
    ])
  } finally {
    for (const client of all) client.wire.close()
  }
}
