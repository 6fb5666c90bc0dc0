/** From worth to clause: both sides show, the mediator finds a trade and releases it, both accept blind, and the text closes. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../server/root.ts'
import { alternative } from '../server/testing/clauses.ts'
import { smallProcess } from '../server/testing/process.ts'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import type { Person } from './testing/person.ts'
import { clauseOf, clauseRow, onClause, post, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'bargaining' }), stay: true })

const both = (en: string, ru: string) => ({ en, ru })
const clause = (
  id: string,
  order: string,
  words: readonly [string, string],
  us: readonly string[],
  ru: readonly string[],
) => ({
  id,
  parent: null,
  order,
  kind: 'operative',
  passage: { en: [words[0], { bracket: 'b' }, '.'], ru: [words[1], { bracket: 'b' }, '.'] },
  brackets: {
    b: {
      id: 'b',
      alternatives: [
        alternative(`${id}-us`, 'us', us[0] ?? '', us[1] ?? ''),
        alternative(`${id}-ru`, 'ru', ru[0] ?? '', ru[1] ?? ''),
      ],
    },
  },
  notes: {},
})
const option = (id: string, name: { en: string; ru: string }, on: string, side: string) => ({
  id,
  name,
  closes: [{ clause: on, bracket: 'b', alternative: `${on}-${side}` }],
})
const agenda = {
  baskets: [],
  constraints: [],
  issues: [
    {
      id: 'duty',
      name: both('Duty', 'Обязанность'),
      options: [
        option('should', both('should notify', 'стремится уведомлять'), 'op1', 'ru'),
        option('shall', both('shall notify', 'уведомляет'), 'op1', 'us'),
      ],
    },
    {
      id: 'hours',
      name: both('Notice', 'Срок'),
      options: [
        option('h24', both('24 hours', '24 часа'), 'op2', 'us'),
        option('h72', both('72 hours', '72 часа'), 'op2', 'ru'),
      ],
    },
  ],
}
const worth = {
  us: {
    issues: {
      duty: { weight: 70, options: { shall: 100, should: 0 } },
      hours: { weight: 30, options: { h24: 100, h72: 0 } },
    },
    reservation: 2_511,
    redLines: [],
  },
  ru: {
    issues: {
      duty: { weight: 30, options: { shall: 0, should: 100 } },
      hours: { weight: 70, options: { h24: 0, h72: 100 } },
    },
    reservation: 2_622,
    redLines: [],
  },
}
const words = both(
  'Let the duty be firm and the notice long.',
  'Пусть обязанность будет твёрдой, а срок долгим.',
)

const people = new Map<string, Person>()
const at = (key: string): Person => {
  const found = people.get(key)
  if (!found) throw new Error(`${key} is not here`)
  return found
}

const viewOf = async (person: Person) =>
  (await person.context.request.get(`/api/processes/${house.process()}/bargaining`)).json()

const isWell = async (person: Person): Promise<void> => {
  await person.check()
  expect(await foreignWords(person.page, person.language)).toEqual([])
  expect(await overflow(person.page)).toEqual([])
}

test('both sides enter their worth and show it; the mediator opens a text and sets out what is negotiated', async () => {
  for (const key of ['mediator-head', 'us-head', 'ru-head', 'observer'])
    people.set(key, await house.enter(key))
  const mediator = at('mediator-head')
  const title = both('Understanding on launches', 'Договорённость о пусках')
  const clauses = [
    clause(
      'op1',
      'V',
      ['Each Party ', 'Каждая Сторона '],
      ['shall notify', 'уведомляет'],
      ['should notify', 'стремится уведомлять'],
    ),
    clause(
      'op2',
      'W',
      ['Notice is given before ', 'Срок уведомления: '],
      ['24 hours', '24 часа'],
      ['72 hours', '72 часа'],
    ),
  ]
  await post(mediator, house, 'plenary', ['text.open', 'text', 0], { title, clauses })
  await post(mediator, house, 'plenary', ['agenda.set', 'agenda', 0], agenda)
  for (const side of ['us', 'ru'] as const) {
    const head = at(`${side}-head`)
    const own = {
      ...worth[side],
      normalised: 'as-given',
      interdependence: [],
      constraints: [],
      comparisons: [],
    }
    await post(head, house, `${side}-caucus`, ['worth.set', 'worth', 0], own)
    await post(head, house, `${side}-channel`, ['disclosure.make', randomUUID(), 0], worth[side])
  }
})

test('the mediator sees what the efficient packages are, by picture, keyboard and table, and has the claims checked', async () => {
  const mediator = at('mediator-head')
  const { page, say } = mediator
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(request.url())
  })
  await mediator.go('bargaining?view=packages')
  const picture = page.getByRole('slider').first()
  await picture.focus()
  await page.keyboard.press('Home')
  await page.locator('.package-read dl').first().waitFor()
  await press(page.getByRole('main'), say('bargaining.mediator.check'))
  await page.locator('[data-verdict="proven"]').nth(4).waitFor()
  expect(await page.locator('[data-verdict="refuted"]').count()).toBe(0)
  await page.locator('.table-twin summary').first().click()
  await isWell(mediator)
  expect(posts).toEqual([])
})

test('on the text page the mediator alone reads which alternatives are in efficient packages', async () => {
  const mediator = at('mediator-head')
  await mediator.go('text')
  await onClause(mediator, 'op1')
  await mediator.page.keyboard.press('Enter')
  const role = clauseRow(mediator, 'op1').locator('.role-in-packages')
  if ((await role.count()) === 0) await clauseRow(mediator, 'op1').locator('.bracket').first().click()
  await role.first().waitFor()
  expect(await role.count()).toBe(2)
  await isWell(mediator)
})

test('the mediator finds the trade, words it, and reads what its release tells before it goes', async () => {
  const mediator = at('mediator-head')
  const { page, say, languageName } = mediator
  const main = page.getByRole('main')
  await mediator.go('bargaining?view=trades')
  const trade = page
    .locator('.trade')
    .filter({ hasText: 'On “Duty”: “shall notify” instead of “should notify”.' })
  expect(await trade.first().textContent()).toContain('По вопросу «Срок»: «72 часа» вместо «24 часа».')
  await isWell(mediator)
  await press(trade.first(), say('bargaining.mediator.prepare-this'))
  for (const [language, text] of Object.entries(words)) {
    const field = main.getByRole('textbox', {
      name: say('bargaining.mediator.words-in', { language: languageName(language) }),
    })
    expect(await field.inputValue()).not.toBe('')
    await field.fill(text)
  }
  await press(main, say('bargaining.mediator.prepare.keep'))
  await press(main, say('bargaining.mediator.budget.set'))
  await press(main, say('bargaining.mediator.release.open'))
  const dialog = page.getByRole('dialog')
  const release = dialog.getByRole('button', { name: say('bargaining.mediator.release'), exact: true })
  expect(await release.isDisabled()).toBe(true)
  for (const side of ['Side A', 'Side B']) await dialog.getByText(side, { exact: true }).first().click()
  await dialog.getByText('the gain on “Notice” is worth at least the loss on “Duty”').waitFor()
  await dialog.getByText('the gain on “Duty” is worth at least the loss on “Notice”').waitFor()
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  expect(await faultsOf(page)).toEqual([])
  await release.click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(say('bargaining.mediator.went')).first().waitFor()
  const [received] = (await viewOf(at('us-head'))).received
  expect(received.state.words.words).toEqual(words)
})

test('both accept blind, and the mediator closes the brackets by what they accepted', async () => {
  const mediator = at('mediator-head')
  const { page, say } = mediator
  const main = page.getByRole('main')
  await press(main, say('bargaining.mediator.put-this'))
  await page.locator('#put').waitFor()
  await isWell(mediator)
  // Nobody waits an hour here: the deadline is brought forward on its way to the server.
  const soon = () => new Date(house.context().clock().getTime() + 5_000).toISOString()
  await page.route('**/acts', async (route) => {
    const act = route.request().postDataJSON()
    if (act.kind === 'ballot.put') act.payload.deadline = soon()
    await route.continue({ postData: JSON.stringify(act) })
  })
  await press(main, say('bargaining.mediator.ballot.put'))
  await page.getByText(say('bargaining.mediator.ballot.open')).waitFor()
  const [{ object }] = (await viewOf(at('us-head'))).ballots
  const early = { alternative: 'op1-us', wording: 1 }
  await expect(post(mediator, house, 'plenary', ['clause.adopt', 'op1', null], early)).rejects.toThrow(
    'text.not-supported-by-all',
  )
  for (const side of ['us', 'ru'])
    await post(at(`${side}-head`), house, `${side}-caucus`, ['answer.give', object, 0], { accept: true })
  await page
    .getByText(say('bargaining.mediator.ballot.accepted'), { exact: true })
    .waitFor({ timeout: 20_000 })
  const adopt = say('bargaining.mediator.adopt', { count: 2 })
  await press(main, adopt)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('уведомляет').waitFor()
  await press(dialog, adopt)
  await page.getByText(say('bargaining.mediator.adopted')).waitFor()
  await page.locator('.chain summary').click()
  await isWell(mediator)
  for (const id of ['op1', 'op2']) expect((await clauseOf(mediator, house, id)).brackets).toEqual({})
  expect((await clauseOf(mediator, house, 'op1')).passage.en).toEqual(['Each Party shall notify.'])
})

