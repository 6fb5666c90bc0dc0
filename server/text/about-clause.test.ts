/** Words about a clause in confidence, bridges nobody is the author of, and the history of a clause: through HTTP. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Clause } from '#domain/text/clause.ts'
import { seed } from '../testing/clauses.ts'
import { smallProcess } from '../testing/process.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable(smallProcess)
  ;[us, ru, mediator] = (await Promise.all(['us-head', 'ru-head', 'mediator-head'].map(table.as))) as [
    Person,
    Person,
    Person,
  ]
  const title = { en: 'Understanding', ru: 'Договорённость' }
  const clauses = [seed('c1', 'F', 'Nothing limits navigation.', 'Ничто не ограничивает судоходство.')]
  expect((await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })).status).toBe(200)
})
afterAll(() => table.close())

const path = (room: string, end = '') => `rooms/${table.room(room)}${end}`
const sizeOf = async (room: string): Promise<number> => (await mediator.get(path(room, '/text'))).json.size
const comment = (clause: string) => ({
  nature: 'statement',
  original: 'en',
  words: { en: 'We can live with this.' },
  about: { object: 'text', clause },
})

it('a comment on a clause stands in the caucus alone, and leaves no trace in the plenary', async () => {
  const before = await sizeOf('plenary')
  const sent = await us.act('us-caucus', 'message.send', randomUUID(), 0, comment('c1'))
  expect(sent.status).toBe(200)
  expect(await sizeOf('plenary')).toBe(before)
  const own = (await us.get(path('us-caucus'))).json
  expect(own.objects.at(-1).state.about).toEqual({ object: 'text', clause: 'c1' })
  for (const person of [ru, mediator])
    expect((await person.get(path('us-caucus'))).status).toBe((await person.get('rooms/nowhere')).status)
})

it('a comment on a clause that the common text does not have is refused', async () => {
  const refused = await us.act('us-caucus', 'message.send', randomUUID(), 0, comment('c99'))
  expect([refused.status, refused.json.code]).toEqual([422, 'message.about-unknown'])
})

it('a bridge that is a non-paper has no author in the text, in the acts or in an export', async () => {
  const [clause] = (await mediator.get(path('plenary', '/text'))).json.clauses as Clause[]
  const alternative = { id: randomUUID(), passage: { en: ['No provision'], ru: null }, sponsors: [] }
  const payload = {
    wording: clause?.wording,
    bracket: randomUUID(),
    stood: randomUUID(),
    ranges: { en: { from: 0, to: 7 }, ru: null },
  }
  const post = (given: object) =>
    mediator.act('plenary', 'clause.bracket', 'c1', null, {
      ...payload,
      alternative: { ...alternative, ...given },
    })
  const alone = await post({ nonPaper: true })
  expect([alone.status, alone.json.code]).toEqual([422, 'text.non-paper-bridge'])
  expect((await post({ nonPaper: true, bridge: true })).status).toBe(200)
  const { acts } = (await us.get(path('plenary', '/text/history?clause=c1'))).json
  expect(acts.map(({ kind, by }: { kind: string; by: unknown }) => [kind, by === null])).toEqual([
    ['clause.enter', false],
    ['clause.bracket', true],
  ])
  const exported = (await us.get(path('plenary', '/export'))).text
  const line = JSON.parse(exported).acts.find(({ kind }: { kind: string }) => kind === 'clause.bracket')
  expect(line.by).toBeNull()
})

it('the history of a clause is read in its own room and nowhere else', async () => {
  const { acts } = (await ru.get(path('plenary', '/text/history?clause=c1'))).json
  expect(acts.length).toBe(2)
  expect((await ru.get(path('plenary', '/text/history?clause=c99'))).json.acts).toEqual([])
  const foreign = await ru.get(path('us-caucus', '/text/history?clause=c1'))
  const nowhere = await ru.get(`rooms/${randomUUID()}/text/history?clause=c1`)
  expect([foreign.status, foreign.text]).toEqual([nowhere.status, nowhere.text])
})
