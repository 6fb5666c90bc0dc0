/** The acts of bargaining in one table. */
import type { AnyRule } from '#domain/record/rule.ts'
import { agendaActs } from './agenda-acts.ts'
import { ballotActs } from './ballot-acts.ts'
import { suggestionActs } from './suggestion-acts.ts'
import { worthActs } from './worth-acts.ts'

/** The rules, by kind of act. */
export const bargainingActs: Readonly<Record<string, AnyRule>> = {
  ...agendaActs,
  ...worthActs,
  ...suggestionActs,
  ...ballotActs,
}
