/** Stability of conflicts, beside the matrix representation: the same answers, how much sooner, and how it grows. */
import { frameGame, type Game } from '../../domain/bargaining/stability/game.ts'
import { simultaneousStability } from '../../domain/bargaining/stability/simultaneous.ts'
import { type Analysis, analyseStability, numbersOf } from '../../domain/bargaining/stability/stability.ts'
import { load, median, milliseconds, printTable } from '../testing/figures.ts'
import { madeConflict } from './conflicts.ts'
import { type ByMatrices, stabilityByMatrices } from './matrices.ts'

/** Deciders, and options of each. */
const sizes: readonly (readonly [number, number])[] = [
  [3, 2],
  [3, 3],
  [3, 4],
  [3, 5],
  [3, 6],
  [4, 5],
]
/** Beyond, one matrix fills a gigabyte. */
const mostForMatrices = 4096
/** SIM looks at groups of improvements and is not linear; beyond, it takes long. */
const mostForGroups = 32_768
const rounds = 9
const aims = { states: 4096, times: 300, million: 2 ** 20, seconds: 30 }

/** Processor time in milliseconds: what other work on the machine does not lengthen. */
const cost = <T>(work: () => T): readonly [T, number] => {
  const begun = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(begun)
  return [value, (user + system) / 1000]
}

/** As many rounds as are cheap. */
const repeated = <T>(work: () => T): readonly [T, number] => {
  const [value, first] = cost(work)
  const costs = [first]
  while (costs.length < rounds && costs.reduce((sum, each) => sum + each, 0) < 2000) costs.push(cost(work)[1])
  return [value, median(costs)]
}

const movesIn = ({ deciders, moves, states }: Game): number => {
  const into = new Int32Array(moves.most)
  let count = 0
  for (let decider = 0; decider < deciders.length; decider += 1)
    for (let state = 0; state < states; state += 1) count += moves.out(decider, state, into)
  return count
}

const isSame = (ours: Analysis, matrices: readonly ByMatrices[]): boolean =>
  matrices.every((theirs, decider) =>
    (['Nash', 'GMR', 'SMR', 'SEQ'] as const).every((notion) =>
      theirs[notion].every((flag, state) => flag === ours.perDecider[decider]?.[notion][state]),
    ),
  )

/** One size measured, in milliseconds; undefined where a way of doing it was left out. */
interface Measured {
  readonly game: Game
  readonly framing: number
  readonly moves: number
  readonly takes: number
  readonly matrices: number | undefined
  readonly groups: number | undefined
  readonly analysis: Analysis
}

const measureSize = (deciders: number, each: number): Measured => {
  const [framed, framing] = cost(() => frameGame(madeConflict(deciders, each)))
  if (!framed.ok) throw new Error(framed.refusal.code)
  const game = framed.value
  const [analysis, takes] = repeated(() => analyseStability(game, 'textbook', { simultaneous: false }))
  if (!analysis.ok) throw new Error(analysis.refusal.code)
  let matrices: number | undefined
  if (game.states <= mostForMatrices) {
    const [theirs, took] = cost(() => stabilityByMatrices(game))
    if (!isSame(analysis.value, theirs)) throw new Error(`the answers differ at ${game.states} states`)
    matrices = took
  }
  const groups =
    game.states <= mostForGroups ? repeated(() => simultaneousStability(game, 'textbook'))[1] : undefined
  return { game, framing, moves: movesIn(game), takes, matrices, groups, analysis: analysis.value }
}

const inTime = (value: number | undefined): string => (value === undefined ? '-' : milliseconds(value))

const row = ({ game, framing, moves, takes, matrices, groups, analysis }: Measured): readonly string[] => [
  `${game.states}`,
  `${game.deciders.length}`,
  `${moves}`,
  milliseconds(framing),
  milliseconds(takes),
  `${((takes * 1e6) / (moves * game.deciders.length)).toFixed(1)} ns`,
  inTime(matrices),
  matrices === undefined ? '-' : (matrices / takes).toFixed(0),
  (['Nash', 'GMR', 'SMR', 'SEQ'] as const)
    .map((notion) => numbersOf(analysis.equilibria[notion]).length)
    .join(' '),
  inTime(groups),
]

const verdict = (isReached: boolean): string => (isReached ? 'reached' : 'missed')

/** Measures and prints; ends with an error if one answer differs from that of the matrices. */
export const measureStability = (): void => {
  const measured = sizes.map(([deciders, each]) => measureSize(deciders, each))
  printTable(
    `Nash, GMR, SMR and SEQ of every state for every decider, any legal sequence as an answer (processor time, median of up to ${rounds})`,
    [
      [
        'states',
        'deciders',
        'moves',
        'made ready',
        'analysed',
        'a move, a decider',
        'matrices',
        'ratio',
        'equilibria',
        'SIM',
      ],
      ...measured.map(row),
    ],
  )
  console.log('Where there are matrices, their answers are the same.')
  const compared = measured.find(({ game }) => game.states === aims.states)
  const ratio = (compared?.matrices ?? 0) / (compared?.takes ?? 1)
  console.log(
    `The aim, ${aims.times} times the matrices at ${aims.states} states, is ${verdict(ratio >= aims.times)}: ${ratio.toFixed(0)}`,
  )
  const million = measured.find(({ game }) => game.states === aims.million)
  const seconds = ((million?.framing ?? 0) + (million?.takes ?? 0)) / 1000
  console.log(
    `The aim, a million states in ${aims.seconds} s, is ${verdict(million !== undefined && seconds < aims.seconds)}: ${seconds.toFixed(1)} s with making them ready`,
  )
  console.log(load())
}
