/** Evidence from the mission's room to the table as a copy, a finding that rests on it, records kept offline, a new quote. */
import { createHash } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { made } from '../server/testing/commission.ts'
import { akoma } from '../server/testing/files.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { seated, withHistory } from './testing/seated.ts'
import { fillBoth, post, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'evidence' }), stay: true })

const as = seated(house)
withHistory(house, as)

/** Opens a part of the mission's desk. */
const desk = async (person: Person, part: 'evidence' | 'findings') => {
  await open(person, 'commitments?view=mission')
  await press(person.page.locator('main'), person.say(`commitments.mission.${part}`))
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const give = (scope: Locator, name: string, bytes: Uint8Array) =>
  scope
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(bytes) })
const [whole, part] = [akoma('the whole log'), akoma('a page of it')]

test('evidence is lodged with its hash, examined, handed on, and told as a copy; a finding names it there', {
  timeout: 300_000,
}, async () => {
  const [coder, second, head, us] = await Promise.all([
    as('verifier'),
    as('verifier-second'),
    as('verifier-head'),
    as('us-head'),
  ])
  await desk(coder, 'evidence')
  const form = coder.page.getByRole('region', { name: coder.say('commitments.evidence.lodge'), exact: true })
  await give(form, 'log.xml', whole)
  await form.getByText(coder.say('commitments.evidence.hash.same')).waitFor()
  expect(await form.getByText(hashOf(whole), { exact: true }).count()).toBe(2)
  await fillBoth(
    coder,
    form,
    coder.say('commitments.evidence.words'),
    'The log of the gate.',
    'Журнал ворот.',
  )
  await form.getByLabel(coder.say('commitments.evidence.at'), { exact: true }).fill('2026-01-02T10:12')
  const of = form.getByRole('group', { name: coder.say('commitments.evidence.of'), exact: true })
  await of.getByText('Incident · Near the old quarry', { exact: false }).click()
  await coder.check()
  await press(form, coder.say('commitments.evidence.lodge'))
  const line = ({ page }: Person) => page.locator('.record-line').filter({ hasText: hashOf(whole) })
  await line(coder).waitFor()

  await press(line(coder), coder.say('commitments.evidence.hand'))
  const handing = coder.page.getByRole('region', {
    name: coder.say('commitments.evidence.hand'),
    exact: true,
  })
  await handing
    .getByRole('combobox', { name: coder.say('commitments.evidence.hand.to'), exact: true })
    .selectOption(house.member('verifier-head'))
  await fillBoth(coder, handing, coder.say('commitments.words'), 'For the safe.', 'В сейф.')
  await press(handing, coder.say('commitments.evidence.hand'))
  await line(coder)
    .getByText(coder.say('commitments.custody.holder', { who: 'Name verifier-head' }))
    .waitFor()
  await press(line(coder), coder.say('commitments.evidence.examine'))
  await line(coder).getByText(coder.say('commitments.evidence.examined')).waitFor()

  await desk(head, 'evidence')
  await press(line(head), head.say('commitments.release'))
  const going = head.page.getByRole('region', { name: head.say('commitments.release'), exact: true })
  await give(going, 'page.xml', part)
  await going.getByText(head.say('commitments.evidence.hash.same')).waitFor()
  await fillBoth(head, going, head.say('commitments.words'), 'A page of a log.', 'Страница журнала.')
  await head.check()
  await press(going, head.say('commitments.release'))
  await line(head)
    .getByText(head.say('commitments.evidence.released-copy', { rooms: 'Plenary' }))
    .waitFor()

  await desk(coder, 'findings')
  const finding = coder.page.getByRole('region', { name: coder.say('commitments.finding.propose') })
  await finding.getByRole('combobox').first().selectOption('monitoring')
  const cites = finding.getByRole('group', { name: coder.say('commitments.finding.cites'), exact: true })
  await cites.getByText('The log of the gate', { exact: false }).click()
  await fillBoth(coder, finding, coder.say('commitments.words'), 'Shots were noted.', 'Выстрелы отмечены.')
  await press(finding, coder.say('commitments.finding.propose'))
  const found = ({ page }: Person) => page.locator('.record-line').filter({ hasText: 'Shots were noted.' })
  await found(coder).waitFor()
  await desk(second, 'findings')
  await press(found(second), second.say('commitments.confirm'))
  await desk(head, 'findings')
  await press(found(head), head.say('commitments.release'))
  const letting = head.page.getByRole('region', { name: head.say('commitments.release'), exact: true })
  await letting.getByRole('group', { name: head.say('commitments.finding.name'), exact: true }).waitFor()
  await fillBoth(head, letting, head.say('commitments.words'), 'Shots were noted.', 'Выстрелы отмечены.')
  await press(letting, head.say('commitments.release'))
  await letting.waitFor({ state: 'detached' })

  await open(us, 'commitments?view=register')
  await found(us).locator('summary').click()
  await found(us).getByRole('link', { name: 'A page of a log.', exact: false }).click()
  await us.page.getByText(us.say('commitments.evidence.blurred')).waitFor()
  await us.page.getByText('Shots were noted.').waitFor()
  await us.page.getByText(hashOf(part)).waitFor()
  await us.check()
  const heard = await us.heard()
  for (const kept of [hashOf(whole), 'The log of the gate', 'old quarry', made.incident])
    expect(heard).not.toContain(kept)
})

