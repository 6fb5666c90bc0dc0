/** What people look at on the pages of the record, and what a machine reads of a log. */
import type { Locator } from 'playwright-core'
import type { House } from './house.ts'
import { settle } from './pages.ts'
import type { Person } from './person.ts'

/** Opens the page of a room's record. */
export const openRecord = async (person: Person, house: House, room: string): Promise<void> => {
  await person.go(`rooms/${house.room(room)}/record`)
  await settle(person)
}

/** A button by the phrase it says. */
export const button = ({ page, say }: Person, name: Parameters<Person['say']>[0]): Locator =>
  page.getByRole('button', { name: say(name), exact: true })

/** Words in the result of a check. */
export const verdict = ({ page }: Person, words: string): Locator => page.locator('.verdict').getByText(words)

/** A file of the log of a room. */
export const logText = async (person: Person, house: House, room: string, file: string): Promise<string> => {
  const answer = await person.context.request.get(`/log/${house.room(room)}/${file}`)
  if (!answer.ok()) throw new Error(`${file}: ${answer.status()}`)
  return answer.text()
}

/** The size that the newest checkpoint of a room states. */
export const signedSize = async (person: Person, house: House, room: string): Promise<number> =>
  Number((await logText(person, house, room, 'checkpoint')).split('\n')[1])
