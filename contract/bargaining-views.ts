/** What the screen reads of bargaining: everything that the reader's seat may see of it, and nothing else. */
import { z } from 'zod'
import type { Answer as DomainAnswer, Ballot as DomainBallot } from '#domain/bargaining/ballot.ts'
import type { Budget as DomainBudget } from '#domain/bargaining/budget.ts'
import type { Disclosure as DomainDisclosure } from '#domain/bargaining/disclosure.ts'
import type {
  Body as DomainBody,
  Ratification as DomainRatification,
} from '#domain/bargaining/ratification.ts'
import type { Chosen as DomainChosen } from '#domain/bargaining/references.ts'
import type { Prepared as DomainPrepared, Received as DomainReceived } from '#domain/bargaining/suggestion.ts'
import { Agenda, Package, Place, Together, Worth } from './bargaining.ts'
import { Actor, Id, Key, Localised, Moment, ObjectId, Wording } from './words.ts'

const Body = z.object({
  id: ObjectId,
  name: Localised,
  threshold: z.object({ need: z.int(), of: z.int() }),
  groups: z.array(z.object({ name: Localised, votes: z.int(), accepts: Together })).readonly(),
}) satisfies z.ZodType<DomainBody>
const Bodies = z.array(Body).readonly()

/** What a party must pass at home. */
export const Ratification = z.object({ bodies: Bodies }) satisfies z.ZodType<DomainRatification>

const { issues, interdependence, redLines, constraints, reservation, batna, comparisons } = Worth.shape

/** What a party shows the mediator of its worth. */
export const Disclosure = z.object({
  party: Key,
  shown: z
    .object({
      issues,
      interdependence,
      redLines,
      constraints,
      reservation,
      batna,
      comparisons,
      bodies: Bodies,
    })
    .partial(),
  by: Actor,
  at: Moment,
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainDisclosure>

/** The information budget, with what it was spent on. */
export const Budget = z.object({
  most: z.int(),
  apartMinutes: z.int(),
  released: z.array(z.object({ suggestion: ObjectId, to: z.array(Key).readonly(), at: Moment })).readonly(),
}) satisfies z.ZodType<DomainBudget>

const Chosen = z.object({
  issue: ObjectId,
  option: z.string(),
  names: z.object({ issue: Localised, option: Localised }),
  closes: z.array(Place).readonly().optional(),
}) satisfies z.ZodType<DomainChosen>

const suggested = {
  package: Package,
  words: Wording,
  from: Package.optional(),
  chosen: z.array(Chosen).readonly(),
  by: Actor,
  at: Moment,
}

/** A suggestion in the office. */
export const PreparedSuggestion = z.object({
  ...suggested,
  released: z
    .array(z.object({ to: z.array(Key).readonly(), placed: z.record(Key, Id), at: Moment }))
    .readonly(),
}) satisfies z.ZodType<DomainPrepared>

/** A suggestion in a channel. */
export const ReceivedSuggestion = z.object({
  ...suggested,
  answered: z
    .object({ answer: z.enum(['interested', 'not']), remark: Wording.optional(), by: Actor, at: Moment })
    .optional(),
}) satisfies z.ZodType<DomainReceived>

/** A package put to several parties for blind acceptance. */
export const Ballot = z.object({
  ...suggested,
  deadline: Moment,
  to: z.array(Key).readonly(),
  standing: z.enum(['open', 'accepted', 'not-accepted']),
  closedAt: Moment.optional(),
  due: Moment.optional(),
}) satisfies z.ZodType<DomainBallot>

/** A party's own answer to a ballot. */
export const BallotAnswer = z.object({
  accept: z.boolean(),
  by: Actor,
  givenAt: Moment,
}) satisfies z.ZodType<DomainAnswer>

/** An object of a room of the reader's, with the revision an act on it must name. */
const inRoom = <S extends z.ZodType>(state: S) =>
  z.object({ room: Id, object: ObjectId, revision: z.int(), state })

/** Everything of bargaining in the reader's rooms; what the seat does not have is null or empty. */
export const BargainingView = z.object({
  /** What everybody at the table reads. */
  agenda: inRoom(Agenda).nullable(),
  /** The mediator's own draft of it, in the office. */
  draft: inRoom(Agenda).nullable(),
  /** In one's own caucus. */
  worth: inRoom(Worth).nullable(),
  ratification: inRoom(Ratification).nullable(),
  answers: z.array(inRoom(BallotAnswer)).readonly(),
  /** In the channels. */
  disclosures: z.array(inRoom(Disclosure)).readonly(),
  received: z.array(inRoom(ReceivedSuggestion)).readonly(),
  /** In the channels and, for the mediator, in the office too: the same ballot under the same id. */
  ballots: z.array(inRoom(Ballot)).readonly(),
  /** When each open ballot closes, by its id, adjournments and interruptions counted; null while it has no date. */
  due: z.record(ObjectId, Moment.nullable()),
  /** In the office. */
  budget: inRoom(Budget).nullable(),
  prepared: z.array(inRoom(PreparedSuggestion)).readonly(),
  at: Moment,
})
export type BargainingView = z.infer<typeof BargainingView>
