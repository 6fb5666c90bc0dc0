/** What the screen reads of the background: the time line of the reader's rooms, and one event with all that is told of it. */
import { z } from 'zod'
import type {
  BackgroundEvent as DomainEvent,
  Lesson as DomainLesson,
  Reading as DomainReading,
} from '#domain/background/event.ts'
import { EnterEvent, EnterLesson, ProposeFacts, TellEvent } from './background-acts.ts'
import { Actor, Id, Key, Moment, ObjectId } from './words.ts'

const said = { by: Actor, at: Moment }
const shown = { room: Id, object: ObjectId, revision: z.int() }
const { facts: _facts, sources: _sources, ...lean } = EnterEvent.shape

/** One line of the time line: what a picture of thousands of events needs. */
const EventLine = z.object({
  ...shown,
  ...lean,
  ...said,
  /** The parties that have told it. */
  told: z.array(Key).readonly(),
  /** Whether both sides have agreed a line of facts, and whether one waits for somebody. */
  agreed: z.boolean(),
  proposed: z.boolean(),
  /** Whether a room of the reader's own has a reading of it. */
  read: z.boolean(),
})
export type EventLine = z.infer<typeof EventLine>

const Lesson = z.object({ ...EnterLesson.shape, ...said }) satisfies z.ZodType<DomainLesson>

export const BackgroundView = z.object({
  events: z.array(EventLine).readonly(),
  lessons: z.array(z.object({ ...shown, state: Lesson })).readonly(),
  at: Moment,
})
export type BackgroundView = z.infer<typeof BackgroundView>

const BackgroundEvent = z.object({
  ...EnterEvent.shape,
  ...said,
  accounts: z.array(z.object({ ...TellEvent.shape, party: Key, ...said })).readonly(),
  proposed: z.object({ ...ProposeFacts.shape, ...said, accepted: z.array(Key).readonly() }).optional(),
  agreed: z.object({ ...ProposeFacts.shape, ...said, since: Moment }).optional(),
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainEvent>
const Reading = z.object({
  event: ObjectId,
  words: TellEvent.shape.words,
  ...said,
}) satisfies z.ZodType<DomainReading>

/** All events of a room whole, as a file takes them out. */
export const BackgroundListing = z.object({
  events: z.array(z.object({ object: ObjectId, event: EnterEvent })).readonly(),
})
export type BackgroundListing = z.infer<typeof BackgroundListing>

/** One event, and what the reader's own rooms think of it. */
export const EventView = z.object({
  ...shown,
  state: BackgroundEvent,
  readings: z.array(z.object({ ...shown, state: Reading })).readonly(),
  at: Moment,
})
export type EventView = z.infer<typeof EventView>
