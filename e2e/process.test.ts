/** The process page: figures of both sides or one's own, a consent given and taken back, a fundamental, a handover. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { press } from './testing/text.ts'

const house = openHouse()

const sound = async (person: Person): Promise<void> => {
  await settle(person)
  expect(await faultsOf(person.page)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
  expect(await foreignWords(person.page, person.language)).toEqual([])
}

test('the mediator sees what each side was given, side by side, and takes the figures along', {
  timeout: 300_000,
}, async () => {
  const mediator = await house.enter('mediator-head', { width: 1280, language: 'en' })
  const { page, say } = mediator
  await mediator.go('process?view=symmetry')
  await sound(mediator)
  const carried = page.getByRole('row', { name: /Carried verbatim/ })
  expect(
    (await carried.innerText()).split(/\s+/).filter((each) => /^\d+$/.test(each)).length,
  ).toBeGreaterThan(2)
  expect(await carried.innerText()).toContain('US: 1 more')
  const alone = page.getByRole('region', { name: 'Sessions with the mediator alone' })
  expect(await alone.getByRole('row', { name: /^Time of these so far/ }).innerText()).toMatch(
    /the same\s+2 h\s+2 h/,
  )
  await page.getByText(say('symmetry.check'), { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('symmetry.take') }).click()
  expect((await download).suggestedFilename()).toBe('symmetry-figures.json')
})

test('a side sees its own figures, in its own language on a narrow screen', {
  timeout: 300_000,
}, async () => {
  const ru = await house.enter('ru-head', { width: 390, dark: true, language: 'ru' })
  await ru.go('process?view=symmetry')
  await sound(ru)
  expect(await ru.page.getByRole('columnheader').allInnerTexts()).toEqual(
    Array(await ru.page.getByRole('columnheader').count()).fill('РФ'),
  )
})

test('a side qualifies its consent and takes it back; only the mediator is told', {
  timeout: 300_000,
}, async () => {
  const [us, mediator, ru] = await Promise.all([
    house.enter('us-head', { width: 1280, language: 'en' }),
    house.enter('mediator-head', { width: 1280, language: 'en' }),
    house.enter('ru-head', { width: 390, language: 'ru' }),
  ])
  await us.go('process')
  await press(us.page.locator('main'), us.say('process.consent.change'))
  const form = us.page.getByRole('region', { name: us.say('process.consent.change'), exact: true })
  await form.locator('textarea').nth(2).fill('As long as the guarantors stay at the table.')
  await sound(us)
  await press(form, us.say('process.consent.change'))
  await form.waitFor({ state: 'detached' })
  await mediator.go('process')
  await mediator.page.getByText('As long as the guarantors stay').first().waitFor()
  await press(us.page.locator('main'), us.say('process.consent.withdraw'))
  const taking = us.page.getByRole('region', { name: us.say('process.consent.withdraw'), exact: true })
  await press(taking, us.say('process.consent.withdraw'))
  await taking.waitFor({ state: 'detached' })
  const card = mediator.page.getByRole('article', { name: 'United States of America' }).first()
  await card.getByText(mediator.say('process.consent.withdrawn')).first().waitFor()
  await ru.go('process')
  await sound(ru)
  expect(await ru.page.locator('main').innerText()).not.toContain('guarantors')
})

test('the envoy marks a fundamental, and hands over what was ticked and nothing else', {
  timeout: 300_000,
}, async () => {
  const mediator = await house.enter('mediator-head', { width: 1280, language: 'en' })
  const { page, say } = mediator
  await mediator.go('process?view=fundamentals')
  const item = page
    .getByRole('listitem')
    .filter({ hasText: say('process.item.civil-society') })
    .last()
  await press(item, say('process.mark'))
  const form = page.getByRole('region', { name: say('process.mark'), exact: true })
  await form.locator('textarea').first().fill('Two meetings with veterans.')
  await sound(mediator)
  await press(form, say('process.mark'))
  await form.waitFor({ state: 'detached' })
  await mediator.go('process?view=handover')
  await page.getByRole('checkbox', { name: /civil society/i }).waitFor()
  await page
    .getByText(say('process.note.mark', { item: say('process.item.civil-society') }))
    .first()
    .click()
  await sound(mediator)
  const download = page.waitForEvent('download')
  await press(page.locator('main'), say('process.handover.make', { count: 1 }))
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('Two meetings with veterans.')
  const { notes, consents } = JSON.parse(file)
  expect([notes.length, consents.length]).toEqual([1, 2])
  // What the office reads into the sides was not ticked.
  expect(file).not.toContain('stalemate')
  const hash = createHash('sha256').update(file).digest('hex')
  await page.getByText(hash).waitFor()
})
