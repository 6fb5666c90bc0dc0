/** The acts of the process itself on the wire: consents, the mandate, tracks, ripeness, the fundamentals. */
import { z } from 'zod'
import type { GiveConsent as DomainGive, WithdrawConsent as DomainWithdraw } from '#domain/process/consent.ts'
import { type MarkItem as DomainMark, markAnswers } from '#domain/process/fundamentals.ts'
import type { MakeHandover as DomainHandover } from '#domain/process/handover.ts'
import { type RecordMandate as DomainMandate, mandateSources } from '#domain/process/mandate.ts'
import { type ReadRipeness as DomainReading, ripenessAnswers } from '#domain/process/ripeness.ts'
import { type MoveTrack as DomainMove, phases } from '#domain/process/track.ts'
import { Day, Language, Localised, text, Wording } from './words.ts'

const Long = z.record(Language, text(5_000))

export const GiveConsent = z.strictObject({
  scope: Wording,
  qualifications: Wording.optional(),
}) satisfies z.ZodType<DomainGive>
export const WithdrawConsent = z.strictObject({
  reason: Wording.optional(),
}) satisfies z.ZodType<DomainWithdraw>
export const RecordMandate = z.strictObject({
  source: z.enum(mandateSources),
  giver: Localised,
  words: Long,
  limits: Long.optional(),
  from: Day,
  until: Day.optional(),
}) satisfies z.ZodType<DomainMandate>
export const EndMandate = z.strictObject({ day: Day })
export const MoveTrack = z.strictObject({
  phase: z.enum(phases),
  suspended: z.boolean(),
  since: Day,
  words: Long.optional(),
}) satisfies z.ZodType<DomainMove>
const Answer = z.enum(ripenessAnswers)
export const ReadRipeness = z.strictObject({
  answers: z.strictObject({ stalemate: Answer, 'way-out': Answer, spokesman: Answer }),
  words: Wording,
}) satisfies z.ZodType<DomainReading>
export const MarkItem = z.strictObject({
  answer: z.enum(markAnswers),
  on: Day,
  note: Wording.optional(),
}) satisfies z.ZodType<DomainMark>
export const MakeHandover = z.strictObject({
  notes: z
    .array(z.string().regex(/^(?:message|mark|reading)\/[a-z0-9-]{1,64}\/[0-9TZ:.-]{24}$/))
    .max(2_000)
    .readonly(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<DomainHandover>
