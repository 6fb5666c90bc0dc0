/** A log as a person knows it. */
import { named } from '#domain/parties/localised.ts'
import type { AboutLog } from '#domain/record/folder.ts'

/** A log and what it is called. */
export interface NamedLog {
  readonly log: string
  readonly origin: string
  readonly name: string
}

/** The name of a log of the folder. */
export const namedLog = (about: AboutLog): NamedLog => ({
  log: about.log,
  origin: about.origin,
  name: about.kind === 'room' ? named(about.room.name, 'en') || about.room.key : 'the anchor log',
})
