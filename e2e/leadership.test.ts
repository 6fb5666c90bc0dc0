/** The leadership of a delegation passes while clauses wait for confirmation: what was done stays, the successor is asked. */
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { passageHashes } from '#domain/text/canonical.ts'
import { smallProcess } from '../server/testing/process.ts'
import { faultsOf } from './testing/axe.ts'
import { overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { confirm } from './testing/room.ts'
import { clauseOf, onClause, openText, post, press } from './testing/text.ts'

const deputy = (key: string) => ({
  ...{ key, seat: 'us', function: 'deputy' as const, language: 'en', from: '2026-01-01' },
  name: { en: `Name ${key}`, ru: `Имя ${key}` },
  title: { en: `Title ${key}`, ru: `Должность ${key}` },
  authority: ['speak', 'propose', 'agree-ad-referendum'] as const,
})
const members = [...smallProcess.members, deputy('us-first'), deputy('us-second')]
const house = openHouse({ file: () => ({ ...smallProcess, key: 'leadership', members }), stay: true })

let old: Person
let successor: Person
let second: Person
let ru: Person
let mediator: Person

const agree = { wording: 1, degree: 'ad-referendum', under: [], subjectToConformity: false }
const sound = async (person: Person): Promise<void> => {
  await settle(person)
  expect(await faultsOf(person.page)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
}

beforeAll(async () => {
  old = await house.enter('us-head')
  successor = await house.enter('us-first', { width: 390 })
  second = await house.enter('us-second')
  ru = await house.enter('ru-head')
  mediator = await house.enter('mediator-head')
  await openText(mediator, house)
  for (const id of ['k2', 'k3']) {
    const payload = { wording: 1, hashes: passageHashes(await clauseOf(mediator, house, id)) }
    for (const seat of ['us', 'ru']) {
      const expert = await house.enter(`${seat}-interpreter`)
      await post(expert, house, 'plenary', ['clause.certify', id, null], payload)
      await expert.close()
    }
    for (const head of [old, ru]) await post(head, house, 'plenary', ['clause.agree', id, null], agree)
  }
})

test('the table shows a delegation what it has agreed ad referendum; any who may agree could confirm it', {
  timeout: 120_000,
}, async () => {
  for (const person of [old, successor]) {
    await person.go()
    const section = person.page.getByRole('region', { name: person.say('word'), exact: true })
    await section.getByText(person.say('word.why')).waitFor()
    expect(await section.getByRole('button', { name: person.say('text.confirm'), exact: true }).count()).toBe(
      2,
    )
  }
})

test('another who speaks for the delegation passes the leadership, with authority, powers and credentials', {
  timeout: 120_000,
}, async () => {
  const { page, say, languageName } = second
  await second.go('people')
  await press(page.locator('main'), say('leadership.change'))
  const dialog = page.getByRole('dialog')
  await dialog.locator('select').first().selectOption({ label: 'Name us-first, deputy head' })
  const field = (label: string, language: string) =>
    dialog.getByRole('textbox', {
      name: say('commitments.in-language', { label, language: languageName(language) }),
    })
  await field(say('leadership.title'), 'en').fill('Minister, head of delegation')
  await field(say('leadership.title'), 'ru').fill('Министр, глава делегации')
  await dialog.getByText(say('leadership.outgoing.stays')).click()
  await field(say('credentials.issuer'), 'en').fill('The Minister for Foreign Affairs')
  await field(say('credentials.issuer'), 'ru').fill('Министр иностранных дел')
  await dialog.getByLabel(say('credentials.dated'), { exact: true }).fill('2026-11-20')
  const hash = createHash('sha256').update('paper').digest('hex')
  await dialog.getByLabel(say('credentials.sha256'), { exact: true }).fill(hash)
  await second.check()
  await press(dialog, say('leadership.change.do'))
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('region', { name: new RegExp(`^${say('leadership')}`) }).waitFor()
  await second.check()
})

test('the old head can do nothing more that needs what they held: the refusal says what they hold and since when', {
  timeout: 120_000,
}, async () => {
  const prepared = { wording: 1, degree: 'confirmed', under: [], subjectToConformity: false }
  const answer = await old.context.request.post(`/api/processes/${house.process()}/acts`, {
    headers: { origin: house.origin() },
    data: {
      ...{ id: crypto.randomUUID(), room: house.room('plenary'), kind: 'clause.agree' },
      ...{ object: 'k2', base: null, payload: prepared },
    },
  })
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'act.not-yours', facts: { held: 'speak' } })
  const section = old.page.getByRole('region', { name: old.say('word'), exact: true })
  await section.getByText(old.say('word.successors', { who: 'Name us-first' })).waitFor()
  expect(await section.getByRole('button', { name: old.say('text.confirm'), exact: true }).count()).toBe(0)
})

test('nobody else of the delegation is offered the word, at the table or in the text', {
  timeout: 120_000,
}, async () => {
  await second.go()
  const section = second.page.getByRole('region', { name: second.say('word'), exact: true })
  await section.getByText(second.say('word.successors', { who: 'Name us-first' })).waitFor()
  expect(await section.getByRole('button').count()).toBe(0)
  await second.go('text')
  const row = await onClause(second, 'k2')
  await row.getByText(second.say('text.successors-word', { who: 'Name us-first' })).waitFor()
  expect(await row.getByRole('button', { name: second.say('text.confirm'), exact: true }).count()).toBe(0)
})

