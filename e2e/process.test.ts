/** The process page: both sides' figures beside each other for the mediator, a side's own for a side, none for others. */
import { expect, test } from 'vitest'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'

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
