/** The acts of bargaining on the wire: what people enter, within limits, in whole points. */
import { z } from 'zod'
import { Key, Localised, Moment, ObjectId, Wording } from './words.ts'

const mostIssues = 200
/** An option's id, or a number of a range. */
const OptionId = z.string().regex(/^-?[0-9a-z][0-9a-z-]{0,62}$/)
const Package = z.record(ObjectId, OptionId)
const Together = z
  .record(ObjectId, z.array(OptionId).min(1).max(200).readonly())
  .refine((together) => Object.keys(together).length > 0, { error: 'nothing is named' })

const Place = z.strictObject({ clause: ObjectId, bracket: ObjectId, alternative: ObjectId })
const Option = z.strictObject({
  id: ObjectId,
  name: Localised,
  closes: z.array(Place).max(20).readonly().optional(),
})
const Bound = z.int().min(-1_000_000).max(1_000_000)
const Issue = z.strictObject({
  id: ObjectId,
  name: Localised,
  basket: ObjectId.optional(),
  options: z.array(Option).max(200).readonly(),
  range: z.strictObject({ from: Bound, to: Bound, unit: Localised.optional() }).optional(),
})
export const SetAgenda = z.strictObject({
  baskets: z
    .array(z.strictObject({ id: ObjectId, name: Localised }))
    .max(40)
    .readonly(),
  issues: z.array(Issue).max(mostIssues).readonly(),
  constraints: z
    .array(z.strictObject({ name: Localised.optional(), never: Together }))
    .max(200)
    .readonly(),
})

/** Weight times worth is at most 10,000. */
const Points = z.int().min(0).max(100)
const Estimate = z.union([Points, z.strictObject({ least: Points, most: Points })])
/** Points for each step of a range, whole or a fraction of whole numbers. */
const Slope = z.union([z.int().min(-100).max(100), z.string().regex(/^-?\d{1,6}(\/[1-9]\d{0,5})?$/)])
const IssueWorth = z.strictObject({
  weight: Estimate,
  options: z.record(OptionId, Estimate).optional(),
  slope: z.strictObject({ offset: Points, slope: Slope }).optional(),
})
const Total = z
  .int()
  .min(0)
  .max(10_000 * mostIssues)
const parts = {
  issues: z.record(ObjectId, IssueWorth),
  interdependence: z
    .array(z.strictObject({ together: Together, worth: z.int().min(-10_000).max(10_000) }))
    .max(200)
    .readonly(),
  redLines: z
    .array(z.strictObject({ issue: ObjectId, option: OptionId }))
    .max(400)
    .readonly(),
  constraints: z.array(Together).max(200).readonly(),
  comparisons: z
    .array(z.strictObject({ better: Package, worse: Package }))
    .max(200)
    .readonly(),
}
export const SetWorth = z.strictObject({
  ...parts,
  normalised: z.literal('as-given'),
  reservation: Total.optional(),
  batna: Package.optional(),
})

const Votes = z.int().min(1).max(100_000)
const Body = z.strictObject({
  id: ObjectId,
  name: Localised,
  threshold: z.strictObject({ need: Votes, of: Votes }),
  groups: z
    .array(
      z.strictObject({
        name: Localised,
        votes: Votes,
        // A group that wants nothing accepts everything.
        accepts: z.record(ObjectId, z.array(OptionId).max(200).readonly()),
      }),
    )
    .max(60)
    .readonly(),
})
const Bodies = z.array(Body).max(20).readonly()
export const SetRatification = z.strictObject({ bodies: Bodies })

export const MakeDisclosure = z
  .strictObject({ ...parts, reservation: Total, batna: Package, bodies: Bodies })
  .partial()

export const SetBudget = z.strictObject({
  most: z.int().min(1).max(100),
  apartMinutes: z.int().min(0).max(43_200),
})

const Parties = z.array(Key).max(16)
const suggested = { package: Package, words: Wording, from: Package.optional() }
export const PrepareSuggestion = z.strictObject(suggested)
export const ReleaseSuggestion = z.strictObject({ to: Parties.min(1).readonly() })
export const AnswerSuggestion = z.strictObject({
  answer: z.enum(['interested', 'not']),
  remark: Wording.optional(),
})
export const PutBallot = z.strictObject({
  package: Package,
  words: Wording,
  deadline: Moment,
  to: Parties.min(2).readonly(),
})
export const GiveAnswer = z.strictObject({ accept: z.boolean() })
