/** The acts of meetings on the wire: the practical arrangements, and a session as it is convened, changed, called off. */
import { z } from 'zod'
import type { SubmitList as DomainSubmitList } from '#domain/meetings/accreditation.ts'
import { badgeCategories } from '#domain/meetings/accreditation.ts'
import type { Arrangements as DomainArrangements } from '#domain/meetings/arrangements.ts'
import { venueKinds } from '#domain/meetings/arrangements.ts'
import type { SessionPlan as DomainPlan } from '#domain/meetings/session.ts'
import { Day, Id, Key, Language, Localised, Moment, text } from './words.ts'

const Minutes = z.int().min(0).max(1_440)

const Entrance = z.strictObject({ key: Key, name: Localised })
const Venue = z.strictObject({
  key: Key,
  name: Localised,
  kind: z.enum(venueKinds),
  entrance: Key,
  allotted: Key,
})
const TeamStep = z.strictObject({ upToMinutes: Minutes, interpreters: z.int().min(1).max(20) })
export const Interpreting = z.strictObject({
  teams: z.array(TeamStep).min(1).max(12).readonly(),
  dailyMinutes: Minutes,
  restMinutes: Minutes,
})

export const SetArrangements = z.strictObject({
  timeZone: z.string().min(1).max(64),
  entrances: z.array(Entrance).max(40).readonly(),
  venues: z.array(Venue).max(200).readonly(),
  apartMinutes: Minutes,
  turnaroundMinutes: Minutes,
  parityMinutes: z.int().min(0).max(10_080),
  interpreting: Interpreting,
}) satisfies z.ZodType<DomainArrangements>

const Arrival = z.strictObject({ seat: Key, entrance: Key, at: Moment })
const Item = z.strictObject({ title: Localised, papers: z.array(Id).max(40).readonly() })
const Interpreter = z.strictObject({ member: Id, languages: z.array(Language).min(1).max(6).readonly() })
const unique = (ids: readonly string[]) => new Set(ids).size === ids.length

export const PlanSession = z.strictObject({
  title: Localised,
  begin: Moment,
  end: Moment,
  venue: Key.nullable(),
  attends: z.array(Id).max(200).refine(unique, { error: 'somebody stands there twice' }).readonly(),
  arrivals: z.array(Arrival).max(20).readonly(),
  agenda: z.array(Item).max(40).readonly(),
  languages: z
    .array(Language)
    .min(1)
    .max(6)
    .refine(unique, { error: 'a language stands there twice' })
    .readonly(),
  interpreters: z.array(Interpreter).max(20).readonly(),
}) satisfies z.ZodType<DomainPlan>

export const CancelSession = z.strictObject({ words: z.record(Language, text(2_000)).optional() })

export const WriteMinutes = z.strictObject({ words: z.record(Language, text(20_000)) })
export const AcceptMinutes = z.strictObject({ wording: z.int().min(1) })

const Listed = z.strictObject({
  id: Id,
  name: Localised,
  title: Localised,
  category: z.enum(badgeCategories),
})
export const SubmitList = z.strictObject({
  from: Day,
  until: Day,
  people: z.array(Listed).min(1).max(400).readonly(),
}) satisfies z.ZodType<DomainSubmitList>
export const GrantBadges = z.strictObject({
  people: z.array(Id).min(1).max(400).refine(unique, { error: 'somebody stands there twice' }).readonly(),
})
export const DeclineBadge = z.strictObject({
  person: Id,
  words: z.record(Language, text(2_000)).optional(),
})
