/** What the mediator does at the desk. */
import type { Locator } from 'playwright-core'
import type { Manner } from '#domain/rooms/message.ts'
import type { Person } from './person.ts'
import { way } from './room.ts'

/** The line of the desk with an entry in which these words stand; it holds what can be done about it. */
export const waiting = ({ page }: Person, words: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('article').filter({ hasText: words }) })

/** What the mediator conveys. */
export interface Conveyed {
  /** Words of the entry that is conveyed. */
  readonly entry: string
  readonly as: Manner
  readonly words?: Readonly<Record<string, string>>
  /** The id of the room it goes to; without it, the one that is proposed. */
  readonly to?: string
}

/** Opens what is needed to convey an entry and fills it in. */
export const prepare = async (person: Person, { entry, as, words = {}, to }: Conveyed): Promise<Locator> => {
  const { say, languageName } = person
  const place = waiting(person, entry)
  await place.getByRole('button', { name: say('convey.open'), exact: true }).click()
  await way(place, say('convey.manner'), say(`manner.${as}`)).click()
  for (const [language, text] of Object.entries(words))
    await place
      .getByRole('textbox', { name: say('convey.words', { language: languageName(language) }) })
      .fill(text)
  if (to) await place.getByRole('combobox', { name: say('convey.to') }).selectOption(to)
  return place
}

/** Conveys an entry that waits at the desk. */
export const convey = async (person: Person, conveyed: Conveyed): Promise<void> => {
  const place = await prepare(person, conveyed)
  await place.getByRole('button', { name: person.say('convey'), exact: true }).click()
  await place.getByRole('button', { name: person.say('convey'), exact: true }).waitFor({ state: 'hidden' })
}
