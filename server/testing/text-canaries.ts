/** Canaries in texts: in the common text, in private drafts, and in proposals that do and do not reach it. */
import { randomUUID } from 'node:crypto'
import type { Aviary } from './canaries.ts'
import { seed } from './clauses.ts'
import type { Answer, Person, TestTable } from './table.ts'
import { freezeNow } from './versions.ts'

interface Hand {
  readonly table: TestTable
  readonly aviary: Aviary
  readonly as: (member: string) => Promise<Person>
}

const good = (answer: Answer): Answer => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer
}

const open = async ({ aviary, as }: Hand, by: string, room: string): Promise<void> => {
  const word = (what: string) => aviary.word(what, room)
  const title = { en: word('title of a text'), ru: word('title of a text') }
  const clauses = [
    seed('c1', 'F', word('clause of a text'), word('clause of a text')),
    seed('c2', 'V', 'Second.'),
  ]
  good(await (await as(by)).act(room, 'text.open', 'text', 0, { title, clauses }))
}

const proposeIn = async ({ aviary, as }: Hand, seat: string): Promise<void> => {
  const room = `${seat}-channel`
  const person = await as(`${seat}-head`)
  const mediator = await as('mediator-head')
  const reason = () => ({ original: 'en', words: { en: aviary.word('reason of a proposal', room) } })
  const place = { on: 'place', parent: null, order: seat === 'us' ? 'X' : 'Z', kind: 'operative' }
  const make = async (words: string): Promise<string> => {
    const object = randomUUID()
    const passage = { en: [words], ru: null }
    good(await person.act(room, 'proposal.make', object, 0, { target: place, passage, reason: reason() }))
    return object
  }
  const kept = await make(aviary.word('proposal that was returned', room))
  const remark = { original: 'en', words: { en: aviary.word('remark on a proposal', room) } }
  good(await mediator.act(room, 'proposal.return', kept, 1, { remark }))
  await make(aviary.word('proposal that waits', room))
  const entered = await make(aviary.word('proposal that was entered', room, 'plenary'))
  good(await mediator.act(room, 'proposal.enter', entered, 1, { target: place }))
}

/** Words about a clause of the common text: a delegation's comment at home, its question to the mediator. */
const speakOfClause = async ({ aviary, as }: Hand, seat: string): Promise<void> => {
  const person = await as(`${seat}-head`)
  const about = { object: 'text', clause: 'c1' }
  const send = async (room: string, what: string, rest: object) => {
    const words = { original: 'en', words: { en: aviary.word(what, room) } }
    good(await person.act(room, 'message.send', randomUUID(), 0, { ...words, about, ...rest }))
  }
  await send(`${seat}-caucus`, 'comment on a clause', { nature: 'statement' })
  await send(`${seat}-channel`, 'question on a clause', { nature: 'question', use: 'mediator-only' })
}

/** Lays texts: the common one, private drafts, proposals in each channel, and what is said of a clause in confidence. */
export const layTexts = async (hand: Hand): Promise<void> => {
  await open(hand, 'mediator-head', 'plenary')
  await open(hand, 'us-head', 'us-caucus')
  await open(hand, 'ru-head', 'ru-caucus')
  await open(hand, 'mediator-head', 'office')
  for (const seat of ['us', 'ru']) await proposeIn(hand, seat)
  await freezeNow(hand.table, await hand.as('mediator-head'))
  for (const seat of ['us', 'ru']) await speakOfClause(hand, seat)
  const us = await hand.as('us-head')
  const words = { en: hand.aviary.word('reservation', 'plenary') }
  good(await us.act('plenary', 'clause.reserve', 'c1', null, { id: randomUUID(), words }))
}
