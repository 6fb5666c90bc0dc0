/** Taking a room along: as a file, as a page, on paper. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openHouse } from './testing/house.ts'
import { open, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { composer, entry } from './testing/room.ts'
import type { Phrase } from './testing/words.ts'

const house = openHouse()
const english = 'Our concern is time. A crew that sees an unexpected launch'
const russian = 'Нас беспокоит время. У расчёта, увидевшего неожиданный пуск'

/** What the browser keeps when a link to a file is pressed. */
const download = async ({ page, say }: Person, link: Phrase) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say(link), exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('the record of a room is kept as JSON and as a page, each with both languages', async () => {
  const us = await house.enter('us-head')
  await us.go(`rooms/${house.room('plenary')}`)
  const json = await download(us, 'export.json')
  expect(json.name).toBe('parley-plenary.json')
  expect(JSON.parse(json.text).objects.length).toBeGreaterThan(5)
  const html = await download(us, 'export.html')
  expect(html.name).toBe('parley-plenary.html')
  for (const text of [json.text, html.text])
    for (const words of [english, russian]) expect(text).toContain(words)
  for (const language of ['en', 'ru']) expect(html.text).toContain(`<td lang="${language}">`)
  await us.check()
})

test('the page that was kept opens by itself and is accessible', async () => {
  const ru = await house.enter('ru-head')
  await ru.go(`rooms/${house.room('plenary')}`)
  const { text } = await download(ru, 'export.html')
  await ru.page.goto('about:blank')
  await ru.page.setContent(text)
  await ru.page.getByText(russian).waitFor()
  await ru.check()
})

test('on paper a room and a paper are words without anything to press', async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await open(us, `rooms/${house.room('us-channel')}`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('navigation').isVisible()).toBe(false)
  expect(await composer(us).isVisible()).toBe(false)
  expect(await entry(us, 'Twenty-four hours is not a matter of principle').isVisible()).toBe(true)
  await page.getByText(say('exercise.notice')).waitFor()

  await page.emulateMedia({ media: 'screen' })
  await page
    .getByRole('link', { name: say('paper.read'), exact: true })
    .first()
    .click()
  await settle(us)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  const words = page.getByText('Each Party shall notify the other Party')
  expect(await words.first().isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
})
