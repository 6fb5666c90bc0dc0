/** A glossary for who interprets: names that these talks use in every language, and no others than the table has. */
import type { Localised } from '#domain/parties/localised.ts'

/** Where a name comes from, in the order in which they stand. */
export const termKinds = ['party', 'issue', 'stipulation', 'agreement'] as const
export type TermKind = (typeof termKinds)[number]

/** A name in every language of the talks. */
export interface Term {
  readonly kind: TermKind
  readonly words: Localised
}

/** What names are taken from; `events` only as far as they bear on an issue of the agenda. */
export interface Named {
  readonly parties: readonly { readonly name: Localised; readonly short: Localised }[]
  readonly agenda: readonly { readonly key: string; readonly title: Localised }[]
  readonly stipulations: readonly { readonly name: Localised }[]
  readonly events: readonly { readonly name: Localised; readonly issues: readonly string[] }[]
}

/**
 * The terms that have words in all of these languages, each once, by kind and then by the alphabet of the first language.
 * A name that is the same in every language needs no interpreter and is left out.
 */
export const glossaryOf = (
  { parties, agenda, stipulations, events }: Named,
  languages: readonly string[],
): readonly Term[] => {
  const issues = new Set(agenda.map(({ key }) => key))
  const all: readonly Term[] = [
    ...parties
      .flatMap(({ name, short }) => [name, short])
      .map((words) => ({ kind: 'party' as const, words })),
    ...agenda.map(({ title }) => ({ kind: 'issue' as const, words: title })),
    ...stipulations.map(({ name }) => ({ kind: 'stipulation' as const, words: name })),
    ...events
      .filter((event) => event.issues.some((key) => issues.has(key)))
      .map(({ name }) => ({ kind: 'agreement' as const, words: name })),
  ]
  const [first = ''] = languages
  const seen = new Set<string>()
  return all
    .filter(({ words }) => {
      const said = languages.map((language) => words[language]?.trim() ?? '')
      const key = JSON.stringify(said)
      const isNew = !seen.has(key) && said.every((each) => each !== '') && new Set(said).size > 1
      seen.add(key)
      return isNew
    })
    .toSorted(
      (one, other) =>
        termKinds.indexOf(one.kind) - termKinds.indexOf(other.kind) ||
        (one.words[first] ?? '').localeCompare(other.words[first] ?? '', first || 'en'),
    )
}
