/** Pages that live: what others do appears by itself, and nothing that a person wrote is lost. */
import { expect, test } from 'vitest'
import { openHouse } from './testing/house.ts'
import type { Person } from './testing/person.ts'
import { composer, entry, renderings, write } from './testing/room.ts'
import { phrase } from './testing/words.ts'

const house = openHouse()

const openRoom = (person: Person, key: string) => person.go(`rooms/${house.room(key)}`)

test('a message appears for everybody in the room without a reload, and nowhere else', async () => {
  const us = await house.enter('us-head')
  const ru = await house.enter('ru-head')
  const observer = await house.enter('observer-1')
  for (const person of [us, ru]) await openRoom(person, 'wg-notifications')
  await openRoom(observer, 'plenary')
  const words = 'Shall we meet again at four?'
  await write(us, { words })
  await entry(ru, words).waitFor({ timeout: 3_000 })
  expect(await observer.heard()).not.toContain(words)
  for (const person of [us, ru, observer]) await person.check()
})

test('an act on something that changed meanwhile is refused, and the words stay', async () => {
  const us = await house.enter('us-head')
  const first = await house.enter('mediator-interpreter-1')
  const second = await house.enter('mediator-interpreter-2')
  const words = 'The calendar is with our staffs.'
  await openRoom(us, 'us-channel')
  await write(us, { words, use: 'verbatim' })

  // No event reaches the second interpreter, whose page falls behind.
  await second.page.route('**/events', (route) => route.abort())
  second.expect(/\/events/)
  await openRoom(second, 'us-channel')
  await openRoom(first, 'us-channel')
  const open = async (person: Person, translation: string) => {
    const place = entry(person, words)
    const facts = { language: person.languageName('ru') }
    await place.getByRole('button', { name: person.say('interpret.add', facts) }).click()
    await place.getByRole('textbox').fill(translation)
    return place
  }
  const late = 'Календарь находится у наших штабов.'
  const behind = await open(second, late)
  const ahead = await open(first, 'Календарь изучают наши штабы.')
  await ahead.getByRole('button', { name: first.say('interpret.draft') }).click()
  await ahead.getByRole('textbox').waitFor({ state: 'hidden' })

  second.expect(/status of 409/)
  await behind.getByRole('button', { name: second.say('interpret.sign'), exact: true }).click()
  await behind.getByText(second.say('trouble.stale')).waitFor()
  expect(await behind.getByRole('textbox').inputValue()).toBe(late)
  await second.check()
  await behind.getByRole('button', { name: second.say('draft.overtaken.mine'), exact: true }).click()
  await behind.getByRole('button', { name: second.say('interpret.sign'), exact: true }).click()
  await behind.getByRole('textbox').waitFor({ state: 'hidden' })
  expect((await renderings(entry(us, words)))[1]).toEqual(['ru', late])
})

test('what was written and not sent survives a reload, and is gone once the seat is left', async () => {
  const ru = await house.enter(undefined, { language: 'ru' })
  const { page } = ru
  const sit = async () => {
    await ru.go('/')
    await page.getByRole('button', { name: /Алексей Ардашев/ }).click()
    await page.getByRole('navigation').waitFor()
    await openRoom(ru, 'ru-channel')
  }
  await sit()
  const draft = 'Черновик: об учениях позже.'
  const field = composer(ru).getByRole('textbox').first()
  await field.fill(draft)
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue()).toBe(draft)
  await ru.check()
  await page.getByRole('button', { name: phrase('ru', 'leave'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: ru.say('door.title') }).waitFor()
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Черновик')
  await sit()
  expect(await field.inputValue()).toBe('')
})

test('when the server cannot be reached the words stay and sending again does it once', async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await openRoom(us, 'us-caucus')
  const words = 'To be sent over a bad line.'
  const sent: string[] = []
  await page.route('**/acts', async (route) => {
    if (!(route.request().postData() ?? '').includes(words)) return route.continue()
    sent.push((JSON.parse(route.request().postData() ?? '{}') as { id: string }).id)
    if (sent.length > 1) return route.continue()
    // The act arrives; its answer does not.
    await route.fetch()
    return route.abort('connectionreset')
  })
  us.expect(/ERR_CONNECTION_RESET/)
  const place = composer(us)
  await place.getByRole('textbox').first().fill(words)
  await place.getByRole('button', { name: say('send'), exact: true }).click()
  await place.getByText(say('trouble.unreachable')).waitFor()
  expect(await place.getByRole('textbox').first().inputValue()).toBe(words)
  await place.getByRole('button', { name: say('send'), exact: true }).click()
  await place.getByText(say('sent')).waitFor()
  expect(sent.length).toBe(2)
  expect(sent[0]).toBe(sent[1])
  expect(await entry(us, words).count()).toBe(1)
  await us.check()
})
