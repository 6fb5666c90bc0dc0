/** `parley bargain trades`: changes of a few issues that raise somebody and hurt nobody. */

import { type Trade, tradesFrom } from '#domain/bargaining/advise/trades.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import { exact, nearest } from '#domain/bargaining/exact.ts'
import { type Choice, choiceOf, isFeasible, type Problem, packageOf } from '#domain/bargaining/problem.ts'
import { BadUsage, type Call, type Ending, print, tell, textOf } from '../command.ts'
import { readGiven } from './analyse.ts'
import { figureLine, packageLine } from './lines.ts'
import { orBadUsage } from './reading.ts'

/** `Issue=Option; Issue=Option`, in any order. */
const readPackage = (said: string): Package =>
  Object.fromEntries(
    said
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const at = part.indexOf('=')
        if (at < 0) throw new BadUsage(`--from takes "Issue=Option; Issue=Option", not "${part.trim()}"`)
        return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const
      }),
  )

/** The package to begin from: what was said, else the first option of every issue. */
const beginning = (call: Call, problem: Problem): Choice => {
  const said = textOf(call, 'from')
  const first = problem.issues.map(() => 0)
  if (said === undefined) {
    tell('from the first option of every issue; say --from "Issue=Option; ..." for another package')
    return first
  }
  const named = readPackage(said)
  const stranger = Object.keys(named).find((id) => !problem.issues.some((issue) => issue.id === id))
  if (stranger !== undefined) throw new BadUsage(`--from: there is no issue "${stranger}"`)
  const choice = choiceOf(problem, { ...packageOf(problem, first), ...named })
  if (!choice) throw new BadUsage('--from names an option that its issue does not have')
  return choice
}

const changesOf = (call: Call): number => {
  const said = Number(textOf(call, 'changes') ?? '2')
  if (!Number.isInteger(said) || said < 1 || said > 4)
    throw new BadUsage('--changes takes a number from 1 to 4')
  return said
}

const inFigures = (problem: Problem, gains: readonly bigint[]): readonly number[] =>
  gains.map((units, p) => nearest(exact(units, problem.sides[p]?.unit ?? 1n)))

const written = (problem: Problem, trade: Trade) => ({
  changes: trade.changes.map(({ issue, from, to, gains }) => {
    const { id = '', options = [] } = problem.issues[issue] ?? {}
    return { issue: id, from: options[from] ?? '', to: options[to] ?? '', gains: inFigures(problem, gains) }
  }),
  gains: inFigures(problem, trade.gains),
  joint: trade.joint,
  package: packageOf(problem, trade.choice),
})

const signed = (value: number): string => (value > 0 ? `+${figureLine(value)}` : figureLine(value))

const linesOf = (problem: Problem, trade: ReturnType<typeof written>): readonly string[] => [
  problem.sides.map(({ id }, p) => `${id} ${signed(trade.gains[p] ?? 0)}`).join(', '),
  ...trade.changes.map(
    ({ issue, from, to, gains }) =>
      `  ${issue}: "${to}" instead of "${from}" (${gains.map(signed).join(' / ')})`,
  ),
]

/** Lists trades, those that bring most together first. */
export const listTrades = async (call: Call): Promise<Ending> => {
  const case_ = await readGiven(call)
  const problem = orBadUsage(compileCase(case_), call.positionals[0] ?? '')
  const from = beginning(call, problem)
  if (!isFeasible(problem, from)) tell('the package to begin from is itself forbidden')
  const trades = tradesFrom(problem, from, changesOf(call)).map((trade) => written(problem, trade))
  const none = ['No trade: nothing that changes so few issues raises somebody and hurts nobody.']
  const lines = trades.length === 0 ? none : trades.flatMap((trade) => linesOf(problem, trade))
  print(call, { from: packageOf(problem, from), trades }, [
    `From ${packageLine(packageOf(problem, from))}`,
    ...lines,
  ])
  return 0
}
