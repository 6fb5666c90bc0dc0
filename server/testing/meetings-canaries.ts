/** Canaries in meetings: sessions of every room that can hold one, changed and called off, and what is arranged for all. */
import { randomUUID } from 'node:crypto'
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
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

/** Who convenes in which room. */
const conveners: Readonly<Record<string, string>> = {
  ...{ plenary: 'mediator-head', group: 'mediator-secretary', office: 'mediator-head' },
  ...{ 'us-channel': 'mediator-secretary', 'ru-channel': 'mediator-head' },
  ...{ 'us-caucus': 'us-head', 'ru-caucus': 'ru-secretary', mission: 'verifier-head' },
}

const arrange = async ({ aviary, as }: Hand): Promise<void> => {
  const named = (what: string) => ({ en: aviary.word(what, 'plenary'), ru: aviary.word(what, 'plenary') })
  const venue = (key: string, allotted: string) => ({
    ...{ key, allotted, name: named('name of a venue'), kind: 'meeting-room', entrance: 'north' },
  })
  const arrangements = {
    ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 15, parityMinutes: 60 },
    entrances: [{ key: 'north', name: named('name of an entrance') }],
    venues: [venue('hall', 'common'), venue('us-room', 'us'), venue('ru-room', 'ru')],
    interpreting: usualInterpreting,
  }
  const mediator = await as('mediator-head')
  good(await mediator.act('plenary', 'arrangements.set', 'arrangements', 0, arrangements))
}

/** Three sessions of a room: as it was convened, changed since, and called off with a word on why. */
const convene = async ({ aviary, as }: Hand, room: string, by: string): Promise<void> => {
  const both = (what: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const own = room.endsWith('caucus') ? `${room.slice(0, 2)}-room` : null
  const plan = (what: string) => ({
    title: both(`title of a session ${what}`),
    ...{ begin: '2026-12-01T09:00:00.000Z', end: '2026-12-01T10:00:00.000Z', venue: own },
    ...{ attends: [], arrivals: [], languages: ['en'], interpreters: [] },
    agenda: [{ title: both(`item of a session ${what}`), papers: [] }],
  })
  const person = await as(by)
  const [changed, cancelled] = [randomUUID(), randomUUID()]
  good(await person.act(room, 'session.convene', randomUUID(), 0, plan('as convened')))
  good(await person.act(room, 'session.convene', changed, 0, plan('before a change')))
  good(await person.act(room, 'session.change', changed, 1, plan('after a change')))
  good(await person.act(room, 'session.convene', cancelled, 0, plan('called off')))
  const words = both('why a session was called off')
  good(await person.act(room, 'session.cancel', cancelled, 1, { words }))
}

/** Minutes of a session that has begun a quarter of an hour ago; the clock goes forward for it. */
const minute = async ({ table, aviary, as }: Hand, room: string): Promise<void> => {
  const both = (what: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const { clock } = table
  const later = (minutes: number): string => new Date(clock.now.getTime() + minutes * 60_000).toISOString()
  const mediator = await as('mediator-head')
  const session = randomUUID()
  const plan = {
    ...{ title: both('title of a session with minutes'), begin: later(1), end: later(60), venue: null },
    ...{ attends: [], arrivals: [], agenda: [], languages: ['en'], interpreters: [] },
  }
  good(await mediator.act(room, 'session.convene', session, 0, plan))
  clock.now = new Date(later(15))
  good(await mediator.act(room, 'minutes.write', session, 0, { words: both('minutes') }))
  const party = room.startsWith('ru') ? 'ru' : 'us'
  good(await (await as(`${party}-head`)).act(room, 'minutes.accept', session, null, { wording: 1 }))
}

/** A list of two people; one is accredited with a badge that tells the name, one declined with a word on why. */
const accredit = async ({ aviary, as }: Hand, seat: string): Promise<void> => {
  const room = `${seat}-channel`
  const both = (what: string) => ({ en: aviary.word(what, room), ru: aviary.word(what, room) })
  const people = [randomUUID(), randomUUID()].map((id) => ({
    ...{ id, name: both('name on a list'), title: both('title on a list'), category: 'security' },
  }))
  const list = { from: '2026-11-01', until: '2027-11-01', people }
  const [head, mediator] = [await as(`${seat}-head`), await as('mediator-secretary')]
  const act = (by: Person, kind: string, base: number, payload: object) =>
    by.act(room, `accreditation.${kind}`, 'accreditation', base, payload).then(good)
  await act(head, 'submit', 0, list)
  await act(mediator, 'grant', 1, { people: [people[0]?.id] })
  await act(mediator, 'decline', 2, { person: people[1]?.id, words: both('why a badge was declined') })
  for (const { id } of people) aviary.id(id, 'id of somebody on a list', room)
}

/** Lays arrangements in the plenary and sessions in every room in which people meet. */
export const layMeetings = async (hand: Hand): Promise<void> => {
  await arrange(hand)
  for (const [room, by] of Object.entries(conveners)) await convene(hand, room, by)
  for (const room of ['plenary', 'group', 'us-channel', 'ru-channel']) await minute(hand, room)
  for (const seat of ['us', 'ru']) await accredit(hand, seat)
}
