/** What crosses the wire about rooms: messages, conveying, silence, pauses, papers, marks. */
import { z } from 'zod'
import type { Pause as DomainPause } from '#domain/rooms/adjournment.ts'
import type { Convey as DomainConvey, Conveyance as DomainConveyance } from '#domain/rooms/conveyance.ts'
import { commonText } from '#domain/rooms/links.ts'
import type { Marks as DomainMarks } from '#domain/rooms/marks.ts'
import {
  authorisedUses,
  type Message as DomainMessage,
  type SendMessage as DomainSend,
  manners,
  natures,
} from '#domain/rooms/message.ts'
import {
  type Paper as DomainPaper,
  type SubmitPaper as DomainSubmit,
  fileTypes,
  largestFile,
} from '#domain/rooms/paper.ts'
import type { ProposeSilence as DomainPropose, Silence as DomainSilence } from '#domain/rooms/silence.ts'
import { ActLine, Room } from './parties.ts'
import { Actor, Id, Key, Language, Localised, Moment, ObjectId, Translation, text, Wording } from './words.ts'

const Reference = z.object({ object: z.union([Id, z.literal(commonText)]), clause: text(120).optional() })
const Use = z.enum(authorisedUses)
const Remark = text(2_000)

export const SendMessage = z.strictObject({
  ...Wording.shape,
  nature: z.enum(natures),
  use: Use.optional(),
  askFirst: z.boolean().optional(),
  about: Reference.optional(),
  answers: Id.optional(),
}) satisfies z.ZodType<DomainSend>
export const DeclineWording = z.strictObject({ remark: Remark.optional() })
export const OfferWording = z.strictObject(Wording.shape)
export const Convey = z.strictObject({
  to: Id,
  as: z.enum(manners),
  wording: Wording.optional(),
  about: Reference.optional(),
  answers: Id.optional(),
}) satisfies z.ZodType<DomainConvey>

export const FileReference = z.object({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(fileTypes),
  bytes: z.int().min(1).max(largestFile),
})
export const Translate = z.strictObject({
  language: Language,
  words: text(20_000),
  signOff: z.boolean(),
})
export const TranslatePaper = z.strictObject({ ...Translate.shape, file: FileReference.optional() })
export const SignOff = z.strictObject({ language: Language })

export const ProposeSilence = z.strictObject({
  ...Wording.shape,
  title: Localised,
  deadline: Moment,
  objectors: z.array(Key).min(1).max(40).readonly(),
}) satisfies z.ZodType<DomainPropose>
export const ObjectToSilence = z.strictObject({ reason: Remark.optional() })
export const AskPause = z.strictObject(Wording.shape)

export const SubmitPaper = z.strictObject({
  ...Wording.shape,
  form: z.enum(['bilingual', 'file']),
  files: z.record(Language, FileReference),
  nonPaper: z.boolean(),
  use: Use.optional(),
}) satisfies z.ZodType<DomainSubmit>
export const MoveMarks = z.strictObject({
  delivered: z.int().min(0).optional(),
  read: z.int().min(0).optional(),
})

const conveyable = {
  use: Use.optional(),
  askFirst: z.boolean().optional(),
  offered: z
    .object({
      ...Wording.shape,
      at: Moment,
      standing: z.enum(['offered', 'approved', 'declined']),
      remark: Remark.optional(),
    })
    .optional(),
  carried: z
    .array(
      z.object({
        at: Moment,
        as: z.enum(manners),
        to: z.object({ kind: z.string(), party: Key.optional() }),
      }),
    )
    .readonly(),
  withdrawnAt: Moment.optional(),
}

export const Message = z.object({
  ...Wording.shape,
  ...conveyable,
  translations: z.array(Translation).readonly(),
  nature: z.enum(natures),
  author: Actor,
  at: Moment,
  voice: Key.optional(),
  about: Reference.optional(),
  answers: Id.optional(),
}) satisfies z.ZodType<DomainMessage>

export const Paper = z.object({
  ...SubmitPaper.shape,
  ...conveyable,
  translations: z.array(Translation.extend({ file: FileReference.optional() })).readonly(),
  voice: Key.optional(),
  author: Actor.nullable(),
  at: Moment,
}) satisfies z.ZodType<DomainPaper>

