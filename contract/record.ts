/** What crosses the wire about the record: heads, cosignatures, salts, anchorings, mirrors. */
import { z } from 'zod'
import { Room } from './parties.ts'
import { Actor, Id, Key, Moment, ObjectId } from './words.ts'

/** A public key as it is passed around: `name+id+key` (C2SP signed-note). */
const VerifierKey = z.string().regex(/^[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{4,200}$/)

/** A seat names the key of its witness, and where it is asked; null in an exercise, where the server plays it. */
export const AppointWitness = z.strictObject({
  key: VerifierKey,
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
})

/** What a witness last said of a log. */
export const Cosigner = z.object({
  seat: Key,
  key: z.string(),
  /** The host it is asked at; null when it runs inside this server, as in an exercise. */
  place: z.string().nullable(),
  /** The last head it cosigned. */
  size: z.int().nullable(),
  at: Moment.nullable(),
  missingSince: Moment.nullable(),
  /** Why nothing came: `silent`, `unknown-log`, `bad-signature`, `clock`, `other-key`, `other-history`, `longer-history`. */
  trouble: z.string().nullable(),
})
export type Cosigner = z.infer<typeof Cosigner>

/** A checkpoint with its signatures, as it was given out. */
const ShownCheckpoint = z.object({ note: z.string(), size: z.int(), at: Moment })

/** How one log stands. */
export const LogView = z.object({
  log: Id,
  origin: z.string(),
  key: z.string(),
  policy: z.string(),
  /** The newest head; null before the first tick. */
  checkpoint: ShownCheckpoint.nullable(),
  /** The last head that every witness of the policy cosigned. */
  vouched: ShownCheckpoint.nullable(),
  witnesses: z.array(Cosigner).readonly(),
})
export type LogView = z.infer<typeof LogView>

/** The record of a room: its log, and how often heads are signed. */
export const RecordView = z.object({
  log: LogView,
  /** Acts in the room's log now; those beyond the checkpoint follow at the next tick. */
  size: z.int(),
  tickSeconds: z.int(),
  /** Within so many seconds a receipt promises that an act stands in a cosigned checkpoint. */
  within: z.int(),
  at: Moment,
})
export type RecordView = z.infer<typeof RecordView>

/** A mirror's key as its seat sees it: who made it, and when it was last used. */
export const MirrorKey = z.object({ id: Id, member: Id, madeAt: Moment, seenAt: Moment.nullable() })
export type MirrorKey = z.infer<typeof MirrorKey>

/** A new mirror's key: the words are shown once. */
export const NewMirror = z.object({ id: Id, key: z.string() })

/** A witness as it was appointed, with the revision of the appointment. */
const Appointed = z.object({
  seat: Key,
  key: z.string().nullable(),
  url: z.string().nullable(),
  revision: z.int(),
})

/** The record of a process: its anchor log, the logs this seat may read, the witnesses and the seat's mirrors. */
export const RecordIndex = z.object({
  process: z.object({
    id: Id,
    key: Key,
    name: z.record(z.string(), z.string()),
    exercise: z.boolean(),
    languages: z.array(z.string()).readonly(),
  }),
  seat: Key,
  anchor: LogView,
  /** The rooms in which this seat sits. */
  rooms: z.array(Room).readonly(),
  logs: z
    .array(z.object({ room: Id, log: Id, origin: z.string(), key: z.string(), size: z.int() }))
    .readonly(),
  appointed: z.array(Appointed).readonly(),
  mirrors: z.array(MirrorKey).readonly(),
  /** The key of the witness that this server plays for the asking seat in an exercise; null in real talks. */
  ownWitness: z.string().nullable(),
  tickSeconds: z.int(),
  at: Moment,
})
export type RecordIndex = z.infer<typeof RecordIndex>

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** An act whole, with its place and its salt: enough to compute its leaf. */
export const SaltedAct = z.object({
  index: z.int(),
  salt: Hex32,
  act: z.object({
    id: Id,
    room: Id,
    kind: z.string(),
    object: ObjectId,
    by: Actor.nullable(),
    at: Moment,
    payload: z.unknown(),
  }),
})
export type SaltedAct = z.infer<typeof SaltedAct>
export const SaltedActs = z.object({ acts: z.array(SaltedAct).readonly() })

/** One tick as it stands in the anchor log for one room. */
export const Anchoring = z.object({
  index: z.int(),
  at: Moment,
  size: z.int(),
  root: z.string(),
  salt: Hex32,
})
export type Anchoring = z.infer<typeof Anchoring>
export const Anchorings = z.object({ anchorings: z.array(Anchoring).readonly() })
