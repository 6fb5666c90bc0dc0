/** The shape of a file of meetings; published as `contract/meetings.schema.json`. */
import { z } from 'zod'
import { PlanSession, SetArrangements } from './meetings-acts.ts'
import { Key, Language, Localised, text } from './words.ts'

const { attends: _a, interpreters: _i, agenda: _g, arrivals, ...plan } = PlanSession.shape

const Session = z.strictObject({
  key: Key,
  ...plan,
  arrivals: arrivals.optional(),
  /** Members by key. */
  attends: z.array(Key).max(200).readonly(),
  interpreters: z
    .array(z.strictObject({ member: Key, languages: z.array(Language).min(1).max(6).readonly() }))
    .max(20)
    .readonly()
    .optional(),
  agenda: z.array(Localised).max(40).readonly().optional(),
  /** How often it was changed since it was convened: SEQUENCE of its entry in a calendar. */
  changes: z.int().min(0).optional(),
  cancelled: z.boolean().optional(),
})

/** Who sits where, what is arranged, and every session. `party` of a seat is set for those that are kept apart. */
export const MeetingsFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('parley-meetings-1'),
  name: Localised,
  seats: z
    .array(z.strictObject({ key: Key, name: Localised, party: Key.optional() }))
    .max(40)
    .readonly(),
  members: z
    .array(z.strictObject({ key: Key, seat: Key, name: Localised }))
    .max(2_000)
    .readonly(),
  arrangements: SetArrangements,
  sessions: z.array(Session).min(1).max(5_000).readonly(),
  /** What else the file wants to say of itself. */
  note: text(2_000).optional(),
})
export type MeetingsFile = z.infer<typeof MeetingsFile>
