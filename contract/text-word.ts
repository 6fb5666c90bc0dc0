/** What a Word file brings back to a text, on the wire: proposals to look at one by one, and what could not be placed. */
import { z } from 'zod'
import {
  type WordProposal as DomainProposal,
  type WordReturn as DomainReturn,
  type Unplaced as DomainUnplaced,
  unplacedReasons,
} from '#domain/text/word/return.ts'
import { MakeProposal, Passage } from './text-acts.ts'
import { Language, ObjectId } from './words.ts'

const WordProposal = MakeProposal.pick({ target: true, passage: true }).extend({
  clause: ObjectId.nullable(),
  stood: Passage,
  authors: z.array(z.string()).readonly(),
  comments: z.array(z.string()).readonly(),
  how: z.enum(['tracked', 'compared']),
}) satisfies z.ZodType<DomainProposal>

const Unplaced = z.object({
  why: z.enum(unplacedReasons),
  clause: ObjectId.nullable(),
  language: Language.nullable(),
  stood: z.string(),
  words: z.string(),
  author: z.string().nullable(),
}) satisfies z.ZodType<DomainUnplaced>

/** Everything that a Word file brings back; nothing of it is kept on the server. */
export const WordReturn = z.object({
  proposals: z.array(WordProposal).readonly(),
  unplaced: z.array(Unplaced).readonly(),
  found: z.int(),
  of: z.int(),
}) satisfies z.ZodType<DomainReturn>
export type WordReturn = z.infer<typeof WordReturn>
