/** Meetings: a session is convened, collides, is changed and called off; a caucus meets without anybody else knowing. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { open, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { seated } from './testing/seated.ts'
import { press } from './testing/text.ts'

const house = openHouse({ stay: true })
const as = seated(house)

const sound = async (person: Person): Promise<void> => {
  await settle(person)
  expect(await faultsOf(person.page)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
  expect(await foreignWords(person.page, person.language)).toEqual([])
}

const field = ({ page, say }: Person, id: Parameters<Person['say']>[0]) =>
  page.locator('main').getByLabel(say(id), { exact: true })

const titled = async ({ page }: Person, en: string, ru: string): Promise<void> => {
  const main = page.locator('main')
  await main.locator('input[lang="en"]').first().fill(en)
  await main.locator('input[lang="ru"]').first().fill(ru)
}

test('the secretary convenes a session and sees at once what it does not go together with', {
  timeout: 300_000,
}, async () => {
  const secretary = await as('mediator-secretary')
  const { page, say } = secretary
  await secretary.go('meetings/convene')
  await titled(secretary, 'Press conference rehearsal', 'Подготовка к пресс-конференции')
  await field(secretary, 'meetings.day').fill('2026-11-27')
  await field(secretary, 'meetings.begin').fill('11:30')
  await field(secretary, 'meetings.end').fill('12:30')
  const main = page.locator('main')
  await main
    .locator('label.field', { hasText: say('meetings.venue') })
    .locator('select')
    .selectOption({ label: 'Large hall' })
  await main.getByText('Maren Lindqvist', { exact: true }).click()
  const told = page.getByRole('region', { name: say('meetings.conflicts') })
  await told.getByText(/Large hall is also taken by “Close of the week”/).waitFor()
  await told.getByText(/Maren Lindqvist is wanted at the same time in “Close of the week”/).waitFor()
  await field(secretary, 'meetings.begin').fill('14:00')
  await field(secretary, 'meetings.end').fill('14:40')
  await told.getByText(/Large hall/).waitFor({ state: 'detached' })
  await sound(secretary)
  await press(main, say('meetings.convene'))
  await page.getByRole('heading', { level: 1, name: 'Press conference rehearsal' }).waitFor()
  await page.getByText('08:00–08:40').waitFor()
  await sound(secretary)
})

test('each reader takes a calendar home that holds the sessions of their own rooms', {
  timeout: 300_000,
}, async () => {
  const [us, ru] = await Promise.all([as('us-head'), as('ru-head')])
  const calendarOf = async (person: Person): Promise<string> => {
    await open(person, 'meetings')
    const [file] = await Promise.all([
      person.page.waitForEvent('download'),
      press(person.page.locator('main'), person.say('meetings.calendar')),
    ])
    return (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '')
  }
  const [own, other] = await Promise.all([calendarOf(us), calendarOf(ru)])
  expect(own).toContain('SUMMARY:Before the reading')
  expect(own).toContain('STATUS:CANCELLED')
  expect(own).toContain('BEGIN:VTIMEZONE')
  expect(other).toContain('SUMMARY:Чтение текста')
  for (const hidden of ['Перед чтением', 'Соединённых Штатов', 'Посредника подводит'])
    expect(other).not.toContain(hidden)
  await Promise.all([us, ru].map(sound))
})

test("a caucus meets: on its own side's timetable with what collides, on nobody else's at all", {
  timeout: 300_000,
}, async () => {
  const [us, ru, mediator] = await Promise.all([as('us-head'), as('ru-head'), as('mediator-head')])
  const seenBy = async (person: Person): Promise<string> => {
    await open(person, 'meetings')
    return person.page.locator('main').innerText()
  }
  const before = [await seenBy(ru), await seenBy(mediator)]
  await open(us, 'meetings/convene')
  await titled(us, 'Caucus on the brackets', 'Совещание о скобках')
  await field(us, 'meetings.day').fill('2026-11-27')
  await field(us, 'meetings.begin').fill('11:00')
  await field(us, 'meetings.end').fill('12:00')
  await us.page.locator('main').getByText('Eleanor Hale', { exact: true }).click()
  await press(us.page.locator('main'), us.say('meetings.convene'))
  await us.page.getByRole('heading', { level: 1, name: 'Caucus on the brackets' }).waitFor()
  await us.page.getByText(/Eleanor Hale is wanted at the same time in “Close of the week”/).waitFor()
  await sound(us)
  expect([await seenBy(ru), await seenBy(mediator)]).toEqual(before)
})

test('the minutes that the other head has accepted are accepted word for word, and the pack can be printed', {
  timeout: 300_000,
}, async () => {
  const [us, ru] = await Promise.all([as('us-head'), as('ru-head')])
  const { page, say } = us
  await us.go('meetings?week=2026-11-16')
  await page.getByRole('link', { name: 'Working group: order of work' }).click()
  await page.getByText(say('meetings.minutes.open')).waitFor()
  await sound(us)
  await press(page.locator('main'), say('meetings.minutes.accept'))
  await page.getByText(say('meetings.minutes.agreed')).waitFor()
  await ru.go('meetings?week=2026-11-16')
  await ru.page.getByRole('link', { name: 'Рабочая группа: порядок работы' }).click()
  await ru.page.getByText(ru.say('meetings.minutes.agreed')).waitFor()
  await ru.page.getByRole('link', { name: ru.say('meetings.pack') }).click()
  await ru.page.getByRole('heading', { name: ru.say('meetings.pack.names') }).waitFor()
  await ru.page.getByRole('heading', { name: ru.say('meetings.pack.glossary') }).waitFor()
  await ru.page.getByText(/Naomi Castellan/).waitFor()
  await sound(ru)
})

test('a list is accredited, the badges carry a code, and the other side reads nothing of it', {
  timeout: 300_000,
}, async () => {
  const [secretary, ru, us] = await Promise.all([as('mediator-secretary'), as('ru-head'), as('us-head')])
  await secretary.go('meetings?view=accreditation')
  await secretary.page.getByRole('heading', { name: secretary.say('meetings.reciprocity') }).waitFor()
  await sound(secretary)
  await press(secretary.page.locator('main'), secretary.say('meetings.badge.grant-all', { count: 1 }))
  await secretary.page
    .getByText(
      secretary.say('meetings.reciprocity.counts', { submitted: 4, accredited: 4, declined: 0, waiting: 0 }),
    )
    .nth(1)
    .waitFor()
  await ru.go('meetings?view=accreditation')
  await ru.page.getByText(ru.say('meetings.list.change')).click()
  await sound(ru)
  await ru.page.getByRole('link', { name: ru.say('meetings.badges') }).click()
  await ru.page.getByRole('img', { name: ru.say('meetings.badge.code', { who: 'Фёдор Лапин' }) }).waitFor()
  await sound(ru)
  await us.go('meetings?view=accreditation')
  await us.page.getByText('Gordon Pike').first().waitFor()
  expect(await us.page.locator('body').innerText()).not.toContain('Lapin')
  expect(await us.page.getByRole('heading', { name: us.say('meetings.reciprocity') }).count()).toBe(0)
  await sound(us)
})

test('a session is called off, and those who were asked to come read why', { timeout: 300_000 }, async () => {
  const [secretary, ru] = await Promise.all([as('mediator-secretary'), as('ru-head')])
  await secretary.go('meetings')
  await secretary.page.getByRole('link', { name: 'Close of the week' }).click()
  await press(secretary.page.locator('main'), secretary.say('meetings.cancel'))
  const form = secretary.page.getByRole('region', { name: secretary.say('meetings.cancel'), exact: true })
  await form.locator('textarea').nth(0).fill('The hall is closed.')
  await form.locator('textarea').nth(1).fill('Зал закрыт.')
  await press(form, secretary.say('meetings.cancel'))
  await secretary.page.getByText('The hall is closed.').first().waitFor()
  await ru.go('meetings')
  await ru.page.getByRole('link', { name: 'Завершение недели' }).click()
  await ru.page.getByText('Зал закрыт.').waitFor()
  await sound(ru)
})

test('the secretariat sets the arrangements, and everybody reads whether they are even', {
  timeout: 300_000,
}, async () => {
  const [secretary, ru] = await Promise.all([as('mediator-secretary'), as('ru-head')])
  await secretary.go('meetings?view=arrangements')
  await press(secretary.page.locator('main'), secretary.say('meetings.arrange'))
  await sound(secretary)
  await press(secretary.page.locator('main'), secretary.say('meetings.venue.remove', { number: 7 }))
  await press(secretary.page.locator('main'), secretary.say('meetings.arrange.save'))
  await secretary.page.getByText(secretary.say('meetings.parity.uneven')).first().waitFor()
  await ru.go('meetings?view=arrangements')
  await ru.page.getByText(ru.say('meetings.parity.uneven')).first().waitFor()
  await sound(ru)
})
