/** What the screen reads of commitments: everything that the reader's seat may see of them, and nothing else. */
import { z } from 'zod'
import { placePrecisions, timePrecisions } from '#domain/commitments/blur.ts'
import type { Case as DomainCase } from '#domain/commitments/case.ts'
import type { Evidence as DomainEvidence } from '#domain/commitments/evidence.ts'
import type {
  Finding as DomainFinding,
  ReceivedFinding as DomainReceived,
} from '#domain/commitments/finding.ts'
import type { Force as DomainForce } from '#domain/commitments/force.ts'
import type { Inspection as DomainInspection } from '#domain/commitments/inspection.ts'
import type { MonitoringReport as DomainMonitoringReport } from '#domain/commitments/monitoring-report.ts'
import type { Block } from '#domain/commitments/periodic-sheet.ts'
import type { Account as DomainAccount, Report as DomainReport } from '#domain/commitments/report.ts'
import type { Source as DomainSource } from '#domain/commitments/source.ts'
import type { Stipulated as DomainStipulated } from '#domain/commitments/stipulated.ts'
import {
  CloseCase,
  ConcludeInspection,
  EnterSource,
  EnterStipulation,
  GiveAccount,
  InWords,
  IssueReport,
  LodgeEvidence,
  MakeReport,
  NotifyCase,
  ProposeFinding,
  ProposeForce,
  ProposeRemedy,
  RecordDenial,
  RecordIncident,
  RecordObservation,
  ReplyToInspection,
  RequestInspection,
} from './commitments-acts.ts'
import { Message } from './rooms.ts'
import { Actor, Day, Id, Key, Localised, Moment, ObjectId } from './words.ts'

const authored = { author: Actor, at: Moment }
const said = { by: Actor, at: Moment }
const Keys = z.array(Key).readonly()
const Place = z.object({ to: Id, at: Moment, object: Id })

