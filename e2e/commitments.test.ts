/** From a clause to a report: stipulated while it is drafted, signed, notified, inspected, denied, brought, mended, scored. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { orderSpread } from '#domain/text/order.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { confirm } from './testing/room.ts'
import { seated } from './testing/seated.ts'
import { appointWitnesses, freeze, initial, sign } from './testing/signing.ts'
import { fillBoth, onClause, post } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'commitments' }), stay: true })
const as = seated(house)
const clauses = ['k0', 'k1']

let mediator: Person
let us: Person
let ru: Person
let head: Person
let coder: Person
let second: Person

beforeAll(async () => {
  mediator = await as('mediator-head')
  us = await as('us-head')
  ru = await as('ru-head')
  head = await as('verifier-head')
  coder = await as('verifier')
  second = await as('verifier-second')
  await appointWitnesses(house, [
    [us, 'us'],
    [ru, 'ru'],
    [mediator, 'mediator'],
  ])
  const orders = orderSpread(clauses.length)
  const words = [
    [
      'Each Party shall notify the other of any launch, with its date.',
      'Каждая Сторона уведомляет другую о любом пуске с указанием его даты.',
    ],
    ['The direct line shall be tested every week.', 'Линия прямой связи проверяется каждую неделю.'],
  ] as const
  await post(mediator, house, 'plenary', ['text.open', 'text', 0], {
    title: { en: 'Understanding on launches', ru: 'Договорённость о пусках' },
    clauses: words.map(([en, russian], i) => ({
      ...{ id: clauses[i], parent: null, order: orders[i], kind: 'operative', notes: {} },
      ...{ passage: { en: [en], ru: [russian] }, brackets: {} },
    })),
  })
  await post(head, house, 'mission', ['source.enter', randomUUID(), 0], {
    alias: { en: 'Kestrel', ru: 'Пустельга' },
    words: { en: 'A guard of the gate.', ru: 'Охранник у ворот.' },
    reliability: 'B',
  })
})

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
  await fillBoth(person, form, person.say('commitments.words'), en, ru)
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
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

test('a stipulation is drawn from its clause while the text is still drafted, and accepted by both sides', async () => {
  await open(mediator, 'commitments/stipulate?clause=k0')
  await fillBoth(mediator, mediator.page, mediator.say('commitments.name'), name.en, name.ru)
  await fillBoth(
    mediator,
    mediator.page,
    mediator.say('commitments.what'),
    'State both in each notification.',
    'Указывать и то и другое.',
  )
  for (const side of ['Side A', 'Side B']) await tick(mediator, mediator.say('commitments.bound'), side)
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
})

test('the text is certified, agreed, frozen, initialled and signed, and with the signature the stipulation binds', async () => {
  for (const member of ['us-interpreter', 'ru-interpreter']) {
    const expert = await as(member)
    await expert.go('text')
    for (const id of clauses) await confirm(expert, await onClause(expert, id), expert.say('text.certify'))
  }
  for (const side of [us, ru]) {
    await side.go('text')
    for (const id of clauses) await confirm(side, await onClause(side, id), side.say('text.agree'))
  }
  await freeze(mediator, house, 'SNT/Rev.1')
  for (const side of [us, ru]) await initial(side)
  // Each signature waits for the witnesses of the mark before it.
  for (const side of [us, ru]) {
    await house.context().recorder.tick()
    await sign(side)
  }
  await us.page.getByText(us.say('version.standing.signed')).first().waitFor()
  await open(mediator, 'commitments')
  await mediator.page
    .getByRole('combobox', { name: mediator.say('commitments.force.basis'), exact: true })
    .selectOption('entry-into-force')
  await button(mediator, mediator.say('commitments.force.put')).click()
  for (const side of [us, ru]) await open(side, 'commitments')
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
  await mediator.page
    .getByText(mediator.say('commitments.force.entry-into-force.holds'), { exact: false })
    .first()
    .waitFor()
  await mediator.check()
})

test('a launch is notified, an inspection asked for and turned away at the door, and the denial told without its place', async () => {
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
      await fillBoth(
        coder,
        coder.page,
        coder.say('commitments.inspection.site'),
        'Log room',
        'Комната журнала',
      )
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
  await fillBoth(coder, coder.page, coder.say('commitments.record.place'), 'North gate', 'Северные ворота')
  await coder.page.getByLabel(coder.say('commitments.record.latitude'), { exact: true }).fill('62.92571')
  await coder.page.getByLabel(coder.say('commitments.record.longitude'), { exact: true }).fill('40.57774')
  await fillBoth(
    coder,
    coder.page,
    coder.say('commitments.record.what'),
    'The door was locked.',
    'Дверь была заперта.',
  )
  await coder.context.setOffline(true)
  coder.expect(/ERR_INTERNET_DISCONNECTED|request:/)
  await fillBoth(coder, coder.page, coder.say('commitments.record.by'), 'A guard', 'Охранник')
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
  await fillBoth(head, head.page, head.say('commitments.release.name'), 'A launch site', 'Космодром')
  await fillBoth(
    head,
    head.page,
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
})

test('a case is brought, answered, and its remedy accepted by both sides', async () => {
  await open(us, 'commitments?view=cases')
  await us.page.getByLabel(us.say('commitments.case.reply-by'), { exact: true }).fill('2099-01-01')
  await tick(us, us.say('commitments.obligations'), named(us))
  await fillBoth(us, us.page, us.say('commitments.case.title'), 'The locked door', 'Запертая дверь')
  await fillBoth(us, us.page, us.say('commitments.words'), 'Why was it locked?', 'Почему она была заперта?')
  await button(us, us.say('commitments.case.bring')).click()
  await us.page.getByRole('heading', { name: 'The locked door' }).waitFor()
  await open(ru, 'commitments?view=cases')
  await sayIn(ru, ru.say('commitments.case.reply'), 'The key was lost.', 'Ключ потеряли.')
  const opened = ru.page.locator('article').filter({ hasText: 'Запертая дверь' })
  await opened.getByRole('button', { name: ru.say('commitments.case.remedy'), exact: true }).click()
  const remedy = ru.page.getByRole('region', { name: ru.say('commitments.case.remedy'), exact: true })
  await remedy.getByLabel(ru.say('commitments.due'), { exact: true }).fill('2099-01-01')
  await fillBoth(ru, remedy, ru.say('commitments.words'), 'A new key is made.', 'Сделан новый ключ.')
  await remedy.getByRole('button', { name: ru.say('commitments.case.remedy'), exact: true }).click()
  await remedy.waitFor({ state: 'hidden' })
  await opened.getByText('Сделан новый ключ.').waitFor()
  const mine = us.page.locator('article').filter({ hasText: 'The locked door' })
  await mine.getByRole('button', { name: us.say('commitments.case.accept') }).click()
  await mine.getByText(us.say('commitments.accepted-by-all'), { exact: false }).waitFor()
  await us.check()
})

test('one person codes, another confirms, the head releases: the score changes, and the report of it goes home', async () => {
  await coder.page.setViewportSize({ width: 1280, height: 900 })
  await open(coder, 'commitments?view=mission')
  await button(coder, coder.say('commitments.mission.findings')).click()
  await coder.page
    .getByRole('combobox', { name: coder.say('commitments.level'), exact: true })
    .selectOption('3')
  await tick(coder, coder.say('commitments.obligations'), named(coder))
  await fillBoth(
    coder,
    coder.page,
    coder.say('commitments.words'),
    'It is stated in full.',
    'Указывается полностью.',
  )
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
  await fillBoth(
    head,
    release,
    head.say('commitments.words'),
    'It is stated in full.',
    'Указывается полностью.',
  )
  await release.getByRole('button', { name: head.say('commitments.release'), exact: true }).click()
  await release.waitFor({ state: 'hidden' })
  await open(mediator, 'commitments')
  await mediator.page
    .locator('.obligation')
    .filter({ hasText: named(mediator) })
    .first()
    .getByText(mediator.say('commitments.level.3'))
    .waitFor()
  const score = mediator.page.getByRole('region', { name: mediator.say('commitments.scores'), exact: true })
  await score.getByRole('row').nth(1).getByText('100%').first().waitFor()

  await open(head, 'commitments?view=reports')
  await head.page.getByLabel(head.say('commitments.from-day'), { exact: true }).fill('2026-11-01')
  await head.page.getByLabel(head.say('commitments.to-day'), { exact: true }).fill('2026-11-24')
  await head.page.locator('main textarea').nth(0).fill('One gate was locked.')
  await head.page.locator('main textarea').nth(1).fill('Одни ворота были заперты.')
  await button(head, head.say('commitments.periodic.send')).click()
  await head.page.getByText(head.say('commitments.periodic.done')).waitFor()
  await open(us, 'commitments?view=reports')
  await us.page.locator('main ul.lines a').first().click()
  await us.page.getByText('One gate was locked.').waitFor()
  await us.page.getByText('Inspectors were not let in.', { exact: false }).first().waitFor()
  const facts = { form: 'PDF', language: us.languageName('en') }
  const [file] = await Promise.all([
    us.page.waitForEvent('download'),
    us.page.getByRole('link', { name: us.say('commitments.periodic.file', facts), exact: true }).click(),
  ])
  expect((await readFile(await file.path())).subarray(0, 4).toString()).toBe('%PDF')
})
