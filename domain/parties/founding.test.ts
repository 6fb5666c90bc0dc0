import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallProcess } from '../../server/testing/process.ts'
import { type Founding, foundingFlaws } from './founding.ts'
import { named } from './localised.ts'
import { alternat, partyOf, seatOf } from './process.ts'

const file = smallProcess as Founding
const change = <K extends 'seats' | 'rooms' | 'members' | 'parties'>(
  what: K,
  key: string,
  more: Partial<Founding[K][number]>,
): Founding => ({
  ...file,
  [what]: (file[what] as readonly { key: string }[]).map((each) =>
    each.key === key ? { ...each, ...more } : each,
  ),
})
const without = <K extends 'seats' | 'rooms' | 'parties'>(what: K, key: string): Founding => ({
  ...file,
  [what]: (file[what] as readonly { key: string }[]).filter((each) => each.key !== key),
})
const room = (key: string) => file.rooms.find((each) => each.key === key)?.seats ?? []
const one = { en: 'Only English' }

describe('a founding file', () => {
  it('that is in order has no flaw', () => {
    expect(foundingFlaws(file)).toEqual([])
  })

  it.each<[string, string, Founding]>([
    ['seats.us', 'process.seat-without-party', change('seats', 'us', { party: undefined })],
    ['seats.us', 'process.seat-without-party', change('seats', 'us', { party: 'cn' })],
    ['seats.observer', 'process.party-without-reason', change('seats', 'observer', { party: 'us' })],
    ['seats.us', 'process.time-zone', change('seats', 'us', { timeZone: 'Mars/Olympus' })],
    ['seats.us', 'process.name-missing', change('seats', 'us', { name: one })],
    ['seats.us', 'wording.language', change('seats', 'us', { name: { en: 'A', ru: 'А', fr: 'A' } })],
    ['seats', 'process.wants-one-mediator', without('seats', 'mediator')],
    ['seats', 'process.wants-one-mediator', change('seats', 'observer', { kind: 'mediator' })],
    ['seats', 'process.wants-one-seat-a-party', change('seats', 'observer', { kind: 'party', party: 'us' })],
    ['seats.us', 'process.doubled', change('seats', 'ru', { key: 'us' })],
    ['parties', 'process.wants-two-parties', without('parties', 'ru')],
    ['hues.a', 'process.doubled', change('parties', 'ru', { hue: 'a' })],
    ['parties.us', 'process.name-missing', change('parties', 'us', { short: one })],
    ['rooms', 'process.wants-one-room', without('rooms', 'plenary')],
    ['rooms', 'process.wants-one-room', without('rooms', 'office')],
    ['rooms', 'process.wants-one-room', without('rooms', 'gallery')],
    ['seats.us', 'process.party-wants-room', without('rooms', 'us-caucus')],
    ['seats.ru', 'process.party-wants-room', without('rooms', 'ru-channel')],
    [
      'rooms.us-caucus',
      'process.seat-out-of-place',
      change('rooms', 'us-caucus', { seats: ['us', 'mediator'] }),
    ],
    ['rooms.us-caucus', 'process.room-wants-one', change('rooms', 'us-caucus', { seats: ['us', 'ru'] })],
    ['rooms.us-channel', 'process.room-wants-one', change('rooms', 'us-channel', { seats: ['us'] })],
    [
      'rooms.us-channel',
      'process.room-wants-one',
      change('rooms', 'us-channel', { seats: ['us', 'ru', 'mediator'] }),
    ],
    [
      'rooms.us-channel',
      'process.seat-out-of-place',
      change('rooms', 'us-channel', { seats: ['us', 'mediator', 'observer'] }),
    ],
    ['rooms.office', 'process.seat-out-of-place', change('rooms', 'office', { seats: ['mediator', 'us'] })],
    ['rooms.group', 'process.room-wants-one', change('rooms', 'group', { seats: ['us', 'ru'] })],
    [
      'rooms.plenary',
      'process.room-wants-all',
      change('rooms', 'plenary', { seats: room('plenary').slice(1) }),
    ],
    [
      'rooms.plenary',
      'process.seat-out-of-place',
      change('rooms', 'plenary', { seats: [...room('plenary'), 'public'] }),
    ],
    ['rooms.gallery', 'process.room-wants-all', change('rooms', 'gallery', { seats: room('plenary') })],
    ['rooms.group', 'process.unknown-seat', change('rooms', 'group', { seats: [...room('group'), 'cn'] })],
    [
      'rooms.group.seats.us',
      'process.doubled',
      change('rooms', 'group', { seats: [...room('group'), 'us'] }),
    ],
    ['rooms.group', 'process.name-missing', change('rooms', 'group', { name: one })],
    ['rooms.us-caucus', 'process.doubled', change('rooms', 'ru-caucus', { key: 'us-caucus' })],
    ['members.us-head', 'process.unknown-seat', change('members', 'us-head', { seat: 'cn' })],
    ['members.us-head', 'process.card-room', change('members', 'us-head', { visibleIn: 'ru-caucus' })],
    ['members.us-head', 'process.card-room', change('members', 'us-head', { visibleIn: 'us-channel' })],
    ['members.us-head', 'process.card-room', change('members', 'us-head', { visibleIn: 'nowhere' })],
    [
      'members.us-head',
      'process.convey-is-the-mediators',
      change('members', 'us-head', { authority: ['convey'] }),
    ],
    ['members.us-head', 'member.dates', change('members', 'us-head', { until: '2025-12-31' })],
    ['members.us-head', 'process.name-missing', change('members', 'us-head', { title: one })],
    ['members.us-head', 'process.doubled', change('members', 'ru-head', { key: 'us-head' })],
    ['name', 'process.name-missing', { ...file, name: one }],
    ['agenda.one', 'process.name-missing', { ...file, agenda: [{ key: 'one', title: one }] }],
  ])('names at %s: %s', (where, code, flawed) => {
    expect(foundingFlaws(flawed)).toContainEqual(expect.objectContaining({ where, code }))
  })
})

