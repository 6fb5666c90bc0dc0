import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newest, outcome, send, wording } from '../testing/saying.ts'
import { headers, openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person

beforeAll(async () => {
  table = await openTable()
  head = await table.as('us-head')
})
afterAll(() => table.close())

const good = () => ({
  id: randomUUID(),
  room: table.room('us-caucus'),
  kind: 'message.send',
  object: randomUUID(),
  base: 0,
  payload: { nature: 'statement', ...wording('words') },
})

describe('what cannot be understood', () => {
  it.each([
    ['/id', { id: 'x' }],
    ['/room', { room: 'plenary' }],
    ['/kind', { kind: 'message.steal' }],
    ['/kind', { kind: 'silence.adopt' }],
    ['/kind', { kind: 'conveyance.note' }],
    ['/kind', { kind: 'process.found' }],
    ['/object', { object: '../x' }],
    ['/base', { base: -1 }],
    ['/base', { base: 1.5 }],
    ['/payload/words/en', { payload: { nature: 'statement', ...wording('\u202Eevil') } }],
    ['/payload/words/en', { payload: { nature: 'statement', ...wording('\uD800') } }],
    ['/payload/words/en', { payload: { nature: 'statement', ...wording('   ') } }],
    ['/payload/words/en', { payload: { nature: 'statement', ...wording('x'.repeat(20_001)) } }],
    ['/payload', { payload: { nature: 'statement', ...wording('x'), voice: 'ru' } }],
    ['/payload/nature', { payload: { nature: 'order', ...wording('x') } }],
    ['/', { by: { seat: 'ru' } }],
  ])('is refused as malformed, with where: %s', async (where, wrong) => {
    const answer = await head.post('acts', { ...good(), ...wrong })
    expect(answer.status).toBe(400)
    expect(answer.json).toEqual({ code: 'wire.malformed', facts: { where, reason: expect.any(String) } })
  })

  it.each(['{', '[]', 'null', '"x"', '{"__proto__": {"x": 1}}'])(
    'a body of %s is refused',
    async (payload) => {
      const answer = await table.app.inject({
        method: 'POST',
        url: `${table.base}/acts`,
        headers: { ...headers, cookie: head.cookie, 'content-type': 'application/json' },
        payload,
      })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().code).toBe('wire.malformed')
    },
  )

  it('a file that is no form, and a form without a file, are refused', async () => {
    const url = `${table.base}/rooms/${table.room('us-caucus')}/files`
    expect(outcome(await head.post(url, {}))[0]).toBe(400)
    const answer = await table.app.inject({
      method: 'POST',
      url,
      headers: { ...headers, cookie: head.cookie, 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b--\r\n',
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})

describe('an object of a kind of which there are many', () => {
  it.each(['message.send', 'pause.ask', 'member.join'])(
    '%s names it by a UUID, so that nothing can be laid down that others then cannot read',
    async (kind) => {
      const other = await openTable()
      const us = await other.as('us-head')
      const mediator = await other.as('mediator-head')
      const words = wording('x')
      const card = {
        seat: 'us',
        name: { en: 'N', ru: 'Н' },
        function: 'adviser',
        title: { en: 'T', ru: 'Т' },
        authority: [],
        language: 'en',
        from: '2026-01-01',
        visibility: 'table',
      }
      const payloads: Readonly<Record<string, [string, object]>> = {
        'message.send': ['us-channel', { nature: 'statement', use: 'verbatim', ...words }],
        'pause.ask': ['us-channel', words],
        'member.join': ['plenary', card],
      }
      const [room, payload] = payloads[kind] ?? ['', {}]
      const answer = await us.act(room, kind, 'no-id', 0, payload)
      if (kind === 'message.send')
        await mediator.act(room, 'message.convey', 'no-id', 1, { to: other.room('group'), as: 'verbatim' })
      const read = await Promise.all([us, mediator].map((person) => person.get(other.base)))
      const desk = await mediator.get('desk')
      await other.close()
      expect([...read, desk].map(({ status }) => status)).toEqual([200, 200, 200])
      expect(outcome(answer)).toEqual([400, 'wire.malformed'])
    },
  )
})

describe('limits', () => {
  it('a member may post so many acts in a minute, and everybody else goes on', async () => {
    const small = await table.reopen({ actsPerMinute: 3 })
    const us = await small.as('us-head')
    const again = await small.as('us-head')
    for (let i = 0; i < 3; i += 1) expect((await us.post('acts', good())).status).toBe(200)
    for (const person of [us, again])
      expect(outcome(await person.post('acts', good()))).toEqual([429, 'door.too-many'])
    const secretary = await small.as('us-secretary')
    expect((await secretary.post('acts', good())).status).toBe(200)
    expect((await us.get(small.base)).status).toBe(200)
    small.clock.now = new Date(small.clock.now.getTime() + 60_000)
    expect((await us.post('acts', good())).status).toBe(200)
    await small.app.close()
  })

  it('with hardly any disk left everything is read and nothing written', async () => {
    table.context.disk.readOnly = true
    expect(outcome(await head.post('acts', good()))).toEqual([503, 'installation.read-only'])
    expect(outcome(await head.upload('us-caucus', Buffer.from('%PDF-1.7')))).toEqual([
      503,
      'installation.read-only',
    ])
    expect((await head.get(`rooms/${table.room('us-caucus')}`)).status).toBe(200)
    expect((await head.get('/api/health')).json).toEqual({ ok: true, readOnly: true })
    table.context.disk.readOnly = false
    expect((await head.post('acts', good())).status).toBe(200)
  })
})

describe('words', () => {
  it('are kept exactly, in NFC, with markup and quotes as they are', async () => {
    const words = `é <b>"x"</b> & 'y' \n — «мир» 🕊️ $1 %s \\ null`
    await send(head, 'us-caucus', words)
    expect((await newest(table, head, 'us-caucus')).state.words.en).toBe(words.normalize('NFC'))
  })
})

describe('a long body', () => {
  const long = (megabytes: number) => ({
    ...{ id: randomUUID(), room: table.room('us-caucus'), kind: 'text.open', object: 'text', base: 0 },
    payload: {
      title: { en: 'Draft', ru: 'Проект' },
      clauses: Array.from({ length: megabytes * 64 }, (_, n) => ({
        ...{ id: `c${n}`, parent: null, order: `V${n}V`, kind: 'operative', brackets: {}, notes: {} },
        passage: { en: ['x'.repeat(8_000)], ru: ['y'.repeat(8_200)] },
      })),
    },
  })

  it('is taken from a member who can open a text', async () => {
    const answer = await head.post('acts', long(3))
    expect(answer.json).toMatchObject({ object: 'text' })
    const read = await head.get(`rooms/${table.room('us-caucus')}/text`)
    expect(read.json.clauses).toHaveLength(192)
  })

  it('is not read when it comes from anybody else, nor when it is beyond all measure', async () => {
    const observer = await table.as('observer')
    const refused = { code: 'wire.too-long', facts: { megabytes: 1 } }
    expect((await observer.post('acts', long(2))).json).toEqual(refused)
    expect((await head.post('acts', long(13))).json).toEqual({ ...refused, facts: { megabytes: 12 } })
    const stranger = await table.app.inject({
      ...{ method: 'POST', url: `${table.base}/acts`, headers, payload: long(2) },
    })
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'door.sign-in'])
    const elsewhere = await head.post('invitations', long(2))
    expect(elsewhere.json).toEqual(refused)
  })
})
