/** Two write the same thing at once: whoever comes second is told, loses nothing, and overwrites nobody unseen. */
import { expect, test } from 'vitest'
import type { StandingView } from '#contract/process-views.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { press } from './testing/text.ts'

const house = openHouse()

const sound = async (person: Person): Promise<void> => {
  await settle(person)
  await person.check()
  expect(await overflow(person.page)).toEqual([])
  expect(await foreignWords(person.page, person.language)).toEqual([])
}

const consentOf = async (person: Person) => {
  const answer = await person.context.request.get(`/api/processes/${house.process()}/standing`)
  const { consents } = (await answer.json()) as StandingView
  const consent = consents.find(({ room }) => room === house.room('us-channel'))
  if (!consent) throw new Error('no consent of this side')
  return consent
}

/** Posts an act and gives back how it was answered. */
const posted = async (person: Person, kind: string, object: string, base: number, payload: unknown) => {
  const answer = await person.context.request.post(`/api/processes/${house.process()}/acts`, {
    headers: { origin: house.origin() },
    data: { id: crypto.randomUUID(), room: house.room('us-channel'), kind, object, base, payload },
  })
  return [answer.status(), ((await answer.json()) as { code?: string }).code ?? ''] as const
}

/** Whether these words have been on the page since, if only for a moment. */
const watched = async ({ page }: Person, words: string): Promise<() => Promise<boolean>> => {
  const seen = await page.evaluateHandle((sought) => {
    const found = { seen: false }
    const look = () => {
      found.seen ||= document.body.textContent?.includes(sought) === true
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    return found
  }, words)
  return () => seen.evaluate((found) => found.seen)
}

const consentForm = async ({ page, say }: Person) => {
  await press(page.locator('main'), say('process.consent.change'))
  const form = page.getByRole('region', { name: say('process.consent.change'), exact: true })
  const [scope, qualifications] = [
    form.locator('textarea[lang="en"]').first(),
    form.locator('textarea[lang="en"]').last(),
  ]
  const send = form.getByRole('button', { name: say('process.consent.change'), exact: true })
  return { form, scope, qualifications, send }
}

test('two of one delegation change its consent: the second keeps their words, is told, and decides', {
  timeout: 300_000,
}, async () => {
  const [head, deputy] = await Promise.all([
    house.enter('us-head', { language: 'en' }),
    house.enter('us-deputy', { language: 'ru', width: 390, dark: true }),
  ])
  for (const person of [head, deputy]) await person.go('process')
  const [first, second] = [await consentForm(head), await consentForm(deputy)]
  const before = await consentOf(head)
  const scope = await first.scope.inputValue()
  await second.qualifications.fill('As long as both guarantors stay.')
  await first.scope.fill('Talks on notifications alone.')
  // The page hears of the act before the act is answered: its own act overtakes nobody.
  await head.page.route('**/acts', async (route) => {
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.fulfill({ response })
  })
  const told = await watched(head, head.say('draft.overtaken'))
  await first.send.click()
  await first.form.waitFor({ state: 'detached' })
  expect(await told()).toBe(false)

  await second.form.getByText(deputy.say('draft.overtaken')).waitFor()
  await second.form.getByText('Talks on notifications alone.').waitFor()
  expect(await second.qualifications.inputValue()).toBe('As long as both guarantors stay.')
  expect(await second.scope.inputValue()).toBe(scope)
  expect(await second.send.isDisabled()).toBe(true)
  await sound(deputy)
  const late = { scope: { original: 'en', words: { en: 'Overwritten.' } } }
  expect(await posted(deputy, 'consent.give', 'consent', before.revision, late)).toEqual([409, 'act.stale'])

  // A reload loses neither the words nor the notice.
  await deputy.page.reload()
  const again = await consentForm(deputy)
  await again.form.getByText(deputy.say('draft.overtaken')).waitFor()
  await again.form.getByRole('button', { name: deputy.say('draft.overtaken.mine') }).focus()
  await deputy.page.keyboard.press('Enter')
  await again.form.getByText(deputy.say('draft.overtaken')).waitFor({ state: 'detached' })
  await deputy.page.keyboard.press('Tab')
  expect(await again.send.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await again.scope.inputValue()).toBe('Talks on notifications alone.')
  expect(await again.qualifications.inputValue()).toBe('As long as both guarantors stay.')
  await sound(deputy)
  await again.send.click()
  await again.form.waitFor({ state: 'detached' })
  const { state } = await consentOf(head)
  expect([state.scope.words['en'], state.qualifications?.words['en']]).toEqual([
    'Talks on notifications alone.',
    'As long as both guarantors stay.',
  ])
  expect(state.steps.length).toBe(before.state.steps.length + 2)
})

test('a form in which nothing is written follows what stands; one begun again lets its words go on the word of its author', {
  timeout: 300_000,
}, async () => {
  const [head, deputy] = await Promise.all([
    house.enter('us-head', { language: 'en', width: 390 }),
    house.enter('us-deputy', { language: 'en' }),
  ])
  for (const person of [head, deputy]) await person.go('process')
  const [first, second] = [await consentForm(head), await consentForm(deputy)]
  await first.scope.fill('Talks on space as well.')
  await first.send.click()
  await deputy.page.waitForFunction(
    () =>
      document.querySelector<HTMLTextAreaElement>('textarea[lang="en"]')?.value === 'Talks on space as well.',
  )
  expect(await second.form.getByText(deputy.say('draft.overtaken')).count()).toBe(0)
  expect(await second.send.isDisabled()).toBe(false)

  const mine = await consentForm(head)
  await mine.scope.fill('Only for this round.')
  await second.scope.fill('Talks on all of it.')
  await second.send.click()
  await mine.form.getByText(head.say('draft.overtaken')).waitFor()
  await sound(head)
  expect(await mine.scope.inputValue()).toBe('Only for this round.')
  await press(mine.form, head.say('draft.overtaken.anew'))
  expect(await mine.scope.inputValue()).toBe('Talks on all of it.')
})

test('the mediator and the deputy write on one interlocutor: neither note is lost', {
  timeout: 300_000,
}, async () => {
  const [mediator, deputy] = await Promise.all([
    house.enter('mediator-head', { language: 'en' }),
    house.enter('mediator-deputy', { language: 'en', width: 390 }),
  ])
  for (const person of [mediator, deputy]) await person.go('people')
  await mediator.page
    .getByRole('button', { name: mediator.say('note.write') })
    .first()
    .click()
  const dialog = (person: Person) => person.page.getByRole('dialog')
  await dialog(mediator).locator('textarea').fill('Asks for time before every answer.')
  await press(dialog(mediator), mediator.say('note.keep'))
  await dialog(mediator).waitFor({ state: 'detached' })
  for (const person of [mediator, deputy]) {
    const line = person.page.getByRole('listitem').filter({ hasText: 'Asks for time before every answer.' })
    await press(line.last(), person.say('note.change'))
  }
  await dialog(deputy).locator('textarea').fill('Asks for time, and keeps to it.')
  await dialog(mediator).locator('textarea').fill('Asks for time before every answer; likes plain words.')
  await press(dialog(mediator), mediator.say('note.keep'))
  await dialog(deputy).getByText(deputy.say('draft.overtaken')).waitFor()
  expect(await dialog(deputy).locator('textarea').inputValue()).toBe('Asks for time, and keeps to it.')
  expect(
    await dialog(deputy)
      .getByRole('button', { name: deputy.say('note.keep') })
      .isDisabled(),
  ).toBe(true)
  await sound(deputy)
})

test('whoever is about to accept minutes is shown that they were written anew, and accepts what they have read', {
  timeout: 300_000,
}, async () => {
  const [us, mediator] = await Promise.all([
    house.enter('us-head', { language: 'ru', width: 390 }),
    house.enter('mediator-head', { language: 'en' }),
  ])
  const title = { en: 'Working group: order of work', ru: 'Рабочая группа: порядок работы' }
  for (const person of [us, mediator]) {
    await person.go('meetings?week=2026-11-16')
    await person.page.getByRole('link', { name: title[person.language] }).click()
  }
  const accept = us.page.getByRole('button', { name: us.say('meetings.minutes.accept'), exact: true })
  expect(await accept.isDisabled()).toBe(false)
  await press(mediator.page.locator('main'), mediator.say('meetings.minutes.rewrite'))
  const form = mediator.page.getByRole('region', {
    name: mediator.say('meetings.minutes.rewrite'),
    exact: true,
  })
  await form.locator('textarea[lang="en"]').fill('The group meets on Mondays.')
  await form.locator('textarea[lang="ru"]').fill('Группа собирается по понедельникам.')
  await press(form, mediator.say('meetings.minutes.rewrite'))
  await us.page.getByText(us.say('accept.other-words')).waitFor()
  await us.page.getByText('Группа собирается по понедельникам.').waitFor()
  expect(await accept.isDisabled()).toBe(true)
  await sound(us)
  await press(us.page.locator('main'), us.say('accept.have-read'))
  await accept.click()
  await accept.waitFor({ state: 'detached' })
  await mediator.page
    .getByText(/Eleanor Hale/)
    .first()
    .waitFor()
})

test('what was written for a session of one room is not carried into another', {
  timeout: 300_000,
}, async () => {
  const secretary = await house.enter('mediator-secretary', { language: 'en' })
  const { page, say } = secretary
  await secretary.go('meetings/convene')
  const rooms = page.locator('label.field', { hasText: say('meetings.room') }).locator('select')
  const title = page.locator('main input[lang="en"]').first()
  const [from, to] = await rooms
    .locator('option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
  await rooms.selectOption(from ?? '')
  await title.fill('Our own count of the brackets')
  await rooms.selectOption(to ?? '')
  expect(from).not.toBe(to)
  expect(await title.inputValue()).toBe('')
  await page.reload()
  expect(await rooms.inputValue()).toBe(to)
  expect(await title.inputValue()).toBe('')
})
