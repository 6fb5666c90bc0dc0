import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorisedUses, isWithinUse, manners } from '#domain/rooms/message.ts'
import { newest, outcome, send, shown, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person
let interpreter: Person

beforeAll(async () => {
  table = await openTable()
  const keys = ['us-head', 'ru-head', 'mediator-head', 'mediator-interpreter']
  ;[us, ru, mediator, interpreter] = (await Promise.all(keys.map(table.as))) as [
    Person,
    Person,
    Person,
    Person,
  ]
})
afterAll(() => table.close())

const to = (room: string) => table.room(room)
const convey = (object: string, base: number, more: Record<string, unknown>) =>
  mediator.act('us-channel', 'message.convey', object, base, { to: to('ru-channel'), ...more })

describe('what the sender authorised', () => {
  it.each(authorisedUses.flatMap((use) => manners.map((as) => [use, as] as const)))(
    '%s: conveying %s is held to it',
    async (use, as) => {
      const object = await send(us, 'us-channel', `own words for ${use} ${as}`, { use })
      const words = as === 'verbatim' ? {} : { wording: wording(`wording for ${use} ${as}`) }
      const answer = await convey(object, 1, { as, ...words })
      const code = use === 'mediator-only' ? 'convey.mediator-only' : 'convey.beyond-use'
      if (!isWithinUse(use, as)) return expect(outcome(answer)).toEqual([422, code])
      expect(answer.status).toBe(200)
      const placed = await newest(table, ru, 'ru-channel')
      const said = as === 'verbatim' ? `own words for ${use} ${as}` : `wording for ${use} ${as}`
      expect(placed.state.words).toEqual({ en: said })
      expect(placed.state.voice).toBe(as === 'verbatim' ? 'us' : undefined)
      const mine = await shown(table, us, 'us-channel', object)
      expect(mine.state.carried).toEqual([
        { at: expect.any(String), as, to: { kind: 'channel', party: 'ru' } },
      ])
    },
  )

  it('verbatim cannot be reworded, and every other manner needs words', async () => {
    const object = await send(us, 'us-channel', 'x', { use: 'verbatim' })
    expect(outcome(await convey(object, 1, { as: 'verbatim', wording: wording('y') }))).toEqual([
      422,
      'convey.verbatim-reworded',
    ])
    expect(outcome(await convey(object, 1, { as: 'paraphrase' }))).toEqual([422, 'convey.no-wording'])
  })

  it('words for the mediator only leave in no manner, to no room, in no wording and through no offer', async () => {
    const object = await send(us, 'us-channel', 'only you', { use: 'mediator-only' })
    for (const as of manners)
      for (const room of ['ru-channel', 'group', 'plenary', 'gallery', 'office', 'us-channel'])
        for (const words of [{}, { wording: wording('other') }]) {
          const answer = await convey(object, 1, { as, to: to(room), ...words })
          expect(answer.status).toBe(422)
        }
    expect(outcome(await mediator.act('us-channel', 'message.offer', object, 1, wording('z')))).toEqual([
      422,
      'convey.mediator-only',
    ])
    expect((await shown(table, us, 'us-channel', object)).revision).toBe(1)
  })

  it('is given by a delegation in its own channel and nowhere else, and never left out there', async () => {
    const post = (person: Person, room: string, more: object) =>
      person.act(room, 'message.send', crypto.randomUUID(), 0, {
        nature: 'statement',
        ...wording('x'),
        ...more,
      })
    expect(outcome(await post(us, 'us-channel', {}))).toEqual([422, 'message.use-missing'])
    for (const room of ['plenary', 'group', 'us-caucus'])
      expect(outcome(await post(us, room, { use: 'verbatim' }))).toEqual([422, 'message.use-out-of-place'])
    expect(outcome(await post(mediator, 'us-channel', { use: 'verbatim' }))).toEqual([
      422,
      'message.use-out-of-place',
    ])
    expect(outcome(await post(us, 'plenary', { voice: 'ru' }))).toEqual([400, 'wire.malformed'])
    expect(outcome(await post(us, 'plenary', { translations: [] }))).toEqual([400, 'wire.malformed'])
  })

  it('what has no authorised use, as the words of the mediator in the channel, is never conveyed', async () => {
    const object = await send(mediator, 'us-channel', 'mine')
    expect(outcome(await convey(object, 1, { as: 'as-mediator', wording: wording('y') }))).toEqual([
      422,
      'convey.beyond-use',
    ])
  })
})

describe('asked first', () => {
  const asking = () => send(us, 'us-channel', 'ask me', { use: 'paraphrase', askFirst: true })
  const offer = (object: string, base: number, en: string, ru_?: string) =>
    mediator.act('us-channel', 'message.offer', object, base, wording(en, ru_))
  const paraphrase = (object: string, base: number, en: string, ru_?: string) =>
    convey(object, base, { as: 'paraphrase', wording: wording(en, ru_) })

  it('goes only in the very words that were approved', async () => {
    const object = await asking()
    expect(outcome(await paraphrase(object, 1, 'a'))).toEqual([422, 'wording.not-approved'])
    await offer(object, 1, 'a', 'б')
    expect(outcome(await paraphrase(object, 2, 'a', 'б'))).toEqual([422, 'wording.not-approved'])
    expect(outcome(await mediator.act('us-channel', 'message.approve', object, 2, {}))[0]).toBe(403)
    expect((await us.act('us-channel', 'message.approve', object, 2, {})).status).toBe(200)
    for (const [en, ru_] of [['a'], ['a', 'в'], ['a ?', 'б']])
      expect(outcome(await paraphrase(object, 3, en ?? '', ru_))).toEqual([422, 'wording.not-the-approved'])
    expect((await paraphrase(object, 3, 'a', 'б')).status).toBe(200)
  })

  it('does not go after it was declined, and a new offer takes the place of an approval', async () => {
    const object = await asking()
    await offer(object, 1, 'a')
    expect((await us.act('us-channel', 'message.decline', object, 2, { remark: 'no' })).status).toBe(200)
    expect(outcome(await paraphrase(object, 3, 'a'))).toEqual([422, 'wording.not-approved'])
    expect(outcome(await us.act('us-channel', 'message.approve', object, 3, {}))).toEqual([
      422,
      'wording.none-offered',
    ])
    await offer(object, 3, 'b')
    await us.act('us-channel', 'message.approve', object, 4, {})
    await offer(object, 5, 'c')
    expect(outcome(await paraphrase(object, 6, 'b'))).toEqual([422, 'wording.not-approved'])
  })

  it('an approval of one wording cannot be used for another that came between', async () => {
    const object = await asking()
    await offer(object, 1, 'a')
    await offer(object, 2, 'worse')
    expect(outcome(await us.act('us-channel', 'message.approve', object, 2, {}))).toEqual([409, 'act.stale'])
  })
})

describe('taking back', () => {
  it('holds before conveying: nothing goes any more', async () => {
    const object = await send(us, 'us-channel', 'hm', { use: 'verbatim' })
    expect(outcome(await mediator.act('us-channel', 'message.withdraw', object, 1, {}))).toEqual([
      403,
      'conveyable.not-yours',
    ])
    expect((await us.act('us-channel', 'message.withdraw', object, 1, {})).status).toBe(200)
    expect(outcome(await convey(object, 2, { as: 'verbatim' }))).toEqual([422, 'conveyable.withdrawn'])
    expect((await shown(table, us, 'us-channel', object)).state.words).toEqual({ en: 'hm' })
  })

  it('comes too late after conveying', async () => {
    const object = await send(us, 'us-channel', 'hm', { use: 'verbatim' })
    await convey(object, 1, { as: 'verbatim' })
    expect(outcome(await us.act('us-channel', 'message.withdraw', object, 2, {}))).toEqual([
      422,
      'conveyable.carried',
    ])
  })
})

describe('a clarification', () => {
  it('is carried there, answered, and carried back to the question it answers', async () => {
    const asked = await send(us, 'us-channel', 'What do they mean?', {
      nature: 'question',
      use: 'paraphrase',
    })
    await convey(asked, 1, { as: 'paraphrase', wording: wording('What is meant?') })
    const there = await newest(table, ru, 'ru-channel')
    expect(there.state.nature).toBe('question')
    const waits = (await ru.get('table')).json.waiting
    expect(waits).toContainEqual(expect.objectContaining({ why: 'question', object: there.object }))
    const more = { nature: 'answer', answers: there.object, use: 'verbatim' }
    const answered = await send(ru, 'ru-channel', 'This.', more)
    const back = { to: to('us-channel'), as: 'verbatim', answers: asked }
    expect((await mediator.act('ru-channel', 'message.convey', answered, 1, back)).status).toBe(200)
    const here = await newest(table, us, 'us-channel')
    expect(here.state).toMatchObject({
      nature: 'answer',
      answers: asked,
      voice: 'ru',
      words: { en: 'This.' },
    })
  })

  it('an answer belongs to a question of the same room', async () => {
    const statement = await send(us, 'plenary', 'no question')
    for (const answers of [statement, crypto.randomUUID()]) {
      const payload = { nature: 'answer', answers, ...wording('x') }
      expect(outcome(await us.act('plenary', 'message.send', crypto.randomUUID(), 0, payload))).toEqual([
        422,
        'message.answer-to-nothing',
      ])
    }
  })
})

describe('verbatim', () => {
  it("carries the words, the voice and the signed-off translations, and no interpreter's draft", async () => {
    for (const signOff of [true, false]) {
      const object = await send(us, 'us-channel', 'exactly', { use: 'verbatim' })
      const rendering = { language: 'ru', words: 'именно', signOff }
      await interpreter.act('us-channel', 'message.translate', object, 1, rendering)
      await convey(object, 2, { as: 'verbatim' })
      const placed = (await newest(table, ru, 'ru-channel')).state
      expect(placed).toMatchObject({ words: { en: 'exactly' }, voice: 'us', original: 'en' })
      expect(placed.translations.map(({ words }: { words: string }) => words)).toEqual(
        signOff ? ['именно'] : [],
      )
    }
  })
})

describe("what is conveyed in the mediator's words", () => {
  it.each(['paraphrase', 'as-mediator'] as const)(
    '%s: cannot be told from an ordinary message of the mediator, and holds no trace of the original',
    async (as) => {
      await send(mediator, 'ru-channel', 'An ordinary message.')
      const ordinary = await newest(table, mediator, 'ru-channel')
      table.clock.now = new Date(table.clock.now.getTime() + 60_000)
      const object = await send(us, 'us-channel', 'A very long original. '.repeat(50), { use: 'paraphrase' })
      const original = await shown(table, us, 'us-channel', object)
      table.clock.now = new Date(table.clock.now.getTime() + 3_600_000)
      await convey(object, 1, { as, wording: wording('An ordinary message.') })
      const placed = await newest(table, ru, 'ru-channel')
      const keys = (value: object): unknown =>
        Object.entries(value).map(([key, inner]) => [
          key,
          inner && typeof inner === 'object' ? keys(inner) : typeof inner,
        ])
      expect(keys(placed)).toEqual(keys(ordinary))
      expect(placed.state).toEqual({ ...ordinary.state, at: table.clock.now.toISOString() })
      const { acts } = (await ru.get(`rooms/${to('ru-channel')}/acts`)).json
      const line = (id: string) => acts.find((act: { object: string }) => act.object === id)
      expect(keys(line(placed.object))).toEqual(keys(line(ordinary.object)))
      expect(line(placed.object)).toMatchObject({ kind: 'message.send', by: line(ordinary.object).by })
      const all = (await ru.get(`rooms/${to('ru-channel')}/export`)).text
      for (const trace of [object, original.state.at, us.member]) expect(all).not.toContain(trace)
    },
  )

  it('conveyed as the answer to a question it is an answer, as any message that answers is', async () => {
    const question = await send(ru, 'ru-channel', 'And?', { nature: 'question', use: 'verbatim' })
    const object = await send(us, 'us-channel', 'By the way.', { use: 'as-mediator' })
    await convey(object, 1, { as: 'as-mediator', wording: wording('Thus.'), answers: question })
    expect((await newest(table, ru, 'ru-channel')).state).toMatchObject({
      nature: 'answer',
      answers: question,
    })
  })

  it('goes to another channel, a working group or the plenary, and nowhere else', async () => {
    const object = await send(us, 'us-channel', 'x', { use: 'as-mediator' })
    const go = async (room: string) =>
      outcome(await convey(object, 1, { to: to(room), as: 'as-mediator', wording: wording('y') }))
    expect(await go('us-channel')).toEqual([422, 'convey.same-room'])
    for (const room of ['office', 'gallery'])
      expect(await go(room)).toEqual([422, 'convey.room-out-of-reach'])
    expect(await go('ru-caucus')).toEqual([422, 'convey.room-unknown'])
    expect(
      outcome(await us.act('us-channel', 'message.convey', object, 1, { to: to('plenary'), as: 'verbatim' })),
    ).toEqual([403, 'act.not-yours'])
  })
})