describe('alternat', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 12)).toISOString()
  const first = (seat: string, n: number) => alternat(file, seat, day(n))[0]?.key

  it('shows each side its own first, always', () => {
    for (let n = 0; n < 30; n += 1) expect([first('us', n), first('ru', n)]).toEqual(['us', 'ru'])
  })

  it('shows everybody else each side first on every other day, and all of them the same', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (n) => {
        for (const seat of ['mediator', 'observer', 'public']) {
          expect(first(seat, n)).not.toBe(first(seat, n + 1))
          expect(first(seat, n)).toBe(first('mediator', n))
        }
      }),
    )
  })

  it('is symmetric: with the sides exchanged, everybody sees the exchange and nothing else', () => {
    const turned = { ...file, parties: [...file.parties].reverse() }
    for (let n = 0; n < 4; n += 1) {
      const keys = (of: Founding, seat: string) => alternat(of, seat, day(n)).map(({ key }) => key)
      expect(keys(turned, 'mediator')).toEqual(keys(file, 'mediator').reverse())
      for (const seat of ['us', 'ru']) expect(keys(turned, seat)).toEqual(keys(file, seat))
    }
  })

  it('leaves nobody out', () => {
    for (const { key } of file.seats)
      expect(new Set(alternat(file, key, day(3)).map((party) => party.key))).toEqual(new Set(['us', 'ru']))
  })
})

describe('names and seats', () => {
  it('are found by key; a room of one side is that side’s', () => {
    expect(seatOf(file, 'us')?.kind).toBe('party')
    expect(seatOf(file, 'cn')).toBeUndefined()
    expect(partyOf(file, { seats: ['us', 'mediator'] })?.key).toBe('us')
    expect(partyOf(file, { seats: ['us', 'ru', 'mediator'] })).toBeUndefined()
    expect(partyOf(file, { seats: ['mediator'] })).toBeUndefined()
  })

  it('are said in the language of the reader, else in one there is', () => {
    expect(named({ en: 'A', ru: 'А' }, 'ru')).toBe('А')
    for (const language of ['fr', 'constructor', '__proto__', 'toString'])
      expect(named({ en: 'A' }, language)).toBe('A')
    expect(named({}, 'en')).toBe('')
  })
})
