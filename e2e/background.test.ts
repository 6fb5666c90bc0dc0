/** The background: entered, told by each side, agreed line by line, read for oneself; as a picture, in words, and in files. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { asCsv } from '#domain/text/export/cells.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { seated } from './testing/seated.ts'
import { fillBoth, post, press } from './testing/text.ts'

const agenda = [{ key: 'lines', title: { en: 'Direct lines', ru: 'Линии прямой связи' } }]
const house = openHouse({ file: () => ({ ...smallProcess, key: 'background', agenda }), stay: true })
const as = seated(house)

const region = ({ page }: Person, name: string) => page.getByRole('region', { name, exact: true })

const made = (when: string, kind: string, en: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ when, kind, name: { en, ru: `${en} (рус.)` }, facts: { en: 'It was so.', ru: 'Так было.' } },
  ...{ issues: [], clauses: [], sources: [{ words: 'A collection of treaties' }] },
  ...more,
})

test('an event is entered at the table, told by both sides, and a line of facts agreed by both', async () => {
  const [mediator, us, ru] = [await as('mediator-head'), await as('us-head'), await as('ru-head')]
  await open(mediator, 'background/enter')
  const form = region(mediator, mediator.say('background.enter'))
  await form.getByLabel(mediator.say('background.when'), { exact: true }).fill('1963-06-20')
  await form.getByText('20 June 1963').waitFor()
  await form.getByRole('combobox', { name: mediator.say('background.kind') }).selectOption('agreement')
  await fillBoth(mediator, form, mediator.say('background.name'), 'The line', 'Линия')
  await fillBoth(
    mediator,
    form,
    mediator.say('background.facts'),
    'A line was agreed.',
    'Договорились о линии.',
  )
  await form.getByText('Direct lines', { exact: true }).click()
  await form
    .getByLabel(mediator.say('background.sources'), { exact: true })
    .fill('Treaty Series, vol. 472 <https://treaties.example/472>')
  await mediator.check()
  await press(form, mediator.say('background.enter.send'))
  await mediator.page.getByRole('heading', { name: 'The line', level: 1 }).waitFor()
  await mediator.page.getByRole('link', { name: 'treaties.example' }).waitFor()

  for (const [person, en, other] of [
    [us, 'We asked for it.', 'Мы просили о ней.'],
    [ru, 'We offered it.', 'Мы предложили её.'],
  ] as const) {
    await open(person, 'background')
    await person.page.getByRole('link', { name: person.language === 'ru' ? 'Линия' : 'The line' }).click()
    const accounts = region(person, person.say('background.accounts'))
    await press(accounts, person.say('background.tell'))
    const telling = region(person, person.say('background.tell'))
    await fillBoth(person, telling, person.say('background.account'), en, other)
    await press(telling, person.say('background.tell.send'))
    await telling.waitFor({ state: 'detached' })
  }
  await mediator.page.getByText('We offered it.').waitFor()
  await press(mediator.page.locator('main'), mediator.say('background.propose'))
  const line = region(mediator, mediator.say('background.propose'))
  await fillBoth(
    mediator,
    line,
    mediator.say('commitments.words'),
    'Both wanted a line.',
    'Обе хотели линию.',
  )
  await press(line, mediator.say('background.propose'))
  await press(us.page.locator('main'), us.say('background.accept'))
  // Whoever accepts has seen how the line stands now: an acceptance of what was read before is refused.
  const who = smallProcess.parties.find(({ key }) => key === 'ru')?.name[ru.language] ?? ''
  await ru.page.getByText(ru.say('background.waits-for', { who }), { exact: true }).waitFor()
  await press(ru.page.locator('main'), ru.say('background.accept'))
  const agreed = mediator.page.locator('.event-agreed')
  await agreed.getByText('Both wanted a line.').waitFor()
  for (const person of [us, ru, mediator]) await person.check()
})

test('what a seat reads into an event, and enters for itself, stays in its own room', async () => {
  const [mediator, us, ru] = [await as('mediator-head'), await as('us-head'), await as('ru-head')]
  await open(mediator, 'background')
  await mediator.page.getByRole('link', { name: 'The line' }).click()
  await press(mediator.page.locator('main'), mediator.say('background.reading.write'))
  const reading = region(mediator, mediator.say('background.reading.write'))
  await fillBoth(
    mediator,
    reading,
    mediator.say('commitments.words'),
    'Heron thinks twice.',
    'Цапля думает дважды.',
  )
  await press(reading, mediator.say('background.reading.write'))
  const readings = region(mediator, mediator.say('background.readings'))
  await readings.locator('textarea').first().waitFor({ state: 'detached' })
  await readings.getByText('Heron thinks twice.').waitFor()
  const own = made('1983-09', 'incident', 'Bittern alone')
  await post(us, house, 'us-caucus', ['event.enter', randomUUID(), 0], own)
  await open(us, 'background')
  await us.page.getByRole('link', { name: 'Bittern alone' }).waitFor()
  for (const person of [us, ru]) {
    await open(person, 'background')
    await person.page.getByRole('link', { name: person.language === 'ru' ? 'Линия' : 'The line' }).click()
    await person.page.getByRole('heading', { name: person.say('background.agreed') }).waitFor()
    expect(await person.heard()).not.toMatch(/Heron|Цапля/)
  }
  for (const person of [ru, mediator]) expect(await person.heard()).not.toContain('Bittern')
  await mediator.check()
})

test('the picture is walked over with the keyboard, comes closer, is narrowed, and says what its words say', async () => {
  const us = await as('us-head')
  const first = randomUUID()
  await post(us, house, 'plenary', ['event.enter', first, 0], made('1972-05-26', 'agreement', 'Crane treaty'))
  const ended = made('2002-06-13', 'termination', 'Crane treaty ends', { of: first })
  await post(us, house, 'plenary', ['event.enter', randomUUID(), 0], ended)
  await post(
    us,
    house,
    'plenary',
    ['event.enter', randomUUID(), 0],
    made('1979-12/1989-02', 'use-of-force', 'Long one'),
  )
  await open(us, 'background')
  const picture = us.page.getByRole('group', { name: us.say('background.picture'), exact: true })
  const marks = picture.getByRole('button')
  expect(await marks.count()).toBe(await us.page.locator('.event-line').count())
  const chosen = () => us.page.locator('.event-chosen').innerText()
  await picture.focus()
  const order = ['The line', 'Crane treaty', 'Long one', 'Bittern alone', 'Crane treaty ends']
  for (const name of order) {
    await us.page.keyboard.press('ArrowRight')
    expect(await chosen()).toContain(name)
  }
  await us.page.keyboard.press('Home')
  expect(await chosen()).toContain('The line')
  await us.check()
  for (let i = 0; i < 3; i += 1) await press(us.page.locator('main'), us.say('background.closer'))
  expect(await marks.count()).toBeLessThan(order.length)
  await press(us.page.locator('main'), us.say('background.whole'))
  expect(await marks.count()).toBe(order.length)
  await us.page.getByRole('combobox', { name: us.say('background.kind') }).selectOption('termination')
  await expect.poll(() => marks.count()).toBe(1)
  await open(us, 'background?view=agreements')
  const course = us.page.locator('.event-course').filter({ hasText: 'Crane treaty' })
  await course.getByText(us.say('background.fate.ended')).waitFor()
  await us.check()
})

test('files are refused by line and column, brought in once, and taken out as they came', async () => {
  const ru = await as('ru-head')
  await open(ru, 'background?view=files')
  const form = region(ru, ru.say('background.bring-in'))
  const give = (name: string, text: string) =>
    form
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  const head = ['when', 'kind', 'name_en', 'name_ru', 'facts_en', 'facts_ru', 'key', 'of', 'sources']
  const row = (...cells: readonly string[]) => cells
  const broken = asCsv([head, row('some day', 'summit', 'A', 'А', 'B', 'Б', '', '', '')])
  await give('broken.csv', broken)
  await form.getByText('some day', { exact: false }).waitFor()
  const table = asCsv([
    head,
    row(
      '1988-06-01',
      'entry-into-force',
      'Stork in force',
      'Аист в силе',
      'It was so.',
      'Так было.',
      '',
      'stork',
      '',
    ),
    row(
      '1987-12-08',
      'agreement',
      'Stork signed',
      'Аист подписан',
      'It was so.',
      'Так было.',
      'stork',
      '',
      'A book <https://a.example/1>',
    ),
  ])
  await form.getByRole('combobox', { name: ru.say('background.into') }).selectOption({ index: 1 })
  await give('events.csv', table)
  await form.getByText(ru.say('background.bring-in.found', { count: 2, there: 0 })).waitFor()
  await ru.check()
  await press(form, ru.say('background.bring-in.send', { count: 2 }))
  await form.getByText(ru.say('background.bring-in.done')).waitFor()
  await give('again.csv', table)
  await form.getByText(ru.say('background.bring-in.found', { count: 2, there: 2 })).waitFor()

  await open(ru, 'background?view=files')
  const out = region(ru, ru.say('background.take-out'))
  await out.getByRole('combobox', { name: ru.say('background.from') }).selectOption({ index: 1 })
  const taken = async (label: string) => {
    const [download] = await Promise.all([ru.page.waitForEvent('download'), press(out, label)])
    return readFile(await download.path(), 'utf8')
  }
  const json = JSON.parse(await taken(ru.say('background.take-out.json')))
  expect(json.events.map((each: { when: string; key?: string; of?: string }) => each.when)).toEqual([
    '1987-12-08',
    '1988-06-01',
  ])
  expect(json.events[1].of).toBe(json.events[0].key)
  const csv = await taken(ru.say('background.take-out.csv'))
  expect(csv).toContain('A book <https://a.example/1>')
  await open(ru, 'background?view=agreements')
  await ru.page
    .locator('.event-course')
    .filter({ hasText: 'Аист' })
    .getByText(ru.say('background.fate.in-force'))
    .waitFor()
  await ru.check()
})

test('a lesson is drawn from events, for the table or for one room', async () => {
  const mediator = await as('mediator-head')
  await open(mediator, 'background?view=lessons')
  const form = region(mediator, mediator.say('background.lesson.enter'))
  await fillBoth(mediator, form, mediator.say('background.lesson'), 'Try lines out.', 'Линии надо проверять.')
  await form.locator('summary').click()
  await form.getByText('The line', { exact: false }).click()
  await mediator.check()
  await press(form, mediator.say('background.lesson.enter'))
  const lesson = mediator.page.locator('main li').filter({ hasText: 'Try lines out.' })
  await lesson.getByRole('link', { name: 'The line' }).waitFor()
  const us = await as('us-head')
  await open(us, 'background?view=lessons')
  await us.page.getByText('Try lines out.').waitFor()
  await press(lesson, mediator.say('background.lesson.withdraw'))
  await lesson.waitFor({ state: 'detached' })
})
