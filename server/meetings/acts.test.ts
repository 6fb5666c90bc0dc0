import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOfSessions } from '#contract/meetings-calendar.ts'
import type { MeetingsView } from '#contract/meetings-views.ts'
import { usualInterpreting } from '#domain/meetings/arrangements.ts'
import { conflictsOf } from '#domain/meetings/conflicts.ts'
import { timetableIn } from '#domain/meetings/reading.ts'
import { parseVerifierKey } from '#domain/record/key.ts'
import { openNote } from '#domain/record/note.ts'
import { sha256 } from '#domain/record/sha256.ts'
import { primitives } from '../record/primitives.ts'
import { smallProcess } from '../testing/process.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let people: Readonly<
  Record<'us' | 'ru' | 'mediator' | 'secretary' | 'usSecretary' | 'verifier' | 'observer', Person>
>

const both = (en: string, ru: string = en) => ({ en, ru })
const good = [200, '']
const venue = (key: string, allotted: string, entrance: string, kind = 'delegation-room') => ({
  ...{ key, allotted, entrance, kind, name: both(key) },
})
const arrangements = {
  ...{ timeZone: 'Europe/Vienna', apartMinutes: 15, turnaroundMinutes: 15, parityMinutes: 60 },
  entrances: ['north', 'south', 'main'].map((key) => ({ key, name: both(key) })),
  venues: [
    ...[venue('hall', 'common', 'main', 'conference-room'), venue('a', 'us', 'north')],
    ...[venue('b', 'ru', 'south'), venue('study', 'mediator', 'main', 'office')],
  ],
  interpreting: usualInterpreting,
}

beforeAll(async () => {
  table = await openTable()
  const keys = {
    ...{ us: 'us-head', ru: 'ru-head', mediator: 'mediator-head', secretary: 'mediator-secretary' },
    ...{ usSecretary: 'us-secretary', verifier: 'verifier-head', observer: 'observer' },
  }
  const entries = await Promise.all(
    Object.entries(keys).map(async ([name, key]) => [name, await table.as(key)] as const),
  )
  people = Object.fromEntries(entries) as typeof people
})
afterAll(() => table.close())

const idOf = (member: string): string => table.founded.members[member] ?? ''
const plan = (rest: object = {}) => ({
  title: both('Session', 'Заседание'),
  ...{ begin: '2026-11-23T09:00:00.000Z', end: '2026-11-23T10:00:00.000Z', venue: null },
  ...{ attends: [], arrivals: [], agenda: [], languages: ['en'], interpreters: [] },
  ...rest,
})
const convene = (by: Person, room: string, rest: object = {}, object = randomUUID()) =>
  by.act(room, 'session.convene', object, 0, plan(rest)).then(outcome)
const viewOf = async (person: Person, asked = ''): Promise<MeetingsView> =>
  (await person.get(`meetings${asked}`)).json

describe('the arrangements', () => {
  const set = (payload: object, by = people.secretary, base = 0) =>
    by.act('plenary', 'arrangements.set', 'arrangements', base, payload).then(outcome)

  it('are the usual rules while nobody has set any', async () => {
    const { arrangements: found } = await viewOf(people.ru)
    expect(found).toMatchObject({ revision: 0, state: { venues: [], interpreting: usualInterpreting } })
  })

  it("are set by the mediator's secretariat alone, and must hold together", async () => {
    const { us, secretary } = people
    expect(await set(arrangements, us)).toEqual([403, 'act.not-yours'])
    expect(await set({ ...arrangements, timeZone: 'Europe/Nowhere' })).toEqual([
      422,
      'arrangements.time-zone',
    ])
    const twice = [...arrangements.venues, venue('a', 'us', 'north')]
    expect(await set({ ...arrangements, venues: twice })).toEqual([422, 'arrangements.twice'])
    expect(await set({ ...arrangements, venues: [venue('x', 'us', 'west')] })).toEqual([
      ...[422, 'arrangements.entrance-unknown'],
    ])
    expect(await set({ ...arrangements, venues: [venue('x', 'fr', 'north')] })).toEqual([
      ...[422, 'arrangements.seat-unknown'],
    ])
    const teams = [...usualInterpreting.teams].reverse()
    expect(await set({ ...arrangements, interpreting: { ...usualInterpreting, teams } })).toEqual([
      ...[422, 'arrangements.teams-in-order'],
    ])
    const unnamed = [{ key: 'north', name: { en: 'North' } }]
    expect(await set({ ...arrangements, entrances: unnamed, venues: [] })).toEqual([
      ...[422, 'stipulation.language-missing'],
    ])
    expect(await set(arrangements, secretary)).toEqual(good)
  })
})

