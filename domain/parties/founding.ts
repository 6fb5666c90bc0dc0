/** The founding of a process: the file a secretariat writes, and everything that must be true of it. */
import { type Refusal, refuse } from '#domain/outcome.ts'
import { flawsInNames, type Localised } from './localised.ts'
import type { Member } from './member.ts'
import type { Process, Room, RoomKind, Seat, SeatKind } from './process.ts'
import { isTimeZone } from './quiet-hours.ts'

/** A member as the file names them: by a key, with the room in which their card lives. */
export interface FoundingMember
  extends Omit<Member, 'id' | 'visibility' | 'authorisedAt' | 'languages' | 'reportsTo'> {
  readonly key: string
  readonly visibleIn?: string | undefined
}

/** The whole file. */
export interface Founding extends Process {
  readonly rooms: readonly Omit<Room, 'id'>[]
  readonly members: readonly FoundingMember[]
}

/** What is wrong, and where in the file (as `seats.us.party`). */
export interface Flaw extends Refusal {
  readonly where: string
}

const flaw = (where: string, code: string, facts?: Refusal['facts']): Flaw => ({
  where,
  ...refuse(code, facts).refusal,
})

const doubled = (what: string, keys: readonly string[]): readonly Flaw[] =>
  [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))].map((key) =>
    flaw(`${what}.${key}`, 'process.doubled'),
  )

/** How many seats of which kinds a room of each kind takes; kinds that are not named have no place in it. */
const seating: Readonly<Record<RoomKind, Partial<Record<SeatKind, 'one' | 'any' | 'all'>>>> = {
  plenary: { party: 'all', mediator: 'all', observer: 'all', guarantor: 'all', verifier: 'all' },
  caucus: { party: 'one' },
  channel: { party: 'one', mediator: 'one' },
  'working-group': { party: 'any', mediator: 'one', observer: 'any', guarantor: 'any', verifier: 'any' },
  office: { mediator: 'one' },
  mission: { verifier: 'one' },
  gallery: {
    party: 'all',
    mediator: 'all',
    observer: 'all',
    guarantor: 'all',
    verifier: 'all',
    public: 'all',
  },
}

const roomFlaws = (file: Founding, room: Omit<Room, 'id'>): readonly Flaw[] => {
  const where = `rooms.${room.key}`
  const places = seating[room.kind]
  const seats = room.seats.map((key) => file.seats.find((seat) => seat.key === key))
  const unknown = room.seats
    .filter((_, i) => !seats[i])
    .map((seat) => flaw(where, 'process.unknown-seat', { seat }))
  const known = seats.filter((seat): seat is Seat => seat !== undefined)
  const outOfPlace = known
    .filter((seat) => !(seat.kind in places))
    .map((seat) => flaw(where, 'process.seat-out-of-place', { seat: seat.key, room: room.kind }))
  const counts = Object.entries(places).flatMap(([kind, rule]) => {
    const inRoom = known.filter((seat) => seat.kind === kind).length
    const all = file.seats.filter((seat) => seat.kind === kind).length
    if (rule === 'one' && inRoom !== 1)
      return [flaw(where, 'process.room-wants-one', { kind, room: room.kind })]
    if (rule === 'all' && inRoom !== all)
      return [flaw(where, 'process.room-wants-all', { kind, room: room.kind })]
    return []
  })
  return [...unknown, ...outOfPlace, ...counts, ...doubled(`${where}.seats`, room.seats)]
}

const seatFlaws = (file: Founding, seat: Seat): readonly Flaw[] => {
  const where = `seats.${seat.key}`
  const party = file.parties.some(({ key }) => key === seat.party)
  return [
    ...(seat.kind === 'party' && !party ? [flaw(where, 'process.seat-without-party')] : []),
    ...(seat.kind !== 'party' && seat.party !== undefined
      ? [flaw(where, 'process.party-without-reason')]
      : []),
    ...(isTimeZone(seat.timeZone) ? [] : [flaw(where, 'process.time-zone', { timeZone: seat.timeZone })]),
  ]
}

