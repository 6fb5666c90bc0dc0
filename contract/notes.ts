/** What crosses the wire of the mediator's private notes on interlocutors. */
import { z } from 'zod'
import type { Note as DomainNote, WriteNote as DomainWrite } from '#domain/parties/note.ts'
import { Actor, Id, Key, Language, Moment, text } from './words.ts'

export const WriteNote = z.strictObject({
  seat: Key,
  member: Id,
  language: Language,
  words: text(4_000),
}) satisfies z.ZodType<DomainWrite>

const Note = z.object({
  seat: Key,
  member: Id,
  language: Language,
  words: z.string(),
  by: Actor,
  at: Moment,
  changedAt: Moment.optional(),
  withdrawnAt: Moment.optional(),
}) satisfies z.ZodType<DomainNote>

/** The notes of a room that were not taken back, oldest first; only an office has any. */
export const NotesView = z.object({
  notes: z.array(z.object({ object: Id, revision: z.int(), state: Note })).readonly(),
})
export type NotesView = z.infer<typeof NotesView>
