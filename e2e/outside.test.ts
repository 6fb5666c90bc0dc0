/** Outside coding from a file on one's own disk to the room that wants it: read here, told, loaded, shown beside, taken back. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { asCsv } from '#domain/text/export/cells.ts'
import { paxAgreementHead, paxAgreementRow } from '../domain/commitments/testing/agreements.ts'
import { cellsOf, head as codedHead, type MadeRow, stems } from '../domain/commitments/testing/coding.ts'
import { gedCells, gedHead, rowOf } from '../domain/commitments/testing/events.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { openText, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'outside' }), stay: true })

const csv = (rows: readonly (readonly string[])[]) => Buffer.from(asCsv(rows))

/** Four events a day apart, the last known to its province alone. */
const events = [1, 2, 3, 4].map((day) => ({
  ...gedCells,
  ...{ id: String(day), date_start: `2031-04-0${day}`, date_end: `2031-04-0${day}` },
  ...(day === 4 ? { where_prec: '4', latitude: '11.5', where_coordinates: 'Lakes province' } : {}),
}))
const eventFile = csv([gedHead, ...events.map((cells) => rowOf(gedHead, cells))])

/** Two accords with a ceasefire: after a year one in full and one begun. */
const coded = (accord: number, level: 1 | 3): MadeRow => ({
  ...{ accord, year: 1 },
  slots: stems.map((stem) =>
    stem === 'cease' ? { prov: 1, implem: level, rev: 0 } : { prov: 0, implem: null, rev: null },
  ),
})
const codingFile = csv([codedHead, cellsOf(coded(1, 3)), cellsOf(coded(2, 1))])

const formOf = ({ page, say }: Person): Locator =>
  page.getByRole('region', { name: say('commitments.outside.load-title'), exact: true })

const give = (person: Person, name: string, bytes: Buffer) =>
  formOf(person).locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes })

test('events are read in the browser, narrowed, loaded, counted by month and drawn on the map of who may read them', async () => {
  const [ru, us] = [await house.enter('ru-head'), await house.enter('us-head')]
  await open(ru, 'commitments?view=outside')
  await ru.page.getByText(ru.say('commitments.outside.none')).waitFor()

  await give(ru, 'broken.csv', csv([gedHead, rowOf(gedHead, { ...gedCells, best: 'many' })]))
  await formOf(ru).getByText('«many»', { exact: false }).waitFor()
  await give(ru, 'other.csv', csv([['a', 'b']]))
  await formOf(ru).getByText('pam_caseid', { exact: false }).waitFor()

  await give(ru, 'events.csv', eventFile)
  const form = formOf(ru)
  await form.getByText(ru.say('commitments.outside.read.events', { count: 4 })).waitFor()
  await form.getByLabel(ru.say('commitments.outside.from'), { exact: true }).fill('2031-04-02')
  await form.getByText(ru.say('commitments.outside.taken', { inside: 3, open: 0 })).waitFor()
  await ru.check()
  await press(form, ru.say('commitments.outside.load'))
  await form.getByText(ru.say('commitments.outside.done')).waitFor()

  const line = ru.page.locator('li.card').filter({ hasText: 'events.csv' })
  await line.getByText(ru.say('commitments.outside.show')).click()
  await line.getByRole('row').nth(1).waitFor()
  expect(await line.getByRole('row').nth(1).getByRole('cell').first().innerText()).toContain('3')
  await ru.check()

  await open(ru, 'commitments?view=map')
  await ru.page.getByText(ru.say('commitments.outside.layer'), { exact: true }).click()
  await ru.page.locator('svg .map-outside').first().waitFor()
  expect(await ru.page.locator('svg .map-outside').count()).toBe(3)
  expect(await ru.page.locator('svg .map-outside[data-known="area"]').count()).toBe(1)
  await ru.page
    .getByText(ru.say('commitments.outside.table', { count: 3 }))
    .first()
    .click()
  await ru.page.getByText('Millbridge town').first().waitFor()
  await ru.check()

  // What one side looks at is its own affair.
  await open(us, 'commitments?view=outside')
  await us.page.getByText(us.say('commitments.outside.none')).waitFor()
  await open(us, 'commitments?view=map')
  expect(await us.page.getByText(us.say('commitments.outside.layer'), { exact: true }).count()).toBe(0)
})

test('agreements of other talks are narrowed by their days, loaded, and shown beside one’s own with their source', async () => {
  const us = await house.enter('us-head')
  await open(us, 'commitments?view=outside')
  const rows = ['1998-04-10', '2003-10-30', '2016-11-24'].map((Dat, i) =>
    paxAgreementRow({ AgtId: String(i), Dat, Agt: `Agreement ${i}` }),
  )
  await give(us, 'pax.csv', csv([paxAgreementHead, ...rows]))
  const form = formOf(us)
  await form.getByText(us.say('commitments.outside.read.agreements', { count: 3 })).waitFor()
  await form.getByLabel(us.say('commitments.outside.from'), { exact: true }).fill('2000-01-01')
  await form.getByText(us.say('commitments.outside.agreements-found', { count: 2 })).waitFor()
  await us.check()
  await press(form, us.say('commitments.outside.load'))
  await form.getByText(us.say('commitments.outside.done')).waitFor()
  await open(us, 'background?view=agreements')
  const beside = us.page.getByRole('region', { name: us.say('background.elsewhere'), exact: true })
  await beside.locator('cite').getByText('PA-X Peace Agreements Database', { exact: false }).waitFor()
  await beside.getByLabel(us.say('commitments.outside.look'), { exact: true }).fill('agreement 2')
  await expect.poll(() => beside.getByRole('row').count()).toBe(2)
  await us.check()
  const ru = await house.enter('ru-head')
  await open(ru, 'background?view=agreements')
  expect(await ru.page.getByText('Agreement 2').count()).toBe(0)
})

test('base rates stand beside a stipulation of their kind while it is drafted, and go when they are taken back', async () => {
  const mediator = await house.enter('mediator-head')
  const { page, say } = mediator
  await openText(mediator, house)
  await open(mediator, 'commitments?view=outside')
  const form = formOf(mediator)
  await form
    .getByRole('combobox', { name: say('commitments.outside.into') })
    .selectOption(house.room('plenary'))
  await give(mediator, 'coding.csv', codingFile)
  await form.getByText(say('commitments.outside.guessed'), { exact: false }).waitFor()
  await press(form, say('commitments.outside.load'))
  const line = page.locator('li.card').filter({ hasText: 'coding.csv' })
  await line.getByText(say('commitments.outside.show')).click()
  await line.getByRole('rowheader').first().waitFor()
  await mediator.check()

  const us = await house.enter('us-head')
  await open(us, 'commitments/stipulate?clause=k2')
  await us.page
    .getByRole('combobox', { name: us.say('commitments.provision'), exact: true })
    .selectOption('cease')
  const beside = us.page.getByRole('region', {
    name: us.say('commitments.rates.title', { provision: 'Ceasefire' }),
    exact: true,
  })
  const first = beside.getByRole('row').nth(1)
  await first.waitFor()
  expect(await first.getByRole('cell').allInnerTexts()).toEqual(['2', '2.0', '100%', '50%', '0%'])
  await us.page
    .getByRole('combobox', { name: us.say('commitments.codes.add'), exact: true })
    .selectOption('Ce')
  expect(await us.page.getByLabel(us.say('commitments.codes'), { exact: true }).inputValue()).toBe('Ce')
  await us.check()

  await press(line, say('commitments.outside.withdraw'))
  await line.waitFor({ state: 'detached' })
  await beside.waitFor({ state: 'detached' })
})
