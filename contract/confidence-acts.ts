/** The acts of confidence on the wire: grievances, and confidence-building measures. */
import { z } from 'zod'
import { type EnterGrievance as DomainEnter, settlements } from '#domain/confidence/grievance.ts'
import type { ProposeMeasure as DomainPropose } from '#domain/confidence/measure.ts'
import { authorisedUses } from '#domain/rooms/message.ts'
import { Day, Id, Key, Language, Localised, Moment, ObjectId, text } from './words.ts'

const Long = z.record(Language, text(5_000))

export const EnterGrievance = z.strictObject({
  original: Language,
  name: Localised,
  words: Long,
  since: z.string().min(4).max(40).optional(),
  settling: Long.optional(),
  events: z.array(ObjectId).max(20).readonly(),
  issues: z.array(Key).max(40).readonly(),
}) satisfies z.ZodType<DomainEnter>
export const PutGrievance = z.strictObject({
  use: z.enum(authorisedUses),
  askFirst: z.boolean().optional(),
})
export const EndGrievance = z.strictObject({ how: z.enum(settlements), words: Long })

export const ProposeMeasure = z.strictObject({
  wording: Id,
  name: Localised,
  parts: z.record(Key, Long),
  by: Day,
  seen: Long,
  stipulations: z.array(ObjectId).max(40).readonly(),
}) satisfies z.ZodType<DomainPropose>
export const AcceptMeasure = z.strictObject({ wording: Id })
/** `instead`: the moment of the own word in whose place this one is put; absent where there is none. */
const instead = Moment.optional()
export const TellPart = z.strictObject({ on: Day, words: Long, instead })
/** It is said of the account that was read: the act names the revision in which that stood. */
export const SeePart = z.strictObject({ of: Key, isSeen: z.boolean(), words: Long })
export const EndMeasure = z.strictObject({ words: Long })
