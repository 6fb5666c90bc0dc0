import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tick } from '../clock.ts'
import { outcome, send, shown, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person

// Time never runs back in a log: each test begins a hundred hours after the last.
let start = Date.parse('2026-11-22T10:00:00.000Z')
const hour = 3_600_000
const at = (hours: number): string => new Date(start + hours * hour).toISOString()
const goTo = (hours: number): void => {
  table.clock.now = new Date(start + hours * hour)
}

beforeAll(async () => {
  table = await openTable()
})
beforeEach(async () => {
  start += 100 * hour
  goTo(0)
  const keys = ['us-head', 'ru-head', 'mediator-head']
  ;[us, ru, mediator] = (await Promise.all(keys.map(table.as))) as [Person, Person, Person]
})
afterAll(() => table.close())

const proposal = (hours: number) => ({
  ...wording('Let it be so.'),
  title: { en: 'A proposal', ru: 'Предложение' },
  deadline: at(hours),
  objectors: ['us', 'ru'],
})
const propose = async (hours = 1, room = 'plenary'): Promise<string> => {
  const object = randomUUID()
  const answer = await mediator.act(room, 'silence.propose', object, 0, proposal(hours))
  if (answer.status !== 200) throw new Error(answer.text)
  return object
}
const standing = async (object: string, room = 'plenary') =>
  (await shown(table, us, room, object)).state.standing

describe('silence', () => {
  it('is broken by an objection in time, with its reason and who objected', async () => {
    const object = await propose()
    goTo(0.99)
    expect((await us.act('plenary', 'silence.object', object, null, { reason: 'No.' })).status).toBe(200)
    expect((await shown(table, ru, 'plenary', object)).state).toMatchObject({
      standing: 'broken',
      closedAt: at(0.99),
      objection: { by: { seat: 'us', member: us.member }, reason: 'No.' },
    })
    goTo(2)
    await tick(table.context)
    expect(await standing(object)).toBe('broken')
  })

  it('is kept by an objection at the deadline or after it, by the clock of the server', async () => {
    const object = await propose()
    for (const hours of [1, 1.5]) {
      goTo(hours)
      expect(outcome(await us.act('plenary', 'silence.object', object, null, {}))).toEqual([
        422,
        'silence.too-late',
      ])
      expect(outcome(await mediator.act('plenary', 'silence.lift', object, 1, {}))).toEqual([
        422,
        'silence.too-late',
      ])
    }
  })

  it('is adopted by the clock when it has passed, not before, and in the name of nobody', async () => {
    const object = await propose(1, 'group')
    goTo(0.5)
    await tick(table.context)
    expect(await standing(object, 'group')).toBe('open')
    goTo(1)
    await tick(table.context)
    await tick(table.context)
    expect((await shown(table, us, 'group', object)).state).toMatchObject({
      standing: 'adopted',
      closedAt: at(1),
    })
    const { acts } = (await us.get(`rooms/${table.room('group')}/acts`)).json
    const adopted = acts.filter((act: { kind: string }) => act.kind === 'silence.adopt')
    expect(adopted).toHaveLength(1)
    expect(adopted[0].by).toBeNull()
  })

  it('is not broken by who was not named, nor by who may not propose', async () => {
    const object = await propose()
    const secretary = await table.as('us-secretary')
    const observer = await table.as('observer')
    expect(outcome(await secretary.act('plenary', 'silence.object', object, null, {}))).toEqual([
      403,
      'act.not-yours',
    ])
    expect(outcome(await observer.act('plenary', 'silence.object', object, null, {}))).toEqual([
      403,
      'act.not-yours',
    ])
    expect(outcome(await mediator.act('plenary', 'silence.object', object, null, {}))).toEqual([
      422,
      'silence.not-an-objector',
    ])
    expect(outcome(await us.act('plenary', 'silence.propose', randomUUID(), 0, proposal(2)))).toEqual([
      403,
      'act.not-yours',
    ])
  })

  it('is broken once: of ten objections at the same moment the first wins', async () => {
    const object = await propose()
    const posts = Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? us : ru).act('plenary', 'silence.object', object, null, { reason: `No ${i}` }),
    )
    const answers = await Promise.all(posts)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 200).map(outcome)).toEqual(
      Array(9).fill([422, 'silence.closed']),
    )
    expect((await shown(table, us, 'plenary', object)).revision).toBe(2)
  })

  it('lies ahead: no deadline that is already over, however it is written', async () => {
    goTo(0.01)
    const refused = async (deadline: string) =>
      outcome(await mediator.act('plenary', 'silence.propose', randomUUID(), 0, { ...proposal(1), deadline }))
    for (const deadline of [at(0), at(0.01)])
      expect(await refused(deadline)).toEqual([422, 'silence.deadline-past'])
    for (const fraction of ['', '.0']) {
      const deadline = at(0.01).replace('.000', fraction)
      expect(['silence.deadline-past', 'wire.malformed']).toContain((await refused(deadline))[1])
    }
  })

  it('is lifted by the mediator', async () => {
    const object = await propose()
    expect((await mediator.act('plenary', 'silence.lift', object, 1, {})).status).toBe(200)
    expect(outcome(await us.act('plenary', 'silence.object', object, null, {}))).toEqual([
      422,
      'silence.closed',
    ])
  })
})