describe('a session', () => {
  it('is convened by the mediator where the mediator sits, and by a delegation or mission at home', async () => {
    const { mediator, secretary, us, usSecretary, verifier, observer } = people
    for (const room of ['plenary', 'group', 'us-channel', 'ru-channel', 'office'])
      expect([room, await convene(secretary, room)]).toEqual([room, good])
    expect(await convene(us, 'plenary')).toEqual([403, 'act.not-yours'])
    expect(await convene(us, 'us-channel')).toEqual([403, 'act.not-yours'])
    expect(await convene(observer, 'plenary')).toEqual([403, 'act.not-yours'])
    expect(await convene(mediator, 'us-caucus')).toEqual([404, 'unknown'])
    expect(await convene(usSecretary, 'us-caucus')).toEqual(good)
    expect(await convene(verifier, 'mission')).toEqual(good)
    expect(await convene(mediator, 'gallery')).toEqual([403, 'act.not-here'])
  })

  it('has an end after its beginning, both ahead, and lasts at most twelve hours', async () => {
    const { mediator } = people
    const times = (begin: string, end: string) => convene(mediator, 'plenary', { begin, end })
    const [ten, nine] = ['2026-11-23T10:00:00.000Z', '2026-11-23T09:00:00.000Z']
    expect(await times(ten, nine)).toEqual([422, 'session.order'])
    expect(await times(ten, ten)).toEqual([422, 'session.order'])
    expect(await times(nine, '2026-11-23T21:01:00.000Z')).toEqual([422, 'session.too-long'])
    expect(await times('2026-11-22T09:59:00.000Z', '2026-11-22T12:00:00.000Z')).toEqual([422, 'session.past'])
    expect(await times('2028-11-23T09:00:00.000Z', '2028-11-23T10:00:00.000Z')).toEqual([
      ...[422, 'session.too-far'],
    ])
    const late = [{ seat: 'us', entrance: 'north', at: '2026-11-23T09:01:00.000Z' }]
    expect(await convene(mediator, 'plenary', { arrivals: late })).toEqual([422, 'session.arrival-astray'])
  })

  it('is in a venue that is open to its room', async () => {
    const { mediator, us, verifier } = people
    const at = (by: Person, room: string, where: string) => convene(by, room, { venue: where })
    expect(await at(mediator, 'plenary', 'nowhere')).toEqual([422, 'session.venue-unknown'])
    expect(await at(mediator, 'plenary', 'hall')).toEqual(good)
    expect(await at(mediator, 'us-channel', 'b')).toEqual([422, 'session.venue-not-open'])
    expect(await at(mediator, 'us-channel', 'a')).toEqual(good)
    expect(await at(us, 'us-caucus', 'a')).toEqual(good)
    expect(await at(us, 'us-caucus', 'b')).toEqual([422, 'session.venue-not-open'])
    // A common venue that a side had booked for itself would be promised to others by who cannot know of it.
    expect(await at(us, 'us-caucus', 'hall')).toEqual([422, 'session.venue-not-open'])
    expect(await at(verifier, 'mission', 'hall')).toEqual([422, 'session.venue-not-open'])
  })

  it('names only people who sit in its room and are known there, and only interpreters to interpret', async () => {
    const { mediator, us } = people
    const who = (by: Person, room: string, ...keys: readonly string[]) =>
      convene(by, room, { attends: keys.map(idOf) })
    expect(await who(mediator, 'us-channel', 'us-head', 'mediator-head')).toEqual(good)
    expect(await who(mediator, 'us-channel', 'ru-head')).toEqual([422, 'session.member-unknown'])
    expect(await who(us, 'us-caucus', 'us-unseen')).toEqual(good)
    expect(await who(us, 'us-caucus', 'mediator-head')).toEqual([422, 'session.member-unknown'])
    expect(await who(mediator, 'plenary', 'us-unseen')).toEqual([422, 'session.member-unknown'])
    const by = (member: string, languages = ['en', 'ru']) =>
      convene(mediator, 'plenary', { interpreters: [{ member: idOf(member), languages }] })
    expect(await by('mediator-interpreter')).toEqual(good)
    expect(await by('us-head')).toEqual([422, 'session.not-an-interpreter'])
    expect(await by('mediator-interpreter', ['en', 'fr'])).toEqual([422, 'wording.language'])
    const coming = { seat: 'ru', entrance: 'north', at: '2026-11-23T08:45:00.000Z' }
    expect(await convene(mediator, 'us-channel', { arrivals: [coming] })).toEqual([
      ...[422, 'session.seat-not-in-room'],
    ])
    const agenda = [{ title: both('Item', 'Вопрос'), papers: [randomUUID()] }]
    expect(await convene(mediator, 'plenary', { agenda })).toEqual([422, 'session.paper-unknown'])
  })

  it('is changed and called off with a count, and then stays as it is', async () => {
    const { mediator, ru } = people
    const object = randomUUID()
    expect(await convene(mediator, 'group', {}, object)).toEqual(good)
    const act = (kind: string, base: number, payload: object, by = mediator) =>
      by.act('group', kind, object, base, payload).then(outcome)
    const moved = plan({ begin: '2026-11-23T11:00:00.000Z', end: '2026-11-23T12:00:00.000Z' })
    expect(await act('session.change', 1, moved, ru)).toEqual([403, 'act.not-yours'])
    expect(await act('session.change', 1, moved)).toEqual(good)
    expect(await act('session.change', 1, moved)).toEqual([409, 'act.stale'])
    expect(await act('session.cancel', 2, { words: both('Illness.', 'Болезнь.') })).toEqual(good)
    expect(await act('session.change', 3, moved)).toEqual([422, 'session.cancelled'])
    const found = (await viewOf(ru)).sessions.find((each) => each.object === object)
    expect(found?.state).toMatchObject({
      changes: 2,
      begin: moved.begin,
      cancelled: { words: both('Illness.', 'Болезнь.') },
    })
  })
})

