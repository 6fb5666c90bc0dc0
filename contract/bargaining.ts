/** Agendas and worth as they cross the wire or lie in a file. */
import { z } from 'zod'
import type {
  Agenda as DomainAgenda,
  Basket as DomainBasket,
  Constraint as DomainConstraint,
  Issue as DomainIssue,
  Option as DomainOption,
  Package as DomainPackage,
  Place as DomainPlace,
  Together as DomainTogether,
} from '#domain/bargaining/agenda.ts'
import type {
  Comparison as DomainComparison,
  Estimate as DomainEstimate,
  Figure as DomainFigure,
  Interdependence as DomainInterdependence,
  IssueWorth as DomainIssueWorth,
  RedLine as DomainRedLine,
  Worth as DomainWorth,
} from '#domain/bargaining/worth.ts'
import { Localised, ObjectId } from './words.ts'

/** What issues, options and baskets are called: files have names of their own. */
const Name = z.string().min(1).max(200)

export const Figure = z.union([z.number(), z.string().max(400)]) satisfies z.ZodType<DomainFigure>
export const Estimate = z.union([
  Figure,
  z.object({ least: Figure, most: Figure }),
]) satisfies z.ZodType<DomainEstimate>

export const Place = z.object({
  clause: ObjectId,
  bracket: ObjectId,
  alternative: ObjectId,
}) satisfies z.ZodType<DomainPlace>
export const Option = z.object({
  id: Name,
  name: Localised,
  closes: z.array(Place).readonly().optional(),
}) satisfies z.ZodType<DomainOption>
export const Issue = z.object({
  id: Name,
  name: Localised,
  basket: Name.optional(),
  options: z.array(Option).readonly(),
  range: z.object({ from: z.int(), to: z.int(), unit: Localised.optional() }).optional(),
}) satisfies z.ZodType<DomainIssue>
export const Basket = z.object({ id: Name, name: Localised }) satisfies z.ZodType<DomainBasket>
export const Package = z.record(Name, Name) satisfies z.ZodType<DomainPackage>
export const Together = z.record(Name, z.array(Name).readonly()) satisfies z.ZodType<DomainTogether>
export const Constraint = z.object({
  name: Localised.optional(),
  never: Together,
}) satisfies z.ZodType<DomainConstraint>
export const Agenda = z.object({
  baskets: z.array(Basket).readonly(),
  issues: z.array(Issue).readonly(),
  constraints: z.array(Constraint).readonly(),
}) satisfies z.ZodType<DomainAgenda>

export const IssueWorth = z.object({
  weight: Estimate,
  options: z.record(Name, Estimate).optional(),
  slope: z.object({ offset: Figure, slope: Figure, within: z.boolean().optional() }).optional(),
}) satisfies z.ZodType<DomainIssueWorth>
export const Interdependence = z.object({
  together: Together,
  worth: Figure,
}) satisfies z.ZodType<DomainInterdependence>
export const Comparison = z.object({
  better: Package,
  worse: Package,
}) satisfies z.ZodType<DomainComparison>
export const RedLine = z.object({ issue: Name, option: Name }) satisfies z.ZodType<DomainRedLine>
export const Worth = z.object({
  party: Name,
  issues: z.record(Name, IssueWorth),
  normalised: z.enum(['as-given', 'by-maximum']),
  interdependence: z.array(Interdependence).readonly(),
  redLines: z.array(RedLine).readonly(),
  constraints: z.array(Together).readonly(),
  reservation: Figure.optional(),
  batna: Package.optional(),
  ceiling: Figure.optional(),
  discount: Figure.optional(),
  comparisons: z.array(Comparison).readonly(),
}) satisfies z.ZodType<DomainWorth>
