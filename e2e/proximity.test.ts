/** Proximity talks: words go from one delegation to the other only through the mediator, only as far as their sender lets them. */
import { expect, test } from 'vitest'
import { convey, waiting } from './testing/desk.ts'
import { openHouse } from './testing/house.ts'
import { tabTo } from './testing/keyboard.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { begins, clauseLink, confirm, entry, renderings, translate, write } from './testing/room.ts'

const house = openHouse()

const openRoom = (person: Person, key: string) => person.go(`rooms/${house.room(key)}`)

/** What a person sees or was ever sent must hold none of these words. */
const hearsNothingOf = async (person: Person, words: readonly string[]) => {
  const everything = `${await person.page.content()}\n${await person.heard()}`
  for (const each of words) expect(everything).not.toContain(each)
}

const original = 'Kestrel mooring: we could live with forty hours if the calendar is joint.'
const ownTranslation = 'Причал «Кестрел»: нам хватило бы сорока часов при общем календаре.'
const carried = {
  en: 'A figure between the two may be possible, together with a shared calendar.',
  ru: 'Возможно, найдётся срок посередине, если календарь будет общим.',
}

test('words go as a paraphrase the sender agreed to, conveyed with the keyboard alone', {
  timeout: 300_000,
}, async () => {
  const us = await house.enter('us-head')
  await openRoom(us, 'us-channel')
  await write(us, { words: original, use: 'paraphrase', askFirst: true })
  await us.check()

  const interpreter = await house.enter('mediator-interpreter-2')
  await openRoom(interpreter, 'us-channel')
  await translate(interpreter, original, 'ru', ownTranslation)
  expect(await renderings(entry(interpreter, original))).toEqual([
    ['ru', ownTranslation],
    ['en', original],
  ])
  await interpreter.check()

  const mediator = await house.enter('mediator-head')
  const { page, say } = mediator
  await open(mediator, 'desk')
  const line = waiting(mediator, original)
  await tabTo(page, line.getByRole('button', { name: say('convey.open'), exact: true }))
  await page.keyboard.press('Enter')
  const manner = line.getByRole('radiogroup', { name: say('convey.manner') })
  await tabTo(page, manner)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await manner.getByRole('radio', { name: begins(say('manner.paraphrase')) }).isChecked()).toBe(true)
  const to = line.getByRole('combobox', { name: say('convey.to') })
  await tabTo(page, to)
  await page.keyboard.press('Home')
  while ((await to.inputValue()) !== house.room('ru-channel')) await page.keyboard.press('ArrowDown')
  for (const language of ['en', 'ru'] as const) {
    await tabTo(
      page,
      line.getByRole('textbox', { name: say('convey.words', { language: mediator.languageName(language) }) }),
    )
    await page.keyboard.insertText(carried[language])
  }
  expect(await line.getByRole('button', { name: say('convey'), exact: true }).isDisabled()).toBe(true)
  await tabTo(page, line.getByRole('button', { name: say('convey.ask'), exact: true }))
  await page.keyboard.press('Space')
  await line.getByText(say('offered.waits')).waitFor()
  await mediator.check()

  await entry(us, original)
    .getByRole('button', { name: us.say('offered.approve') })
    .click()
  await entry(us, original).getByText(us.say('offered.approved')).waitFor()

  const go = line.getByRole('button', { name: say('convey'), exact: true })
  await line.getByText(say('convey.locked')).waitFor()
  await tabTo(page, go)
  await page.keyboard.press('Enter')
  await go.waitFor({ state: 'hidden' })
  await entry(us, original)
    .getByText(begins(us.say('carried', { to: 'Russian Federation', manner: us.say('manner.paraphrase') })))
    .waitFor()

  const ru = await house.enter('ru-head')
  for (const path of [
    '',
    `rooms/${house.room('ru-channel')}`,
    'search?q=Kestrel',
    'search?q=%D0%9F%D1%80%D0%B8%D1%87%D0%B0%D0%BB',
    'people',
  ]) {
    await open(ru, path)
    await hearsNothingOf(ru, ['forty hours', 'сорока часов', '«Кестрел»'])
    await ru.check()
  }
  await openRoom(ru, 'ru-channel')
  expect(await renderings(entry(ru, carried.ru))).toEqual([
    ['ru', carried.ru],
    ['en', carried.en],
  ])
})