describe('the timetable', () => {
  it('is read by weeks, with what lies near them, and by the week of a session that the reader may know of', async () => {
    const { mediator, us, ru } = people
    const at = (day: string) => ({ begin: `${day}T09:00:00.000Z`, end: `${day}T10:00:00.000Z` })
    const [near, far, own] = [randomUUID(), randomUUID(), randomUUID()]
    expect(await convene(mediator, 'group', at('2026-12-10'), near)).toEqual(good)
    expect(await convene(mediator, 'group', at('2027-06-15'), far)).toEqual(good)
    expect(await convene(us, 'us-caucus', at('2027-06-15'), own)).toEqual(good)
    const found = async (asked: string, by = ru) =>
      (await viewOf(by, asked)).sessions
        .map(({ object }) => object)
        .filter((each) => [near, far, own].some((id) => id === each))
    expect(await found('')).toEqual([])
    expect(await found('?week=2026-12-07')).toEqual([near])
    expect(await found('?week=2026-12-13')).toEqual([near])
    expect(await found('?week=2026-12-21')).toEqual([])
    expect(await found('?week=2026-11-23&weeks=105')).toEqual([near, far])
    expect(await found(`?session=${far}`)).toEqual([far])
    expect((await found(`?session=${own}`, us)).toSorted()).toEqual([far, own].toSorted())
    // A session behind a wall answers as one that never was: this week.
    expect(await found(`?session=${own}`)).toEqual([])
    expect(await found('?session=nothing')).toEqual([])
    for (const asked of ['?week=2026-02-30', '?week=soon', '?weeks=0', '?weeks=1000'])
      expect([asked, (await ru.get(`meetings${asked}`)).status]).toEqual([asked, 400])
  })
})

