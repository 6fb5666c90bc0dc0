import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { openSequencer } from './sequencer.ts'

let table: TestTable
let us: Person
const at = '2026-11-22T10:00:00.000Z'

beforeAll(async () => {
  table = await openTable()
  us = await table.as('us-head')
})
afterAll(() => table.close())

const say = (room: string) =>
  us.act(room, 'message.send', randomUUID(), 0, {
    nature: 'statement',
    original: 'en',
    words: { en: 'Words.' },
  })

const open = (gaps: [string, number][] = []) => {
  const { pools, names, keys } = table.installation
  return openSequencer({
    pool: pools.of(names.record),
    keys,
    onGap: (log, index) => gaps.push([log, index]),
  })
}

const headsNow = async () => {
  const { pools, names } = table.installation
  const { rows } = await pools
    .of(names.record)
    .query<{ log: string; size: number; note: string }>('select room_id as log, size, note from parley.heads')
  return new Map(rows.map((row) => [row.log, row]))
}

it('is the only one: of two that sign at once one is refused, and no head is lost or doubled', async () => {
  const [one, other] = [open(), open()]
  for (let round = 0; round < 10; round += 1) {
    await say('plenary')
    const both = await Promise.allSettled([
      one.sign(table.founded.process, [], at),
      other.sign(table.founded.process, [], at),
    ])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  }
  await one.sign(table.founded.process, [], at)
  const { pools, names } = table.installation
  const { rows } = await pools
    .of(names.record)
    .query<{ n: number; last: number }>(
      'select count(*)::int as n, max(index)::int + 1 as last from parley.entries where room_id = $1',
      [table.founded.anchor],
    )
  expect(rows[0]?.n).toBe(rows[0]?.last)
  expect((await headsNow()).get(table.founded.anchor)?.size).toBe(rows[0]?.n)
})

it('signs the same head in the same words, whoever signs it', async () => {
  const first = await open().sign(table.founded.process, [], at)
  const again = await open().sign(table.founded.process, [], at)
  const rooms = (heads: typeof first) => heads.filter(({ log }) => log !== table.founded.anchor)
  expect(rooms(again).map(({ note }) => note)).toEqual(rooms(first).map(({ note }) => note))
})

it('stops before an entry that is not there any more, says which, and goes on with the other logs', async () => {
  const gaps: [string, number][] = []
  const sequencer = open(gaps)
  const room = table.room('us-channel')
  for (let i = 0; i < 3; i += 1)
    expect(
      (
        await us.act('us-channel', 'message.send', randomUUID(), 0, {
          nature: 'statement',
          original: 'en',
          words: { en: 'Words.' },
          use: 'verbatim',
        })
      ).status,
    ).toBe(200)
  const owner = await table.installation.owner()
  const { rowCount } = await owner.query('delete from parley.acts where room_id = $1 and index = 1', [room])
  await owner.end()
  expect(rowCount).toBe(1)
  await say('plenary')
  const before = (await headsNow()).get(table.room('plenary'))?.size ?? 0
  await sequencer.sign(table.founded.process, [], at)
  expect(gaps).toEqual([[room, 1]])
  expect((await headsNow()).get(room)?.size).toBe(1)
  expect((await headsNow()).get(table.room('plenary'))?.size).toBe(before + 1)
})

it('leaves a log whose tiles are damaged as it is, and signs the others', async () => {
  const room = table.room('ru-channel')
  const before = await headsNow()
  const owner = await table.installation.owner()
  await owner.query("update parley.tiles set bytes = '\\x00' where room_id = $1", [table.room('plenary')])
  await owner.end()
  const ru = await table.as('ru-head')
  await ru.act('ru-channel', 'message.send', randomUUID(), 0, {
    nature: 'statement',
    original: 'en',
    words: { en: 'Words.' },
    use: 'verbatim',
  })
  const gaps: [string, number][] = []
  const heads = await open(gaps).sign(table.founded.process, [], at)
  const plenary = before.get(table.room('plenary'))
  expect(gaps).toContainEqual([table.room('plenary'), plenary?.size])
  expect(heads.find(({ log }) => log === table.room('plenary'))?.note).toBe(plenary?.note)
  expect((await headsNow()).get(room)?.size).toBe((before.get(room)?.size ?? 0) + 1)
})
