/** Outside coding on the wire: what a member loads from a file of their own, bounded, with its source and its terms. */
import { z } from 'zod'
import { longest } from '#domain/commitments/outside/event.ts'
import { type LoadOutside as DomainLoad, mostEvents } from '#domain/commitments/outside/outside.ts'
import { areas, spans } from '#domain/commitments/outside/precision.ts'
import { outsideSources } from '#domain/commitments/outside/sources.ts'
import { horizons } from '#domain/commitments/scores/base-rates.ts'
import { Day, Localised, text } from './words.ts'

const Dead = z.int().min(0).max(10_000_000)
const Name = text(longest.name)

/** An event as an outside source has coded it. */
export const OutsideEvent = z.strictObject({
  source: z.enum(['ucdp-ged', 'acled']),
  id: text(longest.id),
  days: z
    .strictObject({ from: Day, to: Day, coded: Day, span: z.enum(spans) })
    .refine(({ from, to, coded }) => from <= coded && coded <= to, { error: 'the coded day is not within' }),
  place: z.strictObject({
    name: Name,
    within: z.array(Name).max(4).readonly(),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    precision: z.strictObject({
      code: z.int().min(1).max(7),
      area: z.enum(areas),
      radiusKm: z.number().min(0).max(1_000).nullable(),
    }),
  }),
  kind: text(longest.kind),
  detail: text(longest.kind).optional(),
  sides: z
    .array(z.strictObject({ name: Name, associated: Name.optional() }))
    .max(2)
    .readonly(),
  deaths: z.strictObject({
    best: Dead,
    low: Dead.nullable(),
    high: Dead.nullable(),
    parts: z.strictObject({ a: Dead, b: Dead, civilians: Dead, unknown: Dead }).optional(),
  }),
  conflict: Name.optional(),
  status: text(longest.kind).optional(),
  clarity: z.int().min(1).max(2).optional(),
  text: text(longest.text).optional(),
  reportedBy: text(longest.text).optional(),
})

const Share = z.number().min(0).max(1).nullable()
/** What became of one kind of provision elsewhere. */
export const ProvisionRates = z.strictObject({
  provision: z.string().regex(/^[a-z][a-z0-9_]{0,31}$/),
  accords: z.int().min(0).max(10_000),
  after: z
    .array(
      z.strictObject({
        years: z.union(horizons.map((years) => z.literal(years))),
        n: z.int().min(0).max(10_000),
        mean: z.number().min(0).max(3).nullable(),
        begun: Share,
        full: Share,
        reversed: Share,
      }),
    )
    .max(horizons.length)
    .readonly(),
})

/** An agreement as an outside source has coded it. */
export const OutsideAgreement = z.strictObject({
  id: text(longest.id),
  name: text(longest.text),
  day: Day,
  concerns: Name.optional(),
  process: Name.optional(),
  stage: text(longest.kind).optional(),
  status: text(longest.kind).optional(),
})

export const LoadOutside = z.strictObject({
  label: Localised,
  source: z.enum(outsideSources),
  licence: Localised,
  file: z.strictObject({ name: text(260), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  contents: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('base-rates'),
      rates: z.array(ProvisionRates).min(1).max(200).readonly(),
    }),
    z.strictObject({
      kind: z.literal('events'),
      events: z.array(OutsideEvent).min(1).max(mostEvents).readonly(),
    }),
    z.strictObject({
      kind: z.literal('agreements'),
      agreements: z.array(OutsideAgreement).min(1).max(mostEvents).readonly(),
    }),
  ]),
}) satisfies z.ZodType<DomainLoad>
