/** Silence procedure and pauses: how the talks are kept in order. */
import { expect, test } from 'vitest'
import { prepare } from './testing/desk.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { composer, confirm, entry, way, write } from './testing/room.ts'
import { refusal } from './testing/words.ts'

const house = openHouse()

const openRoom = (person: Person, key: string) => person.go(`rooms/${house.room(key)}`)

/** Chooses what to add to a room. */
const choose = (person: Person, tool: 'compose.silence' | 'compose.pause') =>
  composer(person)
    .getByRole('button', { name: person.say(tool), exact: true })
    .first()
    .click()

test('the mediator puts a proposal under silence, and one objection breaks it for everybody', async () => {
  const mediator = await house.enter('mediator-head')
  const { say } = mediator
  await openRoom(mediator, 'plenary')
  await choose(mediator, 'compose.silence')
  const place = composer(mediator)
  const title = { en: 'A shared calendar', ru: 'Общий календарь' }
  for (const language of ['en', 'ru'] as const)
    await place
      .getByRole('textbox', { name: say('silence.title-in', { language: mediator.languageName(language) }) })
      .fill(title[language])
  await place.getByRole('textbox', { name: say('silence.words') }).fill('Both sides keep one calendar.')
  await way(place, say('silence.period'), say('silence.hours', { hours: 24 })).click()
  await mediator.check()
  await place.getByRole('button', { name: say('silence.propose'), exact: true }).click()
  await entry(mediator, title.en).getByText(say('silence.open')).waitFor()

  const ru = await house.enter('ru-head')
  const us = await house.enter('us-head')
  const observer = await house.enter('observer-1')
  for (const person of [us, observer]) await openRoom(person, 'plenary')
  expect(
    await entry(observer, title.en)
      .getByRole('button', { name: say('silence.object'), exact: true })
      .count(),
  ).toBe(0)
  await ru.go()
  await ru.page
    .getByRole('region', { name: ru.say('talks') })
    .getByRole('link', { name: title.ru })
    .click()
  await confirm(ru, entry(ru, title.ru), ru.say('silence.object'), {
    fill: { label: ru.say('silence.reason'), words: 'Сначала согласуем сроки.' },
  })
  await ru.check()
  for (const person of [us, observer, mediator]) {
    await entry(person, title.en).getByText(person.say('silence.broken')).waitFor()
    await entry(person, title.en).getByText('Сначала согласуем сроки.').waitFor()
    await person.check()
  }
  await entry(ru, title.ru).getByText(ru.say('silence.broken')).waitFor()
})

test('a pause is asked for, granted for everybody, and ended; nothing is conveyed meanwhile', {
  timeout: 300_000,
}, async () => {
  const us = await house.enter('us-head')
  const mediator = await house.enter('mediator-head')
  const deputy = await house.enter('mediator-deputy')
  const ru = await house.enter('ru-head')
  const words = 'Tell them that we shall study the figures tonight.'
  await openRoom(us, 'us-channel')
  await write(us, { words, use: 'paraphrase' })
  await choose(us, 'compose.pause')
  const reason = 'We need an evening with our capital.'
  await composer(us)
    .getByRole('textbox', { name: us.say('pause.reason') })
    .fill(reason)
  await composer(us)
    .getByRole('button', { name: us.say('pause.ask'), exact: true })
    .last()
    .click()
  await entry(us, reason).getByText(us.say('pause.waits')).waitFor()
  await us.check()

  // The deputy's page is behind: no event reaches it.
  await deputy.page.route('**/events', (route) => route.abort())
  deputy.expect(/\/events/)
  await deputy.go('desk')
  const kept = { en: 'They will study the figures.', ru: 'Они изучат цифры.' }
  const line = await prepare(deputy, { entry: words, as: 'paraphrase', words: kept })
  const convey = line.getByRole('button', { name: deputy.say('convey'), exact: true })
  expect(await convey.isEnabled()).toBe(true)

  await ru.go()
  await ru.page.getByText(ru.say('talks.on')).waitFor()
  await openRoom(mediator, 'us-channel')
  await confirm(mediator, entry(mediator, reason), mediator.say('pause.grant'))
  await ru.page.getByText(ru.say('talks.adjourned')).waitFor()
  await ru.check()
  for (const key of ['observer-1', 'verifier-1']) {
    const other = await house.enter(key)
    await other.go()
    await other.page.getByText(other.say('talks.adjourned')).waitFor()
    await other.check()
  }
  await us.go()
  await us.page.getByText(us.say('talks.adjourned')).waitFor()

  deputy.expect(/status of 409|status of 422|status of 403/)
  await convey.click()
  await line.getByText(refusal('en', 'adjournment.on')).waitFor()
  for (const language of ['en', 'ru'] as const)
    expect(
      await line
        .getByRole('textbox', {
          name: deputy.say('convey.words', { language: deputy.languageName(language) }),
        })
        .inputValue(),
    ).toBe(kept[language])
  await deputy.check()

  await mediator.go('desk')
  const there = await prepare(mediator, { entry: words, as: 'paraphrase', words: kept })
  await there.getByText(mediator.say('convey.adjourned')).waitFor()
  expect(await there.getByRole('button', { name: mediator.say('convey'), exact: true }).isDisabled()).toBe(
    true,
  )
  await mediator.check()

  await open(mediator)
  await confirm(mediator, mediator.page.getByRole('main'), mediator.say('resume'))
  for (const person of [mediator, ru, us]) await person.page.getByText(person.say('talks.on')).waitFor()
  await mediator.check()
})