describe('a venue that is allotted anew', () => {
  it('is told to who has a session in it that is to come, and changes nothing else for anybody', async () => {
    const { us, ru, mediator, secretary, observer } = people
    const object = randomUUID()
    const hours = { begin: '2026-11-27T05:00:00.000Z', end: '2026-11-27T06:00:00.000Z', venue: 'a' }
    expect(await convene(us, 'us-caucus', hours, object)).toEqual(good)
    const rooms = Object.entries(table.founded.rooms).map(([key, id]) => ({
      id,
      seats: smallProcess.rooms.find((room) => room.key === key)?.seats ?? [],
    }))
    const found = async (by: Person) => {
      const view = await viewOf(by)
      return conflictsOf(timetableIn(view, smallProcess, { at: view.at, rooms }))
    }
    const about = async (by: Person) =>
      (await found(by)).filter(({ sessions }) => (sessions as readonly string[]).includes(object))
    const { revision } = (await viewOf(secretary)).arrangements
    const set = (venues: readonly object[], base: number) =>
      secretary
        .act('plenary', 'arrangements.set', 'arrangements', base, { ...arrangements, venues })
        .then(outcome)
    expect((await about(us)).map(({ kind }) => kind)).not.toContain('allotment')
    const anew = arrangements.venues.map((each) => (each.key === 'a' ? { ...each, allotted: 'ru' } : each))
    expect(await set(anew, revision)).toEqual(good)
    expect(await about(us)).toContainEqual({ kind: 'allotment', venue: 'a', sessions: [object] })
    for (const by of [ru, mediator, observer]) expect(JSON.stringify(await found(by))).not.toContain(object)
    expect(await set(arrangements.venues, revision + 1)).toEqual(good)
    expect((await about(us)).map(({ kind }) => kind)).not.toContain('allotment')
  })
})

describe('agreed minutes', () => {
  it('are written when the session has begun, and agreed when each head has accepted exactly these words', async () => {
    const { mediator, us, ru, usSecretary } = people
    const object = randomUUID()
    const words = both('The sides met.', 'Стороны встретились.')
    const hours = { begin: '2026-11-22T10:30:00.000Z', end: '2026-11-22T11:00:00.000Z' }
    expect(await convene(mediator, 'group', hours, object)).toEqual(good)
    const act = (by: Person, kind: string, base: number | null, payload: object, of = object) =>
      by.act('group', kind, of, base, payload).then(outcome)
    expect(await act(mediator, 'minutes.write', 0, { words }, randomUUID())).toEqual([
      ...[422, 'minutes.session-unknown'],
    ])
    expect(await act(mediator, 'minutes.write', 0, { words })).toEqual([422, 'minutes.not-begun'])
    table.clock.now = new Date('2026-11-22T10:45:00.000Z')
    expect(await act(us, 'minutes.write', 0, { words })).toEqual([403, 'act.not-yours'])
    expect(await act(mediator, 'minutes.write', 0, { words })).toEqual(good)
    expect(await act(usSecretary, 'minutes.accept', null, { wording: 1 })).toEqual([403, 'act.not-yours'])
    expect(await act(us, 'minutes.accept', null, { wording: 1 })).toEqual(good)
    expect(await act(us, 'minutes.accept', null, { wording: 1 })).toEqual([422, 'minutes.accepted-already'])
    const other = { words: both('The sides met at ten.', 'Стороны встретились в десять.') }
    expect(await act(mediator, 'minutes.write', 2, other)).toEqual(good)
    expect(await act(ru, 'minutes.accept', null, { wording: 1 })).toEqual([409, 'minutes.other-words'])
    for (const by of [us, ru]) expect(await act(by, 'minutes.accept', null, { wording: 2 })).toEqual(good)
    expect(await act(mediator, 'minutes.write', 5, { words })).toEqual([422, 'minutes.agreed'])
    const { minutes } = await viewOf(ru, `?session=${object}`)
    expect(minutes).toMatchObject([
      { object, state: { wording: 2, last: other, accepted: [{ party: 'us' }, { party: 'ru' }] } },
    ])
    expect((await viewOf(ru)).minutes).toEqual([])
    expect((await viewOf(people.observer, `?session=${object}`)).minutes).toEqual([])
    // What is minuted stays the session that it was, and its id is nobody else's.
    const later = plan({ begin: '2026-11-29T09:00:00.000Z', end: '2026-11-29T10:00:00.000Z' })
    expect(await act(mediator, 'session.change', 1, later)).toEqual([422, 'session.minuted'])
    expect(await act(mediator, 'session.cancel', 1, {})).toEqual([422, 'session.minuted'])
    expect(await convene(mediator, 'plenary', {}, object)).toEqual([422, 'session.id-taken'])
  })
})

