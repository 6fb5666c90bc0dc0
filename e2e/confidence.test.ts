import { expect, test } from 'vitest'
import { smallProcess } from '../server/testing/process.ts'
import { openHouse } from './testing/house.ts'
import { open } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { seated } from './testing/seated.ts'
import { fillBoth, press } from './testing/text.ts'

const house = openHouse({ file: () => ({ ...smallProcess, key: 'confidence' }), stay: true })
const as = seated(house)

const region = ({ page }: Person, name: string) => page.getByRole('region', { name, exact: true })

test('a grievance is kept by its side, and goes to the mediator with what may be done with it', async () => {
  const [us, ru, mediator] = [await as('us-head'), await as('ru-head'), await as('mediator-head')]
  await open(us, 'background?view=grievances')
  const form = region(us, us.say('confidence.enter'))
  await fillBoth(us, form, us.say('confidence.name'), 'Plover nested', 'Гнездо зуйка')
  await fillBoth(us, form, us.say('confidence.words'), 'It was taken.', 'Его забрали.')
  await form.getByLabel(us.say('confidence.since'), { exact: true }).fill('2014')
  await us.check()
  await press(form, us.say('confidence.enter'))
  const line = us.page.locator('main li.card').filter({ hasText: 'Plover nested' })
  await press(line, us.say('confidence.put'))
  const putting = region(us, us.say('confidence.put'))
  await putting.getByText(us.say('use.paraphrase'), { exact: true }).click()
  await us.check()
  await press(putting, us.say('confidence.put'))
  await line.getByRole('link', { name: us.say('confidence.was-put') }).click()
  await us.page.getByText('It was taken.').waitFor()
  await open(mediator, 'desk')
  await mediator.page.getByText('It was taken.').first().waitFor()
  await open(ru, 'background?view=grievances')
  await ru.page.getByText(ru.say('confidence.grievances.none')).waitFor()
  expect(await ru.heard()).not.toMatch(/Plover|зуйка/)
})

test('a measure has a part for both, binds when both accept, is confirmed by the other side, and counts as kept', async () => {
  const [us, ru, mediator] = [await as('us-head'), await as('ru-head'), await as('mediator-head')]
  await open(mediator, 'background?view=measures')
  const form = region(mediator, mediator.say('confidence.measure.propose'))
  await fillBoth(mediator, form, mediator.say('confidence.measure.name'), 'A visit each', 'По одной поездке')
  for (const who of smallProcess.parties.map(({ name }) => name.en ?? ''))
    await fillBoth(
      mediator,
      form,
      mediator.say('confidence.part-of', { who }),
      'Receives guests.',
      'Принимает гостей.',
    )
  await form.getByLabel(mediator.say('confidence.by-day'), { exact: true }).fill('2026-12-24')
  await fillBoth(mediator, form, mediator.say('confidence.seen'), 'Guests say so.', 'Гости говорят.')
  await mediator.check()
  await press(form, mediator.say('confidence.measure.propose'))
  for (const person of [us, ru]) {
    await open(person, 'background?view=measures')
    await press(person.page.locator('main'), person.say('confidence.accept'))
  }
  await mediator.page.getByText(mediator.say('confidence.agreed'), { exact: false }).waitFor()
  await press(us.page.locator('main'), us.say('confidence.tell'))
  const telling = region(us, us.say('confidence.tell'))
  await fillBoth(us, telling, us.say('commitments.words'), 'They came.', 'Они приехали.')
  await press(telling, us.say('confidence.tell'))
  await mediator.page.getByText(mediator.say('confidence.part.told'), { exact: true }).waitFor()
  await press(ru.page.locator('main'), ru.say('confidence.see'))
  const seeing = region(ru, ru.say('confidence.see'))
  await fillBoth(ru, seeing, ru.say('commitments.words'), 'We were there.', 'Мы там были.')
  await press(seeing, ru.say('confidence.see'))
  await mediator.page.getByText(mediator.say('confidence.part.seen'), { exact: true }).waitFor()
  for (const person of [us, ru]) await person.check()

  for (const person of [us, ru]) {
    await open(person, 'background?view=promises')
    const name = smallProcess.parties.find(({ key }) => key === 'us')?.name[person.language] ?? ''
    const row = region(person, name)
      .getByRole('row')
      .filter({ hasText: person.say('confidence.promise.of.measure') })
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '0', '0', '0', '0'])
    await person.check()
  }
})
