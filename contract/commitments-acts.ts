/** The acts of commitments on the wire: stipulations, reports, what a mission records and releases, cases. */
import { z } from 'zod'
import { placePrecisions, timePrecisions } from '#domain/commitments/blur.ts'
import type { Closing, Notice } from '#domain/commitments/case.ts'
import type {
  LodgeEvidence as DomainLodgeEvidence,
  ReleaseEvidence as DomainReleaseEvidence,
} from '#domain/commitments/evidence.ts'
import type { ProposeFinding as DomainProposeFinding } from '#domain/commitments/finding.ts'
import { findingKinds } from '#domain/commitments/finding.ts'
import type { ProposeForce as DomainProposeForce } from '#domain/commitments/force.ts'
import type { RequestInspection as DomainRequestInspection } from '#domain/commitments/inspection.ts'
import type {
  GiveAccount as DomainGiveAccount,
  MakeReport as DomainMakeReport,
} from '#domain/commitments/report.ts'
import { reportForms } from '#domain/commitments/report.ts'
import {
  type Denial,
  type Incident,
  incidentKinds,
  type Observation,
  observationMeans,
  type ReleaseSighting,
} from '#domain/commitments/sighting.ts'
import { reliabilities } from '#domain/commitments/source.ts'
import type { EnterStipulation as DomainEnter } from '#domain/commitments/stipulated.ts'
import { themes, verificationMeans } from '#domain/commitments/terms.ts'
import { FileReference } from './rooms.ts'
import { Day, Id, Key, Language, Localised, Moment, ObjectId, text } from './words.ts'

const Days = z.int().min(0).max(36_500)
const Long = z.record(Language, text(5_000))
const Ids = z.array(Id).max(40).readonly()
const SomeIds = z.array(Id).min(1).max(40).readonly()
const Keys = z.array(Key).max(16).readonly()
const Point = z.strictObject({ stipulation: Id, event: z.enum(['begun', 'done']) })
const OnDate = z.strictObject({ kind: z.literal('date'), date: Day })
const After = z.strictObject({
  kind: z.literal('after'),
  days: Days,
  from: z.union([z.literal('force'), Point]),
})
const NoTerm = z.strictObject({ kind: z.literal('none') })
const Standing = z.strictObject({ kind: z.literal('standing') })
const Condition = z.strictObject({
  before: z.enum(['begin', 'complete']),
  of: Point,
  days: Days.optional(),
  by: Day.optional(),
})

const Quote = z.strictObject({
  clause: ObjectId,
  wording: z.int().min(1),
  words: z.record(Language, text(20_000)),
})
const Terms = z.strictObject({
  name: Localised,
  what: Long,
  indicator: Long.optional(),
  bound: Keys,
  beneficiary: Keys,
  begins: z.discriminatedUnion('kind', [OnDate, After, NoTerm]).optional(),
  due: z.discriminatedUnion('kind', [OnDate, After, NoTerm, Standing]),
  conditions: z.array(Condition).max(40).readonly(),
  openConditions: z.array(Localised).max(20).readonly().optional(),
  verification: z
    .array(z.strictObject({ means: z.enum(verificationMeans), quota: z.int().min(1).max(10_000).optional() }))
    .max(verificationMeans.length)
    .readonly(),
  verifier: Key.optional(),
  resources: Long.optional(),
  theme: z.enum(themes),
  subTheme: Localised.optional(),
  tags: z.array(text(60)).max(20).readonly(),
  codes: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/))
    .max(40)
    .readonly(),
  provision: z
    .string()
    .regex(/^[a-z][a-z_]{0,31}$/)
    .optional(),
})
export const EnterStipulation = z.strictObject({
  quote: Quote,
  terms: Terms,
}) satisfies z.ZodType<DomainEnter>

const Version = z.int().min(1).max(99_999)
const Bound = z.array(Id).min(1).max(500).readonly()
export const ProposeForce = z.strictObject({
  version: Version,
  basis: z.enum(['entry-into-force', 'provisional-application']),
  from: Day,
  stipulations: Bound,
}) satisfies z.ZodType<DomainProposeForce>
export const AcceptForce = z.strictObject({ version: Version, stipulations: Bound })

const Count = z.strictObject({ least: z.number().min(0).max(1e9), most: z.number().min(0).max(1e9) })
const ordered = (interval: { readonly least: number; readonly most: number } | undefined) =>
  interval === undefined || interval.least <= interval.most