const memberFlaws = (file: Founding, member: FoundingMember): readonly Flaw[] => {
  const where = `members.${member.key}`
  const seat = file.seats.find(({ key }) => key === member.seat)
  const card = file.rooms.find(({ key }) => key === (member.visibleIn ?? cardRoom(file, member)))
  return [
    ...(seat ? [] : [flaw(where, 'process.unknown-seat', { seat: member.seat })]),
    ...(card?.seats.includes(member.seat)
      ? []
      : [flaw(where, 'process.card-room', { room: member.visibleIn ?? '' })]),
    ...(card && !['plenary', 'caucus', 'gallery'].includes(card.kind)
      ? [flaw(where, 'process.card-room', { room: card.key })]
      : []),
    ...(member.authority.includes('convey') && seat?.kind !== 'mediator'
      ? [flaw(where, 'process.convey-is-the-mediators')]
      : []),
    ...(member.until !== undefined && member.until < member.from ? [flaw(where, 'member.dates')] : []),
    ...nameFlaws(file, where, member.name, member.title),
  ]
}

const nameFlaws = (file: Founding, where: string, ...names: readonly Localised[]): readonly Flaw[] =>
  flawsInNames(file.languages, names).map(({ code, facts }) => flaw(where, code, facts))

/** The room in which a member's card lives when the file names none: the plenary, or the gallery for the public. */
export const cardRoom = (file: Founding, member: Pick<FoundingMember, 'seat'>): string | undefined => {
  const seat = file.seats.find(({ key }) => key === member.seat)
  const kind: RoomKind = seat?.kind === 'public' ? 'gallery' : 'plenary'
  return file.rooms.find((room) => room.kind === kind)?.key
}

/** Everything that is wrong with the file, each with its place; empty when the process can be founded. */
export const foundingFlaws = (file: Founding): readonly Flaw[] => {
  const parties = file.parties.map(({ key }) => key)
  const only = (kind: RoomKind) =>
    file.rooms.filter((room) => room.kind === kind).length === 1
      ? []
      : [flaw('rooms', 'process.wants-one-room', { room: kind })]
  const each = (kind: RoomKind) =>
    file.seats
      .filter((seat) => seat.kind === 'party')
      .filter((seat) => file.rooms.filter((r) => r.kind === kind && r.seats.includes(seat.key)).length !== 1)
      .map((seat) => flaw(`seats.${seat.key}`, 'process.party-wants-room', { room: kind }))
  const missions = file.seats
    .filter(({ kind }) => kind === 'verifier')
    .filter(({ key }) => file.rooms.filter((r) => r.kind === 'mission' && r.seats.includes(key)).length !== 1)
    .map(({ key }) => flaw(`seats.${key}`, 'process.verifier-wants-mission'))
  return [
    ...doubled('parties', parties),
    ...doubled('languages', file.languages),
    ...doubled(
      'seats',
      file.seats.map(({ key }) => key),
    ),
    ...doubled(
      'rooms',
      file.rooms.map(({ key }) => key),
    ),
    ...doubled(
      'members',
      file.members.map(({ key }) => key),
    ),
    ...doubled(
      'hues',
      file.parties.map(({ hue }) => hue),
    ),
    ...(parties.length < 2 ? [flaw('parties', 'process.wants-two-parties')] : []),
    ...(file.seats.filter(({ kind }) => kind === 'mediator').length === 1
      ? []
      : [flaw('seats', 'process.wants-one-mediator')]),
    ...(file.seats.filter(({ kind }) => kind === 'party').length === parties.length
      ? []
      : [flaw('seats', 'process.wants-one-seat-a-party')]),
    ...only('plenary'),
    ...only('office'),
    ...only('gallery'),
    ...each('caucus'),
    ...each('channel'),
    ...missions,
    ...file.seats.flatMap((seat) => seatFlaws(file, seat)),
    ...file.rooms.flatMap((room) => roomFlaws(file, room)),
    ...file.members.flatMap((member) => memberFlaws(file, member)),
    ...nameFlaws(file, 'name', file.name),
    ...file.parties.flatMap((p) => nameFlaws(file, `parties.${p.key}`, p.name, p.short)),
    ...file.seats.flatMap((s) => nameFlaws(file, `seats.${s.key}`, s.name)),
    ...file.rooms.flatMap((r) => nameFlaws(file, `rooms.${r.key}`, r.name)),
    ...file.agenda.flatMap((a) => nameFlaws(file, `agenda.${a.key}`, a.title)),
  ]
}
