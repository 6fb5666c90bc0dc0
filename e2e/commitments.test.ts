/** From a clause to a remedy: a stipulation is drawn, accepted and applied, then watched, denied, brought, mended, scored. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'

const house = openHouse()

/** Fills a field in every language of the talks. */
const both = async (
  { page, say, languageName }: Person,
  label: string,
  en: string,
  ru: string,
  scope: Page | Locator = page,
) => {
  for (const [language, words] of [
    ['en', en],
    ['ru', ru],
  ] as const)
    await scope
      .getByLabel(say('commitments.in-language', { label, language: languageName(language) }), {
        exact: true,
      })
      .last()
      .fill(words)
}

const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true })

const tick = ({ page }: Person, group: string, name: string) =>
  page.getByRole('group', { name: group, exact: true }).getByText(name, { exact: true }).click()

/** Opens a small form by its button, fills its words, and sends it. */
const sayIn = async (
  person: Person,
  label: string,
  en: string,
  ru: string,
  before?: (form: Locator) => Promise<unknown>,
) => {
  await button(person, label).first().click()
  const form = person.page.getByRole('region', { name: label, exact: true })
  await before?.(form)
  await both(person, person.say('commitments.words'), en, ru, form)
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

const open = async (person: Person, path: string) => {
  await person.go(path)
  await settle(person)
}

const name = { en: 'Date and period of a launch', ru: 'Дата и период пуска' }
/** What a person reads of words that are there in both languages. */
const reads = ({ language }: Person, en: string, ru: string) => (language === 'ru' ? ru : en)
const named = ({ language }: Person) => (language === 'ru' ? name.ru : name.en)

/** The page of the obligation, found on the list. */
const openObligation = async (person: Person) => {
  await open(person, 'commitments')
  await person.page
    .getByRole('link', { name: named(person) })
    .first()
    .click()
  await settle(person)
}

test('a stipulation is drawn from its clause, accepted by both sides, applied, watched and scored', {
  timeout: 600_000,
}, async () => {
  const keys = ['mediator-head', 'us-head', 'ru-head', 'verifier-1', 'verifier-2', 'verifier-3']
  const entered = await Promise.all(keys.map((key) => house.enter(key)))
  const [mediator, us, ru, head, coder, second] = entered as [Person, Person, Person, Person, Person, Person]

  await open(mediator, 'commitments/stipulate?clause=c9')
  await both(mediator, mediator.say('commitments.name'), name.en, name.ru)
  await both(
    mediator,
    mediator.say('commitments.what'),
    'State both in each notification.',
    'Указывать и то и другое.',
  )
  for (const side of ['United States of America', 'Russian Federation'])
    await tick(mediator, mediator.say('commitments.bound'), side)
  await tick(mediator, mediator.say('commitments.verification'), mediator.say('commitments.means.inspection'))
  await mediator.check()
  await button(mediator, mediator.say('commitments.enter')).click()
  await mediator.page.getByRole('link', { name: name.en }).first().waitFor()

  for (const side of [us, ru]) {
    await open(side, 'commitments')
    const line = side.page
      .locator('.obligation')
      .filter({ hasText: named(side) })
      .first()
    await line.getByRole('button', { name: side.say('commitments.accept'), exact: true }).click()
    await line
      .getByRole('button', { name: side.say('commitments.accept'), exact: true })
      .waitFor({ state: 'hidden' })
  }
  await open(mediator, 'commitments')
  await mediator.page
    .getByRole('combobox', { name: mediator.say('commitments.force.version'), exact: true })
    .selectOption({ label: 'SNT/Rev.2' })
  await button(mediator, mediator.say('commitments.force.put')).click()
  for (const side of [us, ru]) {
    await button(side, side.say('commitments.force.accept')).click()
    await button(side, side.say('commitments.force.accept')).waitFor({ state: 'hidden' })
  }
  await mediator.page
    .locator('.obligation')
    .filter({ hasText: named(mediator) })
    .first()
    .getByText(mediator.say('commitments.level.none'))
    .waitFor()
  await mediator.check()

  await openObligation(us)
  await sayIn(us, us.say('commitments.report.make'), 'A launch is planned.', 'Планируется пуск.', () =>
    us.page
      .getByRole('combobox', { name: us.say('commitments.report.form'), exact: true })
      .selectOption('notification'),
  )
  await us.page.getByText('A launch is planned.').first().waitFor()

  await openObligation(coder)
  await sayIn(
    coder,
    coder.say('commitments.inspection.request'),
    'The log of launches.',
    'Журнал пусков.',
    async () => {
      await coder.page
        .getByRole('combobox', { name: coder.say('commitments.inspection.of'), exact: true })
        .selectOption('ru')
      await both(coder, coder.say('commitments.inspection.site'), 'Log room', 'Комната журнала')
      await coder.page.getByLabel(coder.say('commitments.record.latitude'), { exact: true }).fill('62.9')
      await coder.page.getByLabel(coder.say('commitments.record.longitude'), { exact: true }).fill('40.6')
    },
  )
  await openObligation(ru)
  await sayIn(ru, ru.say('commitments.inspection.accept'), 'You may come.', 'Приезжайте.')
  await ru.check()
  await sayIn(
    coder,
    coder.say('commitments.inspection.conclude'),
    'The door was locked.',
    'Дверь была заперта.',
    () =>
      coder.page
        .getByRole('combobox', { name: coder.say('commitments.inspection.result'), exact: true })
        .selectOption('denied'),
  )

  await coder.page.setViewportSize({ width: 390, height: 844 })
  await open(coder, 'commitments?view=mission')
  await coder.page.getByText(coder.say('commitments.kind.denial'), { exact: true }).click()
  await both(coder, coder.say('commitments.record.place'), 'North gate', 'Северные ворота')
  await coder.page.getByLabel(coder.say('commitments.record.latitude'), { exact: true }).fill('62.92571')
  await coder.page.getByLabel(coder.say('commitments.record.longitude'), { exact: true }).fill('40.57774')
  await both(coder, coder.say('commitments.record.what'), 'The door was locked.', 'Дверь была заперта.')
  await coder.context.setOffline(true)
  coder.expect(/ERR_INTERNET_DISCONNECTED|request:/)
  await both(coder, coder.say('commitments.record.by'), 'A guard', 'Охранник')
  await button(coder, coder.say('commitments.record.keep')).click()
  await coder.page.getByText(coder.say('commitments.record.waits')).waitFor()
  await coder.page.getByText(coder.say('waiting.count', { count: 1 })).waitFor()
  await coder.context.setOffline(false)
  await coder.page.getByText(coder.say('commitments.record.kept')).waitFor()
  await coder.check()

  await open(head, 'commitments?view=mission')
  await button(head, head.say('commitments.mission.records')).click()
  const record = head.page.locator('.record-line').filter({ hasText: 'North gate' }).first()
  await record.getByRole('button', { name: head.say('commitments.release'), exact: true }).click()
  await both(head, head.say('commitments.release.name'), 'A launch site', 'Космодром')
  await both(
    head,
    head.say('commitments.release.words'),
    'Inspectors were not let in.',
    'Инспекторов не пустили.',
  )
  await head.check()
  const going = record.getByRole('region', { name: head.say('commitments.release'), exact: true })
  await going.getByRole('button', { name: head.say('commitments.release'), exact: true }).click()
  await head.page
    .getByText(head.say('commitments.released-to', { rooms: 'Plenary' }), { exact: false })
    .first()
    .waitFor()

  await open(us, 'commitments?view=register')
  await us.page.getByText('Inspectors were not let in.').waitFor()
  for (const person of [us, ru]) {
    const heard = await person.heard()
    for (const secret of ['North gate', 'Северные ворота', '62.92571', '40.57774', 'Kestrel', 'Пустельга'])
      expect(heard).not.toContain(secret)
  }

  await open(us, 'commitments?view=cases')
  await us.page.getByLabel(us.say('commitments.case.reply-by'), { exact: true }).fill('2099-01-01')
  await tick(us, us.say('commitments.obligations'), named(us))
  await both(us, us.say('commitments.case.title'), 'The locked door', 'Запертая дверь')
  await both(us, us.say('commitments.words'), 'Why was it locked?', 'Почему она была заперта?')
  await button(us, us.say('commitments.case.bring')).click()
  await us.page.getByRole('heading', { name: 'The locked door' }).waitFor()
  await open(ru, 'commitments?view=cases')
  await sayIn(ru, ru.say('commitments.case.reply'), 'The key was lost.', 'Ключ потеряли.')
  const opened = ru.page.locator('article').filter({ hasText: 'Запертая дверь' })
  await opened.getByRole('button', { name: ru.say('commitments.case.remedy'), exact: true }).click()
  const remedy = ru.page.getByRole('region', { name: ru.say('commitments.case.remedy'), exact: true })
  await remedy.getByLabel(ru.say('commitments.due'), { exact: true }).fill('2099-01-01')
  await both(ru, ru.say('commitments.words'), 'A new key is made.', 'Сделан новый ключ.', remedy)
  await remedy.getByRole('button', { name: ru.say('commitments.case.remedy'), exact: true }).click()
  await opened.getByText('Сделан новый ключ.').waitFor()
  const mine = us.page.locator('article').filter({ hasText: 'The locked door' })
  await mine.getByRole('button', { name: us.say('commitments.case.accept') }).click()
  await mine.getByText(us.say('commitments.accepted-by-all'), { exact: false }).waitFor()
  await us.check()

  await coder.page.setViewportSize({ width: 1280, height: 900 })
  await open(coder, 'commitments?view=mission')
  await button(coder, coder.say('commitments.mission.findings')).click()
  await coder.page
    .getByRole('combobox', { name: coder.say('commitments.level'), exact: true })
    .selectOption('3')
  await tick(coder, coder.say('commitments.obligations'), named(coder))
  await both(coder, coder.say('commitments.words'), 'It is stated in full.', 'Указывается полностью.')
  await button(coder, coder.say('commitments.finding.propose')).click()
  const proposed = (person: Person) =>
    person.page
      .locator('.record-line')
      .filter({ hasText: reads(person, 'It is stated in full.', 'Указывается полностью.') })
      .first()
  await proposed(coder).getByText(coder.say('commitments.own-work')).waitFor()
  await open(second, 'commitments?view=mission')
  await button(second, second.say('commitments.mission.findings')).click()
  await proposed(second)
    .getByRole('button', { name: second.say('commitments.confirm'), exact: true })
    .click()
  await open(head, 'commitments?view=mission')
  await button(head, head.say('commitments.mission.findings')).click()
  await proposed(head)
    .getByRole('button', { name: head.say('commitments.release'), exact: true })
    .click()
  const release = proposed(head).getByRole('region', { name: head.say('commitments.release'), exact: true })
  await both(head, head.say('commitments.words'), 'It is stated in full.', 'Указывается полностью.', release)
  await release.getByRole('button', { name: head.say('commitments.release'), exact: true }).click()
  await release.waitFor({ state: 'hidden' })
  await open(mediator, 'commitments')
  await mediator.page
    .locator('.obligation')
    .filter({ hasText: named(mediator) })
    .first()
    .getByText(mediator.say('commitments.level.3'))
    .waitFor()
  for (const person of entered) expect(person.troubles()).toEqual([])
})
