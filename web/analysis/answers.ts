/** The answer to every question: the solvers called on a case, and what they find put into plain values. */
import { inferenceOf, knowledgeFrom } from '#domain/bargaining/advise/information.ts'
import { nearestImprovements } from '#domain/bargaining/advise/nearest.ts'
import { optionRoles } from '#domain/bargaining/advise/options.ts'
import { gainFromLying, robustnessOf, toleratedError } from '#domain/bargaining/advise/robustness.ts'
import { sensitivityOf } from '#domain/bargaining/advise/sensitivity.ts'
import { tradesFrom } from '#domain/bargaining/advise/trades.ts'
import { standingOf } from '#domain/bargaining/advise/zone.ts'
import type { Package } from '#domain/bargaining/agenda.ts'
import { analyse } from '#domain/bargaining/answer.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { checkAnswer } from '#domain/bargaining/check/answer.ts'
import { compileCase } from '#domain/bargaining/compile.ts'
import { exact, nearest } from '#domain/bargaining/exact.ts'
import {
  type Choice,
  choiceOf,
  inFigures,
  type Problem,
  packageOf,
  worthOf,
} from '#domain/bargaining/problem.ts'
import { solutionNames } from '#domain/bargaining/solve/aim.ts'
import { paretoFrontier } from '#domain/bargaining/solve/frontier.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { inverse, stability } from './conflict-answers.ts'
import type { Answers, Asked, ChangeFound, Questions, TradeFound, What } from './questions.ts'

type Tell = (share: number) => void
type Answering = { [W in What]: (asked: Questions[W], tell: Tell) => Outcome<Answers[W]> }

const inPoints = (problem: Problem, units: readonly bigint[]): readonly number[] =>
  units.map((each, party) => nearest(exact(each, problem.sides[party]?.unit ?? 1n)))

/** The problem of a case and packages of it by numbers. Refusals: those of `compileCase`; `bargaining.batna` for no package. */
const compiled = (
  case_: BargainingCase,
  ...packages: readonly Package[]
): Outcome<{ readonly problem: Problem; readonly choices: readonly Choice[] }> => {
  const made = compileCase(case_)
  if (!made.ok) return made
  const choices = packages.map((each) => choiceOf(made.value, each))
  return choices.every((each) => each !== undefined)
    ? done({ problem: made.value, choices })
    : refuse('bargaining.nothing-chosen')
}

const gainsBetween = (problem: Problem, from: Choice, to: Choice): readonly number[] => {
  const [before, after] = [worthOf(problem, from), worthOf(problem, to)]
  return inPoints(
    problem,
    after.map((worth, party) => worth - (before[party] ?? 0n)),
  )
}

/** A package beside another: every issue that differs, and what that change alone would bring. */
const tradeFound = (problem: Problem, from: Choice, to: Choice): TradeFound => ({
  package: packageOf(problem, to),
  gains: gainsBetween(problem, from, to),
  changes: to.flatMap((option, i): readonly ChangeFound[] => {
    const issue = problem.issues[i]
    if (!issue || option === from[i]) return []
    const alone = from.map((each, other) => (other === i ? option : each))
    return [
      {
        issue: issue.id,
        from: issue.options[from[i] ?? 0] ?? '',
        to: issue.options[option] ?? '',
        gains: gainsBetween(problem, from, alone),
      },
    ]
  }),
})

const improvements = ({
  case: case_,
  current,
  mostChanges,
}: Questions['nearest']): Outcome<readonly TradeFound[]> => {
  const made = compiled(case_, current)
  if (!made.ok) return made
  const { problem, choices } = made.value
  const from = choices[0] ?? []
  const found = nearestImprovements(problem, from, mostChanges)
  return found.ok ? done(found.value.map(({ choice }) => tradeFound(problem, from, choice))) : found
}

/** Whether another trade changes no other issues than this one and gives everybody as much, and somebody more. */
const isOutdone = (trade: TradeFound, all: readonly TradeFound[]): boolean =>
  all.some(
    (other) =>
      other.changes.every(({ issue }) => trade.changes.some((change) => change.issue === issue)) &&
      other.gains.every((gain, party) => gain >= (trade.gains[party] ?? 0)) &&
      other.gains.some((gain, party) => gain > (trade.gains[party] ?? 0)),
  )

/** How many parts the draws are made in, so that the page can say how far they are. */
const parts = 20

const firmness: Answering['firmness'] = ({ case: case_, package: chosen, by, error }, tell) => {
  const made = compiled(case_, chosen)
  if (!made.ok) return made
  const { problem, choices } = made.value
  const choice = choices[0] ?? []
  const found = Array.from({ length: parts }, (_, part) => {
    tell(part / parts)
    return robustnessOf(problem, choice, by, error, 1_000 / parts, part + 1)
  })
  const share = (of: 'inZone' | 'efficient' | 'advised'): number =>
    found.reduce((sum, each) => sum + each[of], 0) / parts
  return done({
    draws: 1_000,
    inZone: share('inZone'),
    efficient: share('efficient'),
    advised: share('advised'),
    gains: problem.sides.map((_, p) => ({
      least: Math.min(...found.map(({ gains }) => gains[p]?.least ?? 0)),
      most: Math.max(...found.map(({ gains }) => gains[p]?.most ?? 0)),
    })),
    tolerated: toleratedError(problem, choice),
  })
}

