/** What the screen reads of meetings: the arrangements, and some weeks' sessions of the rooms in which the reader's seat sits. */
import { z } from 'zod'
import type { Accreditation as DomainAccreditation } from '#domain/meetings/accreditation.ts'
import type { Session as DomainSession } from '#domain/meetings/session.ts'
import { horizonDays } from '#domain/meetings/session.ts'
import { PlanSession, SetArrangements, SubmitList, WriteMinutes } from './meetings-acts.ts'
import { Actor, Day, Id, Key, Localised, Moment } from './words.ts'

/** A session as it stands. */
const Session = z.object({
  ...PlanSession.shape,
  by: Actor,
  at: Moment,
  changes: z.int(),
  cancelled: z.object({ by: Actor, at: Moment, words: Localised.optional() }).optional(),
}) satisfies z.ZodType<DomainSession>

/** Minutes by their last wording, of this number; those before it are in the record. `accepted` is of the last alone. */
const Minutes = z.object({
  wording: z.int().min(1),
  last: z.object({ ...WriteMinutes.shape, by: Actor, at: Moment }),
  accepted: z.array(z.object({ party: Key, by: Actor, at: Moment })).readonly(),
})

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

/** So many weeks hold everything that can be convened. */
export const allWeeks = Math.ceil(horizonDays / 7) + 1

/**
 * Which part of the timetable: the week of a day and so many after it, or the week of a session, with its minutes.
 * This week where nothing is asked, or the session is none that the reader may know of.
 */
export const MeetingsAsked = z.object({
  week: Day.optional(),
  weeks: z.coerce.number().int().min(1).max(allWeeks).optional(),
  session: z.string().max(80).optional(),
})
export type MeetingsAsked = z.infer<typeof MeetingsAsked>

export const MeetingsView = z.object({
  /** `revision` is 0 while nothing has been arranged and the usual rules hold. */
  arrangements: z.object({ revision: z.int(), state: SetArrangements }),
  /** Those that begin in the weeks that were asked for, and near enough to them to be in the way of one. */
  sessions: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Session })).readonly(),
  /** The list of a delegation, in its channel. */
  accreditations: z.array(z.object({ room: Id, revision: z.int(), state: Accreditation })).readonly(),
  /** Of the session that was asked for, under its id. */
  minutes: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Minutes })).readonly(),
  /** The papers on the agendas; one that is bilingual can be read clause by clause. */
  papers: z
    .array(z.object({ room: Id, object: Id, title: Localised, form: z.enum(['bilingual', 'file']) }))
    .readonly(),
  at: Moment,
})
export type MeetingsView = z.infer<typeof MeetingsView>
