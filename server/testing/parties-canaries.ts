/** Canaries in credentials and in a change of leadership: at the table, and on a card that a delegation keeps to itself. */
import { createHash, randomUUID } from 'node:crypto'
import type { FileReference } from '#domain/rooms/paper.ts'
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

const both = ({ aviary }: Hand, what: string, room: string) => ({
  en: aviary.word(what, room),
  ru: aviary.word(what, room),
})

/** Lodges credentials: in the plenary the head's own, in the caucus those of a member whom the table does not know. */
export const layCredentials = async (hand: Hand, room: string, file: FileReference): Promise<void> => {
  const key = room === 'plenary' ? 'us-head' : 'us-unseen'
  const payload = {
    ...{ seat: 'us', member: hand.table.founded.members[key], dated: '2026-01-02' },
    ...{ issuer: both(hand, 'issuer of credentials', room), sha256: file.file, file },
  }
  good(await (await hand.as('us-head')).act(room, 'credentials.lodge', randomUUID(), 0, payload))
}

/** Passes the leadership of one delegation to its secretary and back: everybody can do again what they could. */
export const passLeadership = async (hand: Hand): Promise<void> => {
  const sha256 = createHash('sha256').update('a paper that stays in the capital').digest('hex')
  hand.aviary.id(sha256, 'hash of credentials', 'plenary')
  const { members } = hand.table.founded
  const pass = async (from: string, to: string, base: number) => {
    const payload = {
      ...{ outgoing: members[from], stays: true, fullPowers: { from: '2026-01-01' } },
      authority: ['speak', 'propose', 'agree-ad-referendum', 'initial', 'sign'],
      successor: { member: members[to], title: both(hand, 'title of a successor', 'plenary') },
      credentials: { issuer: both(hand, 'issuer of a successor', 'plenary'), dated: '2026-01-02', sha256 },
    }
    good(await (await hand.as(from)).act('plenary', 'leadership.change', 'ru', base, payload))
  }
  await pass('ru-head', 'ru-secretary', 0)
  await pass('ru-secretary', 'ru-head', 1)
}

/** Notes in the office: one that stands on a member of each side, and one whose words were changed and taken back. */
export const layNotes = async (hand: Hand): Promise<void> => {
  const mediator = await hand.as('mediator-head')
  const write = async (key: string, object: string, base: number) => {
    const words = hand.aviary.word('note on an interlocutor', 'office')
    const payload = { seat: key.slice(0, 2), member: hand.table.founded.members[key], language: 'en', words }
    good(await mediator.act('office', 'note.write', object, base, payload))
  }
  for (const seat of ['us', 'ru']) await write(`${seat}-head`, randomUUID(), 0)
  const taken = randomUUID()
  for (const base of [0, 1]) await write('us-secretary', taken, base)
  good(await mediator.act('office', 'note.withdraw', taken, 2, {}))
}

/** A stakeholder map in the office and in each caucus: whom a seat looks at, and how, nobody else knows. */
export const layStakeholders = async (hand: Hand): Promise<void> => {
  const { aviary } = hand
  for (const [by, room] of [
    ['mediator-head', 'office'],
    ['us-head', 'us-caucus'],
    ['ru-head', 'ru-caucus'],
  ] as const) {
    const word = (what: string) => aviary.word(what, room)
    const stand = { issue: 'one', position: 10, influence: 60, salience: 70 }
    const payload = {
      ends: [
        {
          issue: 'one',
          low: { en: word('low end of an issue') },
          high: { ru: word('high end of an issue') },
        },
      ],
      stakeholders: [
        {
          ...{ id: randomUUID(), name: both(hand, 'name of a stakeholder', room), kind: 'spoiler' },
          ...{ behind: 'us', stands: [stand] },
        },
      ],
    }
    for (const { id } of payload.stakeholders) aviary.id(id, 'id of a stakeholder', room)
    good(await (await hand.as(by)).act(room, 'stakeholders.set', 'stakeholders', 0, payload))
  }
}
