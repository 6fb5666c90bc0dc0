/** A case before the joint commission: notice, reply, remedy, closed; the map; a periodic report with a side's dissent. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { made } from '../server/testing/commission.ts'
import { smallProcess } from '../server/testing/process.ts'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { open, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { seated, withHistory } from './testing/seated.ts'
import { post, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'commission' }), stay: true })

const as = seated(house)
withHistory(house, as)

const sound = async (person: Person): Promise<void> => {
  await settle(person)
  expect(await faultsOf(person.page)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
  // People of the small process have names in two scripts.
  const foreign = await foreignWords(person.page, person.language)
  expect(foreign.filter((each) => !each.includes('Имя '))).toEqual([])
}

/** Writes the same act in both languages into the form that is open. */
const write = async ({ page }: Person, act: string, words: readonly [string, string]) => {
  const form = page.getByRole('region', { name: act, exact: true })
  await form.locator('textarea').nth(0).fill(words[0])
  await form.locator('textarea').nth(1).fill(words[1])
  await press(form, act)
  await form.waitFor({ state: 'detached' })
}

test('a case goes from notice to closed, each side in its own words', { timeout: 300_000 }, async () => {
  const [us, ru, mediator] = await Promise.all([as('us-head'), as('ru-head'), as('mediator-head')])
  await ru.go('commitments?view=cases')
  await ru.page.getByText('Не хватает двух частей.').waitFor()
  await sound(ru)
  await press(ru.page.locator('main'), ru.say('commitments.case.reply'))
  await write(ru, ru.say('commitments.case.reply'), ['They are in the annex.', 'Они в приложении.'])
  await post(mediator, house, 'plenary', ['case.remedy', made.case, 2], {
    ...{ id: made.remedy, bound: 'ru', due: '2027-01-15' },
    words: { en: 'Add two lists.', ru: 'Добавить два списка.' },
  })
  await us.go('commitments?view=cases')
  await us.page.getByText('They are in the annex.').waitFor()
  for (const person of [us, ru]) {
    const accept = person.page.getByRole('button', { name: person.say('commitments.case.accept') })
    await accept.click()
    await accept.waitFor({ state: 'detached' })
  }
  await mediator.go('commitments?view=cases')
  await press(mediator.page.locator('main'), mediator.say('commitments.case.close'))
  await write(mediator, mediator.say('commitments.case.close'), ['Both lists came.', 'Оба списка получены.'])
  await mediator.page.getByText(mediator.say('commitments.case.outcome.remedied')).first().waitFor()
})

test('what was told stands on the map as cells, reached with the keyboard', {
  timeout: 300_000,
}, async () => {
  const us = await as('us-head')
  const { page, say } = us
  await us.go('commitments?view=map')
  const map = page.getByRole('group', { name: say('commitments.map'), exact: true })
  await map.waitFor()
  await sound(us)
  expect(await map.locator('.map-cell').count()).toBe(2)
  expect(await map.locator('.map-point').count()).toBe(0)
  await map.getByRole('button', { name: /Sosnovka \/ Pine Hill/ }).focus()
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('region', { name: say('commitments.map.chosen') })
  await chosen.getByText('Shots were heard.').waitFor()
  await press(page.locator('main'), say('commitments.map.in'))
  await press(page.locator('main'), say('commitments.map.all'))
  expect(await page.locator('body').innerText()).not.toContain('Old Quarry')
})

test('the mission issues a report, and a side enters its dissent into its own box', {
  timeout: 300_000,
}, async () => {
  const [head, ru] = await Promise.all([as('verifier-head'), as('ru-head')])
  await open(head, 'commitments?view=reports')
  const main = head.page.locator('main')
  await main.getByLabel(head.say('commitments.from-day'), { exact: true }).fill('2026-11-01')
  await main.getByLabel(head.say('commitments.to-day'), { exact: true }).fill('2026-11-24')
  await main.locator('textarea').nth(0).fill('The period was quiet.')
  await main.locator('textarea').nth(1).fill('Период был спокойным.')
  await press(main, head.say('commitments.periodic.preview'))
  await main.getByText(head.say('commitments.periodic.preview.is')).waitFor()
  await sound(head)
  await press(main, head.say('commitments.periodic.send'))
  await main.getByText(head.say('commitments.periodic.done')).waitFor()
  await ru.go('commitments?view=reports')
  await ru.page.locator('main ul.lines a').first().click()
  await ru.page.getByText('Период был спокойным.').waitFor()
  await press(ru.page.locator('main'), ru.say('commitments.dissent'))
  await write(ru, ru.say('commitments.dissent'), ['We do not share this.', 'Мы этого не разделяем.'])
  await ru.page.locator('.dissent-box', { hasText: 'Мы этого не разделяем.' }).waitFor()
  await sound(ru)
  for (const [form, begins] of [
    ['PDF', '%PDF'],
    ['Word', 'PK'],
  ] as const) {
    const facts = { form, language: ru.languageName('ru') }
    const [file] = await Promise.all([
      ru.page.waitForEvent('download'),
      ru.page.getByRole('link', { name: ru.say('commitments.periodic.file', facts), exact: true }).click(),
    ])
    expect((await readFile(await file.path())).subarray(0, begins.length).toString()).toBe(begins)
  }
})
