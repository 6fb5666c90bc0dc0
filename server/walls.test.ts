import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wallsLint } from './database/walls.ts'
import { fillRooms, makeAviary, canaryProcess } from './testing/canaries.ts'
import { smallProcess } from './testing/process.ts'
import { openTable, type Person, type TestTable } from './testing/table.ts'
import { addressesOf, addressesWalked, gather, walk, type Walked, type Walkers } from './testing/walk.ts'

const seatOf = (member: string): string => smallProcess.members.find(({ key }) => key === member)?.seat ?? ''
const sits = (seat: string): readonly string[] =>
  smallProcess.rooms.filter(({ seats }) => seats.includes(seat)).map(({ key }) => key)

/** A filled table, and whoever walks through it. */
const prepare = async (members: readonly string[]) => {
  const aviary = makeAviary()
  const table = await openTable(canaryProcess(aviary))
  const known = new Map<string, Promise<Person>>()
  const as = (key: string) => {
    const person = known.get(key) ?? table.as(key)
    known.set(key, person)
    return person
  }
  const walkers = await gather(table, members)
  const papers = await fillRooms(table, aviary, as)
  return { table, walkers, papers, canaries: aviary.all }
}

const oneOfEach = [
  'us-head',
  'us-unseen',
  'us-interpreter',
  'ru-head',
  'ru-legislator',
  'mediator-head',
  'mediator-interpreter',
  'observer',
  'guarantor',
  'verifier',
  'public',
]

describe('the walk through every room, seat, address and output', () => {
  let table: TestTable
  let walkers: Walkers
  let walked: Walked

  beforeAll(async () => {
    const prepared = await prepare(oneOfEach)
    table = prepared.table
    walkers = prepared.walkers
    walked = await walk(table, walkers, seatOf, sits, prepared.papers, prepared.canaries)
    console.log(
      `walked ${walked.seats} seats x ${walked.endpoints.length} endpoints x outputs: ${walked.requests} requests, ${walked.sightings.length} canaries found`,
    )
  })
  afterAll(async () => {
    walkers.close()
    await table.close()
  })

  it('goes to every address of the app', () => {
    expect([...addressesWalked].sort()).toEqual([...addressesOf(table.app)].sort())
  })

  it('never sees a word or an id of a room the seat does not sit in', () => {
    expect(walked.sightings).toEqual([])
  })

  it('sees every word and id of the seat\'s own rooms somewhere', () => {
    expect(walked.missed).toEqual([])
  })

  it('never makes the server fail', () => {
    expect([...walked.statuses].filter(([, statuses]) => statuses.has(500))).toEqual([])
  })
})
