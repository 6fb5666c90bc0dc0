/** What the screen reads of a text: the clauses, the proposals on them that the reader may see, its versions. */
import { z } from 'zod'
import type { Clause as DomainClause } from '#domain/text/clause.ts'
import type { TextState as DomainText } from '#domain/text/negotiation.ts'
import type { Proposal as DomainProposal, Stance as DomainStance } from '#domain/text/proposal.ts'
import { Bracket, ClauseSeed, MakeProposal, PartyName } from './text-acts.ts'
import { Actor, Id, Key, Language, Localised, Moment, ObjectId, Wording, Words } from './words.ts'

const SeenWording = z.int().min(1)

/** A clause as it is kept, with all that the sides have said to it. */
export const Clause = ClauseSeed.extend({
  settled: z.array(z.object({ bracket: Bracket, at: Moment })).readonly(),
  wording: SeenWording,
  agreements: z
    .array(
      z.object({
        party: PartyName,
        by: Actor,
        at: Moment,
        degree: z.enum(['ad-referendum', 'confirmed']),
        wording: SeenWording,
        under: z.array(z.object({ clause: ObjectId, wording: SeenWording })).readonly(),
        subjectToConformity: z.boolean(),
      }),
    )
    .readonly(),
  certificates: z
    .array(z.object({ party: PartyName, by: Actor, at: Moment, hashes: z.record(Language, z.string()) }))
    .readonly(),
  reservations: z
    .array(
      z.object({
        id: Id,
        party: PartyName,
        by: Actor,
        at: Moment,
        words: Words,
        liftedAt: Moment.optional(),
      }),
    )
    .readonly(),
  standing: z.enum(['in', 'removed', 'merged']),
  mergedInto: ObjectId.optional(),
}) satisfies z.ZodType<DomainClause>

/** A text as a whole. */
export const TextState = z.object({
  title: Localised,
  openedAt: Moment,
  packages: z
    .array(
      z.object({
        id: ObjectId,
        clauses: z.array(ObjectId).readonly(),
        party: Key.nullable(),
        words: Words.optional(),
      }),
    )
    .readonly(),
  versions: z
    .array(
      z.object({
        number: z.int(),
        hash: z.string(),
        at: Moment,
        size: z.int(),
        corrects: z.string().optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<DomainText>

/** A proposal in a channel. */
export const Proposal = MakeProposal.extend({
  party: Key,
  author: Actor,
  at: Moment,
  standing: z.enum(['made', 'entered', 'returned', 'withdrawn', 'taken-out']),
  entered: z.object({ clause: ObjectId, bracket: ObjectId, alternative: ObjectId, at: Moment }).optional(),
  remark: Wording.optional(),
}) satisfies z.ZodType<DomainProposal>

const Stance = z.object({
  party: Key,
  clause: ObjectId,
  supports: z.boolean(),
  by: Actor,
  at: Moment,
}) satisfies z.ZodType<DomainStance>

const Attribution = z.object({ sponsors: z.record(ObjectId, z.array(Key).readonly()) })

/** An object of a room of the reader's, with the revision an act on it must name. */
const inRoom = <S extends z.ZodType>(state: S) =>
  z.object({ room: Id, object: ObjectId, revision: z.int(), state })

/**
 * The text of a room as the reader may see it when the log of the room held `size` acts. Asked with `since`, it holds
 * only the clauses that have changed since the log held so many; the rest is always whole.
 */
export const TextView = z.object({
  room: Id,
  size: z.int(),
  since: z.int(),
  text: TextState.nullable(),
  clauses: z.array(Clause).readonly(),
  proposals: z.array(inRoom(Proposal)).readonly(),
  stances: z.array(inRoom(Stance)).readonly(),
  attributions: z.array(Attribution).readonly(),
  /** How far this member has read the room. */
  read: z.int(),
  /** The clauses to which anything has happened since; none for who has never read. */
  unread: z.array(ObjectId).readonly(),
})
export type TextView = z.infer<typeof TextView>

/** The clauses as they stood when the log of the room held `size` acts. */
export const TextAt = z.object({ size: z.int(), clauses: z.array(Clause).readonly() })
export type TextAt = z.infer<typeof TextAt>
