/** Meetings as chance would have them: sessions convened, moved, called off and minuted, and people accredited. */
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
import {
  at,
  begin,
  change,
  type Deed,
  day,
  nameOf,
  otherOf,
  pickOf,
  type Talks,
  type Thing,
  type Turn,
} from './turn.ts'

const both = (words: string) => ({ en: words, ru: words })

/** What there is of meetings before the first turn: nobody has arranged anything or submitted a list. */
export const listsOf = (): Readonly<Record<string, Thing[]>> => ({
  ...{ session: [], minutes: [] },
  arrangements: [{ room: 'plenary', object: 'arrangements', revision: 0 }],
  accreditation: ['us', 'ru'].map((key) => ({
    ...{ room: `${key}-channel`, object: 'accreditation', revision: 0 },
  })),
})

/** Sometimes the rooms of the sides change hands, and sometimes there is one less. */
const arrange: Deed = (talks, turn) => {
  const venue = (key: string, allotted: string) => ({
    ...{ key, allotted, name: both(key), kind: 'meeting-room', entrance: 'north' },
  })
  const venues = [
    ...[venue('hall', 'common'), venue('study', 'mediator')],
    ...[venue('first', nameOf(turn)), venue('second', otherOf(turn))],
  ]
  return change(talks, 'mediator-secretary', 'arrangements.set', pickOf(talks, 'arrangements', turn), {
    ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 15, parityMinutes: 60 },
    ...{ entrances: [{ key: 'north', name: both('North') }], interpreting: usualInterpreting },
    venues: turn.more % 5 === 0 ? venues.slice(1) : venues,
  })
}

/** Mostly within three weeks, sometimes in almost two years: farther ahead nothing is convened. */
const planOf = (talks: Talks, turn: Turn, room: string, sooner = 0) => {
  const lead = turn.seconds % 5 === 0 ? 700 : (turn.pick / 50) * (1 - sooner)
  const guests = room.endsWith('channel') ? [room.slice(0, 2)] : ['us', 'ru']
  const attends = [...guests.map((key) => `${key}-head`), `${guests[0]}-secretary`, 'mediator-head']
  return {
    ...{ title: both('Session'), arrivals: [], agenda: [], languages: ['en'], interpreters: [] },
    ...{ begin: day(talks, lead), end: day(talks, lead + (1 + (turn.more % 500)) / 1_440) },
    venue: at(['hall', 'first', null, 'second', 'study'], turn.more),
    attends: attends.slice(turn.more % 3).map((key) => talks.table.founded.members[key]),
  }
}

const convene: Deed = (talks, turn) => {
  const room = at([`${nameOf(turn)}-channel`, 'plenary', `${nameOf(turn)}-channel`, 'group'], turn.more)
  return begin(talks, 'mediator-secretary', 'session.convene', room, planOf(talks, turn, room))
}

/** One of the sessions that were convened last: most others are over. */
const latest = ({ things }: Talks, { pick }: Turn): Thing | undefined => {
  const all = (things.session ?? []).slice(-3)
  return all.length === 0 ? undefined : at(all, pick)
}

/** To another hour, for the most part a sooner one. */
const move: Deed = (talks, turn) => {
  const thing = latest(talks, turn)
  const plan = planOf(talks, turn, thing?.room ?? '', 0.9)
  return change(talks, 'mediator-secretary', 'session.change', thing, plan)
}

const callOff: Deed = (talks, turn) =>
  change(talks, 'mediator-secretary', 'session.cancel', latest(talks, turn), {})

const write: Deed = async (talks, turn) => {
  const session = pickOf(talks, 'session', turn)
  if (!session) return
  const { minutes = [] } = talks.things
  const known = minutes.find(({ object }) => object === session.object)
  const thing = known ?? { ...session, revision: 0 }
  await change(talks, 'mediator-head', 'minutes.write', thing, { words: both(`Minutes ${turn.words}`) })
  if (!known && thing.revision > 0) minutes.push(thing)
}

const accept: Deed = async (talks, turn) => {
  const thing = pickOf(talks, 'minutes', turn)
  const wording = { wording: 1 + (turn.more % 4 === 0 ? 1 : 0) }
  const heads = turn.more % 3 === 0 ? [nameOf(turn)] : ['us', 'ru']
  for (const key of heads) await change(talks, `${key}-head`, 'minutes.accept', thing, wording, null)
}

const known = [1, 2, 3, 4, 5, 6].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

const listOf = (talks: Talks, turn: Turn): Thing | undefined =>
  pickOf(talks, 'accreditation', turn, `${nameOf(turn)}-channel`)

/** The same people with other titles, now and then for other days. */
const submit: Deed = (talks, turn) => {
  const people = known
    .filter((_, i) => i < 3 || (turn.pick >> i) % 2 === 1)
    .map((id, i) => ({
      ...{ id, name: both('Name'), title: both(at(['Title', 'Title', 'Other title'], turn.more + i)) },
      category: 'delegate',
    }))
  const until = turn.seconds % 5 === 0 ? '2091-01-01' : '2090-01-01'
  return change(talks, `${nameOf(turn)}-head`, 'accreditation.submit', listOf(talks, turn), {
    ...{ from: '2026-01-01', until, people },
  })
}

const accredit: Deed = (talks, turn) =>
  change(talks, 'mediator-secretary', 'accreditation.grant', listOf(talks, turn), {
    people: [at(known, turn.pick)],
  })

const decline: Deed = (talks, turn) =>
  change(talks, 'mediator-secretary', 'accreditation.decline', listOf(talks, turn), {
    person: at(known, turn.pick),
  })

/** What is done of meetings, and how often beside everything else. */
export const meetingDeeds: readonly (readonly [number, Deed])[] = [
  ...([
    [8, arrange],
    [12, convene],
    [7, move],
    [4, callOff],
    [6, write],
    [6, accept],
  ] as const),
  ...([
    [2, submit],
    [8, accredit],
    [5, decline],
  ] as const),
]
