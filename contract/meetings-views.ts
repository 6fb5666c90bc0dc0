/** What the screen reads of meetings: the arrangements, and every session of the rooms in which the reader's seat sits. */
import { z } from 'zod'
import type { Minutes as DomainMinutes } from '#domain/meetings/minutes.ts'
import type { Session as DomainSession } from '#domain/meetings/session.ts'
import { PlanSession, SetArrangements, WriteMinutes } from './meetings-acts.ts'
import { Actor, Id, Key, Localised, Moment } from './words.ts'

/** A session as it stands. */
const Session = z.object({
  ...PlanSession.shape,
  by: Actor,
  at: Moment,
  changes: z.int(),
  cancelled: z.object({ by: Actor, at: Moment, words: Localised.optional() }).optional(),
}) satisfies z.ZodType<DomainSession>

/** Minutes as they stand, with who has accepted these words. */
const Minutes = z.object({
  ...WriteMinutes.shape,
  wording: z.int(),
  by: Actor,
  at: Moment,
  accepted: z.array(z.object({ party: Key, by: Actor, at: Moment })).readonly(),
}) satisfies z.ZodType<DomainMinutes>

export const MeetingsView = z.object({
  /** `revision` is 0 while nothing has been arranged and the usual rules hold. */
  arrangements: z.object({ revision: z.int(), state: SetArrangements }),
  sessions: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Session })).readonly(),
  /** Under the id of their session. */
  minutes: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Minutes })).readonly(),
  /** The papers on the agendas; one that is bilingual can be read clause by clause. */
  papers: z
    .array(z.object({ room: Id, object: Id, title: Localised, form: z.enum(['bilingual', 'file']) }))
    .readonly(),
  at: Moment,
})
export type MeetingsView = z.infer<typeof MeetingsView>
