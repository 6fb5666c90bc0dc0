/** A case for analysis: what is negotiated and what it is worth to each party, as one file can hold it. */
import type { Agenda } from './agenda.ts'
import type { Worth } from './worth.ts'

/** What an analysis needs, and nothing else. */
export interface BargainingCase {
  readonly name: string
  readonly agenda: Agenda
  readonly worths: readonly Worth[]
}
