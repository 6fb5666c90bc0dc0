/** The page of a text: read in every view, drafted in by hand and by keys, with nothing lost and nothing seen too early. */
import { beforeAll, expect, test } from 'vitest'
import { smallProcess } from '../server/testing/process.ts'
import { overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import {
  chooseMore,
  clauseOf,
  clauseRow,
  onClause,
  openText,
  pickWords,
  post,
  press,
  wordsField,
} from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'text-talks' }) })

beforeAll(async () => {
  const mediator = await house.enter('mediator-head')
  await openText(mediator, house)
})

test('words are picked, proposed, entered, bridged by nobody, supported and adopted; until entered the other side hears nothing', {
  timeout: 300_000,
}, async () => {
  const [us, ru, mediator] = await Promise.all([
    house.enter('us-head'),
    house.enter('ru-head'),
    house.enter('mediator-head'),
  ])
  await Promise.all([us, ru, mediator].map((person) => person.go('text')))
  await pickWords(us, 'k2', 'en', 'a safe distance')
  await press(us.page.locator('#selection-bar'), us.say('text.propose'))
  const form = clauseRow(us, 'k2').getByRole('region', { name: us.say('text.propose') })
  await us.page.keyboard.type('a prudent distance')
  await form.locator('ins', { hasText: 'prudent' }).waitFor()
  await wordsField(us, form, 'ru').fill('Корабли Сторон держатся на разумном расстоянии друг от друга.')
  await us.check()
  await press(form, us.say('text.send-proposal'))
  await form.waitFor({ state: 'hidden' })

  const proposals = mediator.page.locator('.proposals')
  await proposals.getByText('prudent').waitFor()
  expect(await ru.heard()).not.toContain('prudent')
  await press(proposals, mediator.say('text.proposal.enter'))
  await clauseRow(ru, 'k2').getByText('разумном').waitFor()

  await clauseRow(mediator, 'k2').locator('.bracket').first().click()
  const panel = clauseRow(mediator, 'k2').getByRole('region', { name: mediator.say('text.alternatives') })
  await press(panel, mediator.say('text.bridge-alternative'))
  await wordsField(mediator, panel, 'en').fill('reasonable')
  await wordsField(mediator, panel, 'ru').fill('достаточном')
  await panel.getByText(mediator.say('text.as-non-paper'), { exact: true }).click()
  await press(panel, mediator.say('text.enter'))
  for (const person of [us, ru]) {
    const row = clauseRow(person, 'k2')
    await row.locator('.bracket').first().click()
    const bridge = row.locator('.alternative-row').filter({ hasText: person.say('text.non-paper') })
    await press(bridge, person.say('text.support'))
    await bridge.getByRole('button', { name: person.say('text.unsupport'), exact: true }).waitFor()
  }
  await mediator.check()
  const bridge = panel.locator('.alternative-row').filter({ hasText: mediator.say('text.non-paper') })
  await press(bridge, mediator.say('text.adopt'))
  await clauseRow(us, 'k2').locator('.bracket').first().waitFor({ state: 'detached' })
  expect((await clauseOf(us, house, 'k2')).passage.en).toEqual([
    'Ships of the Parties shall keep a reasonable distance from each other.',
  ])

  const row = await onClause(us, 'k2')
  await chooseMore(us, row, us.say('text.settled'))
  await row.getByText(us.say('text.alternative.not-adopted')).first().waitFor()
  await chooseMore(us, row, us.say('text.history'))
  await row.getByText(us.say('text.did.adopt')).waitFor()
  await us.check()
})

