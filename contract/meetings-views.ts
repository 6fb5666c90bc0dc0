/** What the screen reads of meetings: the arrangements, and every session of the rooms in which the reader's seat sits. */
import { z } from 'zod'
import type { Accreditation as DomainAccreditation } from '#domain/meetings/accreditation.ts'
import type { Minutes as DomainMinutes } from '#domain/meetings/minutes.ts'
import type { Session as DomainSession } from '#domain/meetings/session.ts'
import { PlanSession, SetArrangements, SubmitList, WriteMinutes } from './meetings-acts.ts'
import { Actor, Id, Key, Localised, Moment } from './words.ts'

/** A session as it stands. */
const Session = z.object({
  ...PlanSession.shape,
  by: Actor,
  at: Moment,
  changes: z.int(),
  cancelled: z.object({ by: Actor, at: Moment, words: Localised.optional() }).optional(),
}) satisfies z.ZodType<DomainSession>

/** Minutes in all their wordings, with who has accepted the last. */
const Minutes = z.object({
  wordings: z.array(z.object({ ...WriteMinutes.shape, by: Actor, at: Moment })).readonly(),
  accepted: z.array(z.object({ party: Key, by: Actor, at: Moment })).readonly(),
}) satisfies z.ZodType<DomainMinutes>

/** A delegation's list with what was decided on it. */
const Accreditation = z.object({
  ...SubmitList.shape,
  submitted: z.object({ by: Actor, at: Moment }),
  decisions: z
    .array(
      z.object({
        person: Id,
        badge: z.string().nullable(),
        words: Localised.optional(),
        by: Actor,
        at: Moment,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<DomainAccreditation>

export const MeetingsView = z.object({
  /** `revision` is 0 while nothing has been arranged and the usual rules hold. */
  arrangements: z.object({ revision: z.int(), state: SetArrangements }),
  sessions: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Session })).readonly(),
  /** The list of a delegation, in its channel. */
  accreditations: z.array(z.object({ room: Id, revision: z.int(), state: Accreditation })).readonly(),
  /** Under the id of their session. */
  minutes: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Minutes })).readonly(),
  /** The papers on the agendas; one that is bilingual can be read clause by clause. */
  papers: z
    .array(z.object({ room: Id, object: Id, title: Localised, form: z.enum(['bilingual', 'file']) }))
    .readonly(),
  at: Moment,
})
export type MeetingsView = z.infer<typeof MeetingsView>
