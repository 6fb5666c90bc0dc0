/** Whether what is said of an agenda fits it: its issues, its options, and what cannot go together. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Scene } from '#domain/record/rule.ts'
import type { Agenda, Issue, Package, Place, Together } from './agenda.ts'
import { agendaIn } from './rooms.ts'

/** The first of these that is refused, or done. Each is weighed only when all before it held. */
export const allHold = (checks: readonly (() => Outcome<void>)[]): Outcome<void> => {
  for (const check of checks) {
    const held = check()
    if (!held.ok) return held
  }
  return done(undefined)
}

/** The issue with this id. */
export const issueNamed = (agenda: Agenda, id: string): Issue | undefined =>
  agenda.issues.find((issue) => issue.id === id)

/** Whether the issue has this option; a number of its range is one. */
export const isOption = ({ range, options }: Issue, option: string): boolean => {
  if (!range) return options.some(({ id }) => id === option)
  const number = Number(option)
  return String(number) === option && number >= range.from && number <= range.to && Number.isInteger(number)
}

/** The options are options of this issue. Refusals: `bargaining.issue-unknown`, `.option-unknown`. */
export const optionsKnown = (
  agenda: Agenda,
  id: string,
  options: readonly string[],
  where: string,
): Outcome<void> => {
  const issue = issueNamed(agenda, id)
  if (!issue) return refuse('bargaining.issue-unknown', { issue: id, where })
  const foreign = options.find((option) => !isOption(issue, option))
  return foreign === undefined
    ? done(undefined)
    : refuse('bargaining.option-unknown', { issue: id, option: foreign, where })
}

/** Everything named is on the agenda. Refusals: those of `optionsKnown`. */
export const togetherKnown = (agenda: Agenda, together: Together, where: string): Outcome<void> =>
  allHold(
    Object.entries(together).map(
      ([issue, options]) =>
        () =>
          optionsKnown(agenda, issue, options, where),
    ),
  )

/** The same of a package, which takes one option of each issue that it names. */
export const packageKnown = (agenda: Agenda, chosen: Package, where: string): Outcome<void> =>
  togetherKnown(
    agenda,
    Object.fromEntries(Object.entries(chosen).map(([issue, option]) => [issue, [option]])),
    where,
  )

/** Whether the package takes one of the named options on every named issue. */
export const isTogether = (together: Together, chosen: Package): boolean =>
  Object.entries(together).every(
    ([issue, options]) => Object.hasOwn(chosen, issue) && options.includes(chosen[issue] ?? ''),
  )

/** What a package says of one issue, in the names that stood on the agenda when it was put into words. */
export interface Chosen {
  readonly issue: string
  readonly option: string
  readonly names: { readonly issue: Localised; readonly option: Localised }
  readonly closes?: readonly Place[] | undefined
}

const nameOf = (issue: Issue, option: string): Localised => {
  if (!issue.range) return issue.options.find(({ id }) => id === option)?.name ?? {}
  const { unit = {} } = issue.range
  return Object.fromEntries(
    Object.keys(issue.name).map((language) => [language, [option, unit[language]].filter(Boolean).join(' ')]),
  )
}

/** What a package says, issue by issue in the order of the agenda. */
export const chosenIn = (agenda: Agenda, chosen: Package): readonly Chosen[] =>
  agenda.issues.flatMap((issue): readonly Chosen[] => {
    const option = Object.hasOwn(chosen, issue.id) ? chosen[issue.id] : undefined
    if (option === undefined) return []
    const closes = issue.options.find(({ id }) => id === option)?.closes
    const names = { issue: issue.name, option: nameOf(issue, option) }
    return [{ issue: issue.id, option, names, ...(closes?.length ? { closes } : {}) }]
  })

/**
 * A package, or a part of one, can be put to a party: it is on the agenda and breaks no common constraint.
 * Refusals: `bargaining.no-agenda`, `.nothing-chosen`, `.never-together`, and those of `optionsKnown`.
 */
export const packageHolds = (scene: Scene, chosen: Package): Outcome<readonly Chosen[]> => {
  const agenda = agendaIn(scene)
  if (!agenda) return refuse('bargaining.no-agenda')
  if (Object.keys(chosen).length === 0) return refuse('bargaining.nothing-chosen')
  const known = packageKnown(agenda, chosen, 'package')
  if (!known.ok) return known
  return agenda.constraints.some(({ never }) => isTogether(never, chosen))
    ? refuse('bargaining.never-together')
    : done(chosenIn(agenda, chosen))
}

/** A name or a wording is there in every language of the process, and in no other. Refusals: `bargaining.language`. */
export const inEveryLanguage = (
  { process: { languages } }: Pick<Scene, 'process'>,
  said: Readonly<Record<string, string>>,
): Outcome<void> => {
  const wrong =
    languages.find((language) => !Object.hasOwn(said, language)) ??
    Object.keys(said).find((language) => !languages.includes(language))
  return wrong === undefined ? done(undefined) : refuse('bargaining.language', { language: wrong })
}
