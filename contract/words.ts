/** The small schemas that every feature uses: ids, languages, names, words, moments. */
import { z } from 'zod'
import type { Translation as DomainTranslation, Wording as DomainWording } from '#domain/language/wording.ts'
import type { Refusal as DomainRefusal } from '#domain/outcome.ts'
import type { Actor as DomainActor } from '#domain/record/act.ts'

/** Control characters and marks that reorder text have no place in words that people sign. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/

/** Words people read: NFC, trimmed, without hidden characters, at most this many UTF-16 units. */
export const text = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !hidden.test(value) && !/\p{Surrogate}/u.test(value), {
      error: 'hidden or broken characters',
    })

export const Id = z.uuid({ version: 'v4' })
/** An object's id: a UUID, or the fixed name of an object of which a room has only one. */
export const ObjectId = z.string().regex(/^[0-9a-z-]{1,64}$/)
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/)
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
/** A moment in UTC to the millisecond; one form only, so that order in text is order in time. */
export const Moment = z.iso.datetime({ precision: 3 })
export const Day = z.iso.date()
export const ClockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)

/** A name in several languages. */
export const Localised = z.record(Language, text(400))

/** The longest words one act may carry. */
const longest = 20_000
export const Words = z.record(Language, text(longest))
export const Wording = z.object({ original: Language, words: Words }) satisfies z.ZodType<DomainWording>
export const Translation = z.object({
  language: Language,
  words: text(longest),
  by: Id,
  signedOff: z.object({ by: Id, at: Moment }).optional(),
}) satisfies z.ZodType<DomainTranslation>
export const Actor = z.object({ seat: Key, member: Id }) satisfies z.ZodType<DomainActor>

/** Why something was refused; the sentence for the reader is in the catalogues under its code. */
export const Refusal = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
}) satisfies z.ZodType<DomainRefusal>

/** An empty payload: the act says everything. */
export const Nothing = z.strictObject({})