const roles: Answering['roles'] = ({ case: case_ }, tell) => {
  const made = compiled(case_)
  if (!made.ok) return made
  const { problem } = made.value
  const frontier = paretoFrontier(problem, {
    watch: ({ step, steps }) => {
      tell(step / steps / 2)
      return true
    },
  })
  if (!frontier.ok) return frontier
  if (frontier.value.error) return refuse('bargaining.rounded')
  const found = optionRoles(problem, frontier.value.points)
  if (!found.ok) return found
  return done(
    Object.fromEntries(
      problem.issues.map(({ id, options }, i) => [
        id,
        Object.fromEntries(options.map((option, o) => [option, found.value[i]?.[o] ?? 'open'])),
      ]),
    ),
  )
}

const worth: Answering['worth'] = ({ case: case_, packages }) => {
  const made = compiled(case_)
  if (!made.ok) return made
  const { problem } = made.value
  return done(
    packages.map((each) => {
      const choice = choiceOf(problem, each)
      if (!choice) return null
      const { gains, isInZone, forbiddenBy } = standingOf(problem, choice)
      return {
        worth: inFigures(problem, worthOf(problem, choice)).map(nearest),
        gains: inPoints(problem, gains),
        isInZone,
        forbiddenBy: forbiddenBy.map((term) => {
          const by = problem.terms[term]?.by
          const party = by === undefined ? undefined : problem.sides[by]?.id
          return { term, ...(party === undefined ? {} : { party }) }
        }),
      }
    }),
  )
}

const telling: Answering['telling'] = ({ case: case_, from, to, about, earlier }) => {
  const made = compiled(case_, from, to, ...earlier.flatMap((each) => [each.from, each.to]))
  if (!made.ok) return made
  const { problem, choices } = made.value
  const [here = [], there = [], ...before] = choices
  return done(
    about.flatMap((id) => {
      const party = problem.sides.findIndex((side) => side.id === id)
      if (party < 0) return []
      const release = inferenceOf(problem, party, here, there)
      const known = earlier.map((_, i) =>
        inferenceOf(problem, party, before[2 * i] ?? [], before[2 * i + 1] ?? []),
      )
      const swings = release.swings.flatMap((swing, i) =>
        swing === 0 ? [] : [{ issue: problem.issues[i]?.id ?? '', swing }],
      )
      return [{ about: id, swings, ...knowledgeFrom(release, known) }]
    }),
  )
}

const answering: Answering = {
  packages: ({ case: case_ }, tell) =>
    analyse(case_, solutionNames, {
      watch: ({ step, steps }) => {
        tell((0.9 * step) / steps)
        return true
      },
    }),
  check: ({ answer }) => done(checkAnswer(answer)),
  roles,
  worth,
  trades: ({ case: case_, current, mostChanges }) => {
    const made = compiled(case_, current)
    if (!made.ok) return made
    const { problem, choices } = made.value
    const from = choices[0] ?? []
    const all = tradesFrom(problem, from, mostChanges).map(({ choice }) => tradeFound(problem, from, choice))
    return done(all.filter((trade) => !isOutdone(trade, all)))
  },
  nearest: improvements,
  settled: ({ case: case_, package: chosen }) =>
    improvements({ case: case_, current: chosen, mostChanges: case_.agenda.issues.length }),
  firmness,
  turning: ({ case: case_, by }) => {
    const made = compiled(case_)
    if (!made.ok) return made
    const { problem } = made.value
    return done(
      sensitivityOf(problem, by).map(({ party, issue, below, above }) => ({
        party: problem.sides[party]?.id ?? '',
        issue: problem.issues[issue]?.id ?? '',
        below,
        above,
      })),
    )
  },
  lying: ({ case: case_, by }, tell) => {
    const made = compiled(case_)
    if (!made.ok) return made
    const { problem } = made.value
    return done(
      problem.sides.map(({ id }, party) => {
        tell(party / problem.sides.length)
        const { honest, best, factors } = gainFromLying(problem, party, by)
        const named = factors.map((factor, i) => [problem.issues[i]?.id ?? '', factor] as const)
        return { party: id, honest, best, factors: Object.fromEntries(named) }
      }),
    )
  },
  telling,
  stability,
  inverse,
}

/** Answers a question; `tell` hears how far it is. Refusals: those of the solvers. */
export const answerTo = <W extends What>(
  { what, ...asked }: { readonly what: W } & Questions[W],
  tell: Tell,
): Outcome<Answers[W]> => answering[what](asked as unknown as Questions[W], tell)

/** The same for a question of which only the thread knows that it is one. */
export const answerAny = (asked: Asked, tell: Tell): Outcome<unknown> => answerTo(asked as never, tell)
