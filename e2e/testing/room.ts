/** What people do in a room, by the names of things on the screen. */
import type { Locator } from 'playwright-core'
import type { AuthorisedUse } from '#domain/rooms/message.ts'
import type { Person } from './person.ts'

/** A pattern for a name that begins with these words; choices carry their explanation in their name. */
export const begins = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u')

/** The entry of a room in which these words stand. */
export const entry = ({ page }: Person, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words })

/** The part of a room's page where one adds to it. */
export const composer = ({ page, say }: Person): Locator => page.getByRole('region', { name: say('compose') })

/** One of the ways of a choice; it is what a person points at. */
export const way = (place: Locator, choice: string, name: string): Locator =>
  place.getByRole('radiogroup', { name: choice }).getByText(name, { exact: true })

/** What a member writes. */
export interface Written {
  readonly words: string
  readonly use?: AuthorisedUse
  readonly askFirst?: boolean
  readonly question?: boolean
}

/** Fills in the composer as it stands and sends it; whatever it answers or is about was chosen before. */
export const write = async (person: Person, { words, use, askFirst, question }: Written): Promise<void> => {
  const { say } = person
  const place = composer(person)
  if (question) await way(place, say('nature'), say('nature.question')).click()
  await place.getByRole('textbox').first().fill(words)
  if (use) await way(place, say('use'), say(`use.${use}`)).click()
  if (askFirst) await place.getByText(say('ask-first'), { exact: true }).click()
  await place.getByRole('button', { name: say('send'), exact: true }).click()
  await entry(person, words).first().waitFor()
}

interface Asked {
  readonly fill?: { readonly label: string; readonly words: string }
  /** What the button of the question says, where it is not the same again. */
  readonly action?: string
}

/** Presses a button that asks first, and answers its question with yes. */
export const confirm = async (
  { page }: Person,
  place: Locator,
  name: string,
  { fill, action = name }: Asked = {},
): Promise<void> => {
  await place.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if (fill) await dialog.getByRole('textbox', { name: fill.label }).fill(fill.words)
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Adds and signs off a translation of the words of an entry. */
export const translate = async (
  person: Person,
  words: string,
  language: string,
  translation: string,
): Promise<void> => {
  const { say, languageName } = person
  const place = entry(person, words).first()
  const facts = { language: languageName(language) }
  await place.getByRole('button', { name: say('interpret.add', facts) }).click()
  await place.getByRole('textbox', { name: say('interpret.words', facts) }).fill(translation)
  await place.getByRole('button', { name: say('interpret.sign'), exact: true }).click()
  await place.getByRole('textbox').waitFor({ state: 'hidden' })
}

/** The languages in which an entry is read, in their order, with the words of each. */
export const renderings = (place: Locator): Promise<readonly (readonly [string, string])[]> =>
  place
    .first()
    .locator('[lang]')
    .evaluateAll((found) =>
      found.map((each) => [each.getAttribute('lang') ?? '', each.textContent ?? ''] as const),
    )

/** The link from an entry to the clause it is about. */
export const clauseLink = (place: Locator): Locator => place.locator('a[href*="/papers/"][href*="#clause-"]')
