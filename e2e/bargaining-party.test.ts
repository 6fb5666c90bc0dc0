/** A delegation weighs what is negotiated by the keyboard, and shows the mediator a part of it; nobody hears the rest. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { smallProcess } from '../server/testing/process.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { tabTo } from './testing/keyboard.ts'
import { open, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { confirm, way } from './testing/room.ts'
import { openText, post, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'bargaining-talks' }) })

const both = (en: string, ru: string) => ({ en, ru })
const closes = (alternative: string) => [{ clause: 'k1', bracket: 'b1', alternative }]
const agenda = {
  baskets: [{ id: 'launch', name: both('Launches', 'Пуски') }],
  issues: [
    {
      id: 'duty',
      name: both('Duty to notify', 'Обязанность уведомлять'),
      basket: 'launch',
      options: [
        { id: 'firm', name: both('Firm', 'Твёрдая'), closes: closes('a1') },
        { id: 'soft', name: both('Soft', 'Мягкая'), closes: closes('a2') },
      ],
    },
    {
      id: 'lead',
      name: both('Time before a launch', 'Время до пуска'),
      options: [],
      range: { from: 1, to: 5, unit: both('days', 'дн.') },
    },
  ],
  constraints: [],
}
const words = { original: 'en', words: both('A middle way.', 'Средний путь.') }
const middle = { package: { duty: 'soft', lead: '3' }, words }

beforeAll(async () => {
  const mediator = await house.enter('mediator-head')
  await openText(mediator, house)
  await post(mediator, house, 'plenary', ['agenda.set', 'agenda', 0], agenda)
})

const slider = ({ page, say }: Person, name: string) =>
  page.getByRole('group', { name, exact: true }).getByRole('slider', { name: say('worth.points') })

/** Goes to a slider by the keyboard and moves it by steps. */
const slide = async (person: Person, name: string, key: string, times = 1) => {
  const found = slider(person, name)
  await tabTo(person.page, found)
  for (let i = 0; i < times; i += 1) await person.page.keyboard.press(key)
  return found.inputValue()
}

test('worth is entered by the keyboard, outlives a reload, and stays in the delegation but for what is shown', {
  timeout: 600_000,
}, async () => {
  const [us, ru, mediator] = await Promise.all([
    house.enter('us-head'),
    house.enter('ru-head'),
    house.enter('mediator-head'),
  ])
  const { page, say } = us
  await Promise.all([ru, mediator].map((person) => person.go('bargaining')))
  await open(us, 'bargaining?view=worth')
  expect(await slide(us, 'Duty to notify', 'ArrowRight', 17)).toBe('67')
  expect(await slider(us, 'Time before a launch').inputValue()).toBe('33')
  expect(await slide(us, 'Firm', 'End')).toBe('100')
  expect(await slide(us, 'Soft', 'ArrowRight', 31)).toBe('31')
  await slide(us, '5 days', 'End')
  await way(page.locator('main'), say('worth.reserve.way'), say('worth.reserve.points')).click()
  await slide(us, say('worth.reserve.least'), 'PageUp', 2)
  await us.check()

  await page.reload()
  await settle(us)
  expect(await slider(us, 'Soft').inputValue()).toBe('31')
  await press(page.locator('main'), say('worth.save'))
  await page.getByText(say('bargaining.saved'), { exact: true }).waitFor()
  for (const part of ['rehearsal', 'home']) {
    await open(us, `bargaining?view=${part}`)
    await us.check()
  }

  await us.go('bargaining?view=shown')
  const choose = page.locator('.disclosure-choose')
  await choose.getByText('Time before a launch', { exact: true }).click()
  const preview = page.getByRole('region', { name: say('disclosure.preview') })
  await preview.getByText('Time before a launch').waitFor()
  expect(await preview.innerText()).not.toContain('Duty to notify')
  await us.check()
  await confirm(us, preview, say('disclosure.make'))
  await page.getByText(say('disclosure.made')).waitFor()
  await us.check()

  await open(mediator, 'bargaining')
  const told = await mediator.heard()
  expect(told).toContain('"disclosures":[{')
  expect(told).not.toContain('"firm":100')
  for (const person of [ru, mediator]) expect(await person.heard()).not.toContain('"soft":31')
  expect(await ru.heard()).not.toContain('"slope":{')
})