test('without a connection finished records wait in the tab; each is sent once, and a refusal is told beside it', {
  timeout: 300_000,
}, async () => {
  const coder = await house.enter('verifier', { width: 390 })
  const { page, say } = coder
  await open(coder, 'commitments?view=mission')
  const form = page.getByRole('region', { name: say('commitments.record'), exact: true })
  const record = async (what: string, until: string) => {
    await fillBoth(coder, form, say('commitments.record.place'), 'North gate', 'Северные ворота')
    await form.getByLabel(say('commitments.record.latitude'), { exact: true }).fill('62.9')
    await form.getByLabel(say('commitments.record.longitude'), { exact: true }).fill('40.6')
    await fillBoth(coder, form, say('commitments.record.what'), what, what)
    await form.getByLabel(say('commitments.record.from'), { exact: true }).fill('2026-11-24T10:00')
    await form.getByLabel(say('commitments.record.to'), { exact: true }).fill(until)
    await press(form, say('commitments.record.keep'))
  }
  coder.expect(/ERR_INTERNET_DISCONNECTED|request:|422/)
  await coder.context.setOffline(true)
  await record('One lorry', '2026-11-24T10:05')
  await form.getByText(say('commitments.record.waits')).waitFor()
  await record('Next year', '2027-11-24T10:05')
  await page.getByText(say('waiting.count', { count: 2 })).waitFor()
  await coder.context.setOffline(false)
  const left = form.locator('.record-line')
  await left.getByText('The time lies in the future.').waitFor()
  expect(await left.count()).toBe(1)
  await page.getByText(say('waiting.refused', { count: 1 })).waitFor()
  await coder.check()
  await press(left, say('commitments.waiting.back'))
  await left.waitFor({ state: 'detached' })
  await form.getByLabel(say('commitments.record.to'), { exact: true }).fill('2026-11-24T10:06')
  await press(form, say('commitments.record.keep'))
  await form.getByText(say('commitments.record.kept')).waitFor()
  await press(page.locator('main'), say('commitments.mission.records'))
  for (const what of ['One lorry', 'Next year']) {
    await page.locator('.record-line').filter({ hasText: what }).waitFor()
    expect(await page.locator('.record-line').filter({ hasText: what }).count()).toBe(1)
  }
  await coder.context.setOffline(true)
  await press(page.locator('main'), say('commitments.mission.record'))
  await record('Never sent', '2026-11-24T10:05')
  await page.getByText(say('waiting.count', { count: 1 })).waitFor()
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Never sent')
  await coder.context.route('**/acts', (route) => route.abort())
  await coder.context.setOffline(false)
  await press(page.getByRole('banner'), say('menu'))
  await press(page.getByRole('banner'), say('leave'))
  await page.waitForURL(/\/$/)
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Never sent')
})

test('when its clause has changed, the difference is shown and the stipulation is put on the present words', {
  timeout: 300_000,
}, async () => {
  const [mediator, us] = await Promise.all([as('mediator-head'), as('us-head')])
  const full = { en: ['exchange full lists'], ru: ['обмениваются полными списками'] }
  const ranges = { en: { from: 18, to: 32 }, ru: { from: 8, to: 29 } }
  const alternative = { id: 'a2', passage: full, sponsors: [], bridge: true }
  await post(mediator, house, 'plenary', ['clause.bracket', 'c1', 1], {
    ...{ wording: 1, bracket: 'b1', ranges, stood: 'a1', alternative },
  })
  for (const side of [us, await as('ru-head')])
    await post(side, house, 'plenary', ['clause.support', 'c1', null], { alternative: 'a2' })
  await post(mediator, house, 'plenary', ['clause.adopt', 'c1', null], { wording: 2, alternative: 'a2' })
  const page = `commitments/${house.room('plenary')}/${made.stipulation}`
  await open(us, page)
  await us.page.getByRole('heading', { name: us.say('commitments.difference') }).waitFor()
  expect(await us.page.locator('ins').allInnerTexts()).toEqual(['full ', 'полными '])
  expect(await us.page.getByRole('link', { name: us.say('commitments.requote') }).count()).toBe(0)
  await open(mediator, page)
  await mediator.page.getByRole('link', { name: mediator.say('commitments.requote') }).click()
  const main = mediator.page.locator('main')
  await main.getByRole('heading', { name: mediator.say('commitments.terms') }).waitFor()
  await fillBoth(mediator, main, mediator.say('commitments.resources'), 'Two officers.', 'Два офицера.')
  await mediator.check()
  await press(main, mediator.say('commitments.change.send'))
  await main.locator('dd', { hasText: 'Two officers.' }).waitFor()
  expect(await main.locator('mark').allInnerTexts()).toEqual([
    ...['exchange full lists', 'обмениваются полными списками'],
  ])
})
