import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcome, send, shown } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
const people = new Map<string, Person>()
const as = (key: string): Person => people.get(key) as Person
const everybody = [
  'us-head',
  'us-interpreter',
  'ru-interpreter',
  'mediator-head',
  'mediator-interpreter',
  'us-unseen',
  'ru-head',
]

beforeAll(async () => {
  table = await openTable()
  for (const key of everybody) people.set(key, await table.as(key))
})
afterAll(() => table.close())

const translate = (by: string, room: string, object: string, base: number, more: object = {}) =>
  as(by).act(room, 'message.translate', object, base, {
    language: 'ru',
    words: 'слова',
    signOff: false,
    ...more,
  })

describe('a translation', () => {
  it("is the mediator's interpreter's in every shared room, and the delegation's own in its caucus", async () => {
    for (const room of ['plenary', 'us-channel', 'group']) {
      const use = room === 'us-channel' ? { use: 'verbatim' } : {}
      const object = await send(as('us-head'), room, 'words', use)
      for (const by of ['us-head', 'us-interpreter', 'mediator-head'])
        expect(outcome(await translate(by, room, object, 1))[0]).toBe(403)
      expect((await translate('mediator-interpreter', room, object, 1)).status).toBe(200)
    }
    const object = await send(as('us-head'), 'us-caucus', 'words')
    expect(outcome(await translate('mediator-interpreter', 'us-caucus', object, 1))).toEqual([404, 'unknown'])
    expect(outcome(await translate('ru-interpreter', 'us-caucus', object, 1))).toEqual([404, 'unknown'])
    expect((await translate('us-interpreter', 'us-caucus', object, 1)).status).toBe(200)
  })

  it('is a draft until it is signed off, and then only a signed-off one takes its place', async () => {
    const object = await send(as('us-head'), 'plenary', 'words')
    const by = 'mediator-interpreter'
    await translate(by, 'plenary', object, 1)
    const draft = (await shown(table, as('ru-head'), 'plenary', object)).state.translations
    expect(draft).toEqual([{ language: 'ru', words: 'слова', by: as(by).member }])
    expect((await as(by).act('plenary', 'message.sign-off', object, 2, { language: 'ru' })).status).toBe(200)
    expect(outcome(await as(by).act('plenary', 'message.sign-off', object, 3, { language: 'ru' }))).toEqual([
      422,
      'translation.signed-off',
    ])
    expect(outcome(await translate(by, 'plenary', object, 3, { words: 'иначе' }))).toEqual([
      422,
      'translation.signed-off',
    ])
    expect((await translate(by, 'plenary', object, 3, { words: 'иначе', signOff: true })).status).toBe(200)
    const signed = (await shown(table, as('ru-head'), 'plenary', object)).state.translations
    expect(signed).toMatchObject([{ words: 'иначе', signedOff: { by: as(by).member } }])
  })

  it("never takes the place of the author's own words, and is in a language of the process", async () => {
    const object = await send(as('us-head'), 'plenary', 'words')
    const by = 'mediator-interpreter'
    expect(outcome(await translate(by, 'plenary', object, 1, { language: 'en' }))).toEqual([
      422,
      'translation.by-author',
    ])
    expect(outcome(await translate(by, 'plenary', object, 1, { language: 'fr' }))).toEqual([
      422,
      'wording.language',
    ])
    expect(outcome(await as(by).act('plenary', 'message.sign-off', object, 1, { language: 'ru' }))).toEqual([
      422,
      'translation.missing',
    ])
  })
})

describe('marks', () => {
  const read = async (room: string) => (await as('us-head').get(`rooms/${table.room(room)}`)).json.marks
  const move = (by: string, room: string, payload: object, member = as(by).member) =>
    as(by).act(room, 'marks.move', member, null, payload)

  it('go forward and never back, are shown in their room, and never pass its end', async () => {
    await send(as('ru-head'), 'group', 'one')
    await send(as('ru-head'), 'group', 'two')
    await move('us-head', 'group', { read: 2 })
    await move('us-head', 'group', { read: 1, delivered: 1 })
    const mine = (await read('group')).find(
      (each: { member: string }) => each.member === as('us-head').member,
    )
    expect(mine.marks).toMatchObject({ read: 2, delivered: 2, seat: 'us' })
    expect(outcome(await move('us-head', 'group', { read: 1_000 }))).toEqual([422, 'marks.beyond'])
    expect(await read('plenary')).toEqual([])
  })

  it("are moved by the member alone: nobody reads in another's name", async () => {
    for (const member of [as('ru-head').member, randomUUID()])
      expect(outcome(await move('us-head', 'group', { read: 1 }, member))).toEqual([403, 'member.not-yours'])
  })

  it('do not tell the other side that a member it does not know of is there', async () => {
    await send(as('us-head'), 'plenary', 'words')
    expect(outcome(await move('us-unseen', 'plenary', { read: 1 }))).toEqual([403, 'act.unseen-member'])
    expect((await move('us-unseen', 'us-caucus', { read: 1 })).status).toBe(200)
    const room = (await as('ru-head').get(`rooms/${table.room('plenary')}`)).text
    const acts = (await as('ru-head').get(`rooms/${table.room('plenary')}/acts`)).text
    expect(room).not.toContain(as('us-unseen').member)
    expect(acts).not.toContain(as('us-unseen').member)
  })
})

describe('an export', () => {
  it('names a member who is known to their own delegation alone only in the export of the caucus', async () => {
    const names = async (room: string) =>
      (await as('us-head').get(`rooms/${table.room(room)}/export`)).json.members.map(
        ({ id }: { id: string }) => id,
      )
    expect(await names('us-caucus')).toContain(as('us-unseen').member)
    for (const room of ['plenary', 'us-channel', 'group'])
      expect(await names(room)).not.toContain(as('us-unseen').member)
  })

  it('is whole, however long the room is', async () => {
    const head = as('ru-head')
    await Promise.all(Array.from({ length: 510 }, (_, i) => send(head, 'ru-caucus', `word ${i}`)))
    const { acts, size, objects } = (await head.get(`rooms/${table.room('ru-caucus')}/export`)).json
    expect(size).toBeGreaterThan(510)
    expect(acts).toHaveLength(size)
    expect(objects).toHaveLength(510)
  })

  it('shows words as words, never as markup', async () => {
    await send(as('us-head'), 'us-caucus', '<script>alert("x")</script> & more')
    const answer = await as('us-head').get(`rooms/${table.room('us-caucus')}/export?as=html&language=en`)
    expect(answer.text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more')
    expect(answer.text).not.toContain('<script')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['content-security-policy']).toContain('sandbox')
  })

  it('in a language that nobody has speaks in the first there is', async () => {
    const path = `rooms/${table.room('us-caucus')}/export?as=html&language=`
    const fr = (await as('us-head').get(`${path}fr`)).text
    expect(fr).toContain('Name us-head')
    expect((await as('us-head').get(`${path}constructor`)).text).toContain('Name us-head')
  })
})

describe('a search', () => {
  it('finds words in any language and letter case, in the rooms of the asker alone', async () => {
    await send(as('us-head'), 'us-caucus', 'Übereinkunft of the Fleet')
    const search = async (by: string, q: string) =>
      (await as(by).get(`search?q=${encodeURIComponent(q)}`)).json.found
    expect(await search('us-head', 'übereinkunft OF')).toHaveLength(1)
    expect(await search('ru-head', 'übereinkunft')).toEqual([])
    expect(await search('mediator-head', 'fleet')).toEqual([])
    expect(outcome(await as('us-head').get('search?q=a'))).toEqual([400, 'wire.malformed'])
  })
})