const InForce = z.object({
  force: Id,
  version: z.int(),
  basis: z.enum(['entry-into-force', 'provisional-application']),
  from: Day,
})
const Coding = z.object({
  finding: Id,
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  asOf: Day,
  at: Moment,
})
/** A stipulation, with everything it says. */
export const Stipulated = z.object({
  ...EnterStipulation.shape,
  ...said,
  accepted: Keys,
  inForce: InForce.optional(),
  codings: z.array(Coding).readonly(),
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainStipulated>

/** How the quoted words stand in the clause as it is now. */
const QuoteStanding = z.enum(['same', 'moved', 'changed', 'gone'])
const { quote, terms } = EnterStipulation.shape
const { what: _what, indicator: _i, resources: _r, subTheme: _s, ...lean } = terms.shape
/** One line of the list: what a table of many lines, a time line and a score need. */
const StipulationLine = z.object({
  room: Id,
  object: Id,
  revision: z.int(),
  clause: quote.shape.clause,
  number: z.string().nullable(),
  standing: QuoteStanding,
  terms: z.object(lean),
  accepted: Keys,
  inForce: InForce.optional(),
  codings: z.array(Coding).readonly(),
})
export type StipulationLine = z.infer<typeof StipulationLine>

const of = <T extends z.ZodType>(state: T) =>
  z.object({ room: Id, object: ObjectId, revision: z.int(), state })

const Force = z.object({
  ...ProposeForce.shape,
  ...said,
  accepted: z.array(z.object({ party: Key, ...said })).readonly(),
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainForce>
const Case = z.object({
  ...NotifyCase.shape,
  ...said,
  reply: z.object({ ...InWords.shape, ...said }).optional(),
  mandates: z.array(z.object({ party: Key, ...said })).readonly(),
  findings: z.array(z.object({ finding: Id, at: Moment })).readonly(),
  remedies: z
    .array(
      z.object({
        ...ProposeRemedy.shape,
        ...said,
        accepted: z.array(z.object({ party: Key, at: Moment })).readonly(),
      }),
    )
    .readonly(),
  dissents: z.array(z.object({ ...InWords.shape, party: Key, ...said })).readonly(),
  closed: z.object({ ...CloseCase.shape, ...said }).optional(),
}) satisfies z.ZodType<DomainCase>
const MonitoringReport = z.object({
  ...IssueReport.shape,
  ...said,
  dissents: z.array(z.object({ ...InWords.shape, party: Key, ...said })).readonly(),
}) satisfies z.ZodType<DomainMonitoringReport>

const kept = {
  ...authored,
  released: z
    .array(Place.extend({ place: z.enum(placePrecisions), time: z.enum(timePrecisions) }))
    .readonly(),
  withdrawnAt: Moment.optional(),
}
const ToldPlace = z.object({
  names: z.array(Localised).readonly(),
  latitude: z.number(),
  longitude: z.number(),
  cell: z.number().optional(),
})
const Told = z.object({ place: z.enum(placePrecisions), time: z.enum(timePrecisions) })
const told = { ...authored, place: ToldPlace, told: Told }
/** A record in the mission's room, or (with `told`) as it was let go of. */
const sighting = <T extends z.ZodRawShape>(shape: T) => {
  const { sources: _sources, ...open } = shape
  return z.union([z.object({ ...open, ...told }), z.object({ ...shape, ...kept })])
}
const Observation = sighting(RecordObservation.shape)
const Denial = sighting(RecordDenial.shape)
const Incident = sighting(RecordIncident.shape)

const Report = z.object({ ...MakeReport.shape, ...authored }) satisfies z.ZodType<DomainReport>
const Account = z.object({
  ...GiveAccount.shape,
  party: Key,
  ...authored,
}) satisfies z.ZodType<DomainAccount>
const { stipulations: _st, ...concluded } = ConcludeInspection.shape
const Inspection = z.object({
  ...RequestInspection.shape,
  ...said,
  reply: z.object({ ...ReplyToInspection.shape, ...said }).optional(),
  concluded: z.object({ ...concluded, ...said }).optional(),
  counted: z.int().optional(),
}) satisfies z.ZodType<DomainInspection>
const Evidence = z.object({
  ...LodgeEvidence.shape,
  ...authored,
  custody: z
    .array(
      z.object({
        what: z.enum(['lodged', 'handed', 'examined', 'received']),
        ...said,
        to: Id.optional(),
        words: InWords.shape.words.optional(),
      }),
    )
    .readonly(),
  blurred: z.literal(true).optional(),
  when: RecordObservation.shape.when.optional(),
  released: z.array(Place.extend({ copy: z.string().optional() })).readonly(),
}) satisfies z.ZodType<DomainEvidence>
const { cites, ...found } = ProposeFinding.shape
const Received = z.object({
  ...found,
  cites: cites.optional(),
  proposedBy: Actor,
  confirmedBy: Actor,
  dissents: z.array(z.object({ by: Actor, words: InWords.shape.words })).readonly(),
  ...authored,
}) satisfies z.ZodType<DomainReceived>
const Finding = z.object({
  ...ProposeFinding.shape,
  ...said,
  confirmed: z.object(said).optional(),
  dissents: z.array(z.object({ ...said, words: InWords.shape.words })).readonly(),
  released: z.array(Place).readonly(),
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainFinding>
const Source = z.object({ ...EnterSource.shape, ...said }) satisfies z.ZodType<DomainSource>

const shown = { room: Id, object: Id, revision: z.int() }
/** One record of commitments in a room of the reader's. */
export const CommitmentRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), ...shown, state: Report }),
  z.object({ kind: z.literal('account'), ...shown, state: Account }),
  z.object({ kind: z.literal('observation'), ...shown, state: Observation }),
  z.object({ kind: z.literal('denial'), ...shown, state: Denial }),
  z.object({ kind: z.literal('incident'), ...shown, state: Incident }),
  z.object({ kind: z.literal('inspection'), ...shown, state: Inspection }),
  z.object({ kind: z.literal('evidence'), ...shown, state: Evidence }),
  z.object({ kind: z.literal('finding'), ...shown, state: z.union([Finding, Received]) }),
  z.object({ kind: z.literal('source'), ...shown, state: Source }),
  z.object({ kind: z.literal('case'), ...shown, state: Case }),
  z.object({ kind: z.literal('message'), ...shown, state: Message }),
])
export type CommitmentRecord = z.infer<typeof CommitmentRecord>
export type RecordKind = CommitmentRecord['kind']

/** The list, and what the table has decided about it. */
export const CommitmentsView = z.object({
  stipulations: z.array(StipulationLine).readonly(),
  forces: z.array(of(Force)).readonly(),
  cases: z.array(of(Case)).readonly(),
  reports: z.array(of(MonitoringReport)).readonly(),
  at: Moment,
})
export type CommitmentsView = z.infer<typeof CommitmentsView>

/** One obligation: what it says, the words of its clause as they are now, and what bears on it, newest first. */
export const StipulationView = z.object({
  ...shown,
  state: Stipulated,
  standing: QuoteStanding,
  clause: z.object({ number: z.string().nullable(), words: z.record(z.string(), z.string()) }).nullable(),
  records: z.array(CommitmentRecord).readonly(),
  /** How many records bear on it in the reader's rooms; `records` holds the newest of them. */
  count: z.int(),
  at: Moment,
})
export type StipulationView = z.infer<typeof StipulationView>

/** A page of the register, newest first; `next` continues it. */
export const RecordsView = z.object({
  records: z.array(CommitmentRecord).readonly(),
  next: z.string().nullable(),
  at: Moment,
})
export type RecordsView = z.infer<typeof RecordsView>

/** What became of an import: how many rows were recorded, and which were refused, by line of the file. */
export const Imported = z.object({
  recorded: z.int(),
  refused: z
    .array(
      z.object({
        line: z.int(),
        code: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .readonly(),
})
export type Imported = z.infer<typeof Imported>

const Blocks = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['title', 'heading', 'words', 'note']), words: z.string() }),
    z.object({
      kind: z.literal('table'),
      head: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
    }),
    z.object({ kind: z.literal('box'), title: z.string(), words: z.array(z.string()).readonly() }),
  ]),
) satisfies z.ZodType<readonly Block[]>
/** A periodic monitoring report as it is set out in every language of the process; `report` is null in a preview. */
export const PeriodicView = z.object({
  report: z.object({ room: Id, object: ObjectId, revision: z.int(), state: MonitoringReport }).nullable(),
  sheets: z.record(z.string(), Blocks.readonly()),
  at: Moment,
})
export type PeriodicView = z.infer<typeof PeriodicView>
