/** Every page, from every kind of seat, in both languages. */
import { afterAll, expect, test } from 'vitest'
import { faultsOf, type Scope } from './testing/axe.ts'
import { foreignWords, overflow } from './testing/chrome.ts'
import { openHouse } from './testing/house.ts'
import { open, pagesOf, settle } from './testing/pages.ts'
import type { Person } from './testing/person.ts'
import { type Language, phrase } from './testing/words.ts'

const house = openHouse()
const languages = ['en', 'ru'] as const
const own: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' }
let walked = 0
let violations = 0

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

const faultsOfPage = async (
  person: Person,
  language: Language,
  scope: Scope | 'nothing',
): Promise<readonly string[]> => {
  const { page } = person
  const notice = page.getByText(phrase(language, 'exercise.notice'), { exact: true })
  const faults = [
    ...(scope === 'nothing' ? [] : await faultsOf(page, scope)),
    ...(await foreignWords(page, language)),
    ...(await overflow(page)),
    ...((await notice.isVisible()) ? [] : ['no notice that this is an exercise']),
  ]
  walked += 1
  violations += faults.length
  return faults
}

/** Everything wrong with one page in each language; it is first read in the language it comes up in. */
const look = async (
  person: Person,
  path: string,
  among: readonly Language[],
  scope: Scope | 'nothing',
  isFirst: boolean,
): Promise<readonly string[]> => {
  await (isFirst || path.startsWith('/') ? person.go(path) : person.turn(path))
  await settle(person)
  const shown = (await person.page.locator('html').getAttribute('lang')) as Language
  const faults: string[] = []
  for (const [place, language] of among.toSorted((one) => (one === shown ? -1 : 1)).entries()) {
    await turnTo(person, language)
    await settle(person)
    const found = await faultsOfPage(
      person,
      language,
      place > 0 && scope === 'all' ? 'all but colours' : scope,
    )
    faults.push(...found.map((fault) => `${path} (${language}): ${fault}`))
  }
  return faults
}

interface Walk {
  readonly among?: readonly Language[]
  readonly width?: number
  readonly dark?: boolean
  readonly pages?: readonly string[]
  /** What axe looks at on each page; colours are the longest to measure, and nothing at all where a twin is looked at. */
  readonly scope?: Scope | 'nothing'
}

/** Every page is looked at in both languages; of the many views of one text, of bargaining and of commitments, each only in the reader's own. */
const languagesFor = (person: Person, path: string, among: readonly Language[]): readonly Language[] =>
  /(?:text|bargaining|commitments|background)\?view=/.test(path) && among.includes(person.language)
    ? [person.language]
    : among

const walk = async (
  member: string,
  { among = languages, width = 1280, dark = false, pages, scope = 'all but colours' }: Walk = {},
) => {
  const person = await house.enter(member, { width, dark })
  const faults: string[] = []
  // The first page is loaded; to the others one turns as by a link, which takes a quarter of the time.
  for (const [place, path] of (pages ?? (await pagesOf(person, house.process()))).entries())
    faults.push(...(await look(person, path, languagesFor(person, path, among), scope, place === 0)))
  return [...faults, ...person.troubles()].map((fault) => `${member} ${fault}`)
}

const together = async (...walks: readonly Promise<readonly string[]>[]) =>
  expect((await Promise.all(walks)).flat()).toEqual([])

afterAll(() => console.log(`walked ${walked} pages: ${violations} violations`))

// The pages on which a mediator sees more than a delegation.
const mediators = [
  '',
  'desk',
  'people',
  ...['packages', 'trades', 'suggestions', 'ballots', 'stability'].map((part) => `bargaining?view=${part}`),
]

// Both of a pair see the same pages with other words in them: one is looked at whole, the other for its language and width.
test.each([
  ['us-head', languages, 'all', 'ru-head', 'ru'],
  ['mediator-head', ['en'], 'all but colours', 'mediator-interpreter-2', 'ru'],
  ['observer-1', ['en'], 'all but colours', 'guarantor-2', 'ru'],
  ['verifier-1', ['ru'], 'all but colours', 'public-1', 'en'],
] as const)(
  '%s and its like: every page is accessible, marked as an exercise and in one language',
  { timeout: 900_000 },
  (one, among, scope, two, language) =>
    together(walk(one, { among, scope }), walk(two, { among: [language], scope: 'nothing' })),
)

test('in the dark every page has contrast enough', { timeout: 900_000 }, () =>
  together(
    walk('us-legal', { among: ['en'], dark: true, scope: 'colours' }),
    walk('mediator-deputy', { among: ['ru'], dark: true, scope: 'colours', pages: mediators }),
  ),
)

test('at 390 px every page is accessible and no wider than the screen', { timeout: 900_000 }, () =>
  together(
    walk('ru-deputy', { among: ['ru'], width: 390 }),
    walk('mediator-secretary', { among: ['en'], width: 390, scope: 'all', pages: mediators }),
  ),
)

test('the door, an invitation, what is seen by whom, a text to verify and a wrong address are accessible', async () => {
  for (const [language, width] of [
    ['en', 1280],
    ['ru', 390],
  ] as const) {
    const person = await house.enter(undefined, { language, width })
    for (const path of ['/', '/invitation', '/trust', '/verify', '/nowhere']) {
      await open(person, path)
      await person.check()
      expect(await foreignWords(person.page, language), path).toEqual([])
      expect(await overflow(person.page), path).toEqual([])
      walked += 1
    }
  }
})