test('the successor is asked for their word, confirms one clause and does not confirm another', {
  timeout: 120_000,
}, async () => {
  const { page, say } = successor
  const section = page.getByRole('region', { name: say('word'), exact: true })
  await section.getByText(say('word.yours')).waitFor()
  expect(await section.getByText(say('word.given-before', { who: 'Name us-head' })).count()).toBe(2)
  await sound(successor)
  const line = (words: string) => section.getByRole('listitem').filter({ hasText: words })
  await confirm(successor, line('Ships of the Parties'), say('text.confirm'))
  await line('Ships of the Parties').waitFor({ state: 'detached' })
  await confirm(successor, line('The direct line'), say('text.decline'))
  await section.waitFor({ state: 'detached' })
  const [confirmed, declined] = await Promise.all(['k2', 'k3'].map((id) => clauseOf(ru, house, id)))
  const own = (clause: typeof confirmed) => clause?.agreements.find(({ party }) => party === 'us')
  expect(own(confirmed)).toMatchObject({ degree: 'confirmed', by: { member: house.member('us-first') } })
  expect(own(declined)).toBeUndefined()
  // The other side's word on both is as it was.
  for (const clause of [confirmed, declined])
    expect(clause?.agreements.find(({ party }) => party === 'ru')?.degree).toBe('ad-referendum')
})

test('the table sees who led when and on which credentials, and the mediator notes the receipt', {
  timeout: 120_000,
}, async () => {
  await mediator.go('people')
  await confirm(
    mediator,
    mediator.page.getByRole('article').filter({ hasText: 'Minister, head of delegation' }),
    mediator.say('credentials.receive'),
  )
  await ru.go('people')
  const history = ru.page.getByRole('list', { name: ru.say('leadership'), exact: true })
  await history.getByText('Имя us-first').waitFor()
  expect(await history.getByRole('listitem').count()).toBe(2)
  await history.getByText('Министр иностранных дел', { exact: false }).waitFor()
  const card = ru.page.getByRole('article').filter({ hasText: 'Министр, глава делегации' })
  await card.getByText(ru.say('credentials.received', { who: 'Имя mediator-head' })).waitFor()
  await sound(ru)
  await ru.go(`rooms/${house.room('plenary')}/record`)
  await ru.page.getByText(ru.say('act.leadership.change', { who: 'Имя us-second' })).waitFor()
  await ru.page.getByText(ru.say('act.clause.decline', { who: 'Имя us-first' })).waitFor()
})

test('a steward says to whom a member reports; the table sees the tree as a picture and in words', {
  timeout: 120_000,
}, async () => {
  const { page, say, languageName } = second
  await second.go('people')
  const card = page.getByRole('article').filter({ hasText: 'Title us-interpreter' })
  await press(card, say('place'))
  const dialog = page.getByRole('dialog')
  await dialog.locator('select').selectOption({ label: 'Name us-second, deputy head' })
  await dialog.getByText('French', { exact: true }).click()
  await second.check()
  await press(dialog, say('place.do'))
  await dialog.waitFor({ state: 'hidden' })
  await card.getByText('English and French').waitFor()
  expect(languageName('fr')).toBe('French')
  await ru.go('people')
  const tree = ru.page.locator('details.organisation').filter({ hasText: 'Имя us-first' })
  await tree.locator('summary').click()
  const under = tree.getByRole('listitem').filter({ hasText: /^Имя us-second/ })
  await under.getByText('Имя us-interpreter').waitFor()
  await tree.locator('svg').waitFor()
  // What only the delegation sees is in its own tree, and in nobody else's.
  expect(await tree.innerText()).not.toContain('us-unseen')
  await second.go('people')
  const own = page.locator('details.organisation').filter({ hasText: 'Name us-first' })
  await own.locator('summary').click()
  expect(await own.innerText()).toContain('Name us-unseen')
  await sound(ru)
})

test('the mediator keeps a note beside a card; it is read in the office and nowhere else', {
  timeout: 120_000,
}, async () => {
  const { page, say } = mediator
  await mediator.go('people')
  const card = page.getByRole('article').filter({ hasText: 'Title ru-head' })
  await press(card, say('note.write'))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: say('note.words') }).fill('Show the clock before the clause.')
  await mediator.check()
  await press(dialog, say('note.keep'))
  await dialog.waitFor({ state: 'hidden' })
  await card.getByText('Show the clock before the clause.').waitFor()
  await sound(mediator)
  await ru.go('people')
  await ru.page.getByText('Должность ru-head').waitFor()
  expect(await ru.page.getByText(ru.say('note.write')).count()).toBe(0)
  for (const person of [ru, second]) expect(await person.heard()).not.toContain('Show the clock')
  await press(card, say('note.withdraw'))
  await card.getByText('Show the clock before the clause.').waitFor({ state: 'detached' })
})
