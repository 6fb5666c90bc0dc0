/** The order of a list as its drafter enters it: local elections and border control, each waiting for the other. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { clauseOf, openText, post, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'order' }), stay: true })

/**
 * Two steps as Security Council resolution 2202 (2015), annex I, has them: control of the border begins the day after
 * local elections (step 9); of the elections (step 12) the paper does not say what they wait for.
 */
const steps = { border: randomUUID(), elections: randomUUID() }

const terms = (en: string, ru: string, bound: string) => ({
  ...{ name: { en, ru }, what: { en, ru }, bound: [bound], beneficiary: [], conditions: [] },
  ...{ verification: [], theme: 'communication', tags: [], codes: [] },
})

const enter = async (mediator: Person, clause: string, object: string, given: Record<string, unknown>) => {
  const { passage, wording } = await clauseOf(mediator, house, clause)
  const words = { en: String(passage.en?.[0]), ru: String(passage.ru?.[0]) }
  await post(mediator, house, 'plenary', ['stipulation.enter', object, 0], {
    ...{ quote: { clause, wording, words }, terms: given },
  })
}

test('a circle of waits is told and drawn as soon as the drafter has entered the condition that closes it', async () => {
  const mediator = await house.enter('mediator-head')
  const { page, say } = mediator
  await openText(mediator, house)
  await enter(mediator, 'k2', steps.elections, {
    ...terms('Local elections', 'Местные выборы', 'us'),
    due: { kind: 'none' },
  })
  await enter(mediator, 'k3', steps.border, {
    ...terms('Border control', 'Контроль границы', 'ru'),
    begins: { kind: 'after', days: 1, from: { stipulation: steps.elections, event: 'done' } },
    due: { kind: 'date', date: '2027-12-31' },
  })
  const order = page.getByRole('region', { name: say('commitments.order'), exact: true })
  const picture = order.getByRole('region', { name: say('commitments.picture.title'), exact: true })
  await mediator.go('commitments')
  await picture.waitFor()
  expect(await picture.locator('li').count()).toBe(2)
  expect(await picture.getByText(say('commitments.picture.knotted')).count()).toBe(0)
  await order.getByText('Local elections” has no deadline', { exact: false }).waitFor()

  await open(mediator, `commitments/${house.room('plenary')}/${steps.elections}/change`)
  await press(page.locator('main'), say('commitments.condition.add'))
  await page
    .getByRole('combobox', { name: say('commitments.condition.other'), exact: true })
    .selectOption(steps.border)
  await press(page.locator('main'), say('commitments.change.send'))
  await page.waitForURL((url) => !url.pathname.endsWith('/change'))

  const ru = await house.enter('ru-head')
  for (const person of [mediator, ru]) {
    await open(person, 'commitments')
    const drawn = person.page.getByRole('region', { name: person.say('commitments.picture.title') })
    await drawn.waitFor()
    expect(await drawn.getByText(person.say('commitments.picture.knotted')).count()).toBe(2)
    await person.check()
  }
  await order.getByText(/These steps wait for each other.*(Local elections|Border control)/).waitFor()
  await ru.page.getByText(/Эти шаги ждут друг друга.*(Местные выборы|Контроль границы)/).waitFor()
})