test('each link of the chain is seen by those who may see it and by nobody else', async () => {
  const steps = async (person: Person) => person.page.locator('.chain li').allTextContents()
  const mediators = await steps(at('mediator-head'))
  expect(
    mediators.filter((step) => step.includes(at('mediator-head').say('bargaining.chain.disclosure'))),
  ).toHaveLength(2)
  const own = await viewOf(at('us-head'))
  expect(own.disclosures).toHaveLength(1)
  expect(own.received).toHaveLength(1)
  expect([own.prepared, own.budget]).toEqual([[], null])
  expect(own.answers).toHaveLength(1)
  expect(JSON.stringify(own)).not.toContain('2622')
  const us = at('us-head')
  await us.go('bargaining?view=blind')
  await us.page.locator('.chain summary').click()
  const named = ['worth', 'disclosure', 'suggestion', 'ballot', 'clause', 'clause'] as const
  expect(await us.page.locator('.chain li strong').allTextContents()).toEqual(
    named.map((step) => us.say(`bargaining.chain.${step}`)),
  )
  const observer = at('observer')
  await observer.go('text')
  await clauseRow(observer, 'op1').getByText('Each Party shall notify.').waitFor()
  await observer.go('bargaining')
  const seen = await viewOf(observer)
  expect({ ...seen, agenda: null, at: '' }).toEqual({
    agenda: null,
    draft: null,
    worth: null,
    ratification: null,
    answers: [],
    disclosures: [],
    received: [],
    ballots: [],
    due: {},
    budget: null,
    prepared: [],
    at: '',
  })
  const heard = await observer.heard()
  for (const secret of ['2511', '2622', words.en, words.ru]) expect(heard).not.toContain(secret)
})

test('the mediator takes in a conflict from a file of its own and reads where it may rest; nothing is sent', async () => {
  const mediator = at('mediator-head')
  const { page, say } = mediator
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(request.url())
  })
  await mediator.go('bargaining?view=stability')
  const chosen = page.waitForEvent('filechooser')
  await press(page.getByRole('main'), say('stability.load'))
  await (await chosen).setFiles(join(root, 'cases', 'cuba-1962', 'conflict.json'))
  await page.locator('#inverse').waitFor()
  const sequential = page.locator('.card').filter({ hasText: say('stability.notion.SEQ') })
  expect(await sequential.getByRole('listitem').count()).toBe(3)
  await isWell(mediator)
  expect(posts).toEqual([])
})
