import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let key: string

beforeAll(async () => {
  table = await openTable()
  head = await table.as('us-head')
  await table.context.recorder.tick()
  key = (await head.post('mirrors', {})).json.key
})
afterAll(() => table.close())

const withKey = async (given: string, url: string, method: 'GET' | 'POST' | 'DELETE' = 'GET') =>
  table.app.inject({
    method,
    url: url.startsWith('/') ? url : `${table.base}/${url}`,
    headers: {
      host: 'localhost:4180',
      origin: 'http://localhost:4180',
      authorization: `Bearer ${given}`,
    },
    ...(method === 'POST' ? { payload: {} } : {}),
  })

it("reads the record of its maker's rooms, and of no other", async () => {
  for (const url of [
    'record',
    `rooms/${table.room('us-caucus')}/record/acts`,
    `/log/${table.room('us-caucus')}/checkpoint`,
    `/log/${table.founded.anchor}/checkpoint`,
  ])
    expect((await withKey(key, url)).statusCode, url).toBe(200)
  for (const url of [
    `rooms/${table.room('ru-caucus')}/record/acts`,
    `/log/${table.room('ru-caucus')}/checkpoint`,
    `/log/${randomUUID()}/checkpoint`,
  ])
    expect((await withKey(key, url)).statusCode, url).toBe(404)
})

it('opens nothing but the record, and does nothing', async () => {
  for (const url of [table.base, 'table', `rooms/${table.room('us-caucus')}`, 'search?q=word', 'events'])
    expect((await withKey(key, url)).statusCode, url).toBe(401)
  for (const url of ['acts', 'mirrors']) expect((await withKey(key, url, 'POST')).statusCode).not.toBe(200)
  expect((await withKey(key, `mirrors/${randomUUID()}`, 'DELETE')).statusCode).toBe(401)
})

it('is made and ended by those who look after the seat, and shown to the seat alone', async () => {
  const legal = await table.as('us-unseen')
  expect((await legal.post('mirrors', {})).status).toBe(403)
  const ru = await table.as('ru-head')
  expect((await ru.get('record')).json.mirrors).toEqual([])
  const [made] = (await head.get('record')).json.mirrors
  expect(made).toMatchObject({ member: table.founded.members['us-head'], seenAt: expect.any(String) })
  const remove = (person: Person, id: string) =>
    table.app.inject({
      method: 'DELETE',
      url: `${table.base}/mirrors/${id}`,
      headers: { host: 'localhost:4180', origin: 'http://localhost:4180', cookie: person.cookie },
    })
  expect((await remove(ru, made.id)).statusCode).toBe(404)
  expect((await remove(head, made.id)).statusCode).toBe(200)
  expect((await withKey(key, 'record')).statusCode).toBe(401)
})

it('ends with the time of the member who made it', async () => {
  const secretary = await table.as('us-secretary')
  const other = (await secretary.post('mirrors', {})).json.key
  expect((await withKey(other, 'record')).statusCode).toBe(200)
  const { members } = (await head.get(table.base)).json
  const card = members.find((each: { member: { id: string } }) => each.member.id === secretary.member)
  const gone = await head.post('acts', {
    id: randomUUID(),
    room: card.room,
    kind: 'member.remove',
    object: secretary.member,
    base: card.revision,
    payload: {},
  })
  expect(gone.status).toBe(200)
  expect((await withKey(other, 'record')).statusCode).toBe(401)
})

it('gives the salt of who has read what to their own seat alone', async () => {
  const ru = await table.as('ru-head')
  const room = table.room('plenary')
  const moved = await ru.act('plenary', 'marks.move', ru.member, null, { read: 1 })
  expect(moved.status).toBe(200)
  const { index } = moved.json
  const indexes = async (person: Person) =>
    (await person.get(`rooms/${room}/record/acts`)).json.acts.map((each: { index: number }) => each.index)
  expect(await indexes(ru)).toContain(index)
  expect(await indexes(head)).not.toContain(index)
})
