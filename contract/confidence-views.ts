/** What the screen reads of confidence: the grievances of the reader's own rooms, and the measures of the table. */
import { z } from 'zod'
import type { Grievance as DomainGrievance } from '#domain/confidence/grievance.ts'
import type { Measure as DomainMeasure } from '#domain/confidence/measure.ts'
import {
  EndGrievance,
  EndMeasure,
  EnterGrievance,
  ProposeMeasure,
  SeePart,
  TellPart,
} from './confidence-acts.ts'
import { Actor, Day, Id, Key, Moment, ObjectId } from './words.ts'

const said = { by: Actor, at: Moment }

const Grievance = z.object({
  ...EnterGrievance.shape,
  ...said,
  put: z.array(z.object({ room: Id, message: Id, at: Moment })).readonly(),
  ended: z.object({ ...EndGrievance.shape, ...said }).optional(),
}) satisfies z.ZodType<DomainGrievance>

const { by: _by, ...proposed } = ProposeMeasure.shape
const Measure = z.object({
  ...proposed,
  due: Day,
  proposedBy: Actor,
  at: Moment,
  accepted: z.array(z.object({ party: Key, at: Moment })).readonly(),
  agreed: Moment.optional(),
  told: z.array(z.object({ ...TellPart.shape, party: Key, ...said })).readonly(),
  seenBy: z.array(z.object({ ...SeePart.shape, ...said })).readonly(),
  ended: z.object({ ...EndMeasure.shape, ...said }).optional(),
}) satisfies z.ZodType<DomainMeasure>

const of = <T extends z.ZodType>(state: T) =>
  z.object({ room: Id, object: ObjectId, revision: z.int(), state })

export const ConfidenceView = z.object({
  grievances: z.array(of(Grievance)).readonly(),
  measures: z.array(of(Measure)).readonly(),
  at: Moment,
})
export type ConfidenceView = z.infer<typeof ConfidenceView>
