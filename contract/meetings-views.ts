/** What the screen reads of meetings: the arrangements, and every session of the rooms in which the reader's seat sits. */
import { z } from 'zod'
import type { Session as DomainSession } from '#domain/meetings/session.ts'
import { PlanSession, SetArrangements } from './meetings-acts.ts'
import { Actor, Id, Localised, Moment } from './words.ts'

/** A session as it stands. */
const Session = z.object({
  ...PlanSession.shape,
  by: Actor,
  at: Moment,
  changes: z.int(),
  cancelled: z.object({ by: Actor, at: Moment, words: Localised.optional() }).optional(),
}) satisfies z.ZodType<DomainSession>

export const MeetingsView = z.object({
  /** `revision` is 0 while nothing has been arranged and the usual rules hold. */
  arrangements: z.object({ revision: z.int(), state: SetArrangements }),
  sessions: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Session })).readonly(),
  /** The titles of the papers on the agendas. */
  papers: z.array(z.object({ room: Id, object: Id, title: Localised })).readonly(),
  at: Moment,
})
export type MeetingsView = z.infer<typeof MeetingsView>
