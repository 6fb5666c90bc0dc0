import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneOfEach, type Prepared, prepare } from './testing/prepared.ts'
import { roomsOfSeat, seatOfMember } from './testing/process.ts'
import { addressesOf, addressesWalked, type Walked, walk } from './testing/walk.ts'

describe('the walk through every room, seat, address and output', () => {
  let prepared: Prepared
  let walked: Walked

  beforeAll(async () => {
    prepared = await prepare(oneOfEach)
    walked = await walk(prepared)
    console.log(
      `walked ${walked.seats} seats x ${walked.endpoints.length} endpoints x outputs: ${walked.requests} requests, ${walked.sightings.length} canaries found`,
    )
  }, 900_000)
  afterAll(async () => {
    prepared.walkers.close()
    await prepared.table.close()
  })

  it('goes to every address of the app', () => {
    expect([...walked.endpoints].sort()).toEqual([...addressesOf(prepared.table.app)].sort())
  })

  it('never sees a word or an id of a room the seat does not sit in', () => {
    expect(walked.sightings).toEqual([])
  })

  it("sees every word and id of the seat's own rooms somewhere", () => {
    expect(walked.missed).toEqual([])
  })

  it('hears on its event stream of its own rooms, of all of them and of no other', () => {
    for (const [key, { stream }] of prepared.walkers.people) {
      const own = roomsOfSeat(seatOfMember(key)).map((room) => prepared.table.room(room))
      expect(new Set(stream.told().map(({ room }) => room))).toEqual(new Set(own))
    }
  })

  it('is answered with success somewhere at every address that reads', () => {
    const reading = addressesWalked.filter((address) => address.startsWith('GET'))
    expect(reading.filter((address) => !walked.statuses.get(address)?.has(200))).toEqual([])
  })

  it('never makes the server fail', () => {
    expect([...walked.statuses].filter(([, statuses]) => statuses.has(500))).toEqual([])
  })
})
