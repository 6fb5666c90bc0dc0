/** A text in a file: what `parley text compile` writes and the other commands read. */
import { z } from 'zod'
import { textFormat } from '#domain/text/export/json.ts'
import { PartyName } from './text-acts.ts'
import { Clause } from './text-views.ts'
import { Language, ObjectId } from './words.ts'

/** A text with its clauses in reading order, and, where it was compiled, in which order each side has them. */
export const TextFile = z.strictObject({
  format: z.literal(textFormat),
  languages: z.array(Language).min(1).max(6).readonly(),
  parties: z.array(PartyName).max(16).readonly(),
  clauses: z.array(Clause).max(20_000).readonly(),
  orders: z.record(PartyName, z.array(ObjectId).readonly()).optional(),
})
export type TextFile = z.infer<typeof TextFile>
