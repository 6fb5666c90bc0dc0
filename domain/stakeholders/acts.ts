/** The act of a stakeholder map: it is drawn whole, in the own room of who draws it. */
import { done } from '#domain/outcome.ts'
import type { Actor } from '#domain/record/act.ts'
import { type AnyRule, actorOf, rule } from '#domain/record/rule.ts'
import { checkMap, type StakeholderMap } from './map.ts'

/** The object id of the one map of a room. */
export const theStakeholders = 'stakeholders'

/** The map as it is kept: who drew it last, and when. */
export interface DrawnMap extends StakeholderMap {
  readonly drawnBy: Actor
  readonly drawnAt: string
}

/** The rules, by kind of act. */
export const stakeholderActs: Readonly<Record<string, AnyRule>> = {
  'stakeholders.set': rule<StakeholderMap, DrawnMap>({
    begins: 'either',
    apply: (_, act) => done({ ...act.payload, drawnBy: actorOf(act), drawnAt: act.at }),
    guard: ({ payload }, scene) => checkMap(payload, scene.process),
  }),
}
