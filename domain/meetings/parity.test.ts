import { describe, expect, it } from 'vitest'
import { smallProcess } from '../../server/testing/process.ts'
import {
  sharedEntrances,
  teamFor,
  unarranged,
  usualInterpreting,
  type Venue,
  venueParity,
} from './arrangements.ts'
import { timeParity } from './reading.ts'
import type { Session } from './session.ts'

const venue = (key: string, allotted: string, kind: Venue['kind'], entrance = allotted): Venue => ({
  ...{ key, allotted, kind, entrance, name: { en: key, ru: key } },
})

describe('parity of venues', () => {
  it('is as many of each kind for each party; what is common or of other seats does not count', () => {
    const venues = [
      ...[venue('1', 'us', 'delegation-room'), venue('2', 'ru', 'delegation-room')],
      ...[venue('3', 'us', 'meeting-room'), venue('4', 'common', 'conference-room')],
      venue('5', 'mediator', 'meeting-room'),
    ]
    expect(venueParity({ venues }, smallProcess).map(({ kind, isEven }) => [kind, isEven])).toEqual([
      ['meeting-room', false],
      ['delegation-room', true],
    ])
  })

  it('tells of an entrance on which venues of two parties lie, for they could not be kept apart there', () => {
    const apart = [venue('1', 'us', 'office', 'north'), venue('2', 'ru', 'office', 'south')]
    expect(sharedEntrances({ venues: apart }, smallProcess)).toEqual([])
    const shared = [...apart, venue('3', 'ru', 'office', 'north'), venue('4', 'mediator', 'office', 'south')]
    expect(sharedEntrances({ venues: shared }, smallProcess)).toEqual(['north'])
  })
})

describe('parity of session time', () => {
  const session = (room: string, begin: string, minutes: number, off = false) => ({
    ...{ room, object: `${room}${begin}` },
    state: {
      begin: `2026-11-${begin}:00.000Z`,
      end: new Date(Date.parse(`2026-11-${begin}:00.000Z`) + minutes * 60_000).toISOString(),
      ...(off ? { cancelled: { by: { seat: '', member: '' }, at: '' } } : {}),
    } as Session,
  })
  const channels = new Map([
    ['a', 'us'],
    ['b', 'ru'],
  ])
  const parityOf = (sessions: readonly ReturnType<typeof session>[], known = channels) =>
    timeParity(
      { arrangements: { state: unarranged(smallProcess) }, sessions },
      smallProcess,
      known,
      '2026-11-23',
      '2026-11-30',
    )

  it('adds up what stands in the channels within the week, and is even within the minutes agreed', () => {
    const all = [
      session('a', '23T10:00', 90),
      session('b', '24T10:00', 60),
      session('b', '25T10:00', 90, true),
    ]
    expect(parityOf(all)).toEqual({
      counts: [
        { party: 'us', minutes: 90 },
        { party: 'ru', minutes: 60 },
      ],
      isEven: true,
    })
    const more = [
      ...all,
      session('a', '24T14:00', 31),
      session('a', '30T10:00', 500),
      session('c', '24T10:00', 500),
    ]
    expect(parityOf(more)?.isEven).toBe(false)
  })

  it('is not told to who sits in one channel alone', () => {
    expect(parityOf([], new Map([['a', 'us']]))).toBeUndefined()
  })
})

it('a session longer than the last step of the rules wants one interpreter more', () => {
  expect([40, 41, 240, 361, 480, 481].map((minutes) => teamFor(usualInterpreting, minutes))).toEqual([
    1, 2, 2, 4, 4, 5,
  ])
})
