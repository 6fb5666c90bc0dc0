/** What is on the agenda by its names, in the reader's language and in every language of the talks. */
import { useCallback, useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Agenda, Issue, Package, Together } from '#domain/bargaining/agenda.ts'
import { chosenIn, issueNamed } from '#domain/bargaining/references.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { usePreferences } from '../preferences.tsx'
import { useNames, useProcess } from '../process.tsx'

/** The name of one option in every language; a number of a range carries its unit. */
export const optionNameIn = (agenda: Agenda, issue: string, option: string): Localised =>
  chosenIn(agenda, { [issue]: option })[0]?.names.option ?? {}

/** Names on the agenda in the reader's language; what the agenda has no more is called by its id. */
export interface AgendaNames {
  readonly issue: (id: string) => string
  readonly option: (issue: string, option: string) => string
  readonly package: (chosen: Package) => string
  readonly together: (together: Together) => string
}

/** Names of options hold commas of their own. */
const joined = (pairs: readonly string[]): string => pairs.join('; ')

/** The names of this agenda. */
export const useAgendaNames = (agenda: Agenda): AgendaNames => {
  const names = useNames()
  return useMemo(() => {
    const issue = (id: string) => names.of(issueNamed(agenda, id)?.name ?? {}) || id
    const option = (of: string, id: string) => names.of(optionNameIn(agenda, of, id)) || id
    const pair = (of: string, ids: readonly string[]) =>
      `${issue(of)}: ${ids.map((id) => option(of, id)).join(' / ')}`
    return {
      issue,
      option,
      package: (chosen) => joined(Object.entries(chosen).map(([of, id]) => pair(of, [id]))),
      together: (together) => joined(Object.entries(together).map(([of, ids]) => pair(of, ids))),
    }
  }, [agenda, names])
}

/** The languages of the talks, the reader's first. */
export const useBothLanguages = (): readonly string[] => {
  const { process } = useProcess()
  const { language } = usePreferences()
  return process.languages.toSorted((one, other) => Number(other === language) - Number(one === language))
}

/** Whole points as the reader writes numbers; shares as whole per cent. */
export const useFigures = () => {
  const intl = useIntl()
  const points = useCallback((value: number) => intl.formatNumber(Math.round(value)), [intl])
  const percent = useCallback(
    (share: number) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    [intl],
  )
  return { points, percent }
}

/** A package with one option on every issue: what is named, and the first option where nothing is. */
export const wholePackage = (agenda: Agenda, chosen: Package): Package =>
  Object.fromEntries(
    agenda.issues.map((issue: Issue) => [
      issue.id,
      chosen[issue.id] ?? (issue.range ? String(issue.range.from) : (issue.options[0]?.id ?? '')),
    ]),
  )
