/** The acts of the background on the wire: events, accounts, agreed facts, private readings. */
import { z } from 'zod'
import {
  type Account,
  type AgreedFacts,
  type EnterEvent as DomainEnter,
  type EnterLesson as DomainLesson,
  eventKinds,
} from '#domain/background/event.ts'
import { Id, Key, Language, Localised, Moment, ObjectId, text } from './words.ts'

const Long = z.record(Language, text(5_000))
const Source = z.strictObject({
  words: text(1_000),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
})
const Sources = z.array(Source).max(20).readonly()

export const EnterEvent = z.strictObject({
  when: z.string().min(4).max(40),
  kind: z.enum(eventKinds),
  name: Localised,
  facts: Long,
  place: Localised.optional(),
  issues: z.array(Key).max(40).readonly(),
  clauses: z.array(ObjectId).max(40).readonly(),
  of: ObjectId.optional(),
  sources: Sources,
}) satisfies z.ZodType<DomainEnter>

export const EnterLesson = z.strictObject({
  words: Long,
  events: z.array(ObjectId).max(20).readonly(),
}) satisfies z.ZodType<DomainLesson>

/** `instead`: the moment of the side's account in whose place this one is put; absent where there is none. */
export const TellEvent = z.strictObject({
  words: Long,
  sources: Sources,
  instead: Moment.optional(),
}) satisfies z.ZodType<Account>
export const ProposeFacts = z.strictObject({ id: Id, words: Long }) satisfies z.ZodType<AgreedFacts>
export const AcceptFacts = z.strictObject({ line: Id })
export const WriteReading = z.strictObject({ words: Long })
