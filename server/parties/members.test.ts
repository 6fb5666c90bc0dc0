import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcome, send, shown } from '../testing/saying.ts'
import { openStream, until } from '../testing/stream.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let secretary: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable()
  const keys = ['us-head', 'us-secretary', 'mediator-head']
  ;[head, secretary, mediator] = (await Promise.all(keys.map(table.as))) as [Person, Person, Person]
})
afterAll(() => table.close())

const card = (seat: string, more: object = {}) => ({
  seat,
  name: { en: 'New Member', ru: 'Новый участник' },
  function: 'adviser',
  title: { en: 'Adviser', ru: 'Советник' },
  authority: ['speak'],
  language: 'en',
  from: '2026-01-01',
  visibility: 'table',
  ...more,
})
const join = async (by: Person, seat: string, more: object = {}, room = 'plenary') => {
  const object = randomUUID()
  return { object, answer: await by.act(room, 'member.join', object, 0, card(seat, more)) }
}

describe('the list of a seat', () => {
  it('is kept by its stewards, and by nobody else of the seat', async () => {
    for (const by of [head, secretary]) expect((await join(by, 'us')).answer.status).toBe(200)
    for (const key of ['us-interpreter', 'us-legislator'])
      expect(outcome((await join(await table.as(key), 'us')).answer)).toEqual([403, 'act.not-yours'])
    expect(outcome((await join(await table.as('us-unseen'), 'us')).answer)).toEqual([
      403,
      'act.unseen-member',
    ])
  })

  it("is not kept by another side, nor a party's by the mediator, who keeps those of the hosted seats", async () => {
    expect(outcome((await join(head, 'ru')).answer)).toEqual([403, 'member.not-yours'])
    expect(outcome((await join(head, 'observer')).answer)).toEqual([403, 'member.not-yours'])
    expect(outcome((await join(mediator, 'us')).answer)).toEqual([403, 'member.not-yours'])
    expect((await join(mediator, 'observer')).answer.status).toBe(200)
    for (const kind of ['member.remove', 'member.leave', 'member.authorise']) {
      const payload =
        { 'member.leave': { until: '2026-12-01' }, 'member.authorise': { authority: [] } }[kind] ?? {}
      const ru = table.founded.members['ru-secretary'] ?? ''
      expect(outcome(await head.act('plenary', kind, ru, 1, payload))).toEqual([403, 'member.not-yours'])
      expect(outcome(await mediator.act('plenary', kind, ru, 1, payload))).toEqual([403, 'member.not-yours'])
    }
  })

  it('gives nobody but the mediator the authority to convey', async () => {
    expect(outcome((await join(head, 'us', { authority: ['speak', 'convey'] })).answer)).toEqual([
      422,
      'process.convey-is-the-mediators',
    ])
    const { object } = await join(head, 'us')
    const authority = { authority: ['convey'] }
    expect(outcome(await head.act('plenary', 'member.authorise', object, 1, authority))).toEqual([
      422,
      'process.convey-is-the-mediators',
    ])
  })

  it('keeps a card of the delegation alone in its caucus, one for all in the plenary', async () => {
    expect(outcome((await join(head, 'us', { visibility: 'delegation' })).answer)).toEqual([
      422,
      'member.visibility',
    ])
    expect(outcome((await join(head, 'us', {}, 'us-caucus')).answer)).toEqual([422, 'member.visibility'])
    const { object, answer } = await join(head, 'us', { visibility: 'delegation' }, 'us-caucus')
    expect(answer.status).toBe(200)
    const ru = await table.as('ru-head')
    expect((await ru.get(table.base)).text).not.toContain(object)
    expect((await head.get(table.base)).text).toContain(object)
  })
})

describe('what a member may do', () => {
  it('changes from the moment it is changed', async () => {
    const { object } = await join(head, 'us', { authority: [] })
    const member = await table.as(object)
    const say = () =>
      member.act('plenary', 'message.send', randomUUID(), 0, {
        nature: 'statement',
        original: 'en',
        words: { en: 'x' },
      })
    expect(outcome(await say())).toEqual([403, 'act.not-yours'])
    await head.act('plenary', 'member.authorise', object, 1, { authority: ['speak'] })
    expect((await say()).status).toBe(200)
    await head.act('plenary', 'member.authorise', object, 2, { authority: ['propose'] })
    expect(outcome(await say())).toEqual([403, 'act.not-yours'])
  })

  it('ends with the last day, and begins with the first', async () => {
    const day = table.clock.now
    const { object } = await join(head, 'us', { from: '2026-11-22' })
    const member = await table.as(object)
    expect((await head.act('plenary', 'member.leave', object, 1, { until: '2026-11-22' })).status).toBe(200)
    expect((await member.get(table.base)).status).toBe(200)
    table.clock.now = new Date('2026-11-22T21:59:59.999Z')
    expect((await member.get(table.base)).status).toBe(200)
    table.clock.now = new Date('2026-11-23T00:00:00.000Z')
    expect(outcome(await member.get(table.base))[1]).toBe('door.sign-in')
    table.clock.now = day
  })
})

