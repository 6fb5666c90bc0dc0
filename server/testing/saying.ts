/** The words tests put into rooms, and how they find them again. */
import { randomUUID } from 'node:crypto'
import type { Answer, Person, TestTable } from './table.ts'

/** A wording in English, and in Russian when it is given. */
export const wording = (en: string, ru?: string) => ({
  original: 'en',
  words: ru === undefined ? { en } : { en, ru },
})

/** Sends a message and gives its id; fails when it is refused. */
export const send = async (
  person: Person,
  room: string,
  words: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const object = randomUUID()
  const payload = { nature: 'statement', ...wording(words), ...more }
  const answer = await person.act(room, 'message.send', object, 0, payload)
  if (answer.status !== 200) throw new Error(answer.text)
  return object
}

/** What a room shows of an object to this person. */
export const shown = async (table: TestTable, person: Person, room: string, object: string) => {
  const { objects } = (await person.get(`rooms/${table.room(room)}`)).json
  return objects.find((each: { object: string }) => each.object === object)
}

/** The newest object of this kind in a room. */
export const newest = async (table: TestTable, person: Person, room: string, kind = 'message') => {
  const { objects } = (await person.get(`rooms/${table.room(room)}`)).json
  return objects.filter((each: { kind: string }) => each.kind === kind).at(-1)
}

/** The status and the code of an answer; the code is empty for success. */
export const outcome = ({ status, json }: Answer): readonly [number, string] => [status, json.code ?? '']
