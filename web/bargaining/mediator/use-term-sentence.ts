/** A constraint or red line of the case in words, by its number among all of them. */
import type { Agenda, Together } from '#domain/bargaining/agenda.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { optionName } from '#domain/bargaining/trade-words.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNames } from '../../process.tsx'
import { useListing, useSay } from '../../speech.tsx'
import { useAtMediator } from './at-mediator.tsx'

/** A term as it stood in the case: a common constraint, or what one party alone holds impossible. */
type Term =
  | {
      readonly kind: 'common'
      readonly never: Together
      readonly name?: Readonly<Record<string, string>> | undefined
    }
  | { readonly kind: 'red-line' | 'own'; readonly party: string; readonly never: Together }

const termsOf = ({ agenda, worths }: BargainingCase): readonly Term[] => [
  ...agenda.constraints.map(({ never, name }): Term => ({ kind: 'common', never, name })),
  ...worths.flatMap(({ party, redLines, constraints }): readonly Term[] => [
    ...redLines.map(({ issue, option }): Term => ({ kind: 'red-line', party, never: { [issue]: [option] } })),
    ...constraints.map((never): Term => ({ kind: 'own', party, never })),
  ]),
]

const useTogether = (): ((agenda: Agenda, together: Together) => string) => {
  const listing = useListing()
  const say = useSay()
  const names = useNames()
  const { language } = usePreferences()
  return (agenda, together) =>
    listing(
      Object.entries(together).map(([id, options]) =>
        say('bargaining.mediator.issue-options', {
          issue: names.of(agenda.issues.find((issue) => issue.id === id)?.name ?? {}),
          options: options.map((option) => optionName(agenda, id, option, language)).join(' / '),
        }),
      ),
    )
}

/** "the red line of US: Notice: 72 hours". */
export const useTermSentence = (): ((term: number) => string) => {
  const say = useSay()
  const names = useNames()
  const together = useTogether()
  const { shown, agenda } = useAtMediator()
  const terms = termsOf(shown.case)
  return (number) => {
    const term = terms[number]
    if (!term) return ''
    const what = together(agenda, term.never)
    if (term.kind !== 'common')
      return say(`bargaining.mediator.term.${term.kind}`, { party: names.party(term.party), what })
    return say('bargaining.mediator.term.common', { what: term.name ? names.of(term.name) : what })
  }
}