export const Silence = z.object({
  ...ProposeSilence.shape,
  translations: z.array(Translation).readonly(),
  author: Actor,
  at: Moment,
  standing: z.enum(['open', 'adopted', 'broken', 'lifted']),
  closedAt: Moment.optional(),
  objection: z.object({ by: Actor, at: Moment, reason: Remark.optional() }).optional(),
}) satisfies z.ZodType<DomainSilence>

export const Pause = z.object({
  ...Wording.shape,
  translations: z.array(Translation).readonly(),
  author: Actor,
  at: Moment,
  grantedAt: Moment.optional(),
}) satisfies z.ZodType<DomainPause>

export const Marks = z.object({
  seat: Key,
  delivered: z.int(),
  read: z.int(),
}) satisfies z.ZodType<DomainMarks>

const Ref = z.object({ room: Id, kind: z.string(), object: Id })
export const Conveyance = z.object({
  from: Ref,
  to: Ref,
  as: z.enum(manners),
  at: Moment,
}) satisfies z.ZodType<DomainConveyance>

/** An object as a room shows it. `first` is the place of its first act in the log of the room. */
const shown = <K extends string, S extends z.ZodType>(kind: K, state: S) =>
  z.object({ kind: z.literal(kind), object: ObjectId, revision: z.int(), first: z.int(), state })

export const RoomObject = z.discriminatedUnion('kind', [
  shown('message', Message),
  shown('paper', Paper),
  shown('silence', Silence),
  shown('pause', Pause),
  shown('conveyance', Conveyance),
])
export type RoomObject = z.infer<typeof RoomObject>

/** A room as a member sees it. `due` holds, for each open silence, when it ends; null while the talks are adjourned. */
export const RoomView = z.object({
  room: Room,
  size: z.int(),
  objects: z.array(RoomObject).readonly(),
  marks: z.array(z.object({ member: Id, marks: Marks })).readonly(),
  due: z.record(z.string(), Moment.nullable()),
  at: Moment,
})
export type RoomView = z.infer<typeof RoomView>

/** Why something waits on the reader; the screen has a sentence for each. */
export const waitingReasons = [
  'unread',
  'approve-wording',
  'convey',
  'question',
  'translate',
  'sign-off',
  'silence',
  'pause',
  'ballot',
  'suggestion',
  'case-reply',
  'remedy',
  'force',
  'facts',
  'measure',
] as const

/** One thing that waits on the reader, in a room of theirs. */
export const Waiting = z.object({
  why: z.enum(waitingReasons),
  room: Id,
  kind: z.string(),
  object: ObjectId,
  at: Moment,
  due: Moment.nullable().optional(),
  count: z.int().optional(),
  deliver: z.int().optional(),
})
export type Waiting = z.infer<typeof Waiting>

/** The table: what waits on me, and the latest acts in the rooms I sit in. */
export const TableView = z.object({
  waiting: z.array(Waiting).readonly(),
  latest: z.array(ActLine).readonly(),
  at: Moment,
})
export type TableView = z.infer<typeof TableView>

/** The mediator's desk: every channel, and the office's notes of what became what. */
export const DeskView = z.object({
  channels: z.array(RoomView).readonly(),
  notes: z.array(Conveyance).readonly(),
})
export type DeskView = z.infer<typeof DeskView>

/** One clause of a paper as it is read, in every language that has it. */
export const ClauseRow = z.object({
  key: z.string(),
  kind: z.string(),
  level: z.int(),
  cells: z.record(
    Language,
    z.object({ number: z.string().nullable(), words: z.string(), notes: z.array(z.string()).readonly() }),
  ),
})
export const PaperReading = z.object({
  symbol: z.string().nullable(),
  languages: z.array(Language).readonly(),
  clauses: z.array(ClauseRow).readonly(),
})
export type PaperReading = z.infer<typeof PaperReading>

/** What the server says of a file it has taken: its address in the room, and the names found in its properties. */
export const TakenFile = FileReference.extend({
  names: z.array(z.object({ where: z.string(), name: z.string() })).readonly(),
})
export type TakenFile = z.infer<typeof TakenFile>

/** Something found by a search, in a room of the reader's. */
export const Found = z.object({
  room: Id,
  kind: z.string(),
  object: ObjectId,
  at: Moment,
  language: Language,
  excerpt: z.string(),
})
export const FoundList = z.object({ found: z.array(Found).readonly(), more: z.boolean() })
export type FoundList = z.infer<typeof FoundList>
