/** One mediated peace process: who sits at the table, in which languages, by which rules. */
import type { Language, Localised } from './localised.ts'

/** The places at a table. `mediator` includes the mediator's secretariat. */
export const seatKinds = ['party', 'mediator', 'observer', 'guarantor', 'verifier', 'public'] as const
export type SeatKind = (typeof seatKinds)[number]

/** The kinds of room; who may sit in each is held by `checkProcess`. */
export const roomKinds = [
  'plenary',
  'caucus',
  'channel',
  'working-group',
  'office',
  'mission',
  'gallery',
] as const
export type RoomKind = (typeof roomKinds)[number]

/** How the sponsors of brackets are shown in the common text. */
export const attributions = ['attributed', 'mediator-only', 'anonymous'] as const
export type Attribution = (typeof attributions)[number]

/** A side to the conflict. `hue` says which of the even pairs of colours is its own; it ranks nobody. */
export interface Party {
  readonly key: string
  readonly name: Localised
  readonly short: Localised
  readonly hue: 'a' | 'b' | 'c' | 'd'
}

/** Hours in which nothing is brought to a seat's attention: wall-clock times `HH:MM` in the seat's own time zone. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** A place at the table. Its key is unique in the process; `party` is set exactly when the kind is `party`. */
export interface Seat {
  readonly key: string
  readonly kind: SeatKind
  readonly party?: string | undefined
  readonly name: Localised
  /** IANA time zone, such as `Europe/Moscow`. */
  readonly timeZone: string
  readonly quietHours?: QuietHours | undefined
}

/** A question on the agenda of the talks. */
export interface AgendaItem {
  readonly key: string
  readonly title: Localised
  readonly note?: Localised | undefined
}

/** The rules the parties agreed for the talks. */
export interface Rules {
  readonly attribution: Attribution
  readonly nothingAgreedUntilEverythingAgreed: boolean
}

/** What everybody at the table knows of a process. It is kept as an object of the plenary. */
export interface Process {
  readonly key: string
  readonly name: Localised
  /** An exercise says so on every page, and its seats may be taken without a passkey on the same machine. */
  readonly exercise: boolean
  readonly venue?: Localised | undefined
  readonly round?: number | undefined
  /** The authentic languages; the first is not above the others. */
  readonly languages: readonly Language[]
  readonly rules: Rules
  readonly agenda: readonly AgendaItem[]
  readonly parties: readonly Party[]
  readonly seats: readonly Seat[]
}

/** A room: where things live. `seats` are the keys of the seats that sit in it, and nobody else can read it. */
export interface Room {
  readonly id: string
  readonly key: string
  readonly kind: RoomKind
  readonly name: Localised
  readonly seats: readonly string[]
}

/** The seat with this key. */
export const seatOf = (process: Pick<Process, 'seats'>, key: string): Seat | undefined =>
  process.seats.find((seat) => seat.key === key)

/** The party whose delegation sits in this room, for a caucus or a channel. */
export const partyOf = (process: Process, room: Pick<Room, 'seats'>): Party | undefined => {
  const keys = room.seats.map((key) => seatOf(process, key)?.party).filter((key) => key !== undefined)
  return keys.length === 1 ? process.parties.find((party) => party.key === keys[0]) : undefined
}

/** The channel between the mediator and this party, among the rooms that the reader sits in. */
export const channelOf = (
  { process, rooms }: { readonly process: Process; readonly rooms: readonly Room[] },
  party: string,
): Room | undefined => rooms.find((room) => room.kind === 'channel' && partyOf(process, room)?.key === party)

/**
 * The parties in the order in which a reader of this seat sees them: their own side first;
 * everybody else sees them alternate from one day (UTC) to the next, so that no side is always first.
 */
export const alternat = (process: Process, seatKey: string, at: string): readonly Party[] => {
  const own = seatOf(process, seatKey)?.party
  const day = Math.floor(Date.parse(at) / 86_400_000)
  const start =
    own === undefined
      ? day % Math.max(1, process.parties.length)
      : process.parties.findIndex((p) => p.key === own)
  return [...process.parties.slice(start), ...process.parties.slice(0, start)]
}
