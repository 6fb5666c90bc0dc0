/** The shape of a file of stipulations with their places in time; published as `contract/stipulations.schema.json`. */
import { z } from 'zod'
import type { Stipulation as DomainStipulation } from '#domain/commitments/stipulation.ts'
import { Day, Key, Localised } from './words.ts'

const Days = z.int().min(0).max(36_500)
const Point = z.strictObject({ stipulation: Key, event: z.enum(['begun', 'done']) })
const OnDate = z.strictObject({ kind: z.literal('date'), date: Day })
const After = z.strictObject({
  kind: z.literal('after'),
  days: Days,
  from: z.union([z.literal('force'), Point]),
})
const Open = z.strictObject({ kind: z.literal('none') })
const Standing = z.strictObject({ kind: z.literal('standing') })

const Stipulation = z.strictObject({
  id: Key,
  name: Localised,
  clause: z.string().min(1).max(48).optional(),
  bound: z.array(Key).max(40).readonly(),
  begins: z.discriminatedUnion('kind', [OnDate, After, Open]).optional(),
  due: z.discriminatedUnion('kind', [OnDate, After, Open, Standing]),
  conditions: z
    .array(
      z.strictObject({
        before: z.enum(['begin', 'complete']),
        of: Point,
        days: Days.optional(),
        by: Day.optional(),
      }),
    )
    .max(200)
    .readonly(),
  openConditions: z.array(Localised).max(40).readonly().optional(),
}) satisfies z.ZodType<DomainStipulation>

/** Who is bound, by key; and every stipulation. */
export const StipulationsFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('parley-stipulations-1'),
  name: Localised,
  /** The day of the entry into force, where it is known. */
  inForce: Day.optional(),
  actors: z
    .array(z.strictObject({ key: Key, name: Localised }))
    .max(200)
    .readonly(),
  stipulations: z.array(Stipulation).min(1).max(5_000).readonly(),
})
export type StipulationsFile = z.infer<typeof StipulationsFile>
