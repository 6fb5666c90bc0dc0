/** An analysis in a file, as `parley bargain analyse --json` writes it and `parley bargain check` reads it. */
import { z } from 'zod'
import type {
  Answer as DomainAnswer,
  WrittenCertificate as DomainCertificate,
  WrittenPoint as DomainPoint,
  WrittenSolution as DomainSolution,
} from '#domain/bargaining/answer.ts'
import { Package, Together } from './bargaining.ts'
import { BargainingFile } from './bargaining-file.ts'

const Certificate = z.object({
  by: z.enum(['product', 'leximin', 'sum']),
  scale: z.array(z.string()).readonly(),
  of: z.array(z.int()).readonly(),
  weights: z.array(z.string()).readonly(),
  total: z.string(),
  bound: z.string(),
}) satisfies z.ZodType<DomainCertificate>

const point = {
  utilities: z.array(z.number()).readonly(),
  worth: z.array(z.string()).readonly(),
  package: Package,
  packages: z.number().optional(),
}
const Point = z.object(point) satisfies z.ZodType<DomainPoint>

const Solution = z.object({
  ...point,
  alsoAt: z.array(z.array(z.string()).readonly()).readonly(),
  proof: z.enum(['proven', 'frontier', 'numerical', 'bounded']),
  certificate: Certificate.nullable(),
  ideals: z
    .array(z.object({ package: Package, certificate: Certificate }))
    .readonly()
    .optional(),
}) satisfies z.ZodType<DomainSolution>

const Opening = z.union([
  z.object({
    by: z.literal('reservation'),
    party: z.string(),
    from: z.string(),
    to: z.string(),
    package: Package,
  }),
  z.object({
    by: z.literal('term'),
    constraint: z.int(),
    never: Together,
    party: z.string().optional(),
    package: Package,
  }),
])

/** A whole answer, with the case it answers. */
export const BargainingAnswer = z.object({
  name: z.string(),
  parties: z.array(z.object({ id: z.string(), reservation: z.number() })).readonly(),
  issues: z.array(z.object({ id: z.string(), options: z.int() })).readonly(),
  outcomes: z.string(),
  zone: z.union([
    z.object({ exists: z.literal(true), package: Package }),
    z.object({
      exists: z.literal(false),
      proof: z.enum(['proven', 'not-found']),
      certificate: Certificate,
      openings: z.array(Opening).readonly(),
    }),
  ]),
  frontier: z
    .object({
      count: z.int(),
      complete: z.boolean(),
      error: z.array(z.number()).readonly().optional(),
      points: z.array(Point).readonly(),
    })
    .nullable(),
  why: z.string().optional(),
  solutions: z.object({
    nash: Solution.nullable(),
    kalaiSmorodinsky: Solution.nullable(),
    egalitarian: Solution.nullable(),
    welfare: Solution.nullable(),
    leastDifference: Solution.nullable(),
  }),
  case: BargainingFile,
}) satisfies z.ZodType<DomainAnswer>
