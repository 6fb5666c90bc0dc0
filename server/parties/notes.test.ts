import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let mediator: Person
let us: Person

beforeAll(async () => {
  table = await openTable()
  ;[mediator, us] = (await Promise.all(['mediator-head', 'us-head'].map(table.as))) as [Person, Person]
})
afterAll(() => table.close())

const on = (key: string, words: string, seat = key.slice(0, 2)) => ({
  ...{ seat, member: table.founded.members[key], language: 'en', words },
})
const write = (person: Person, room: string, payload: object, object = randomUUID(), base = 0) =>
  person.act(room, 'note.write', object, base, payload)
const notes = async (person: Person, room = 'office') =>
  (await person.get(`rooms/${table.room(room)}/notes`)).json

it('is written in the office alone, by the mediator’s people alone, and on nobody of their own', async () => {
  expect((await write(mediator, 'office', on('us-head', 'Firm on hours.'))).status).toBe(200)
  for (const room of ['plenary', 'us-channel'])
    expect(outcome(await write(mediator, room, on('us-head', 'x')))).toEqual([403, 'act.not-here'])
  expect(outcome(await write(us, 'us-caucus', on('ru-head', 'x')))).toEqual([403, 'act.not-here'])
  expect(outcome(await write(us, 'office', on('ru-head', 'x')))).toEqual([404, 'unknown'])
  const own = on('mediator-interpreter', 'x', 'mediator')
  expect(outcome(await write(mediator, 'office', own))).toEqual([422, 'note.own'])
  expect(outcome(await write(await table.as('mediator-interpreter'), 'office', on('us-head', 'x')))).toEqual([
    403,
    'act.not-yours',
  ])
})

it('is on a card that the mediator sees: a member known only to the delegation is unknown here', async () => {
  expect(outcome(await write(mediator, 'office', on('us-unseen', 'x')))).toEqual([404, 'object.unknown'])
})

it('is read by the mediator’s seat and by nobody else, not even through the record', async () => {
  expect((await notes(mediator)).notes).toMatchObject([{ state: { words: 'Firm on hours.' } }])
  for (const key of ['us-head', 'ru-head', 'observer', 'verifier', 'public']) {
    const person = await table.as(key)
    const nowhere = await person.get(`rooms/${randomUUID()}/notes`)
    for (const path of ['notes', 'record/acts']) {
      const answer = await person.get(`rooms/${table.room('office')}/${path}`)
      expect([answer.status, answer.text]).toEqual([nowhere.status, nowhere.text])
    }
    expect((await person.get(table.base)).text).not.toContain('Firm on hours')
  }
  expect((await notes(us, 'us-caucus')).notes).toEqual([])
})

it('is changed on sight of the last wording, stays on the same member, and leaves no words when taken back', async () => {
  const object = randomUUID()
  await write(mediator, 'office', on('ru-head', 'First.'), object)
  expect(outcome(await write(mediator, 'office', on('ru-head', 'Late.'), object, 0))).toEqual([
    409,
    'act.stale',
  ])
  expect(outcome(await write(mediator, 'office', on('us-head', 'Other.'), object, 1))).toEqual([
    422,
    'note.other-member',
  ])
  expect((await write(mediator, 'office', on('ru-head', 'Second.'), object, 1)).status).toBe(200)
  const found = async () =>
    (await notes(mediator)).notes.find((each: { object: string }) => each.object === object)
  expect(await found()).toMatchObject({ revision: 2, state: { words: 'Second.' } })
  expect((await mediator.act('office', 'note.withdraw', object, 2, {})).status).toBe(200)
  expect(await found()).toBeUndefined()
  expect(outcome(await write(mediator, 'office', on('ru-head', 'x'), object, 3))).toEqual([
    422,
    'note.withdrawn',
  ])
})
