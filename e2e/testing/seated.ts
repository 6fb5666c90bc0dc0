/** People who stay at their screens through all journeys of a file, and what has happened before they come. */
import { beforeAll } from 'vitest'
import { history } from '../../server/testing/commission.ts'
import type { House } from './house.ts'
import type { Person } from './person.ts'
import { post } from './text.ts'

/** Who enters when first asked for, and is the same person from then on. */
export const seated = (house: House): ((member: string) => Promise<Person>) => {
  const people = new Map<string, Person>()
  return async (member) => {
    const person = people.get(member) ?? (await house.enter(member))
    people.set(member, person)
    return person
  }
}

/** Plays a short history before the joint commission, with a reply owed by 1 December, before the first journey. */
export const withHistory = (house: House, as: (member: string) => Promise<Person>): void => {
  beforeAll(async () => {
    for (const [member, room, kind, object, base, payload] of history(house.room('plenary'), '2026-12-01'))
      await post(await as(member), house, room, [kind, object, base], payload)
  }, 300_000)
}
