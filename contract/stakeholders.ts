/** What crosses the wire of a stakeholder map. */
import { z } from 'zod'
import type { DrawnMap as DomainDrawn } from '#domain/stakeholders/acts.ts'
import type { StakeholderMap as DomainMap } from '#domain/stakeholders/map.ts'
import { stakeholderKinds } from '#domain/stakeholders/map.ts'
import { Actor, Id, Key, Localised, Moment } from './words.ts'

const Figure = z.int().min(0).max(100)
const Stand = z.strictObject({ issue: Key, position: Figure, influence: Figure, salience: Figure })
const Stakeholder = z.strictObject({
  id: Id,
  name: Localised,
  kind: z.enum(stakeholderKinds),
  behind: Key.nullable(),
  stands: z.array(Stand).max(200).readonly(),
})
const map = {
  ends: z
    .array(z.strictObject({ issue: Key, low: Localised, high: Localised }))
    .max(200)
    .readonly(),
  stakeholders: z.array(Stakeholder).max(200).readonly(),
}

export const StakeholderMap = z.strictObject(map) satisfies z.ZodType<DomainMap>

/** The map of a room as it was drawn last; null before there is one. */
export const StakeholdersView = z.object({
  revision: z.int(),
  map: (z.object({ ...map, drawnBy: Actor, drawnAt: Moment }) satisfies z.ZodType<DomainDrawn>).nullable(),
})
export type StakeholdersView = z.infer<typeof StakeholdersView>
