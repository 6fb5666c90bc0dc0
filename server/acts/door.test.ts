import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable()
  head = await table.as('us-head')
  mediator = await table.as('mediator-head')
})
afterAll(() => table.close())

const say = (words: string) => ({ nature: 'statement', original: 'en', words: { en: words } })

describe('the one door for acts', () => {
  it('answers a retry of the same act as the first time, and does it once', async () => {
    const act = {
      id: randomUUID(),
      room: table.room('us-caucus'),
      kind: 'message.send',
      object: randomUUID(),
      base: 0,
      payload: say('once'),
    }
    const first = await head.post('acts', act)
    const again = await head.post('acts', act)
    expect(first.status).toBe(200)
    expect(again.json).toEqual(first.json)
    const room = await head.get(`rooms/${act.room}`)
    expect(room.json.objects.filter((o: { object: string }) => o.object === act.object)).toHaveLength(1)
  })

  it('refuses an act on a revision that has passed, and changes nothing', async () => {
    const object = randomUUID()
    await head.act('us-channel', 'message.send', object, 0, { ...say('carry me'), use: 'paraphrase' })
    expect((await head.act('us-channel', 'message.withdraw', object, 1, {})).status).toBe(200)
    const stale = await mediator.act('us-channel', 'message.offer', object, 1, {
      original: 'en',
      words: { en: 'x' },
    })
    expect(stale.status).toBe(409)
    expect(stale.json).toEqual({ code: 'act.stale', facts: { base: 1, revision: 2 } })
  })

  it('keeps the log of a room dense under parallel acts of many seats', async () => {
    const people = await Promise.all(['us-head', 'ru-head', 'mediator-head', 'observer'].map(table.as))
    const posts = Array.from({ length: 80 }, (_, i) =>
      people[i % people.length]?.act('plenary', 'message.send', randomUUID(), 0, say(`word ${i}`)),
    )
    const answers = await Promise.all(posts)
    expect(answers.map((a) => a?.status)).toEqual(Array(80).fill(200))
    const { acts } = (await head.get(`rooms/${table.room('plenary')}/acts`)).json
    expect(acts.map((a: { index: number }) => a.index)).toEqual(acts.map((_: unknown, i: number) => i))
  })
})
