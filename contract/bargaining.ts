/** What is negotiated and what it is worth, as it crosses the wire and stands in files. */
import { z } from 'zod'
import type {
  Agenda as DomainAgenda,
  Basket as DomainBasket,
  Constraint as DomainConstraint,
  Issue as DomainIssue,
  NumberRange as DomainNumberRange,
  Option as DomainOption,
  Package as DomainPackage,
  Place as DomainPlace,
  Together as DomainTogether,
} from '#domain/bargaining/agenda.ts'
import { compareExact, readExact } from '#domain/bargaining/exact.ts'
import type {
  Comparison as DomainComparison,
  Estimate as DomainEstimate,
  Figure as DomainFigure,
  Interdependence as DomainInterdependence,
  IssueWorth as DomainIssueWorth,
  RedLine as DomainRedLine,
  Worth as DomainWorth,
} from '#domain/bargaining/worth.ts'
import { Localised } from './words.ts'

const most = { issues: 200, options: 200, range: 20_000, constraints: 2_000, comparisons: 500, links: 5_000 }

/** How an issue, an option, a basket or a party is called inside a case: a file's own words may be its id. */
const Called = z
  .string()
  .min(1)
  .max(400)
  .refine((id) => id !== '__proto__', { error: 'an id that JSON cannot carry' })
const text = z.string().max(400)

/** Exactly what is read as a number: `12`, `-0.25`, `1e-3`, `1/3`. */
const figure = /^\s*(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?|[+-]?\d+\/\d+)\s*$/

/** A number as it was given; text where it has more digits than a double, or is `a/b`. */
export const Figure = z.union([
  z.number(),
  text.regex(figure).refine((given) => readExact(given) !== undefined, { error: 'not a number' }),
]) satisfies z.ZodType<DomainFigure>

/** A figure, or the least and the most it may be. */
export const Estimate = z.union([
  Figure,
  z.strictObject({ least: Figure, most: Figure }).refine(
    ({ least, most }) => {
      const [low, high] = [readExact(least), readExact(most)]
      return low !== undefined && high !== undefined && compareExact(low, high) <= 0
    },
    { error: 'the least is more than the most' },
  ),
]) satisfies z.ZodType<DomainEstimate>

/** The place in the common text that an option would settle. */
export const Place = z.strictObject({
  clause: Called,
  bracket: Called,
  alternative: Called,
}) satisfies z.ZodType<DomainPlace>

/** One choice on an issue. */
export const Option = z.strictObject({
  id: Called,
  name: Localised,
  closes: z.array(Place).max(50).readonly().optional(),
}) satisfies z.ZodType<DomainOption>

/** Whole numbers from one to another. */
export const NumberRange = z
  .strictObject({ from: z.int(), to: z.int(), unit: Localised.optional() })
  .refine(({ from, to }) => from <= to && to - from < most.range, {
    error: `a range of at most ${most.range} numbers`,
  }) satisfies z.ZodType<DomainNumberRange>

const issueOf = (options: number) =>
  z
    .strictObject({
      id: Called,
      name: Localised,
      basket: Called.optional(),
      options: z.array(Option).max(options).readonly(),
      range: NumberRange.optional(),
    })
    .refine(({ options, range }) => range === undefined || options.length === 0, {
      error: 'options or a range, not both',
    }) satisfies z.ZodType<DomainIssue>

/** An issue as people enter it. */
export const Issue = issueOf(most.options)

/** A group of issues. */
export const Basket = z.strictObject({ id: Called, name: Localised }) satisfies z.ZodType<DomainBasket>

/** One option for every issue. */
export const Package = z.record(Called, text) satisfies z.ZodType<DomainPackage>

/** Some options of some issues. */
export const Together = z.record(
  Called,
  z.array(text).max(most.range).readonly(),
) satisfies z.ZodType<DomainTogether>

/** What cannot be in one package. */
export const Constraint = z.strictObject({
  name: Localised.optional(),
  never: Together,
}) satisfies z.ZodType<DomainConstraint>

const agendaOf = (issue: typeof Issue) =>
  z.strictObject({
    baskets: z.array(Basket).max(100).readonly(),
    issues: z.array(issue).max(most.issues).readonly(),
    constraints: z.array(Constraint).max(most.constraints).readonly(),
  }) satisfies z.ZodType<DomainAgenda>

/** What is negotiated, as people enter it. */
export const Agenda = agendaOf(Issue)

/** What is negotiated, as a file may hold it: as many options as can be computed with. */
export const FileAgenda = agendaOf(issueOf(most.range))

/** What the options of one issue are worth. */
export const IssueWorth = z.strictObject({
  weight: Estimate,
  options: z.record(text, Estimate).optional(),
  slope: z.strictObject({ offset: Figure, slope: Figure, within: z.boolean().optional() }).optional(),
}) satisfies z.ZodType<DomainIssueWorth>

const Interdependence = z.strictObject({
  together: Together,
  worth: Figure,
}) satisfies z.ZodType<DomainInterdependence>

const Comparison = z.strictObject({
  better: Package,
  worse: Package,
}) satisfies z.ZodType<DomainComparison>

const RedLine = z.strictObject({ issue: Called, option: text }) satisfies z.ZodType<DomainRedLine>

/** One party's worth. */
export const Worth = z.strictObject({
  party: Called,
  issues: z.record(Called, IssueWorth),
  normalised: z.enum(['as-given', 'by-maximum']),
  interdependence: z.array(Interdependence).max(most.links).readonly(),
  redLines: z.array(RedLine).max(most.constraints).readonly(),
  constraints: z.array(Together).max(most.constraints).readonly(),
  reservation: Figure.optional(),
  batna: Package.optional(),
  ceiling: Figure.optional(),
  discount: Figure.optional(),
  comparisons: z.array(Comparison).max(most.comparisons).readonly(),
}) satisfies z.ZodType<DomainWorth>
