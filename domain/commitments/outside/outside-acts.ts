/** The acts of outside coding: it is loaded into the room whose members want it beside their own, and taken back. */
import { done } from '#domain/outcome.ts'
import { type AnyRule, actorOf, known, rule } from '#domain/record/rule.ts'
import { contentsHold, type LoadOutside, type Outside, withdrawOutside } from './outside.ts'

/** The rules, by kind of act. */
export const outsideActs: Readonly<Record<string, AnyRule>> = {
  'outside.load': rule<LoadOutside, Outside>({
    begins: 'new',
    apply: (_, act) => done({ ...act.payload, by: actorOf(act), at: act.at }),
    guard: ({ payload }) => contentsHold(payload),
  }),
  'outside.withdraw': rule<Readonly<Record<string, never>>, Outside>({
    begins: 'known',
    apply: (state, act) => withdrawOutside(known(state), actorOf(act), act.at),
  }),
}
