/** Made-up cases, and what their packages are worth, for the tests of formats. */
import fc from 'fast-check'
import type { Issue } from '#domain/bargaining/agenda.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import { type Exact, readExact, writeExact } from '#domain/bargaining/exact.ts'
import { called } from '#domain/bargaining/formats/names.ts'
import { type Choice, inFigures, type Problem, worthOf } from '#domain/bargaining/problem.ts'
import { type IssueWorth, noWorth, type Worth } from '#domain/bargaining/worth.ts'

/** The problem of a case that is known to be whole. */
export const problemOf = (case_: BargainingCase): Problem => {
  const problem = compileCase(case_)
  if (!problem.ok) throw new Error(JSON.stringify(problem.refusal))
  return problem.value
}

/** Every package of a small problem, by numbers. */
export function* choices(problem: Problem): Generator<Choice> {
  const sizes = problem.issues.map((issue) => issue.options.length)
  const count = sizes.reduce((product, size) => product * size, 1)
  for (let n = 0; n < count; n++) {
    let left = n
    yield sizes.map((size) => {
      const option = left % size
      left = (left - option) / size
      return option
    })
  }
}

/** What every package is worth to everybody, exactly. */
export const utilities = (case_: BargainingCase): readonly (readonly Exact[])[] => {
  const problem = problemOf(case_)
  return [...choices(problem)].map((choice) => inFigures(problem, worthOf(problem, choice)))
}

/** The same as words, to compare. */
export const saidUtilities = (case_: BargainingCase): readonly string[] =>
  utilities(case_).map((each) => each.map(writeExact).join(' '))

/** A case with every figure as its exact value, so that `1`, `"1"` and `"1.0"` are the same. */
export const inExactFigures = (case_: BargainingCase): unknown =>
  JSON.parse(JSON.stringify(case_), (key, value: unknown) => {
    const isText = ['id', 'name', 'party', 'issue', 'option', 'from', 'to', 'und', 'en', 'ru'].includes(key)
    if (isText || (typeof value !== 'number' && typeof value !== 'string')) return value
    const exact = readExact(value)
    return exact ? writeExact(exact) : value
  })

const word = fc.constantFrom(
  'Price',
  'Troops',
  'Срок отвода',
  'a,b',
  'say "no"',
  '(weight)',
  '=1+1',
  "'quoted'",
  'true',
  'null',
  '12',
  '-3',
  'x: y',
  '# z',
  '<&>',
  'Price ',
  'toString',
  'constructor',
  '1..2',
  '~',
  'yes',
  '1e5',
)

const decimal = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map(String),
  fc.tuple(fc.nat(99), fc.nat(999_999)).map(([whole, after]) => `${whole}.${String(after).padStart(6, '0')}`),
  fc.constantFrom('0', '0.1', '1e-3', '0.12345678901234567890123', '.5'),
)
const share = fc.oneof(
  fc.nat(1000).map((n) => `0.${String(n).padStart(4, '0')}`),
  fc.constant('0'),
)

const issue = (id: string, withRange: boolean): fc.Arbitrary<Issue> => {
  const discrete = fc
    .uniqueArray(word, { minLength: 1, maxLength: 4 })
    .map((ids) => ({ id, name: called(id), options: ids.map((each) => ({ id: each, name: called(each) })) }))
  const range = fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.nat(4))
    .map(([from, more]) => ({ id, name: called(id), options: [], range: { from, to: from + more } }))
  return withRange ? fc.oneof(discrete, range) : discrete
}

const issueWorth = (of: Issue, figure: fc.Arbitrary<string>, within: boolean): fc.Arbitrary<IssueWorth> =>
  of.range
    ? fc.record({
        weight: share,
        slope: fc.record({ offset: share, slope: share, ...(within ? { within: fc.constant(true) } : {}) }),
      })
    : fc.record({
        weight: share,
        options: fc
          .array(figure, { minLength: of.options.length, maxLength: of.options.length })
          .map((figures) => Object.fromEntries(of.options.map(({ id }, i) => [id, figures[i] ?? '0']))),
      })

interface Kind {
  readonly normalised: Worth['normalised']
  readonly ceiling?: string
  readonly ranges?: boolean
  readonly within?: boolean
  readonly figure?: fc.Arbitrary<string>
}

/** Cases without anything but weights, worth, reservations and discounts: what every format can hold. */
export const simpleCase = (kind: Kind): fc.Arbitrary<BargainingCase> =>
  fc
    .uniqueArray(word, { minLength: 1, maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((id) => issue(id, kind.ranges ?? true))))
    .chain((issues) => {
      const worth = (party: string): fc.Arbitrary<Worth> =>
        fc
          .tuple(
            fc.tuple(...issues.map((each) => issueWorth(each, kind.figure ?? decimal, kind.within ?? false))),
            fc.option(share, { nil: undefined }),
            fc.option(share, { nil: undefined }),
          )
          .map(([given, reservation, discount]) => ({
            ...noWorth(party),
            issues: Object.fromEntries(issues.map(({ id }, i) => [id, given[i] ?? { weight: '0' }])),
            normalised: kind.normalised,
            ...(kind.ceiling === undefined ? {} : { ceiling: kind.ceiling }),
            ...(reservation === undefined ? {} : { reservation }),
            ...(discount === undefined ? {} : { discount }),
          }))
      return fc
        .uniqueArray(fc.constantFrom('US', 'РФ', 'The "third", party'), { minLength: 1, maxLength: 3 })
        .chain((parties) => fc.tuple(...parties.map(worth)))
        .map((worths) => ({
          name: 'Made up',
          agenda: { baskets: [], issues, constraints: [] },
          worths,
        }))
    })
