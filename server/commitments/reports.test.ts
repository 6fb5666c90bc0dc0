/** Periodic reports and the register through HTTP: the same for every seat at the table, and nothing of a mission's room. */
import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tableKinds } from '#domain/commitments/register-table.ts'
import { history, issued, made, type Step, unspoken } from '../testing/commission.ts'
import { outcome } from '../testing/saying.ts'
import { headers, openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
const people = new Map<string, Person>()

const person = async (key: string): Promise<Person> => {
  const found = people.get(key) ?? (await table.as(key))
  people.set(key, found)
  return found
}

const perform = async ([member, ...step]: Step) => outcome(await (await person(member)).act(...step))

beforeAll(async () => {
  table = await openTable()
  const today = table.clock.now.toISOString().slice(0, 10)
  for (const step of [...history(table.room('plenary'), today), issued(today, today)])
    expect(await perform(step)).toEqual([200, ''])
})
afterAll(() => table.close())

const bytes = async ({ cookie }: Person, to: string, rest = '') => {
  const answer = await table.app.inject({
    url: `${table.base}/commitments/reports/${made.periodic}/print?to=${to}${rest}`,
    headers: { ...headers, cookie },
  })
  expect(answer.statusCode).toBe(200)
  return new Uint8Array(answer.rawPayload)
}

const secrets = [unspoken.en, unspoken.ru, 'Old Quarry', 'Старый карьер', '48.512345', '37.498765']

it('a report says the same to every seat at the table, each side first in its own copy', async () => {
  const [us, ru, head] = await Promise.all(['us-head', 'ru-head', 'verifier-head'].map(person))
  const views = await Promise.all(
    [us, ru, head].map((each) => each?.get(`commitments/reports/${made.periodic}`)),
  )
  const shown = views.map((view) => view?.json.sheets.en)
  const columns = shown.map(
    (blocks) => blocks.find(({ head }: { head?: string[] }) => head?.includes('Side A')).head,
  )
  expect(columns.slice(0, 2)).toEqual([
    ['', 'Side A', 'Side B'],
    ['', 'Side B', 'Side A'],
  ])
  for (const view of views) {
    expect(view?.text).toContain('Shots were heard.')
    expect(view?.text).toContain('Sosnovka / Pine Hill')
    expect(view?.text).toContain('Lists not complete')
    for (const secret of secrets) expect(view?.text).not.toContain(secret)
  }
})

it('nothing that comes after its moment changes it, but a dissent gets its box', async () => {
  const us = await person('us-head')
  const before = (await us.get(`commitments/reports/${made.periodic}`)).json.sheets
  table.clock.now = new Date(table.clock.now.getTime() + 60_000)
  const late = { form: 'self-report', stipulations: [], words: { en: 'Later.', ru: 'Позже.' }, figures: [] }
  expect(outcome(await us.act('plenary', 'report.make', randomUUID(), 0, late))).toEqual([200, ''])
  expect((await us.get(`commitments/reports/${made.periodic}`)).json.sheets).toEqual(before)
  const words = { en: 'We do not share this.', ru: 'Мы этого не разделяем.' }
  const dissent = await (await person('ru-head')).act(
    ...(['plenary', 'monitoring-report.dissent', made.periodic, null, { words }] as const),
  )
  expect(outcome(dissent)).toEqual([200, ''])
  const after = (await us.get(`commitments/reports/${made.periodic}`)).json.sheets.ru
  expect(after.slice(0, -2)).toEqual(before.ru.slice(0, -2))
  expect(after.at(-1).words[0]).toContain('Мы этого не разделяем.')
})

it('is taken home as Word and PDF, in both languages or in one', async () => {
  const us = await person('us-head')
  const words = strFromU8(unzipSync(await bytes(us, 'docx'))['word/document.xml'] ?? new Uint8Array())
  expect(words).toContain('Periodic monitoring report')
  expect(words).toContain('Периодический доклад о наблюдении')
  expect(words).toContain('We do not share this.')
  for (const secret of secrets) expect(words).not.toContain(secret)
  const one = strFromU8(
    unzipSync(await bytes(us, 'docx', '&language=ru'))['word/document.xml'] ?? new Uint8Array(),
  )
  expect(one).not.toContain('Periodic monitoring report')
  expect(strFromU8((await bytes(us, 'pdf')).slice(0, 5))).toBe('%PDF-')
  const asked = await us.get(`commitments/reports/${made.periodic}/print?to=pdf&language=fr`)
  expect(outcome(asked)).toEqual([422, 'text.language-unknown'])
}, 120_000)

it('is unknown to a seat that is not at the table, and so is a report that is not there', async () => {
  const outside = await person('public')
  const us = await person('us-head')
  const found = await outside.get(`commitments/reports/${made.periodic}`)
  const nothing = await us.get(`commitments/reports/${randomUUID()}`)
  expect([found.status, found.text]).toEqual([nothing.status, nothing.text])
  const ahead = await us.get('commitments/report-preview?from=2026-01-01&to=2199-01-01')
  expect(ahead.status).toBe(422)
  const preview = await us.get('commitments/report-preview?from=2026-01-01&to=2026-01-31')
  expect(preview.json.report).toBeNull()
})

it('the register leaves as a table whose cells are words, and a blurred place as its cell', async () => {
  const us = await person('us-head')
  const take = (kind: string) => us.get(`rooms/${table.room('plenary')}/records/table?kind=${kind}`)
  const reports = await take('report')
  expect(reports.headers['content-type']).toBe('text/csv; charset=utf-8')
  const [head = '', row = ''] = reports.text.slice(1).split('\r\n')
  expect(head).toContain('words en,words ru,figures en,figures ru')
  expect(row).toContain(`,true,`)
  expect(row).toContain(`'=1+1 lists are ready.,"Списки готовы, ""да"".",Lists: 3–4,Списки: 3–4`)
  const incidents = (await take('incident')).text
  expect(incidents).toContain('Sosnovka / Pine Hill,Сосновка / Пайн-Хилл,48.55,37.45,0.1,firing,0–2')
  for (const secret of secrets) expect(incidents).not.toContain(secret)
  const foreign = await us.get(`rooms/${table.room('mission')}/records/table?kind=incident`)
  expect(foreign.status).toBe(404)
})

it("the mission's own room leaves as a table for the mission, findings that nobody confirmed among them", async () => {
  const coder = await person('verifier')
  const proposed = { kind: 'monitoring', stipulations: [], asOf: '2026-01-02', cites: [], words: unspoken }
  const finding = await coder.act('mission', 'finding.propose', randomUUID(), 0, proposed)
  expect(outcome(finding)).toEqual([200, ''])
  for (const kind of tableKinds) {
    const { status, text } = await coder.get(`rooms/${table.room('mission')}/records/table?kind=${kind}`)
    expect([kind, status]).toEqual([kind, 200])
    if (kind === 'finding') expect(text).toContain('verifier,monitoring,2026-01-02')
  }
})
