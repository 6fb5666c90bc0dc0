/** An aim as a mixed integer program, for a solver that is handed in: a second opinion, and help where links entangle everything. */
import { type Choice, isFeasible, isInZone, type Literal, type Problem, worthOf } from '../problem.ts'
import type { Aim } from './aim.ts'

/** What a solver answered: the values of variables by name. */
export interface MilpAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unsettled'
  readonly values: Readonly<Record<string, number>>
}

/** Solves a model in the CPLEX LP format. Doubles with tolerances: its answer is an opinion, not a proof. */
export type Milp = (model: string) => MilpAnswer

const option = (issue: number, o: number): string => `x${issue}_${o}`

/** Gains on a scale of about 1, alike for all parties. */
const scaleOf = (problem: Problem, aim: Aim): number => {
  const ranges = problem.sides.map((_, p) => {
    const values = (problem.worth[p] ?? []).map((options) => options.map(Number))
    const sum = values.reduce((sum, each) => sum + Math.max(...each) - Math.min(...each), 0)
    const links = problem.terms.reduce(
      (sum, { effect }) => sum + (effect === 'forbidden' ? 0 : Math.abs(Number(effect[p] ?? 0n))),
      0,
    )
    return Number(aim.scale[p] ?? 1n) * (sum + links)
  })
  return 1 / (Math.max(...ranges) || 1)
}

const written = (value: number): string => (value >= 0 ? `+ ${value}` : `- ${-value}`)

/** The gains of these parties added up, as a row without what is constant in it; no variable stands twice. */
const gainRow = (problem: Problem, aim: Aim, parties: readonly number[], unit: number): string => {
  const sum = (units: (party: number) => bigint): number =>
    parties.reduce((sum, p) => sum + Number(aim.scale[p] ?? 1n) * unit * Number(units(p)), 0)
  const own = problem.issues.flatMap(({ options }, i) =>
    options.map((_, o) => [sum((p) => problem.worth[p]?.[i]?.[o] ?? 0n), option(i, o)] as const),
  )
  const links = problem.terms.flatMap(({ effect }, t) =>
    effect === 'forbidden' ? [] : [[sum((p) => effect[p] ?? 0n), `y${t}`] as const],
  )
  const row = [...own, ...links]
    .filter(([value]) => value !== 0)
    .map(([value, name]) => `${written(value)} ${name}`)
  return row.join(' ') || `+ 0 ${option(0, 0)}`
}

const literalSum = ({ issue, options }: Literal): string =>
  [...new Set(options)].map((o) => option(issue, o)).join(' + ')

/** A link holds exactly when all its literals do; what is forbidden never does. */
const termRows = (problem: Problem): readonly string[] =>
  problem.terms.flatMap(({ when, effect }, t) => {
    const all = when.map(literalSum).join(' + ')
    if (effect === 'forbidden') return [`f${t}: ${all} <= ${when.length - 1}`]
    const atMost = when.map(
      (literal, l) =>
        `u${t}_${l}: y${t} ${literalSum(literal)
          .split(' + ')
          .map((x) => `- ${x}`)
          .join(' ')} <= 0`,
    )
    return [...atMost, `l${t}: ${all} - y${t} <= ${when.length - 1}`]
  })

/** The model of the sum, or of the least gain: the first step of leximin. Undefined for a product, which is not linear. */
export const modelOf = (problem: Problem, aim: Aim): string | undefined => {
  if (aim.by === 'product') return undefined
  const unit = scaleOf(problem, aim)
  const needs = (p: number): number =>
    Number(aim.scale[p] ?? 1n) * Number(problem.sides[p]?.reservation ?? 0n) * unit
  const row = (p: number): string => gainRow(problem, aim, [p], unit)
  const objective = aim.by === 'sum' ? gainRow(problem, aim, aim.of, unit) : 't'
  const zone = problem.sides.map((_, p) => `z${p}: ${row(p)} >= ${needs(p)}`)
  const least = aim.by === 'sum' ? [] : aim.of.map((p) => `g${p}: ${row(p)} - t >= ${needs(p)}`)
  const one = problem.issues.map(
    ({ options }, i) => `o${i}: ${options.map((_, o) => option(i, o)).join(' + ')} = 1`,
  )
  const binaries = problem.issues.flatMap(({ options }, i) => options.map((_, o) => option(i, o)))
  const links = problem.terms.flatMap(({ effect }, t) => (effect === 'forbidden' ? [] : [`0 <= y${t} <= 1`]))
  return [
    'Maximize',
    ` obj: ${objective}`,
    'Subject To',
    ...[...zone, ...least, ...one, ...termRows(problem)].map((line) => ` ${line}`),
    'Bounds',
    ...(aim.by === 'sum' ? [] : [' -10 <= t <= 10']),
    ...links.map((line) => ` ${line}`),
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
  ].join('\n')
}

/** The package a solver finds for an aim; undefined where it finds none, or none that really is in the zone. */
export const choiceByMilp = (problem: Problem, aim: Aim, milp: Milp): Choice | undefined => {
  const model = modelOf(problem, aim)
  if (model === undefined) return undefined
  const { status, values } = milp(model)
  if (status === 'infeasible') return undefined
  const choice = problem.issues.map(({ options }, i) =>
    options.findIndex((_, o) => (values[option(i, o)] ?? 0) > 0.5),
  )
  if (choice.includes(-1) || !isFeasible(problem, choice)) return undefined
  return isInZone(problem, worthOf(problem, choice)) ? choice : undefined
}