describe('an adjournment', () => {
  const revision = async () => (await us.get(table.base)).json.adjournments.revision
  const end = async () => mediator.act('plenary', 'adjournments.end', 'adjournments', await revision(), {})
  const begin = async () =>
    mediator.act('plenary', 'adjournments.begin', 'adjournments', await revision(), {})

  it('stops the clock: the deadline moves by as long as it lasted', async () => {
    const object = await propose(1)
    goTo(0.5)
    expect((await begin()).status).toBe(200)
    expect((await us.get(`rooms/${table.room('plenary')}`)).json.due[object]).toBeNull()
    goTo(3)
    await tick(table.context)
    expect(await standing(object)).toBe('open')
    expect((await end()).status).toBe(200)
    expect((await us.get(`rooms/${table.room('plenary')}`)).json.due[object]).toBe(at(3.5))
    goTo(3.4)
    await tick(table.context)
    expect(await standing(object)).toBe('open')
    goTo(3.5)
    expect(outcome(await us.act('plenary', 'silence.object', object, null, {}))).toEqual([
      422,
      'silence.too-late',
    ])
    await tick(table.context)
    expect(await standing(object)).toBe('adopted')
  })

  it('comes of a pause that a party asked for; meanwhile nothing is conveyed and nothing proposed', async () => {
    goTo(10)
    const words = await send(us, 'us-channel', 'carry', { use: 'verbatim' })
    const pause = randomUUID()
    expect((await us.act('us-channel', 'pause.ask', pause, 0, wording('We need a day.'))).status).toBe(200)
    expect(outcome(await us.act('us-channel', 'pause.grant', pause, 1, {}))).toEqual([403, 'act.not-yours'])
    expect(outcome(await mediator.act('us-channel', 'pause.ask', randomUUID(), 0, wording('x')))).toEqual([
      403,
      'act.not-yours',
    ])
    expect((await mediator.act('us-channel', 'pause.grant', pause, 1, {})).status).toBe(200)
    expect((await ru.get(table.base)).json.adjournments.periods.at(-1)).toEqual({ from: at(10) })
    expect(JSON.stringify((await ru.get(table.base)).json)).not.toContain('We need a day.')
    const convey = () =>
      mediator.act('us-channel', 'message.convey', words, 1, { to: table.room('group'), as: 'verbatim' })
    expect(outcome(await convey())).toEqual([422, 'adjournment.on'])
    expect(outcome(await mediator.act('plenary', 'silence.propose', randomUUID(), 0, proposal(20)))).toEqual([
      422,
      'adjournment.on',
    ])
    expect(outcome(await begin())).toEqual([422, 'adjournment.already'])
    expect(outcome(await mediator.act('us-channel', 'pause.grant', pause, 2, {}))).toEqual([
      422,
      'pause.granted',
    ])
    expect((await send(ru, 'ru-channel', 'words go on', { use: 'verbatim' })).length).toBe(36)
    goTo(11)
    expect((await end()).status).toBe(200)
    expect(outcome(await end())).toEqual([422, 'adjournment.none'])
    expect((await convey()).status).toBe(200)
  })

  it('is one of the whole process and has one address', async () => {
    const another = await mediator.act('plenary', 'adjournments.begin', randomUUID(), 0, {})
    expect(outcome(another)).toEqual([400, 'wire.malformed'])
    expect(
      outcome(await us.act('plenary', 'adjournments.begin', 'adjournments', await revision(), {})),
    ).toEqual([403, 'act.not-yours'])
  })
})
