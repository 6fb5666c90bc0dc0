/** What crosses the wire about who leads a delegation, on which credentials, and what waits for the word of a successor. */
import { z } from 'zod'
import type {
  Credentials as DomainCredentials,
  LodgeCredentials as DomainLodge,
} from '#domain/parties/credentials.ts'
import type {
  ChangeLeadership as DomainChange,
  Leadership as DomainLeadership,
} from '#domain/parties/leadership.ts'
import { Authorities, GivenAuthorities, Term } from './parties.ts'
import { FileReference } from './rooms.ts'
import { Hash } from './text-versions.ts'
import { Actor, Day, Id, Key, Language, Localised, Moment, ObjectId } from './words.ts'

/** The paper of credentials: who issued it, its day, the SHA-256 of the paper, and the file where the room holds it. */
const paper = {
  issuer: Localised,
  dated: Day,
  sha256: Hash,
  file: FileReference.optional(),
}
const CredentialsPaper = z.strictObject(paper)

export const LodgeCredentials = z.strictObject({
  ...paper,
  seat: Key,
  member: Id,
}) satisfies z.ZodType<DomainLodge>

export const ChangeLeadership = z.strictObject({
  outgoing: Id.nullable(),
  stays: z.boolean(),
  successor: z.union([
    z.strictObject({ member: Id, title: Localised }),
    z.strictObject({
      joins: z.strictObject({ id: Id, name: Localised, title: Localised, language: Language }),
    }),
  ]),
  authority: GivenAuthorities,
  fullPowers: Term.optional(),
  until: Day.optional(),
  credentials: CredentialsPaper,
}) satisfies z.ZodType<DomainChange>

const Held = z.object({
  member: Id,
  authority: Authorities,
  fullPowers: Term.optional(),
  /** A moment, or the first day of a term. */
  since: z.union([Moment, Day]),
})

const Leadership = z.object({
  seat: Key,
  changes: z
    .array(
      z.object({
        at: Moment,
        by: Actor,
        outgoing: Held.extend({ stays: z.boolean() }).nullable(),
        successor: Held,
        credentials: Id,
      }),
    )
    .readonly(),
}) satisfies z.ZodType<DomainLeadership>

/** Credentials as the screen shows them. */
const Credentials = z.object({
  ...paper,
  seat: Key,
  member: Id,
  by: Actor,
  at: Moment,
  received: z.object({ by: Actor, at: Moment }).optional(),
}) satisfies z.ZodType<DomainCredentials>

/** A clause that the reader's side has agreed ad referendum and not confirmed: all that confirming it needs to say. */
const AgreedClause = z.object({
  clause: ObjectId,
  wording: z.int(),
  under: z.array(z.object({ clause: ObjectId, wording: z.int() })).readonly(),
  /** How its words begin, in every language. */
  words: z.record(Language, z.string()),
  by: Actor,
  at: Moment,
  /** It was agreed before the leadership passed, and not by the one to whom it passed. */
  awaits: z.boolean(),
})

/** A version that the reader's side has signed ad referendum, and has neither confirmed nor declined to confirm. */
const SignedVersion = z.object({ number: z.int(), hash: Hash, by: Actor, at: Moment, awaits: z.boolean() })

/** Who leads and led each delegation, the credentials on file, and what waits for the word of the reader's own side. */
export const LeadershipView = z.object({
  leaderships: z.array(z.object({ room: Id, revision: z.int(), state: Leadership })).readonly(),
  credentials: z.array(z.object({ room: Id, object: Id, revision: z.int(), state: Credentials })).readonly(),
  agreed: z.array(AgreedClause).readonly(),
  signed: z.array(SignedVersion).readonly(),
})
export type LeadershipView = z.infer<typeof LeadershipView>
