/** What the screen reads of outside coding: what lies in the reader's own rooms, each with its source and its terms. */
import { z } from 'zod'
import { LoadOutside, OutsideAgreement, OutsideEvent, ProvisionRates } from './outside.ts'
import { Actor, Day, Id, Moment, ObjectId } from './words.ts'

/** What was loaded; of events and agreements how many there are and over which days, for there may be thousands. */
const Summary = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('base-rates'), rates: z.array(ProvisionRates).readonly() }),
  z.object({ kind: z.enum(['events', 'agreements']), count: z.int(), from: Day, to: Day }),
])

const { contents: _contents, ...notes } = LoadOutside.shape
/** One file of outside coding, as a room has it. */
const LoadedOutside = z.object({
  ...{ room: Id, object: ObjectId, revision: z.int() },
  ...notes,
  ...{ by: Actor, at: Moment, contents: Summary },
})
export type LoadedOutside = z.infer<typeof LoadedOutside>

/** All outside coding of the reader's rooms that has not been taken back, newest first. */
export const OutsideView = z.object({ loaded: z.array(LoadedOutside).readonly(), at: Moment })
export type OutsideView = z.infer<typeof OutsideView>

/** The events or the agreements of one file, in the order of the file. */
export const OutsideContentsView = z.object({
  events: z.array(OutsideEvent).readonly(),
  agreements: z.array(OutsideAgreement).readonly(),
})
export type OutsideContentsView = z.infer<typeof OutsideContentsView>
