/** The symmetry report on the wire: the figures of the parties a seat may read, and the part of the record they come from. */
import { z } from 'zod'
import type { Met as DomainMet } from '#domain/process/symmetry/elapsed.ts'
import type { PartyFigures as DomainFigures, Symmetry } from '#domain/process/symmetry/symmetry.ts'
import { Id, Key, Language, Moment } from './words.ts'

const Count = z.int().min(0)
/** Milliseconds; null where there is nothing to tell of. */
const Time = z.int().min(0).nullable()
const Met = z.object({
  asked: Count,
  met: Count,
  waiting: Count,
  median: Time,
  longest: Time,
  longestWait: Time,
}) satisfies z.ZodType<DomainMet>
/** Milliseconds added up. */
const Total = z.int().min(0)
const Sat = z.object({
  ...{ begun: Count, time: Total, ahead: Count, timeAhead: Total, calledOff: Count, moved: Count },
  ...{ notice: Time, shortestNotice: Time, minuted: Count, agreed: Count, attending: Count },
  venues: z.object({ own: Count, other: Count, neutral: Count, unnamed: Count }),
})
const PerLanguage = z.record(Language, Count)
const First = z.object({ first: PerLanguage, together: Count })

const PartyFigures = z.object({
  party: Key,
  access: z.object({
    members: Count,
    speakers: Count,
    proposers: Count,
    tables: Count,
    channels: Count,
    onlookers: Count,
  }),
  badges: Met.extend({ declined: Count }),
  floor: z.object({
    statements: Count,
    questions: Count,
    answers: Count,
    words: Count,
    days: Count,
    papers: Count,
    voiced: Count,
  }),
  channel: z.object({ given: Count, received: Count, days: Count }),
  sessions: z.object({ alone: Sat, joint: Sat }),
  conveyed: Met.extend({
    kept: Count,
    papers: Count,
    papersCarried: Count,
    manners: z.object({ verbatim: Count, paraphrase: Count, 'as-mediator': Count }),
    to: z.array(z.object({ to: Key, carried: Count, median: Time, longest: Time })).readonly(),
  }),
  pauses: Met,
  questions: Met,
  wordings: Met,
  translations: Met,
  silences: z.object({ named: Count, objected: Count }),
  proposals: Met.extend({
    entered: Count,
    returned: Count,
    withdrawn: Count,
    adopted: Count,
    languages: First,
  }),
  written: PerLanguage,
}) satisfies z.ZodType<DomainFigures>

/**
 * The report, and how many acts of each room's log it was worked out from, so that whoever takes the figures and the
 * record home can work them out anew from exactly the same acts.
 */
export const SymmetryView = z.object({
  at: Moment,
  logs: z.array(z.object({ room: Id, size: Count })).readonly(),
  languages: z.array(Language).readonly(),
  parties: z.array(PartyFigures).readonly(),
  text: z.object({ clauses: First, alternatives: First }),
}) satisfies z.ZodType<Symmetry>
export type SymmetryView = z.infer<typeof SymmetryView>