describe('the last day of a member', () => {
  it('is moved later by who gives authority, and by nobody for themselves', async () => {
    const { object } = await join(head, 'us', { function: 'secretary', until: '2027-01-31' })
    const own = await table.as(object)
    const until = (day: string) => ({ until: day })
    const leave = (by: Person, base: number, day: string) =>
      by.act('plenary', 'member.leave', object, base, until(day)).then(outcome)
    expect(await leave(own, 1, '2099-12-31')).toEqual([403, 'member.authority-is-the-heads'])
    expect(await leave(own, 1, '2027-01-15')).toEqual([200, ''])
    expect(await leave(head, 2, '2027-02-28')).toEqual([200, ''])
  })
})

describe('the head of a delegation', () => {
  it('is known at the table: none joins who only their own side sees', async () => {
    const hidden = { function: 'head', visibility: 'delegation' }
    expect(outcome((await join(head, 'us', hidden, 'us-caucus')).answer)).toEqual([
      ...[422, 'member.head-by-change'],
    ])
  })
})

describe('a member who is removed', () => {
  it('is refused at once, and every stream of theirs closes', async () => {
    const { object } = await join(head, 'us')
    const member = await table.as(object)
    const streams = [
      await openStream(table, member.cookie),
      await openStream(table, (await table.as(object)).cookie),
    ]
    const others = await openStream(table, head.cookie)
    expect((await secretary.act('plenary', 'member.remove', object, 1, {})).status).toBe(200)
    const answers = await Promise.all([
      member.get(table.base),
      member.get(`rooms/${table.room('plenary')}`),
      member.post('acts', {}),
      member.get('events'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 400, 401])
    const closed = Promise.all(streams.map((stream) => stream.ended))
    await Promise.race([closed, new Promise((_, late) => setTimeout(late, 1_000, new Error('still open')))])
    for (const stream of streams) expect(stream.text()).toContain('event: left')
    await until(() => others.told().length > 0)
    expect(others.text()).not.toContain('event: left')
    expect(others.told()[0]).toEqual({ room: table.room('plenary'), size: expect.any(Number), table: true })
    others.close()
    expect((await openStream(table, member.cookie)).status).toBe(401)
    expect(outcome(await secretary.act('plenary', 'member.remove', object, 2, {}))).toEqual([
      422,
      'member.left',
    ])
  })

  it('is followed by a successor who acts in the seat; what was done keeps the old name', async () => {
    const first = await join(head, 'us', { name: { en: 'First', ru: 'Первый' } })
    const member = await table.as(first.object)
    const words = await send(member, 'us-channel', 'mine', { use: 'verbatim' })
    await head.act('plenary', 'member.remove', first.object, 1, {})
    const second = await table.as((await join(head, 'us', { name: { en: 'Second', ru: 'Второй' } })).object)
    expect((await second.act('us-channel', 'message.withdraw', words, 1, {})).status).toBe(200)
    const { state } = await shown(table, second, 'us-channel', words)
    expect(state.author).toEqual({ seat: 'us', member: first.object })
    const { acts } = (await second.get(`rooms/${table.room('us-channel')}/acts`)).json
    const by = acts
      .filter((act: { object: string }) => act.object === words)
      .map((act: { by: unknown }) => act.by)
    expect(by).toEqual([
      { seat: 'us', member: first.object },
      { seat: 'us', member: second.member },
    ])
    const cards = (await second.get(table.base)).json.members
    const old = cards.find((each: { member: { id: string } }) => each.member.id === first.object)
    expect(old).toMatchObject({ serving: false, member: { name: { en: 'First' } } })
  })
})

describe('quiet hours', () => {
  it("hold what others do until they are over, and not what one's own seat does", async () => {
    const quiet = { hours: { from: '05:30', to: '04:30' } }
    expect(
      (await head.act('plenary', 'quiet-hours.set', 'us', 0, { hours: { from: '04:00', to: '06:00' } }))
        .status,
    ).toBe(200)
    expect(outcome(await head.act('plenary', 'quiet-hours.set', 'ru', 0, quiet))).toEqual([
      403,
      'member.not-yours',
    ])
    table.clock.now = new Date('2026-11-23T10:00:00.000Z')
    const ru = await table.as('ru-head')
    const mine = await openStream(table, (await table.as('us-head')).cookie)
    const theirs = await openStream(table, ru.cookie)
    await send(ru, 'group', 'at night')
    const own = await table.as('us-head')
    await send(own, 'plenary', 'ours')
    await until(() => mine.told().length > 0 && theirs.told().length > 1)
    expect(mine.told().map(({ room }) => room)).toEqual([table.room('plenary')])
    table.context.announcer.flush()
    table.clock.now = new Date('2026-11-23T11:00:00.000Z')
    table.context.announcer.flush()
    await until(() => mine.told().length > 1)
    expect(mine.told().map(({ room }) => room)).toEqual([table.room('plenary'), table.room('group')])
    expect(mine.told().some((told) => 'table' in told)).toBe(false)
    mine.close()
    theirs.close()
  })
})