test('an idea goes as the mediator’s own and says nothing of where it came from', async () => {
  const ru = await house.enter('ru-head')
  await openRoom(ru, 'ru-channel')
  const words = 'Подорожник: можно было бы начать с трёх пробных уведомлений.'
  await write(ru, { words, use: 'as-mediator' })
  await ru.check()

  const mediator = await house.enter('mediator-head')
  await mediator.go('desk')
  const line = waiting(mediator, words)
  await line.getByRole('button', { name: mediator.say('convey.open'), exact: true }).click()
  for (const beyond of ['manner.verbatim', 'manner.paraphrase'] as const)
    expect(await line.getByRole('radio', { name: begins(mediator.say(beyond)) }).isDisabled()).toBe(true)
  await mediator.page.reload()
  const idea = { en: 'Might three trial notices be a start?', ru: 'Не начать ли с трёх пробных?' }
  await convey(mediator, { entry: words, as: 'as-mediator', words: idea, to: house.room('us-channel') })
  await mediator.check()

  const us = await house.enter('us-head')
  await openRoom(us, 'us-channel')
  expect(await renderings(entry(us, idea.en))).toEqual([
    ['en', idea.en],
    ['ru', idea.ru],
  ])
  await hearsNothingOf(us, ['Подорожник', 'трёх пробных уведомлений'])
  await us.check()
})

test('words allowed verbatim arrive as they stand, in the sender’s name, with the signed-off translation', async () => {
  const ru = await house.enter('ru-legal')
  await openRoom(ru, 'ru-channel')
  const words = 'Просим передать дословно: календарь учений может быть общим.'
  const english = 'Please convey verbatim: the calendar of exercises can be a joint one.'
  await write(ru, { words, use: 'verbatim' })
  const interpreter = await house.enter('mediator-interpreter-1')
  await openRoom(interpreter, 'ru-channel')
  await translate(interpreter, words, 'en', english)
  const mediator = await house.enter('mediator-head')
  await mediator.go('desk')
  await convey(mediator, { entry: words, as: 'verbatim', to: house.room('us-channel') })

  const us = await house.enter('us-legal')
  await openRoom(us, 'us-channel')
  expect(await renderings(entry(us, words))).toEqual([
    ['en', english],
    ['ru', words],
  ])
  await entry(us, words)
    .getByText(us.say('voice', { party: 'Russian Federation' }))
    .waitFor()
  await us.check()
})

test('words for the mediator only have no way out, and withdrawn words lose theirs', async () => {
  const us = await house.enter('us-head')
  const mediator = await house.enter('mediator-head')
  const secret = 'For your ears alone: the harbour can wait.'
  const second = 'On reflection this can be taken back.'
  await openRoom(us, 'us-channel')
  await write(us, { words: secret, use: 'mediator-only' })
  await write(us, { words: second, use: 'verbatim' })
  await mediator.go('desk')
  const open = { name: mediator.say('convey.open'), exact: true }
  await waiting(mediator, second).getByRole('button', open).waitFor()
  await entry(mediator, secret).waitFor()
  expect(await waiting(mediator, secret).getByRole('button', open).count()).toBe(0)

  await confirm(us, entry(us, second), us.say('withdraw'))
  await entry(us, second).getByText(us.say('withdrawn')).waitFor()
  await waiting(mediator, second).getByRole('button', open).waitFor({ state: 'hidden' })
  await entry(mediator, second).getByText(mediator.say('withdrawn')).waitFor()
  await mediator.check()
  await us.check()
})

test('a question about a clause is carried over, answered, carried back and stands under the question', {
  timeout: 300_000,
}, async () => {
  const ru = await house.enter('ru-legal')
  await openRoom(ru, 'ru-channel')
  await entry(ru, 'Advance notification of launches')
    .getByRole('link', { name: ru.say('paper.read'), exact: true })
    .click()
  const clause = ru.page
    .getByRole('listitem')
    .filter({ hasText: 'Если в течение указанного периода пуск не состоялся' })
  await clause.waitFor()
  await ru.check()
  await clause.getByRole('link', { name: begins(ru.say('clause.ask')) }).click()
  await ru.page.getByText(ru.say('compose.about-clause')).waitFor()
  const question = 'Подснежник: идёт ли отсчёт двадцати четырёх часов от подачи уведомления?'
  await write(ru, { words: question, use: 'paraphrase' })
  await clauseLink(entry(ru, question)).waitFor()
  await ru.check()

  const mediator = await house.enter('mediator-head')
  await mediator.go('desk')
  const asked = { en: 'When do the twenty-four hours begin?', ru: 'Когда начинаются двадцать четыре часа?' }
  await convey(mediator, { entry: question, as: 'paraphrase', words: asked })

  const us = await house.enter('us-legal')
  await openRoom(us, 'us-channel')
  const there = entry(us, asked.en)
  await there.getByText(us.say('nature.question')).waitFor()
  await clauseLink(there).waitFor()
  await there.getByRole('button', { name: us.say('answer'), exact: true }).click()
  const answer = 'They begin when the other side has confirmed receipt.'
  await write(us, { words: answer, use: 'verbatim' })
  await hearsNothingOf(us, ['Подснежник'])
  await us.check()

  await convey(mediator, { entry: answer, as: 'verbatim' })
  await mediator.check()
  const under = ru.page
    .getByRole('listitem')
    .filter({ has: entry(ru, question) })
    .getByRole('list')
    .getByRole('article')
  await under.filter({ hasText: answer }).waitFor()
  await ru.check()
})
