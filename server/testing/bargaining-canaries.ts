/** Canaries in bargaining: worth is points, so here some points are of a kind that occurs nowhere else. */
import { randomInt, randomUUID } from 'node:crypto'
import { tick } from '../clock.ts'
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

/** A fraction below one that occurs nowhere else, and a total that does not. */
const points = ({ aviary }: Hand, what: string, room: string) => {
  const slope = `${randomInt(100_000, 500_000)}/${randomInt(500_000, 1_000_000)}`
  const reservation = randomInt(1_000_000, 2_000_000)
  aviary.id(slope, `slope of ${what}`, room)
  aviary.id(String(reservation), `reservation of ${what}`, room)
  return {
    issues: { hours: { weight: 50, slope: { offset: 1, slope } }, line: { weight: 20 } },
    interdependence: [{ together: { line: ['test'], hours: ['24'] }, worth: -7 }],
    redLines: [{ issue: 'line', option: 'none' }],
    reservation,
  }
}

const named = ({ aviary }: Hand, what: string, ...rooms: readonly string[]) => ({
  en: aviary.word(what, ...rooms),
  ru: aviary.word(what, ...rooms),
})

const agenda = (hand: Hand, room: string) => ({
  baskets: [{ id: 'time', name: named(hand, 'basket', room) }],
  issues: [
    {
      id: 'hours',
      basket: 'time',
      name: named(hand, 'issue', room),
      options: [],
      range: { from: 24, to: 72, unit: named(hand, 'unit', room) },
    },
    {
      id: 'line',
      name: named(hand, 'issue', room),
      options: ['test', 'none'].map((id) => ({ id, name: named(hand, 'option', room) })),
    },
  ],
  constraints: [{ name: named(hand, 'constraint', room), never: { hours: ['72'], line: ['none'] } }],
})

const bodies = (hand: Hand, what: string, room: string) => [
  {
    id: 'senate',
    name: named(hand, `body of ${what}`, room),
    threshold: { need: 67, of: 100 },
    groups: [{ name: named(hand, `group of ${what}`, room), votes: 40, accepts: { line: ['test'] } }],
  },
]

/** What a party thinks, and what it shows of it: two things, of which neither tells the other. */
const weigh = async (hand: Hand, seat: string): Promise<void> => {
  const person = await hand.as(`${seat}-head`)
  const [caucus, channel] = [`${seat}-caucus`, `${seat}-channel`]
  const worth = { constraints: [], comparisons: [], normalised: 'as-given', ...points(hand, 'worth', caucus) }
  good(await person.act(caucus, 'worth.set', 'worth', 0, worth))
  const home = { bodies: bodies(hand, 'ratification', caucus) }
  good(await person.act(caucus, 'ratification.set', 'ratification', 0, home))
  const show = async (what: string) => {
    const object = randomUUID()
    const shown = { ...points(hand, what, channel), bodies: bodies(hand, what, channel) }
    good(await person.act(channel, 'disclosure.make', object, 0, shown))
    return object
  }
  await show('disclosure')
  good(await person.act(channel, 'disclosure.withdraw', await show('withdrawn disclosure'), 1, {}))
}

const said = (hand: Hand, what: string, ...rooms: readonly string[]) => ({
  package: { hours: '24', line: 'test' },
  words: { original: 'en', words: named(hand, what, ...rooms) },
})

const suggest = async (hand: Hand): Promise<void> => {
  const mediator = await hand.as('mediator-head')
  good(await mediator.act('office', 'budget.set', 'budget', 0, { most: 90, apartMinutes: 0 }))
  const prepare = async (...rooms: readonly string[]) => {
    const object = randomUUID()
    const words = said(hand, 'suggestion', 'office', ...rooms)
    good(await mediator.act('office', 'suggestion.prepare', object, 0, words))
    return object
  }
  await prepare()
  for (const seat of ['us', 'ru']) {
    const channel = `${seat}-channel`
    good(await mediator.act('office', 'suggestion.release', await prepare(channel), 1, { to: [seat] }))
    const { received } = (await mediator.get('bargaining')).json
    const there = received.find(({ room }: { room: string }) => room === hand.table.room(channel))
    const remark = { original: 'en', words: { en: hand.aviary.word('remark on a suggestion', channel) } }
    const head = await hand.as(`${seat}-head`)
    good(await head.act(channel, 'suggestion.answer', there.object, 1, { answer: 'not', remark }))
  }
}

const put = async (hand: Hand, hours: number, answers: Readonly<Record<string, boolean>>): Promise<void> => {
  const mediator = await hand.as('mediator-head')
  const object = randomUUID()
  const deadline = new Date(hand.table.clock.now.getTime() + hours * 3_600_000).toISOString()
  const words = said(hand, 'ballot', 'office', 'us-channel', 'ru-channel')
  good(await mediator.act('office', 'ballot.put', object, 0, { ...words, deadline, to: ['us', 'ru'] }))
  for (const [seat, accept] of Object.entries(answers))
    good(await (await hand.as(`${seat}-head`)).act(`${seat}-caucus`, 'answer.give', object, 0, { accept }))
}

/** Lays an agenda, worth and disclosures, suggestions, one ballot that has closed and one that is open. */
export const layBargaining = async (hand: Hand): Promise<void> => {
  const mediator = await hand.as('mediator-head')
  good(await mediator.act('plenary', 'agenda.set', 'agenda', 0, agenda(hand, 'plenary')))
  good(await mediator.act('office', 'agenda.set', 'agenda', 0, agenda(hand, 'office')))
  for (const seat of ['us', 'ru']) await weigh(hand, seat)
  await suggest(hand)
  await put(hand, 1, { us: true, ru: false })
  hand.table.clock.now = new Date(hand.table.clock.now.getTime() + 3_600_000)
  await tick(hand.table.context)
  await put(hand, 1_000, { us: true })
}
