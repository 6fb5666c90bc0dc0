/** What the writer of an agenda does with it, and what is still missing before it can be set out. */
import type { Agenda, Issue } from '#domain/bargaining/agenda.ts'
import type { Localised } from '#domain/parties/localised.ts'
import type { Phrase } from '../../speech.tsx'

/** An id for something new on the agenda. */
export const newId = (): string => `n${crypto.randomUUID().slice(0, 8)}`

/** The agenda with one issue changed; undefined takes it off, with what was said of it. */
export const withIssueOf = (agenda: Agenda, id: string, issue: Issue | undefined): Agenda => ({
  ...agenda,
  issues: agenda.issues.flatMap((each) => (each.id === id ? (issue ? [issue] : []) : [each])),
  constraints: agenda.constraints.filter(({ never }) => {
    const options = never[id]
    return (
      options === undefined ||
      (issue !== undefined &&
        (issue.range !== undefined ||
          options.every((option) => issue.options.some((each) => each.id === option))))
    )
  }),
})

/** The agenda with one issue a place up. */
export const lifted = (agenda: Agenda, id: string): Agenda => {
  const at = agenda.issues.findIndex((each) => each.id === id)
  if (at < 1) return agenda
  const issues = [...agenda.issues]
  const [moved] = issues.splice(at, 1)
  if (moved) issues.splice(at - 1, 0, moved)
  return { ...agenda, issues }
}

const isNamed = (name: Localised, languages: readonly string[]): boolean =>
  languages.every((language) => (name[language] ?? '').trim() !== '')

/** What keeps an agenda from being set out, as the sentence that says it; undefined if nothing does. */
export const flawIn = ({ baskets, issues }: Agenda, languages: readonly string[]): Phrase | undefined => {
  const names = [
    ...baskets.map(({ name }) => name),
    ...issues.flatMap(({ name, options, range }) => [
      name,
      ...options.map((option) => option.name),
      ...(range?.unit ? [range.unit] : []),
    ]),
  ]
  if (!names.every((name) => isNamed(name, languages))) return 'agenda.flaw.names'
  if (issues.some(({ options, range }) => (range ? range.from > range.to : options.length === 0)))
    return 'agenda.flaw.options'
  return undefined
}
