/** What a check can find wrong. */
import type { Refusal } from '#domain/outcome.ts'

/** Something in a log that is not as it should be, under a code that the catalogues have a sentence for. */
export interface Flaw extends Refusal {
  /** The entry it is about, where it is about one. */
  readonly entry?: number | undefined
}

const entryOf = ({ facts }: Refusal): number | undefined =>
  typeof facts?.index === 'number' ? facts.index : undefined

/** A refusal of the log's own arithmetic, as a flaw; where it names an entry, so does the flaw. */
export const flawFrom = (refusal: Refusal): Flaw => ({ ...refusal, entry: entryOf(refusal) })