const Interval = Count.refine(ordered, { error: 'the least is more than the most' })
const Span = z.strictObject({ from: Moment, to: Moment })
const Period = z.strictObject({ from: Day, to: Day })
const Place = z.strictObject({
  names: z.array(Localised).min(1).max(6).readonly(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
const recorded = {
  place: Place,
  when: Span,
  what: Long,
  stipulations: Ids,
  sources: Ids.optional(),
}
const Degrees = z.number().min(0).max(360)
export const RecordObservation = z.strictObject({
  ...recorded,
  controls: Key,
  means: z.enum(observationMeans),
  count: Interval.optional(),
  bearing: z.strictObject({ from: Degrees, to: Degrees }).optional(),
  range: Interval.optional(),
  assessed: z.boolean(),
}) satisfies z.ZodType<Observation>
export const RecordDenial = z.strictObject({
  ...recorded,
  by: Localised,
  controls: Key,
  reason: Long.optional(),
  notified: z.strictObject({ at: Moment, how: Localised }).optional(),
}) satisfies z.ZodType<Denial>
export const RecordIncident = z.strictObject({
  ...recorded,
  kind: z.enum(incidentKinds),
  casualties: Interval.optional(),
}) satisfies z.ZodType<Incident>
export const Release = z.strictObject({
  to: Id,
  place: z.enum(placePrecisions),
  time: z.enum(timePrecisions),
  what: Long,
  name: Localised.optional(),
}) satisfies z.ZodType<ReleaseSighting>
export const EnterSource = z.strictObject({
  alias: Localised,
  words: Long,
  reliability: z.enum(reliabilities),
})

export const MakeReport = z.strictObject({
  form: z.enum(reportForms),
  stipulations: Ids,
  words: Long,
  period: Period.optional(),
  dueBy: Day.optional(),
  notBefore: Day.optional(),
  figures: z
    .array(z.strictObject({ what: Localised, count: Interval }))
    .max(60)
    .readonly(),
}) satisfies z.ZodType<DomainMakeReport>
const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export const GiveAccount = z.strictObject({
  stipulations: Ids,
  case: Id.optional(),
  level: Level.optional(),
  asOf: Day,
  words: Long,
}) satisfies z.ZodType<DomainGiveAccount>

export const RequestInspection = z.strictObject({
  stipulations: SomeIds,
  type: z.enum(['routine', 'short-notice', 'challenge', 'exhibition']),
  of: Key,
  site: Place,
  window: Span,
  dueBy: Day,
  words: Long,
}) satisfies z.ZodType<DomainRequestInspection>
export const ReplyToInspection = z.strictObject({ accept: z.boolean(), words: Long })
export const ConcludeInspection = z.strictObject({
  result: z.enum(['confirmed', 'discrepancy', 'inconclusive', 'denied']),
  when: Span,
  words: Long,
  stipulations: Ids,
})

export const LodgeEvidence = z.strictObject({
  file: FileReference,
  words: Long,
  taken: Moment.optional(),
  stipulations: Ids,
  of: Ids,
}) satisfies z.ZodType<DomainLodgeEvidence>
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
export const HandEvidence = z.strictObject({ to: Id, words: Long })
export const ExamineEvidence = z.strictObject({ file: Hash })
export const ReleaseEvidence = z.strictObject({
  to: Id,
  words: Long,
  file: Hash,
  of: Ids,
  copy: FileReference.optional(),
  time: z.enum(timePrecisions).optional(),
}) satisfies z.ZodType<DomainReleaseEvidence>

export const ProposeFinding = z.strictObject({
  kind: z.enum(findingKinds),
  stipulations: Ids,
  asOf: Day,
  words: Long,
  level: Level.optional(),
  report: Id.optional(),
  verdict: z.enum(['confirmed', 'discrepancy', 'inconclusive']).optional(),
  case: Id.optional(),
  attribution: Long.optional(),
  cites: Ids,
}) satisfies z.ZodType<DomainProposeFinding>
export const InWords = z.strictObject({ words: Long })
export const ReleaseFinding = z.strictObject({
  to: Id,
  words: Long,
  stipulations: Ids,
  cites: Ids.optional(),
})

export const NotifyCase = z.strictObject({
  stipulations: SomeIds,
  against: Key,
  title: Localised,
  words: Long,
  replyBy: Day,
}) satisfies z.ZodType<Notice>
export const ProposeRemedy = z.strictObject({ id: Id, bound: Key, due: Day, words: Long })
export const AcceptRemedy = z.strictObject({ remedy: Id })
export const CloseCase = z.strictObject({
  outcome: z.enum(['remedied', 'no-breach', 'unresolved', 'withdrawn']),
  words: Long,
}) satisfies z.ZodType<Closing>
export const IssueReport = z.strictObject({ from: Day, to: Day, remarks: Long })