test('a suggestion is read against one’s own worth and answered; a package is accepted blind, and the answer stays home', {
  timeout: 600_000,
}, async () => {
  const [us, ru, mediator] = await Promise.all([
    house.enter('us-head'),
    house.enter('ru-head', { width: 390 }),
    house.enter('mediator-head'),
  ])
  await post(mediator, house, 'office', ['budget.set', 'budget', 0], { most: 2, apartMinutes: 0 })
  const suggestion = randomUUID()
  await post(mediator, house, 'office', ['suggestion.prepare', suggestion, 0], middle)
  await post(mediator, house, 'office', ['suggestion.release', suggestion, 1], { to: ['us'] })
  await us.go('bargaining?view=suggestions')
  await us.page.getByText('A middle way.').first().waitFor()
  await us.page.getByRole('table', { name: us.say('suggestion.own') }).waitFor()
  await way(
    us.page.locator('main'),
    us.say('suggestion.answer'),
    us.say('suggestion.answer.interested'),
  ).click()
  await us.page
    .getByRole('textbox', { name: us.say('suggestion.remark') })
    .fill('If the line is tested weekly.')
  await us.check()
  await press(us.page.locator('main'), us.say('suggestion.answer.do'))
  await us.page.getByText('If the line is tested weekly.').first().waitFor()

  const deadline = '2026-11-27T14:00:00.000Z'
  await post(mediator, house, 'office', ['ballot.put', randomUUID(), 0], {
    ...middle,
    deadline,
    to: ['us', 'ru'],
  })
  await open(ru, 'bargaining?view=blind')
  await way(ru.page.locator('main'), ru.say('blind.give'), ru.say('blind.accept')).click()
  expect(await overflow(ru.page)).toEqual([])
  const foreign = await foreignWords(ru.page, 'ru')
  expect(foreign.filter((fault) => !fault.includes('Имя ru-head'))).toEqual([])
  await ru.check()
  await press(ru.page.locator('main'), ru.say('blind.give.do'))
  await ru.page.getByText(ru.say('blind.given')).waitFor()
  await us.go('bargaining?view=blind')
  await us.page.getByText(us.say('blind.unanswered')).waitFor()
  for (const person of [us, mediator]) expect(await person.heard()).not.toContain('"accept":true')
  expect(await ru.heard()).not.toContain('tested weekly')
})

test('the mediator sets out one more issue and links it to the text; what a colleague sets out meanwhile is not overwritten', {
  timeout: 600_000,
}, async () => {
  const [mediator, us] = await Promise.all([
    house.enter('mediator-head', { width: 390 }),
    house.enter('us-secretary'),
  ])
  const { page, say, languageName } = mediator
  await mediator.go('bargaining?view=agenda')
  await press(page.locator('main'), say('agenda.where.plenary'))
  await press(page.locator('main'), say('agenda.issue.add'))
  const issue = page.locator('.issue-fields').last()
  const fill = async (what: string, names: Readonly<Record<string, string>>) => {
    for (const [language, words] of Object.entries(names))
      await issue
        .getByRole('textbox', { name: say('agenda.name-in', { what, language: languageName(language) }) })
        .fill(words)
  }
  await fill(say('bargaining.issue'), both('Who is told', 'Кого уведомляют'))
  await fill(say('agenda.option', { n: 1 }), both('The other Party', 'Другую Сторону'))
  const setOut = page.getByRole('button', { name: say('agenda.set-out'), exact: true })
  expect(await setOut.isDisabled()).toBe(true)
  await fill(say('agenda.option', { n: 2 }), both('Everybody', 'Всех'))
  const link = issue.getByRole('combobox', { name: say('agenda.closes.add') }).first()
  await link.selectOption('k1/b1/a1')
  await mediator.check()
  expect(await overflow(page)).toEqual([])

  const meanwhile = { ...agenda, baskets: [{ id: 'launch', name: both('All launches', 'Все пуски') }] }
  await post(mediator, house, 'plenary', ['agenda.set', 'agenda', 1], meanwhile)
  await page.getByText(say('draft.overtaken')).waitFor()
  await press(page.locator('main'), say('draft.overtaken.mine'))
  await setOut.click()
  await page.getByText(say('bargaining.saved'), { exact: true }).waitFor()
  await us.go('bargaining')
  const read = us.page.getByRole('region', { name: 'Who is told' })
  await read.getByRole('link', { name: us.say('bargaining.place', { number: 1 }) }).click()
  await us.page.waitForURL(/text#clause-k1/)
})
