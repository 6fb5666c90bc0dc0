/** What crosses the wire about processes, seats and members. */
import { z } from 'zod'
import type { Founding as DomainFounding } from '#domain/parties/founding.ts'
import {
  authorities,
  type Member as DomainMember,
  type Term as DomainTerm,
  memberFunctions,
} from '#domain/parties/member.ts'
import type {
  AuthoriseMember as DomainAuthorise,
  JoinMember as DomainJoin,
} from '#domain/parties/membership.ts'
import type { PlaceMember as DomainPlace } from '#domain/parties/organisation.ts'
import {
  attributions,
  type Process as DomainProcess,
  type Room as DomainRoom,
  roomKinds,
  seatKinds,
} from '#domain/parties/process.ts'
import { Actor, ClockTime, Day, Id, Key, Language, Localised, Moment } from './words.ts'

export const Term = z.object({ from: Day, until: Day.optional() }) satisfies z.ZodType<DomainTerm>
export const QuietHours = z.object({ from: ClockTime, to: ClockTime })
export const Authorities = z.array(z.enum(authorities)).max(authorities.length).readonly()
/** As somebody gives them: each once. */
export const GivenAuthorities = z
  .array(z.enum(authorities))
  .max(authorities.length)
  .refine((given) => new Set(given).size === given.length)
  .meta({ uniqueItems: true })
  .readonly()
export const Room = z.object({
  id: Id,
  key: Key,
  kind: z.enum(roomKinds),
  name: Localised,
  seats: z.array(Key).readonly(),
}) satisfies z.ZodType<DomainRoom>

const Party = z.object({ key: Key, name: Localised, short: Localised, hue: z.enum(['a', 'b', 'c', 'd']) })
const Seat = z.object({
  key: Key,
  kind: z.enum(seatKinds),
  party: Key.optional(),
  name: Localised,
  timeZone: z.string().max(64),
  quietHours: QuietHours.optional(),
})
const AgendaItem = z.object({ key: Key, title: Localised, note: Localised.optional() })

export const Process = z.object({
  key: Key,
  name: Localised,
  exercise: z.boolean(),
  venue: Localised.optional(),
  round: z.int().min(1).optional(),
  languages: z.array(Language).min(1).max(6).readonly(),
  rules: z.object({ attribution: z.enum(attributions), nothingAgreedUntilEverythingAgreed: z.boolean() }),
  agenda: z.array(AgendaItem).max(200).readonly(),
  parties: z.array(Party).max(4).readonly(),
  seats: z.array(Seat).max(40).readonly(),
}) satisfies z.ZodType<DomainProcess>

const memberFields = {
  seat: Key,
  name: Localised,
  function: z.enum(memberFunctions),
  title: Localised,
  authority: Authorities,
  fullPowers: Term.optional(),
  language: Language,
  from: Day,
  until: Day.optional(),
}
const visibility = z.enum(['table', 'delegation'])

export const Member = z.object({
  id: Id,
  ...memberFields,
  visibility,
  languages: z.array(Language).readonly().optional(),
  reportsTo: Id.optional(),
  authorisedAt: Moment.optional(),
  removedAt: Moment.optional(),
  invitedAt: Moment.optional(),
}) satisfies z.ZodType<DomainMember>
export const JoinMember = z.strictObject({
  ...memberFields,
  authority: GivenAuthorities,
  visibility,
}) satisfies z.ZodType<DomainJoin>
export const PlaceMember = z.strictObject({
  reportsTo: Id.nullable(),
  languages: z.array(Language).max(20).readonly(),
}) satisfies z.ZodType<DomainPlace>
export const LeaveSeat = z.strictObject({ until: Day })
export const AuthoriseMember = z.strictObject({
  authority: GivenAuthorities,
  fullPowers: Term.optional(),
}) satisfies z.ZodType<DomainAuthorise>
export const SetQuietHours = z.strictObject({ hours: QuietHours.nullable() })

/** The file a process is created from; published as `contract/process.schema.json`. */
export const Founding = z.strictObject({
  $schema: z.string().optional(),
  ...Process.shape,
  rooms: z
    .array(Room.omit({ id: true }))
    .max(60)
    .readonly(),
  members: z
    .array(
      z.strictObject({
        ...{ key: Key, ...memberFields, authority: GivenAuthorities },
        visibleIn: Key.optional(),
      }),
    )
    .max(500)
    .readonly(),
}) satisfies z.ZodType<DomainFounding>

/** A member's card, and the room in which it can be read. */
export const MemberCard = z.object({ room: Id, revision: z.int(), member: Member, serving: z.boolean() })

/** A seat as its table sees it: its local time now, and whether it has its quiet hours. */
export const SeatHours = z.object({
  seat: Key,
  hours: QuietHours.nullable(),
  revision: z.int(),
  quiet: z.boolean(),
})

/** Everything a screen needs to know of a process before it opens a room; only what this seat may read. */
export const ProcessView = z.object({
  id: Id,
  process: Process,
  me: Member,
  rooms: z.array(Room.extend({ size: z.int() })).readonly(),
  members: z.array(MemberCard).readonly(),
  hours: z.array(SeatHours).readonly(),
  adjournments: z.object({
    revision: z.int(),
    periods: z.array(z.object({ from: Moment, until: Moment.optional() })).readonly(),
  }),
  at: Moment,
})
export type ProcessView = z.infer<typeof ProcessView>

/** An act as its room shows it: what was done, by whom, when; the words are with the object. */
export const ActLine = z.object({
  room: Id,
  index: z.int(),
  id: Id,
  kind: z.string(),
  object: z.string(),
  by: Actor.nullable(),
  at: Moment,
})
export type ActLine = z.infer<typeof ActLine>
