/** `parley bargain analyse`: zone of agreement, frontier and named solutions of a case, with certificates. */
import { type Answer, analyse, type WrittenOpening, type WrittenSolution } from '#domain/bargaining/answer.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { type SolutionName, solutionNames } from '#domain/bargaining/solve/aim.ts'
import type { Progress } from '#domain/bargaining/solve/frontier.ts'
import { loadMilp } from '#server/milp.ts'
import { BadUsage, type Call, type Ending, print, tell, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { figureLine, figuresLine, packageLine, togetherLine } from './lines.ts'
import { orBadUsage, readCase, readConstraintsFile } from './reading.ts'

/** A case from a path, with the constraints of a second file added. */
export const readGiven = async (call: Call): Promise<BargainingCase> => {
  const [path] = call.positionals
  if (path === undefined)
    throw new BadUsage('say what to read: a file, or a folder with a domain and its profiles')
  const read = await readCase(path)
  const file = textOf(call, 'constraints')
  if (file === undefined) return read
  const more = await readConstraintsFile(file, read.agenda)
  return { ...read, agenda: { ...read.agenda, constraints: [...read.agenda.constraints, ...more] } }
}

const asked = (call: Call): readonly SolutionName[] => {
  const said = textOf(call, 'solutions')
  if (said === undefined) return solutionNames
  return said.split(',').map((name) => {
    const known = solutionNames.find((each) => each.toLowerCase() === name.trim().toLowerCase())
    if (!known) throw new BadUsage(`--solutions takes ${solutionNames.join(', ')}, not "${name}"`)
    return known
  })
}

const titles: Readonly<Record<SolutionName, string>> = {
  nash: 'Nash (largest product of gains)',
  kalaiSmorodinsky: 'Kalai-Smorodinsky (equal shares of what each could gain)',
  egalitarian: 'Egalitarian (the least gain as large as can be)',
  welfare: 'Welfare (largest sum)',
  leastDifference: 'Least difference on the frontier, zone or not',
}

const proofs: Readonly<Record<WrittenSolution['proof'], string>> = {
  proven: 'proven: nothing in the zone is better',
  bounded: 'best found; the bound of its certificate holds',
  frontier: 'best on the frontier',
  numerical: 'HiGHS found nothing better, within its tolerances',
}

const openingLine = (opening: WrittenOpening): string =>
  opening.by === 'reservation'
    ? `  - ${opening.party} does with ${opening.to} instead of ${opening.from}`
    : `  - ${opening.party === undefined ? '' : `${opening.party} no longer forbids `}${togetherLine(opening.never)}${opening.party === undefined ? ' is allowed' : ''}`

const zoneLines = ({ zone }: Answer): readonly string[] =>
  zone.exists
    ? ['There is a zone of agreement.']
    : [
        `There is no zone of agreement${zone.proof === 'proven' ? ' (proven)' : ' (none found)'}. One of these alone would open it:`,
        ...zone.openings.map(openingLine),
      ]

const frontierLine = ({ frontier, why }: Answer): string => {
  if (!frontier) return `No frontier: ${why === undefined ? '' : sentence({ code: why })}`
  if (frontier.complete) return `${frontier.count} points on the Pareto frontier, complete.`
  return `${frontier.count} points, rounded: no package is better for all than one of them by more than ${figuresLine(frontier.error ?? [])}.`
}

const solutionLines = (answer: Answer, names: readonly SolutionName[]): readonly string[] =>
  names.flatMap((name) => {
    const solution = answer.solutions[name]
    if (!solution) return [`${titles[name]}: none`]
    return [
      `${titles[name]}: ${figuresLine(solution.utilities)} (${proofs[solution.proof]}${solution.alsoAt.length > 0 ? `; ${solution.alsoAt.length} other points as good` : ''})`,
      `  ${packageLine(solution.package)}`,
    ]
  })

const linesOf = (answer: Answer, names: readonly SolutionName[]): readonly string[] => [
  `${answer.name || 'Case'}: ${answer.parties.map(({ id, reservation }) => `${id} (needs ${figureLine(reservation)})`).join(', ')}`,
  `${answer.issues.length} issues, ${answer.outcomes} packages`,
  ...zoneLines(answer),
  frontierLine(answer),
  ...solutionLines(answer, names),
]

/** What HiGHS may take for one solution. */
const secondsForMilp = 10

/** A word on how far a long run is, at most once a second. */
const watch = (): ((progress: Progress) => boolean) => {
  let last = performance.now()
  return ({ step, steps, points }) => {
    if (performance.now() - last > 1_000) {
      last = performance.now()
      tell(`issue ${step} of ${steps}: ${points} points`)
    }
    return true
  }
}

/** Whether the search may not come to an end: only where options are linked, or no frontier is made. */
const mayNeedMilp = ({ agenda, worths }: BargainingCase): boolean =>
  worths.length > 3 ||
  agenda.constraints.length > 0 ||
  worths.some(({ interdependence, constraints }) => interdependence.length + constraints.length > 0)

/** Analyses a case. That there is no zone of agreement is an answer too: it ends well. */
export const analyseCase = async (call: Call): Promise<Ending> => {
  const names = asked(call)
  const [path = ''] = call.positionals
  const case_ = await readGiven(call)
  const milp = mayNeedMilp(case_) ? { milp: await loadMilp(secondsForMilp) } : {}
  const began = performance.now()
  const answer = orBadUsage(analyse(case_, names, { watch: watch(), ...milp }), path)
  const seconds = (performance.now() - began) / 1_000
  print(call, { ...answer, seconds }, [...linesOf(answer, names), `${seconds.toFixed(3)} s`])
  return 0
}
