/** What the checks say to a clause stands beside it and before it is certified, and keeps nobody from certifying. */
import { expect, test } from 'vitest'
import { alternative } from '../server/testing/clauses.ts'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { onClause } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'concordance' }) })

const clause = (
  id: string,
  order: string,
  en: readonly unknown[],
  ru: readonly unknown[],
  brackets = {},
) => ({
  id,
  parent: null,
  order,
  kind: 'operative',
  passage: { en, ru },
  brackets,
  notes: {},
})
const clauses = [
  clause(
    'op1',
    'V',
    ['Each Party shall notify the other no later than 24 hours before, as in resolution 2500 (2019).'],
    ['Каждая Сторона уведомляет другую не позднее чем за 24 часа, как в резолюции 2550 (2019).'],
  ),
  clause(
    'op2',
    'W',
    ['The Parties ', { bracket: 'b' }, ' meet within five days.'],
    ['Стороны ', { bracket: 'b' }, ' в пятидневный срок.'],
    {
      b: {
        id: 'b',
        alternatives: [
          alternative('x', 'us', 'shall', 'встречаются'),
          alternative('y', 'ru', 'shall', 'намерены встречаться'),
        ],
      },
    },
  ),
  clause('op3', 'X', ['Either Party may withdraw.'], ['Любая из Сторон может выйти.']),
]

test('an interpreter sees where the languages may differ, in their own language, and decides', async () => {
  const mediator = await house.enter('mediator-head')
  await mediator.go('text')
  const status = await mediator.page.evaluate(
    async ([process, room, seeds]) => {
      const payload = { title: { en: 'Understanding', ru: 'Договорённость' }, clauses: seeds }
      const act = { id: crypto.randomUUID(), kind: 'text.open', room, object: 'text', base: 0, payload }
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(act)
      return (await fetch(`/api/processes/${process}/acts`, { method: 'POST', headers, body })).status
    },
    [house.process(), house.room('plenary'), clauses] as const,
  )
  expect(status).toBe(200)

  const sentences = {
    en: 'English cites 2500 (2019), Russian cites 2550 (2019).',
    ru: 'В английском тексте ссылка на 2500 (2019), в русском на 2550 (2019).',
  }
  for (const [who, language, width, dark] of [
    ['us-interpreter', 'en', 1280, false],
    ['ru-interpreter', 'ru', 390, true],
  ] as const) {
    const person = await house.enter(who, { language, width, dark })
    await person.go('text')
    const rows = person.page.locator('.text-clause')
    for (const i of [0, 1]) await rows.nth(i).locator('.concordance summary').click()
    await rows.nth(0).getByText(sentences[language]).waitFor()
    expect(await rows.nth(0).locator('.concordance mark').allTextContents()).toEqual([
      '2500 (2019)',
      '2550 (2019)',
    ])
    expect(await rows.nth(1).locator('.concordance mark').allTextContents()).toEqual(['shall', 'намерены'])
    expect(await rows.nth(2).locator('.concordance summary').count()).toBe(0)
    await person.check()

    await (await onClause(person, 'op1')).getByRole('button', { name: person.say('text.certify') }).click()
    const question = person.page.getByRole('dialog')
    await question.getByText(sentences[language]).waitFor()
    await person.check()
    await question.getByRole('button', { name: person.say('text.certify') }).click()
    await question.waitFor({ state: 'hidden' })
    await rows.nth(0).locator('.concordance .certified').waitFor()
  }
})
