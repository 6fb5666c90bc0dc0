/** What of the background and of confidence waits for a party's word: computed from what the member may read anyway. */
import type { BackgroundEvent } from '#domain/background/event.ts'
import { type Reader, type Waits, waits, waitsForParty } from '#domain/parties/waiting.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Measure } from './measure.ts'

/** What lies in the plenary and is not agreed by all. */
export interface Proposed {
  readonly events: readonly Kept<Pick<BackgroundEvent, 'proposed' | 'withdrawnAt'>>[]
  readonly measures: readonly Kept<Measure>[]
}

/** One thing that waits: a line of facts, or a confidence-building measure. */
export type Awaited = Waits<'facts' | 'measure'>

/** What this member may accept for their party, oldest first. */
export const awaitedFrom = (reader: Reader, { events, measures }: Proposed): readonly Awaited[] =>
  waitsForParty(reader, { facts: 'event.accept-facts', measure: 'measure.accept' }, (party) => {
    const facts = events.flatMap((kept) => {
      const { proposed, withdrawnAt } = kept.state
      const isOpen = proposed && withdrawnAt === undefined && !proposed.accepted.includes(party)
      return isOpen ? [waits('facts', kept, proposed.at)] : []
    })
    const waiting = measures.filter(({ state: { agreed, ended, due, accepted } }) => {
      const isOpen = agreed === undefined && ended === undefined && due >= reader.at.slice(0, 10)
      return isOpen && !accepted.some((each) => each.party === party)
    })
    return [...facts, ...waiting.map((kept) => waits('measure', kept, kept.state.at))]
  })
