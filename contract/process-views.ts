/** What the screen reads of how the process stands: everything that the reader's seat may see of it, and nothing else. */
import { z } from 'zod'
import { consentStandings, type Consent as DomainConsent } from '#domain/process/consent.ts'
import type { MarkedItem as DomainMarked } from '#domain/process/fundamentals.ts'
import type { Handover as DomainHandover } from '#domain/process/handover.ts'
import type { Mandate as DomainMandate } from '#domain/process/mandate.ts'
import type { Ripeness as DomainRipeness } from '#domain/process/ripeness.ts'
import type { Track as DomainTrack } from '#domain/process/track.ts'
import {
  GiveConsent,
  MakeHandover,
  MarkItem,
  MoveTrack,
  ReadRipeness,
  RecordMandate,
  WithdrawConsent,
} from './process-acts.ts'
import { Actor, Day, Id, Moment, ObjectId } from './words.ts'

const said = { by: Actor, at: Moment }

const Consent = z.object({
  ...GiveConsent.shape,
  standing: z.enum(consentStandings),
  steps: z
    .array(
      z.object({
        standing: z.enum(consentStandings),
        ...said,
        qualifications: GiveConsent.shape.qualifications,
        reason: WithdrawConsent.shape.reason,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<DomainConsent>
const Mandate = z.object({
  ...RecordMandate.shape,
  ...said,
  ended: Day.optional(),
}) satisfies z.ZodType<DomainMandate>
const Track = z.object({
  moves: z.array(z.object({ ...MoveTrack.shape, ...said })).readonly(),
}) satisfies z.ZodType<DomainTrack>
const Ripeness = z.object({
  readings: z.array(z.object({ ...ReadRipeness.shape, ...said })).readonly(),
}) satisfies z.ZodType<DomainRipeness>
const Marked = z.object({
  marks: z.array(z.object({ ...MarkItem.shape, ...said })).readonly(),
}) satisfies z.ZodType<DomainMarked>

const Handover = z.object({ ...MakeHandover.shape, ...said }) satisfies z.ZodType<DomainHandover>

const kept = <S extends z.ZodType>(state: S) =>
  z.array(z.object({ room: Id, object: ObjectId, revision: z.int(), state })).readonly()

/** Consents stand in channels, the mandate and tracks in the plenary, ripeness in office and caucus, marks and handovers in the office. */
export const StandingView = z.object({
  consents: kept(Consent),
  mandates: kept(Mandate),
  tracks: kept(Track),
  ripeness: kept(Ripeness),
  marks: kept(Marked),
  handovers: kept(Handover),
  at: Moment,
})
export type StandingView = z.infer<typeof StandingView>
