import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcome, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable()
  ;[us, ru, mediator] = (await Promise.all(['us-head', 'ru-head', 'mediator-head'].map(table.as))) as [
    Person,
    Person,
    Person,
  ]
})
afterAll(() => table.close())

const standing = async (person: Person) => (await person.get('standing')).json
const both = (en: string, ru: string) => ({ en, ru })

describe('a consent', () => {
  const scope = { scope: wording('the agenda as it was circulated') }

  it('is given, qualified and withdrawn by the party itself, and told to the mediator alone', async () => {
    const give = (base: number, more = {}) =>
      us.act('us-channel', 'consent.give', 'consent', base, { ...scope, ...more })
    expect((await give(0)).status).toBe(200)
    expect((await give(1, { qualifications: wording('if both languages stand alike') })).status).toBe(200)
    const withdraw = (base: number) =>
      us.act('us-channel', 'consent.withdraw', 'consent', base, { reason: wording('it no longer does') })
    expect((await withdraw(2)).status).toBe(200)
    expect(outcome(await withdraw(3))).toEqual([422, 'consent.withdrawn'])
    const { consents } = await standing(mediator)
    expect(consents).toMatchObject([
      { room: table.room('us-channel'), revision: 3, state: { standing: 'withdrawn' } },
    ])
    expect(consents[0].state.steps.map((step: { standing: string }) => step.standing)).toEqual([
      'given',
      'qualified',
      'withdrawn',
    ])
    expect((await standing(ru)).consents).toEqual([])
    expect((await give(3)).status).toBe(200)
    expect((await standing(us)).consents[0].state).toMatchObject({ standing: 'given' })
    expect((await standing(us)).consents[0].state.qualifications).toBeUndefined()
  })

  it('is not the mediator’s to give, nor that of a member who cannot agree, nor given elsewhere', async () => {
    const tries = [
      [mediator, 'us-channel', 403],
      [await table.as('us-secretary'), 'us-channel', 403],
      [us, 'plenary', 403],
      [us, 'ru-channel', 404],
    ] as const
    for (const [person, room, status] of tries)
      expect((await person.act(room, 'consent.give', 'consent', 0, scope)).status).toBe(status)
  })
})

describe('the mandate and the tracks', () => {
  const mandate = {
    ...{
      source: 'parties',
      giver: both('Both', 'Обе'),
      words: both('To help.', 'Помочь.'),
      from: '2026-01-05',
    },
  }

  it('are recorded by the mediator for everybody at the table, on days that have come', async () => {
    const object = randomUUID()
    expect((await mediator.act('plenary', 'mandate.record', object, 0, mandate)).status).toBe(200)
    const late = { ...mandate, from: '2027-01-01' }
    expect(outcome(await mediator.act('plenary', 'mandate.record', randomUUID(), 0, late))).toEqual([
      422,
      'process.day-ahead',
    ])
    const half = { ...mandate, words: { en: 'To help.' } }
    expect((await mediator.act('plenary', 'mandate.record', randomUUID(), 0, half)).status).toBe(422)
    expect((await us.act('plenary', 'mandate.record', randomUUID(), 0, mandate)).status).toBe(403)
    const move = { phase: 'negotiation', suspended: false, since: '2026-02-01' }
    expect((await mediator.act('plenary', 'track.move', 'security', 0, move)).status).toBe(200)
    expect(outcome(await mediator.act('plenary', 'track.move', 'security', 1, move))).toEqual([
      422,
      'track.same-phase',
    ])
    expect(outcome(await mediator.act('plenary', 'track.move', 'cultural', 0, move))).toEqual([
      404,
      'object.unknown',
    ])
    const seen = await standing(await table.as('observer'))
    expect(seen.mandates).toMatchObject([{ object, state: mandate }])
    expect(seen.tracks).toMatchObject([{ object: 'security', state: { moves: [move] } }])
    expect([seen.consents, seen.ripeness, seen.marks]).toEqual([[], [], []])
    expect((await mediator.act('plenary', 'mandate.end', object, 1, { day: '2026-03-01' })).status).toBe(200)
  })
})

describe('what is read into a side', () => {
  const reading = {
    answers: { stalemate: 'yes', 'way-out': 'partly', spokesman: 'unknown' },
    words: wording('because of what was said'),
  }

  it('stays in the office, and a side’s own in its caucus', async () => {
    for (const party of ['us', 'ru'])
      expect((await mediator.act('office', 'ripeness.read', party, 0, reading)).status).toBe(200)
    expect((await us.act('us-caucus', 'ripeness.read', 'us', 0, reading)).status).toBe(200)
    expect(outcome(await us.act('us-caucus', 'ripeness.read', 'ru', 0, reading))).toEqual([
      422,
      'ripeness.not-own',
    ])
    expect(outcome(await mediator.act('office', 'ripeness.read', 'nobody', 0, reading))).toEqual([
      404,
      'object.unknown',
    ])
    const rooms = async (person: Person) =>
      (await standing(person)).ripeness.map(({ room, object }: { room: string; object: string }) => [
        room,
        object,
      ])
    expect(await rooms(mediator)).toEqual(['us', 'ru'].map((party) => [table.room('office'), party]))
    expect(await rooms(us)).toEqual([[table.room('us-caucus'), 'us']])
    expect(await rooms(ru)).toEqual([])
  })

  it('is marked on the list of the fundamentals in the office alone, under the items there are', async () => {
    const mark = { answer: 'partly', on: '2026-11-01', note: wording('not yet') }
    expect((await mediator.act('office', 'fundamental.mark', 'women', 0, mark)).status).toBe(200)
    const later = { ...mark, on: '2027-01-01' }
    expect(outcome(await mediator.act('office', 'fundamental.mark', 'women', 1, later))).toEqual([
      422,
      'process.day-ahead',
    ])
    expect(outcome(await mediator.act('office', 'fundamental.mark', 'weather', 0, mark))).toEqual([
      404,
      'object.unknown',
    ])
    expect((await mediator.act('plenary', 'fundamental.mark', 'women', 0, mark)).status).toBe(403)
    expect((await standing(mediator)).marks).toMatchObject([{ object: 'women', state: { marks: [mark] } }])
    for (const person of [us, ru, await table.as('guarantor')])
      expect((await standing(person)).marks).toEqual([])
  })
})
