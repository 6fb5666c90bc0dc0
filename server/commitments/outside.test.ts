/** Outside coding through the door: a long file is taken from who may load it, and stays in the room it was loaded into. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LoadOutside } from '#domain/commitments/outside/outside.ts'
import { sourceNotes } from '#domain/commitments/outside/sources.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let people: Readonly<Record<'us' | 'ru' | 'mediator' | 'verifier', Person>>
beforeAll(async () => {
  table = await openTable()
  people = {
    us: await table.as('us-head'),
    ru: await table.as('ru-head'),
    mediator: await table.as('mediator-head'),
    verifier: await table.as('verifier'),
  }
})
afterAll(() => table.close())

const canary = 'Millbridge of the made-up events'
const event = (i: number) => ({
  source: 'acled' as const,
  id: `NRL${i}`,
  days: { from: '2031-04-05', to: '2031-04-05', coded: '2031-04-05', span: 'day' as const },
  place: {
    ...{ name: canary, within: ['Norland'], latitude: 10.5, longitude: 20.25 },
    precision: { code: 1, area: 'town' as const, radiusKm: 0 },
  },
  ...{ kind: 'Battles', sides: [{ name: 'Norland' }], deaths: { best: 1, low: null, high: null } },
})
const load = (events: number): LoadOutside => ({
  label: { en: 'Events of the spring', ru: 'События весны' },
  source: 'acled',
  licence: sourceNotes.acled.licence,
  file: { name: 'events.csv', sha256: 'a'.repeat(64) },
  contents: { kind: 'events', events: Array.from({ length: events }, (_, i) => event(i)) },
})
it('takes as many events as one act may carry, from each seat in its own room, and takes them back once', async () => {
  expect(JSON.stringify(load(5_000)).length).toBeGreaterThan(1024 * 1024)
  for (const [who, room, count] of [
    ['us', 'us-caucus', 1],
    ['mediator', 'office', 1],
    ['mediator', 'plenary', 1],
    ['verifier', 'mission', 5_000],
  ] as const) {
    const object = randomUUID()
    expect([room, outcome(await people[who].act(room, 'outside.load', object, 0, load(count)))]).toEqual([
      room,
      [200, ''],
    ])
    expect(outcome(await people[who].act(room, 'outside.withdraw', object, 1, {}))).toEqual([200, ''])
    expect(outcome(await people[who].act(room, 'outside.withdraw', object, 2, {}))[1]).toBe(
      'outside.withdrawn',
    )
  }
})

it('refuses it where a seat would put it before the other side, and what its source does not code', async () => {
  const { us, verifier, mediator } = people
  const code = async (person: Person, room: string, payload: unknown) =>
    outcome(await person.act(room, 'outside.load', randomUUID(), 0, payload))[1]
  expect(await code(us, 'plenary', load(1))).toBe('act.not-yours')
  expect(await code(us, 'us-channel', load(1))).toBe('act.not-here')
  expect(await code(verifier, 'plenary', load(1))).toBe('act.not-yours')
  expect(await code(mediator, 'office', { ...load(1), source: 'ucdp-ged' })).toBe('outside.other-source')
  const twice = { kind: 'events', events: [event(1), event(1)] }
  expect(await code(mediator, 'office', { ...load(1), contents: twice })).toBe('outside.id-twice')
})

it('is seen by nobody who does not sit in the room', async () => {
  const object = randomUUID()
  expect(outcome(await people.us.act('us-caucus', 'outside.load', object, 0, load(1)))).toEqual([200, ''])
  const room = table.room('us-caucus')
  for (const who of ['ru', 'mediator', 'verifier'] as const)
    for (const path of [
      ...[`rooms/${room}`, `rooms/${room}/records`, `rooms/${room}/outside/${object}`],
      ...['commitments', 'outside', 'table'],
    ])
      expect([who, path, (await people[who].get(path)).text.includes(canary)]).toEqual([who, path, false])
})

it('is read by the room it was loaded into: a line with its source and terms, its events when asked, until withdrawn', async () => {
  const { ru } = people
  const [events, rates] = [randomUUID(), randomUUID()]
  const room = table.room('ru-caucus')
  const coding: LoadOutside = {
    ...{ label: load(1).label, source: 'pam-id', licence: sourceNotes['pam-id'].licence, file: load(1).file },
    contents: { kind: 'base-rates', rates: [{ provision: 'cease', accords: 2, after: [] }] },
  }
  expect(outcome(await ru.act('ru-caucus', 'outside.load', events, 0, load(3)))).toEqual([200, ''])
  expect(outcome(await ru.act('ru-caucus', 'outside.load', rates, 0, coding))).toEqual([200, ''])
  const { loaded } = (await ru.get('outside')).json
  const line = (id: string) => loaded.find(({ object }: { object: string }) => object === id)
  expect(line(events)).toMatchObject({
    ...{ room, revision: 1, source: 'acled', licence: sourceNotes.acled.licence },
    contents: { kind: 'events', count: 3, from: '2031-04-05', to: '2031-04-05' },
  })
  expect(line(rates)).toMatchObject({ source: 'pam-id', contents: coding.contents })
  const agreements: LoadOutside = {
    ...{ label: load(1).label, source: 'pa-x', licence: sourceNotes['pa-x'].licence, file: load(1).file },
    contents: {
      kind: 'agreements',
      agreements: [
        { id: '1', name: 'Agreement of the Lakes', day: '2031-04-05' },
        { id: '2', name: 'Protocol of the Lakes', day: '2030-01-02', stage: 'Imp' },
      ],
    },
  }
  const listed = randomUUID()
  const others = { ...agreements, source: 'acled' }
  expect(outcome(await ru.act('ru-caucus', 'outside.load', listed, 0, others))[1]).toBe(
    'outside.other-source',
  )
  expect(outcome(await ru.act('ru-caucus', 'outside.load', listed, 0, agreements))).toEqual([200, ''])
  const after = (await ru.get('outside')).json.loaded
  expect(after.find(({ object }: { object: string }) => object === listed).contents).toEqual({
    ...{ kind: 'agreements', count: 2, from: '2030-01-02', to: '2031-04-05' },
  })
  expect((await ru.get(`rooms/${room}/outside/${listed}`)).json).toEqual({
    events: [],
    agreements: agreements.contents.kind === 'agreements' && agreements.contents.agreements,
  })
  expect(outcome(await ru.act('ru-caucus', 'outside.withdraw', listed, 1, {}))).toEqual([200, ''])
  const there = await ru.get(`rooms/${room}/outside/${events}`)
  expect(there.json.events).toEqual([event(0), event(1), event(2)])
  expect((await ru.get(`rooms/${room}/outside/${rates}`)).status).toBe(404)
  expect(outcome(await ru.act('ru-caucus', 'outside.withdraw', events, 1, {}))).toEqual([200, ''])
  expect((await ru.get(`rooms/${room}/outside/${events}`)).status).toBe(404)
  expect((await ru.get('outside')).json.loaded.map(({ object }: { object: string }) => object)).toEqual([
    rates,
  ])
})
