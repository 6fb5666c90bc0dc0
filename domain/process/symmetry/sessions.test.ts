import { expect, it } from 'vitest'
import type { Act } from '#domain/record/act.ts'
import { partyRecord, type Recorded } from './recorded.ts'
import { sessionsOf } from './sessions.ts'

const name = { en: 'x' }
const seat = (key: string, party?: string) => ({
  ...{ key, name, timeZone: 'UTC', kind: party ? ('party' as const) : ('mediator' as const) },
  ...(party ? { party } : {}),
})
const process = {
  languages: ['en'],
  parties: ['a', 'b'].map((key) => ({ key, name, short: name, hue: key as 'a' | 'b' })),
  seats: [seat('sa', 'a'), seat('sb', 'b'), seat('med')],
}
const room = (id: string, kind: Recorded['rooms'][number]['kind'], ...seats: readonly string[]) => ({
  ...{ id, key: id, kind, name, seats },
})
const rooms = [
  room('p', 'plenary', 'sa', 'sb', 'med'),
  room('ca', 'channel', 'sa', 'med'),
  room('ka', 'caucus', 'sa'),
]

const hour = (clock: string): string => `2026-03-02T${clock}:00.000Z`

/** `act('ca', '1', '09:00', 'session.convene', …)`: in this room, on this object, at this hour. */
const act = (where: string, object: string, clock: string, kind: string, payload: unknown = {}): Act => ({
  ...{ id: `${where}${object}${clock}${kind}`, room: where, object, kind, payload },
  ...{ at: hour(clock), by: { seat: 'med', member: 'm' } },
})
const plan = (begin: string, end: string, rest: object = {}) => ({
  ...{ begin: hour(begin), end: hour(end), venue: null, attends: [] },
  ...rest,
})
const convened = (begin: string, end: string, rest?: object) =>
  act('ca', '1', '08:00', 'session.convene', plan(begin, end, rest))

const at = (clock: string, ...acts: readonly Act[]) =>
  sessionsOf(partyRecord({ process, rooms, acts, at: hour(clock) }, 'a'), process)

const minutes = (count: number): number => count * 60_000

it('counts a session as it comes, runs and is over', () => {
  const found = ['09:59', '10:00', '10:20', '11:00', '12:00'].map((clock) => {
    const { begun, time, ahead, timeAhead } = at(clock, convened('10:00', '11:00')).alone
    return [clock, begun, time, ahead, timeAhead]
  })
  expect(found).toEqual([
    ['09:59', 0, 0, 1, minutes(60)],
    ['10:00', 1, 0, 0, minutes(60)],
    ['10:20', 1, minutes(20), 0, minutes(40)],
    ['11:00', 1, minutes(60), 0, 0],
    ['12:00', 1, minutes(60), 0, 0],
  ])
})

it('takes the last plan that was given up to the moment, and notice from when its beginning was set', () => {
  const moved = act('ca', '1', '09:00', 'session.change', plan('10:30', '11:00'))
  const longer = act('ca', '1', '10:40', 'session.change', plan('10:30', '12:00'))
  const all = [convened('10:00', '11:00'), moved, longer]
  expect(at('08:59', ...all).alone).toMatchObject({ timeAhead: minutes(60), moved: 0, notice: minutes(120) })
  expect(at('10:39', ...all).alone).toMatchObject({ time: minutes(9), timeAhead: minutes(21), moved: 1 })
  expect(at('13:00', ...all).alone).toMatchObject({ time: minutes(90), moved: 1, notice: minutes(90) })
})

it('gives no time for a session that was called off, even while it ran', () => {
  const off = act('ca', '1', '10:30', 'session.cancel')
  const all = [
    convened('10:00', '11:00'),
    act('ca', '1', '09:00', 'session.change', plan('10:10', '11:00')),
    off,
  ]
  expect(at('10:29', ...all).alone).toMatchObject({ begun: 1, time: minutes(19), calledOff: 0 })
  expect(at('12:00', ...all).alone).toMatchObject({
    ...{ begun: 0, time: 0, ahead: 0, timeAhead: 0, calledOff: 1, moved: 1, notice: null, minuted: 0 },
  })
})

it('counts minutes as agreed when every party in the room has accepted the wording that stands', () => {
  const session = act('p', '1', '08:00', 'session.convene', plan('09:00', '10:00'))
  const write = (clock: string) => act('p', '1', clock, 'minutes.write')
  const accept = (clock: string, party: string, wording: number) =>
    act('p', '1', clock, 'minutes.accept', { party, wording })
  const all = [session, write('09:10'), accept('09:11', 'a', 1), write('09:12'), accept('09:13', 'b', 2)]
  const agreed = (...acts: readonly Act[]) => at('12:00', ...acts).joint.agreed
  expect([at('12:00', session).joint.minuted, at('12:00', ...all).joint.minuted]).toEqual([0, 1])
  expect([agreed(...all), agreed(...all, accept('09:14', 'a', 2))]).toEqual([0, 1])
})

it('tells whose a venue was when the session began, whoever has it now', () => {
  const set = (clock: string, ...venues: readonly (readonly [string, string])[]) =>
    act('p', 'arrangements', clock, 'arrangements.set', {
      venues: venues.map(([key, allotted]) => ({ key, allotted })),
    })
  const session = convened('10:00', '11:00', { venue: 'x' })
  const venues = (...acts: readonly Act[]) =>
    Object.entries(at('12:00', session, ...acts).alone.venues).flatMap(([ground, count]) =>
      count > 0 ? [ground] : [],
    )
  expect(venues()).toEqual(['unnamed'])
  expect(venues(set('07:00', ['x', 'sa']), set('10:01', ['x', 'sb']))).toEqual(['own'])
  expect(venues(set('07:00', ['x', 'sa']), set('10:00', ['x', 'sb']))).toEqual(['other'])
  expect(venues(set('07:00', ['x', 'common']))).toEqual(['neutral'])
  expect(venues(set('07:00', ['x', 'med']))).toEqual(['neutral'])
  expect(venues(set('07:00', ['y', 'sa']))).toEqual(['unnamed'])
})

it('adds up the places of its own members, and knows nothing of a caucus', () => {
  const join = (member: string, key: string) => act('p', member, '07:00', 'member.join', { seat: key })
  const session = convened('10:00', '11:00', { attends: ['m1', 'm2', 'm3'] })
  const acts = [join('m1', 'sa'), join('m2', 'sb'), join('m3', 'sa'), session]
  expect(at('12:00', ...acts).alone.attending).toBe(2)
  const caucus = [
    act('ka', '9', '08:00', 'session.convene', plan('08:00', '09:30')),
    act('ka', '8', '08:00', 'session.convene', plan('08:00', '09:30')),
    act('ka', '8', '08:30', 'session.cancel'),
  ]
  expect(at('12:00', ...acts, ...caucus)).toEqual(at('12:00', ...acts))
})
