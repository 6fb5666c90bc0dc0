/** Canaries in the background: what each seat enters and thinks for itself, and what both sides tell at the table. */
import { randomUUID } from 'node:crypto'
import type { Aviary } from './canaries.ts'
import type { Answer, Person, TestTable } from './table.ts'

interface Hand {
  readonly table: TestTable
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

const own = [
  ['us-head', 'us-caucus'],
  ['ru-head', 'ru-caucus'],
  ['mediator-head', 'office'],
] as const

/** One event on the common time line, told by both sides and read by each for itself; one on the own line of each. */
export const layBackground = async ({ aviary, as }: Hand): Promise<void> => {
  const both = (what: string, room: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const event = (room: string) => ({
    ...{
      when: '1972-05-25',
      kind: 'agreement',
      name: both('name of an event', room),
      issues: [],
      clauses: [],
    },
    ...{ facts: both('facts', room), place: both('place of an event', room) },
    sources: [{ words: aviary.word('source of an event', room) }],
  })
  const common = randomUUID()
  good(await (await as('mediator-head')).act('plenary', 'event.enter', common, 0, event('plenary')))
  for (const seat of ['us', 'ru']) {
    const told = { words: both('account of an event', 'plenary'), sources: [] }
    good(await (await as(`${seat}-head`)).act('plenary', 'event.tell', common, null, told))
  }
  const line = { id: randomUUID(), words: both('agreed facts', 'plenary') }
  good(await (await as('mediator-head')).act('plenary', 'event.propose-facts', common, 3, line))
  for (const [member, room] of own) {
    const person = await as(member)
    const reading = { words: both('private reading', room) }
    good(await person.act(room, 'reading.write', common, 0, reading))
    good(await person.act(room, 'event.enter', randomUUID(), 0, event(room)))
    const lesson = { words: both('lesson', room), events: [common] }
    good(await person.act(room, 'lesson.enter', randomUUID(), 0, lesson))
  }
}
