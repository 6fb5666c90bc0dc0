/** Names that every reader finds in their own language. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'

/** A language of the process, as a BCP 47 tag such as `en` or `ru`. */
export type Language = string

/** The same name in several languages; every authentic language of the process is there. */
export type Localised = Readonly<Record<Language, string>>

/** The name in the reader's language, else in the first language that has one. Never empty for a checked process. */
export const named = (name: Localised, language: Language): string =>
  (Object.hasOwn(name, language) ? name[language] : undefined) ?? Object.values(name)[0] ?? ''

/** What is wrong with names for a process in these languages: one that is missing, one that is foreign; once each. */
export const flawsInNames = (
  languages: readonly Language[],
  names: readonly Localised[],
): readonly Refusal[] => {
  const given = new Set(names.flatMap((name) => Object.keys(name)))
  const missing = languages.filter((language) => names.some((name) => !name[language]))
  const foreign = [...given].filter((language) => !languages.includes(language))
  return [
    ...missing.map((language) => ({ code: 'process.name-missing', facts: { language } })),
    ...foreign.map((language) => ({ code: 'wording.language', facts: { language } })),
  ]
}

/** Names in every language of the process and in no other. Refusals: `process.name-missing`, `wording.language`. */
export const wellNamed = (languages: readonly Language[], ...names: readonly Localised[]): Outcome<void> => {
  const [flaw] = flawsInNames(languages, names)
  return flaw ? refuse(flaw.code, flaw.facts) : done(undefined)
}