describe('accreditation', () => {
  const listed = () =>
    ['One', 'Two'].map((name) => ({
      ...{ id: randomUUID(), name: both(name), title: both('Driver', 'Водитель'), category: 'technical' },
    }))

  it('is asked for by a head and given by the secretariat person by person, with a badge that the log has signed', async () => {
    const { us, ru, usSecretary, secretary, mediator, observer } = people
    const [one, two] = listed()
    const list = { from: '2026-11-20', until: '2026-12-20', people: [one, two] }
    const act = (by: Person, kind: string, base: number, payload: object) =>
      by.act('us-channel', `accreditation.${kind}`, 'accreditation', base, payload).then(outcome)
    expect(await act(usSecretary, 'submit', 0, list)).toEqual([403, 'act.not-yours'])
    expect(await act(us, 'submit', 0, { ...list, until: '2026-11-01' })).toEqual([422, 'accreditation.days'])
    expect(await act(us, 'submit', 0, { ...list, people: [one, one] })).toEqual([422, 'accreditation.twice'])
    expect(await act(us, 'submit', 0, list)).toEqual(good)
    expect(await act(us, 'grant', 1, { people: [one?.id] })).toEqual([403, 'act.not-yours'])
    expect(await act(secretary, 'grant', 1, { people: [randomUUID()] })).toEqual([
      ...[422, 'accreditation.person-unknown'],
    ])
    expect(await act(secretary, 'grant', 1, { people: [one?.id] })).toEqual(good)
    expect(await act(mediator, 'decline', 2, { person: two?.id, words: both('Later.', 'Позже.') })).toEqual(
      good,
    )
    const [found] = (await viewOf(us)).accreditations
    const badge = found?.state.decisions.find(({ person }) => person === one?.id)?.badge ?? ''
    expect(badge).toContain('parley-badge/1\n{"category":"technical","from":"2026-11-20"')
    const logKey = (await us.get(`rooms/${table.room('us-channel')}/record`)).json.log.key
    const key = parseVerifierKey(logKey, sha256)
    const keys = key.ok ? [key.value] : []
    expect(openNote(badge, keys, primitives)).toMatchObject({ ok: true })
    expect(openNote(badge.replace('One', 'Eve'), keys, primitives)).toMatchObject({ ok: false })
    // Who is written otherwise than before waits again; who is not, keeps the badge.
    const other = { ...list, people: [one, { ...two, title: both('Guard', 'Охрана') }] }
    expect(await act(us, 'submit', 3, other)).toEqual(good)
    const [after] = (await viewOf(us)).accreditations
    expect(after?.state.decisions.map(({ person }) => person)).toEqual([one?.id])
    expect((await viewOf(ru)).accreditations).toEqual([])
    expect((await viewOf(observer)).accreditations).toEqual([])
  })
})

describe('behind the walls', () => {
  /** Everything that is made of a reader's meetings, but for the hour at which they were read. */
  const madeFor = async (person: Person, seat: string) => {
    const { at: _, ...view } = await viewOf(person)
    const now = '2026-11-22T10:00:00.000Z'
    const calendar = calendarOfSessions({
      view: { ...view, at: now },
      process: smallProcess,
      language: 'en',
    })
    const occupied = view.sessions.map(({ state }) => [state.venue, state.begin, state.end])
    return {
      seat,
      view,
      calendar,
      occupied,
      conflicts: conflictsOf(timetableIn(view, smallProcess)),
    }
  }

  it('nothing that the others read changes with a session of a caucus, of the office or of a channel of the other side', async () => {
    const { us, ru, mediator, observer } = people
    const readers = { ru, mediator, observer } as const
    const all = (those: Readonly<Record<string, Person>>) =>
      Promise.all(Object.entries(those).map(([seat, person]) => madeFor(person, seat)))
    const before = await all(readers)
    const busy = {
      attends: [idOf('us-head')],
      venue: 'a',
      arrivals: [{ seat: 'us', entrance: 'main', at: '2026-11-23T08:50:00.000Z' }],
    }
    const object = randomUUID()
    expect(await convene(us, 'us-caucus', busy, object)).toEqual(good)
    expect(await all(readers)).toEqual(before)
    const [own] = await all({ us })
    expect(own?.conflicts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['person', 'venue']))
    expect(outcome(await us.act('us-caucus', 'session.cancel', object, 1, {}))).toEqual(good)
    expect(await all(readers)).toEqual(before)
    const outside = await all({ us, ru, observer })
    expect(await convene(mediator, 'office', { attends: [idOf('mediator-head')], venue: 'hall' })).toEqual(
      good,
    )
    expect(await all({ us, ru, observer })).toEqual(outside)
    const far = await all({ ru, observer })
    expect(await convene(mediator, 'us-channel', { attends: [idOf('us-head')], venue: 'hall' })).toEqual(good)
    expect(await all({ ru, observer })).toEqual(far)
  })
})
