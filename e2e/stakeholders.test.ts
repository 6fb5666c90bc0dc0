/** A stakeholder map in the mediator's office and in a caucus: drawn, read from a table, taken home, seen by nobody else. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { smallProcess } from '../server/testing/process.ts'
import { faultsOf } from './testing/axe.ts'
import { overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'stakeholders' }), stay: true })

const sound = async (person: Person): Promise<void> => {
  await settle(person)
  expect(await faultsOf(person.page)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
}

const add = async (
  person: Person,
  name: string,
  figures: readonly [string, string, string],
): Promise<void> => {
  const { page, say, languageName } = person
  await press(page.locator('main'), say('stakeholders.add'))
  const dialog = page.getByRole('dialog')
  const field = (label: string) => dialog.getByRole('textbox', { name: label, exact: true })
  await field(say('person.name-in', { language: languageName('en') })).fill(name)
  for (const [i, each] of (['position', 'influence', 'salience'] as const).entries())
    await field(say(`stakeholders.${each}`)).fill(figures[i] ?? '')
  await person.check()
  await press(dialog, say('stakeholders.keep'))
  await dialog.waitFor({ state: 'hidden' })
}

test('the mediator draws a map: the picture, the weighted median and the range follow', {
  timeout: 120_000,
}, async () => {
  const mediator = await house.enter('mediator-head')
  const { page, say } = mediator
  await mediator.go('stakeholders')
  await page.getByText(say('stakeholders.none')).waitFor()
  await add(mediator, 'Parliament', ['20', '80', '50'])
  await add(mediator, 'General staff', ['70', '60', '90'])
  await page.getByText(say('stakeholders.told', { median: 70, low: 20, high: 70 })).waitFor()
  expect(await page.locator('.stand circle').count()).toBe(2)
  expect(await page.getByRole('row').count()).toBe(3)
  await sound(mediator)
  await mediator.close()
})

test('a party reads a table into its own map on a narrow screen, and takes the same table home', {
  timeout: 120_000,
}, async () => {
  const ru = await house.enter('ru-head', { width: 390, dark: true })
  const { page, say } = ru
  await ru.go('stakeholders')
  const file = (csv: string) => ({ name: 'map.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const head = 'name en,name ru,kind,behind,issue,position,influence,salience\r\n'
  const rows = 'Duma,Дума,legislature,ru,one,40,60,50\r\nAllies,Союзники,ally,us,one,80,50,20\r\n'
  const input = page.locator('input[type="file"]')
  await input.setInputFiles(file(`${head}Duma,Дума,legislature,ru,one,40,160,50\r\n`))
  await page.getByText('Строка 2, столбец «influence»: «160» там стоять не может.').waitFor()
  await input.setInputFiles(file(head + rows))
  await page.getByText(say('stakeholders.told', { median: 40, low: 40, high: 80 })).waitFor()
  await sound(ru)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.locator('main'), say('stakeholders.file.take')),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe(`\uFEFF${head}${rows}`)
  await ru.close()
})

test('no seat sees the map of another, nor that there is one', { timeout: 120_000 }, async () => {
  const us = await house.enter('us-head')
  await us.go('stakeholders')
  await us.page.getByText(us.say('stakeholders.none')).waitFor()
  for (const room of [house.room('office'), house.room('ru-caucus'), crypto.randomUUID()]) {
    const path = `/api/processes/${house.process()}/rooms/${room}/stakeholders`
    expect((await us.context.request.get(path)).status()).toBe(404)
  }
  expect(await us.heard()).not.toMatch(/Parliament|Duma/)
  await us.check()
  const observer = await house.enter('observer')
  await observer.go('stakeholders')
  await observer.page.getByText(observer.say('stakeholders.no-room')).waitFor()
  await observer.check()
})
