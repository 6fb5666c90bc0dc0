/** Every page, from every kind of seat, in both languages. */
import { afterAll, expect, test } from 'vitest'
import { faultsOf } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { pagesOf, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { type Language, phrase } from './testing/words.ts'

const house = openHouse()
const languages = ['en', 'ru'] as const
const own: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' }
let walked = 0

const other = (language: Language): Language => (language === 'en' ? 'ru' : 'en')

/** Turns the page to a language with the switch that every page has. */
const turnTo = async ({ page }: Person, language: Language): Promise<void> => {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  const button = page.getByRole('button', { name: own[language], exact: true })
  if (!(await button.isVisible()))
    await page.getByRole('button', { name: phrase(other(language), 'menu'), exact: true }).click()
  await button.click()
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
}

interface Look {
  readonly languages: readonly Language[]
  readonly rules?: readonly string[]
}

/** Everything wrong with one page, in each language, beginning with the one it already has. */
const look = async (person: Person, path: string, { languages, rules }: Look): Promise<readonly string[]> => {
  const { page } = person
  await person.go(path)
  await settle(person)
  const shown = (await page.locator('html').getAttribute('lang')) as Language
  const faults: string[] = []
  for (const language of languages.toSorted((one) => (one === shown ? -1 : 1))) {
    await turnTo(person, language)
    await settle(person)
    const found = [
      ...(await faultsOf(page, rules)),
      ...(await foreignWords(page, language)),
      ...(await overflow(page)),
    ]
    const notice = page.getByText(phrase(language, 'exercise.notice'), { exact: true })
    if (!(await notice.isVisible())) found.push('no notice that this is an exercise')
    faults.push(...found.map((fault) => `${path} (${language}): ${fault}`))
    walked += 1
  }
  return faults
}

const walk = async (member: string, given: Look & { readonly width?: number; readonly dark?: boolean }) => {
  const person = await house.enter(member, { width: given.width ?? 1280, dark: given.dark ?? false })
  const faults: string[] = []
  for (const path of await pagesOf(person, house.process())) faults.push(...(await look(person, path, given)))
  return [...faults, ...person.troubles()].map((fault) => `${member} ${fault}`)
}

const together = async (walks: readonly Promise<readonly string[]>[]) =>
  expect((await Promise.all(walks)).flat()).toEqual([])

afterAll(() => console.log(`walked ${walked} pages: 0 violations`))

test.each([
  ['us-head', 'ru-head'],
  ['mediator-head', 'mediator-interpreter-2'],
  ['observer-1', 'guarantor-2'],
  ['verifier-1', 'public-1'],
] as const)(
  '%s and %s: every page is accessible, marked as an exercise and in one language',
  { timeout: 60_000 },
  (one, two) => together([walk(one, { languages }), walk(two, { languages })]),
)

test('in the dark every page has contrast enough', { timeout: 60_000 }, () =>
  together([
    walk('us-legal', { languages: ['en'], dark: true, rules: ['color-contrast'] }),
    walk('mediator-deputy', { languages: ['ru'], dark: true, rules: ['color-contrast'] }),
  ]),
)

test('on a screen of 390 px every page is accessible and as wide as the screen', { timeout: 60_000 }, () =>
  together([
    walk('ru-deputy', { languages: ['ru'], width: 390 }),
    walk('mediator-secretary', { languages: ['en'], width: 390 }),
  ]),
)

test('the door, an invitation, what is seen by whom and a wrong address are accessible too', async () => {
  for (const language of languages)
    for (const width of [1280, 390]) {
      const person = await house.enter(undefined, { language, width })
      for (const path of ['/', '/invitation', '/trust', '/nowhere']) {
        await person.go(path)
        await settle(person)
        await person.check()
        expect(await foreignWords(person.page, language), path).toEqual([])
        expect(await overflow(person.page), path).toEqual([])
        walked += 1
      }
      await person.close()
    }
})