test('the words that changed under one’s hands are shown three ways, and what was written is placed anew', {
  timeout: 300_000,
}, async () => {
  const [us, mediator] = await Promise.all([house.enter('us-head'), house.enter('mediator-head')])
  await us.go('text')
  const row = await onClause(us, 'k3')
  await us.page.keyboard.press('p')
  const english = wordsField(us, row, 'en')
  await english.fill('The direct line shall be tested every month.')
  const { wording } = await clauseOf(mediator, house, 'k3')
  const alternative = { id: 'feign', passage: { en: ['A'], ru: ['Некая'] }, sponsors: [], bridge: true }
  const ranges = { en: { from: 0, to: 3 }, ru: { from: 0, to: 5 } }
  await post(mediator, house, 'plenary', ['clause.bracket', 'k3', null], {
    wording,
    bracket: 'k3b',
    stood: 'k3s',
    ranges,
    alternative,
  })
  const three = row.getByRole('region', { name: us.say('text.three-way') })
  await three.waitFor()
  await us.check()
  await us.page.reload()
  await onClause(us, 'k3')
  await us.page.keyboard.press('p')
  await press(three, us.say('text.three-way.anew'))
  await row.locator('ins', { hasText: 'month' }).waitFor()
  expect(await english.inputValue()).toBe(' direct line shall be tested every month.')
  await press(row, us.say('text.send-proposal'))
  await us.page.locator('.proposals').getByText('month').waitFor({ state: 'attached' })
})

test('a comment stays in the delegation and a question goes to the mediator; nobody else hears either', {
  timeout: 300_000,
}, async () => {
  const [us, ru, mediator, colleague] = await Promise.all([
    house.enter('us-head'),
    house.enter('ru-head'),
    house.enter('mediator-head'),
    house.enter('us-interpreter'),
  ])
  await Promise.all([us, ru, mediator, colleague].map((person) => person.go('text')))
  const row = await onClause(us, 'k1')
  await us.page.keyboard.press('c')
  await row.getByRole('textbox').fill('Our capital insists on shall.')
  await press(row, us.say('send'))
  await row.getByRole('listitem').filter({ hasText: 'Our capital insists' }).waitFor()
  await us.page.keyboard.press('q')
  await row.getByRole('textbox').fill('What does any launch cover?')
  await row.getByText(us.say('use.mediator-only'), { exact: true }).click()
  await us.check()
  await press(row, us.say('send'))
  const seen = await onClause(mediator, 'k1')
  await seen.getByText('What does any launch cover?').waitFor()
  await seen.getByRole('link', { name: 'Channel A', exact: true }).waitFor()
  const there = await onClause(colleague, 'k1')
  await there.getByText('Our capital insists on shall.').waitFor()
  await there.getByRole('link', { name: 'Room of A', exact: true }).waitFor()
  expect(await mediator.heard()).not.toContain('Our capital insists')
  for (const words of ['Our capital insists', 'any launch cover'])
    expect(await ru.heard()).not.toContain(words)
})

test('every view is reached by a link that keeps it, and tells the same in both languages at both widths', {
  timeout: 300_000,
}, async () => {
  const [us, mediator] = await Promise.all([
    house.enter('us-head'),
    house.enter('mediator-head', { width: 390 }),
  ])
  await us.go('text')
  const views = us.page.getByRole('navigation', { name: us.say('text.views') })
  await views.getByRole('link', { name: us.say('text.view.since') }).click()
  await us.page.waitForURL(/view=since/)
  await press(us.page.locator('main'), us.say('text.mark-read'))
  await us.page.getByText(us.say('text.change.none')).waitFor()
  const { wording } = await clauseOf(mediator, house, 'k0')
  await post(mediator, house, 'plenary', ['clause.move', 'k0', null], {
    wording,
    parent: null,
    order: 'zz',
    above: [],
  })
  await us.page
    .getByText(us.say('text.change.count', { changed: 0, added: 0, removed: 0, moved: 1 }))
    .waitFor()
  await us.check()

  await views.getByRole('link', { name: us.say('text.view.chair') }).click()
  await clauseRow(us, 'k1').getByText(us.say('text.ground.open')).waitFor()
  await us.check()
  await views.getByRole('link', { name: us.say('text.view.side') }).click()
  expect(await clauseRow(us, 'k1').innerText()).toContain('Each Party shall notify')
  await open(us, 'text?view=side&side=ru')
  expect(await clauseRow(us, 'k1').innerText()).toContain('Each Party should notify')

  const row = await onClause(await at(mediator, 'text'), 'k1')
  await chooseMore(mediator, row, mediator.say('text.link'))
  await row.getByLabel(mediator.say('text.link.with')).selectOption('k2')
  await press(row, mediator.say('text.link.add'))
  await press(row, mediator.say('text.link.do'))
  for (const view of ['packages', 'compare', 'open', 'print']) {
    await open(mediator, `text?view=${view}`)
    await mediator.check()
    expect(await overflow(mediator.page), view).toEqual([])
  }
  await mediator.page.getByRole('textbox', { name: mediator.say('text.print.copies') }).fill('12')
  await mediator.page.getByText(mediator.say('text.print.copy', { n: 1, of: 12 })).waitFor()
  expect(await mediator.page.locator('.print-lines').first().locator('span').count()).toBe(0)
  expect(
    await mediator.page.locator('.print-sheet').first().locator('.print-lines span').allInnerTexts(),
  ).toContain('5')
})

