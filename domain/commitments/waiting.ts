/** What of commitments waits for a party's word: computed from what the member may read anyway. */
import { type Reader, type Waits, waits, waitsForParty } from '#domain/parties/waiting.ts'
import type { Kept } from '#domain/record/rule.ts'
import type { Case } from './case.ts'
import type { Force } from './force.ts'

/** What lies in the plenary. */
export interface Brought {
  readonly cases: readonly Kept<Case>[]
  readonly forces: readonly Kept<Force>[]
}

/** One thing that waits: a reply in a case, a remedy that was proposed, an entry into force that was proposed. */
export type Owed = Waits<'case-reply' | 'remedy' | 'force'>

const inCase = (kept: Kept<Case>, party: string): readonly Owed[] => {
  const { closed, reply, against, at, remedies } = kept.state
  if (closed) return []
  const proposed = remedies.filter(({ accepted }) => !accepted.some((each) => each.party === party))
  return [
    ...(against === party && !reply ? [waits('case-reply', kept, at)] : []),
    ...proposed.map((remedy) => waits('remedy', kept, remedy.at)),
  ]
}

/** What this member may answer for their party, oldest first; of several remedies in one case each is one line. */
export const owedBy = (reader: Reader, { cases, forces }: Brought): readonly Owed[] =>
  waitsForParty(
    reader,
    { 'case-reply': 'case.reply', remedy: 'case.accept', force: 'force.accept' },
    (party) => [
      ...cases.flatMap((kept) => inCase(kept, party)),
      ...forces
        .filter(({ state }) => !state.withdrawnAt && !state.accepted.some((each) => each.party === party))
        .map((kept) => waits('force', kept, kept.state.at)),
    ],
  )
