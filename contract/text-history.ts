/** What the screen reads of the past of one clause: every act on it, in order, so that it can be replayed. */
import { z } from 'zod'
import { ActLine } from './parties.ts'

/** The acts on one clause of a room's text, with what each of them says. */
export const ClauseHistory = z.object({
  acts: z.array(z.object({ ...ActLine.shape, payload: z.unknown() })).readonly(),
})
export type ClauseHistory = z.infer<typeof ClauseHistory>