const at = async <T extends { go: (path: string) => Promise<void> }>(person: T, path: string): Promise<T> => {
  await person.go(path)
  return person
}

test('by the keyboard alone: from clause to clause, into a bracket, words picked and proposed, back out again', {
  timeout: 300_000,
}, async () => {
  const ru = await house.enter('ru-head')
  const { page, say } = ru
  await ru.go('text')
  await clauseRow(ru, 'k1').waitFor()
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key)
  }
  await keys('?')
  await page.getByRole('dialog').waitFor()
  await ru.check()
  await keys('Escape', 'n', 'Enter')
  const row = clauseRow(ru, 'k1')
  await row.getByRole('region', { name: say('text.alternatives') }).waitFor()
  await keys('Escape')
  await row.getByRole('region', { name: say('text.alternatives') }).waitFor({ state: 'hidden' })
  await keys('s', 'Shift+ArrowRight', 'Enter')
  await page.locator('#selection-bar button:focus').waitFor()
  await keys('Enter')
  expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toContain(
    'Каждая Сторона',
  )
  await page.keyboard.type('Каждая из Сторон ')
  await row.locator('ins').first().waitFor()
  await ru.check()
  await row.getByRole('button', { name: say('cancel'), exact: true }).focus()
  await keys('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('clause-k1')
})

test('a private draft is compared with the common text, and a difference becomes a proposal', {
  timeout: 300_000,
}, async () => {
  const us = await house.enter('us-head')
  const { page, say } = us
  await us.go(`rooms/${house.room('us-caucus')}/text`)
  await press(page.locator('main'), say('text.take-as-draft'))
  const row = await onClause(us, 'k1')
  await page.keyboard.press('p')
  await wordsField(us, row, 'en').fill('Each Party shall promptly notify the other of any launch.')
  await press(row, say('text.write'))
  await row.locator('.text-words').getByText('promptly').waitFor()
  await us.go(`rooms/${house.room('us-caucus')}/text?view=compare&from=common&to=now`)
  await clauseRow(us, 'k1').locator('ins', { hasText: 'promptly' }).waitFor()
  await us.check()
  await press(clauseRow(us, 'k1'), say('text.draft.propose'))
  await page.getByText(say('text.draft.proposed')).waitFor()
  await us.go('text')
  await page.locator('.proposals').getByText('promptly').first().waitFor({ state: 'attached' })
})

test('a clause that changes while its reader is asked whether to agree is not agreed by the same press', {
  timeout: 300_000,
}, async () => {
  const [us, mediator] = await Promise.all([
    house.enter('us-head', { width: 390 }),
    house.enter('mediator-head'),
  ])
  await us.go('text')
  const row = await onClause(us, 'k2')
  await press(row, us.say('text.agree'))
  const question = us.page.getByRole('dialog')
  await question.waitFor()
  const { wording } = await clauseOf(mediator, house, 'k2')
  await post(mediator, house, 'plenary', ['clause.number', 'k2', null], { wording, number: '2 bis' })
  await question.getByText(us.say('accept.other-words.behind')).waitFor()
  const agree = question.getByRole('button', { name: us.say('text.agree'), exact: true })
  expect(await agree.isDisabled()).toBe(true)
  await us.check()
  await press(question, us.say('cancel'))
  expect((await clauseOf(us, house, 'k2')).agreements).toEqual([])
})
