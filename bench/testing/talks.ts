/** Talks made for load: four seats at one table, fifty members in each, and rooms enough to spread over. */
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'

type File = z.infer<typeof Founding>

/** The seats that post. */
export const seats = ['a', 'b', 'mediator', 'observer'] as const
export type SeatKey = (typeof seats)[number]

/** Where one client sits and writes: keys of the process file. */
export interface Place {
  readonly seat: SeatKey
  readonly room: string
}

/** How many members sit in each seat. */
export const membersPerSeat = 50

/** The key of the n-th member of a seat, n from 0. */
export const memberKey = (seat: SeatKey, n: number): string => `${seat}-${n % membersPerSeat}`

/** Everybody in one room of one seat: the narrowest place, because a seat writes one transaction at a time. */
export const oneRoom: readonly Place[] = [{ seat: 'a', room: 'a-caucus' }]

/** Clients spread over four seats and six rooms, of which the plenary is shared by three of the seats. */
export const spread: readonly Place[] = [
  { seat: 'a', room: 'a-caucus' },
  { seat: 'b', room: 'b-caucus' },
  { seat: 'mediator', room: 'office' },
  { seat: 'observer', room: 'group-observer' },
  { seat: 'a', room: 'plenary' },
  { seat: 'b', room: 'group-b' },
  { seat: 'mediator', room: 'plenary' },
  { seat: 'observer', room: 'plenary' },
]

/** Rooms that one measurement each fills for itself; seat A sits in them. */
export const sizedRooms = Array.from({ length: 24 }, (_, i) => `sized-${i}`)

const named = (en: string) => ({ en })

const room = (key: string, kind: File['rooms'][number]['kind'], ...there: readonly SeatKey[]) => ({
  key,
  kind,
  name: named(key),
  seats: there,
})

const members = (seat: SeatKey): File['members'] =>
  Array.from({ length: membersPerSeat }, (_, n) => ({
    key: memberKey(seat, n),
    seat,
    name: named(`Member ${n} of ${seat}`),
    title: named('Member'),
    function: n === 0 && seat !== 'observer' ? ('head' as const) : ('adviser' as const),
    authority: ['speak' as const],
    language: 'en',
    from: '2026-01-01',
  }))

const party = (key: 'a' | 'b') => ({ key, name: named(key), short: named(key), hue: key })
const seat = (key: SeatKey, kind: File['seats'][number]['kind']) => ({
  key,
  kind,
  name: named(key),
  timeZone: 'UTC',
})

/** The process file. */
export const talks: File = {
  key: 'load',
  name: named('Talks for load'),
  exercise: true,
  languages: ['en'],
  rules: { attribution: 'attributed', nothingAgreedUntilEverythingAgreed: true },
  agenda: [],
  parties: [party('a'), party('b')],
  seats: [
    { ...seat('a', 'party'), party: 'a' },
    { ...seat('b', 'party'), party: 'b' },
    seat('mediator', 'mediator'),
    seat('observer', 'observer'),
  ],
  rooms: [
    room('plenary', 'plenary', ...seats),
    room('gallery', 'gallery', ...seats),
    room('a-caucus', 'caucus', 'a'),
    room('b-caucus', 'caucus', 'b'),
    room('a-channel', 'channel', 'a', 'mediator'),
    room('b-channel', 'channel', 'b', 'mediator'),
    room('office', 'office', 'mediator'),
    room('group-b', 'working-group', 'b', 'mediator'),
    room('group-observer', 'working-group', 'mediator', 'observer'),
    ...sizedRooms.map((key) => room(key, 'working-group', 'a', 'mediator')),
  ],
  members: seats.flatMap(members),
}
