/** The background through the door: who may say what of an event, where, and what a race does to a line of facts. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let people: Readonly<Record<'us' | 'ru' | 'mediator' | 'verifier', Person>>
beforeAll(async () => {
  table = await openTable()
  people = {
    us: await table.as('us-head'),
    ru: await table.as('ru-head'),
    mediator: await table.as('mediator-head'),
    verifier: await table.as('verifier'),
  }
})
afterAll(() => table.close())

const both = (en: string) => ({ en, ru: `${en} (рус.)` })
const event = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ when: '1972-05-25', kind: 'agreement', name: both('Agreement'), facts: both('It was signed.') },
  ...{ issues: [], clauses: [], sources: [], ...more },
})
const said = (words = 'So it was.') => ({ words: both(words), sources: [] })

type Who = keyof typeof people
const act = async (
  who: Who,
  room: string,
  kind: string,
  object: string,
  base: number | null,
  payload: unknown,
) => outcome(await people[who].act(room, kind, object, base, payload))
const entered = async (who: Who = 'mediator', room = 'plenary', more = {}) => {
  const object = randomUUID()
  expect(await act(who, room, 'event.enter', object, 0, event(more))).toEqual([200, ''])
  return object
}

it('is entered by parties and the mediator, in the plenary and where each works for itself, and by nobody else', async () => {
  for (const [who, room] of [
    ['us', 'us-caucus'],
    ['ru', 'plenary'],
    ['mediator', 'office'],
  ] as const)
    await entered(who, room)
  for (const [who, room] of [
    ['verifier', 'plenary'],
    ['us', 'us-channel'],
  ] as const)
    expect((await act(who, room, 'event.enter', randomUUID(), 0, event()))[0]).toBe(403)
})

it('has been, in every language, and bears on what there is', async () => {
  const code = async (more: object) =>
    (await act('mediator', 'plenary', 'event.enter', randomUUID(), 0, event({ ...more })))[1]
  expect(await code({ when: 'soon' })).toBe('when.unread')
  expect(await code({ when: '1972/1971' })).toBe('when.backwards')
  expect(await code({ when: '2999' })).toBe('event.ahead')
  expect(await code({ when: '1999/2999' })).toBe('event.ahead')
  expect(await code({ issues: ['nothing'] })).toBe('event.issue-unknown')
  expect(await code({ clauses: ['nothing'] })).toBe('event.clause-unknown')
  expect(await code({ of: randomUUID() })).toBe('event.unknown')
  expect(await code({ name: { en: 'Only this' } })).not.toBe('')
  const earlier = await entered('mediator', 'plenary', { when: '1980' })
  expect(await code({ of: earlier })).toBe('event.of-later')
  expect(await code({ of: earlier, when: '1981' })).toBe('')
  const later = event({ when: '1982' })
  expect((await act('mediator', 'plenary', 'event.change', earlier, 1, later))[1]).toBe('event.of-later')
})

it('does not say at the table that an event of a caucus is there', async () => {
  const own = await entered('us', 'us-caucus')
  const at = async (who: Who, object: string) =>
    act(who, 'plenary', 'event.enter', randomUUID(), 0, event({ of: object, when: '1990' }))
  expect(await at('ru', own)).toEqual(await at('ru', randomUUID()))
  expect(await at('us', own)).toEqual(await at('us', randomUUID()))
  expect(await act('ru', 'ru-caucus', 'reading.write', own, 0, said())).toEqual(
    await act('ru', 'ru-caucus', 'reading.write', randomUUID(), 0, said()),
  )
})

it('is told by each side for itself; the seat that entered it alone changes it or takes it back', async () => {
  const object = await entered()
  expect(await act('us', 'plenary', 'event.tell', object, null, said('Ours.'))).toEqual([200, ''])
  expect(await act('ru', 'plenary', 'event.tell', object, null, said('Theirs.'))).toEqual([200, ''])
  const own = async () => {
    const read = await people.us.get(`rooms/${table.room('plenary')}/background/${object}`)
    return read.json.state.accounts.find((each: { party: string }) => each.party === 'us').at
  }
  const [again, instead] = [said('Ours, again.'), await own()]
  table.clock.now = new Date(table.clock.now.getTime() + 1_000)
  expect((await act('us', 'plenary', 'event.tell', object, null, again))[1]).toBe('act.stale')
  expect(await act('us', 'plenary', 'event.tell', object, null, { ...again, instead })).toEqual([200, ''])
  const late = { ...said('A colleague, begun on the first.'), instead }
  expect((await act('us', 'plenary', 'event.tell', object, null, late))[1]).toBe('act.stale')
  expect((await act('mediator', 'plenary', 'event.tell', object, null, said()))[0]).toBe(403)
  expect((await act('us', 'plenary', 'event.change', object, 4, event()))[1]).toBe('event.not-yours')
  expect((await act('us', 'plenary', 'event.withdraw', object, 4, {}))[1]).toBe('event.not-yours')
  const { json } = await people.ru.get(`rooms/${table.room('plenary')}/background/${object}`)
  expect(
    json.state.accounts.map((each: { party: string; words: { en: string } }) => [each.party, each.words.en]),
  ).toEqual([
    ['ru', 'Theirs.'],
    ['us', 'Ours, again.'],
  ])
})

it('agrees a line only when both have accepted exactly these words; a later line ends what an earlier one gathered', async () => {
  const object = await entered()
  const [one, two] = [randomUUID(), randomUUID()]
  const put = (line: string, base: number) =>
    act('mediator', 'plenary', 'event.propose-facts', object, base, { id: line, words: both(line) })
  const accept = (who: Who, line: string, base: number) =>
    act(who, 'plenary', 'event.accept-facts', object, base, { line })
  expect(await put(one, 1)).toEqual([200, ''])
  expect(await accept('us', one, 2)).toEqual([200, ''])
  expect((await accept('us', one, 3))[1]).toBe('event.accepted-already')
  expect((await put(two, 1))[1]).toBe('act.stale')
  expect(await put(two, 3)).toEqual([200, ''])
  expect((await accept('ru', one, 4))[1]).toBe('event.other-line')
  // Other words under the same id are other words: who had read the first accepts neither.
  const again = { id: two, words: both('Something else.') }
  expect(await act('us', 'plenary', 'event.propose-facts', object, 4, again)).toEqual([200, ''])
  expect((await accept('ru', two, 4))[1]).toBe('act.stale')
  const answers = await Promise.all([accept('us', two, 5), accept('ru', two, 5)])
  expect(answers.map(([, code]) => code).toSorted()).toEqual(['', 'act.stale'])
  const late = answers[0]?.[1] === '' ? 'ru' : 'us'
  expect(await accept(late, two, 6)).toEqual([200, ''])
  const { json } = await people.us.get(`rooms/${table.room('plenary')}/background/${object}`)
  expect([json.state.agreed.id, json.state.proposed]).toEqual([two, undefined])
  expect((await act('mediator', 'plenary', 'event.withdraw', object, 7, {}))[1]).toBe('event.told')
  expect((await act('mediator', 'plenary', 'event.change', object, 7, event({ when: '1973' })))[1]).toBe(
    'event.told',
  )
  const sources = [{ words: 'A better collection' }]
  expect(await act('mediator', 'plenary', 'event.change', object, 7, event({ sources }))).toEqual([200, ''])
})

it('leaves the time line when it is withdrawn, and takes no account any more', async () => {
  const object = await entered()
  expect(await act('mediator', 'plenary', 'event.withdraw', object, 1, {})).toEqual([200, ''])
  expect((await act('us', 'plenary', 'event.tell', object, null, said()))[1]).toBe('event.withdrawn')
  const { json } = await people.us.get('background')
  expect(json.events.map((each: { object: string }) => each.object)).not.toContain(object)
  const whole = await people.us.get(`rooms/${table.room('plenary')}/background`)
  expect(JSON.stringify(whole.json)).not.toContain(object)
})
