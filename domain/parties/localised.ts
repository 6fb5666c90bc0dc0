/** Names that every reader finds in their own language. */

/** A language of the process, as a BCP 47 tag such as `en` or `ru`. */
export type Language = string

/** The same name in several languages; every authentic language of the process is there. */
export type Localised = Readonly<Record<Language, string>>

/** The name in the reader's language, else in the first language that has one. Never empty for a checked process. */
export const named = (name: Localised, language: Language): string =>
  (Object.hasOwn(name, language) ? name[language] : undefined) ?? Object.values(name)[0] ?? ''
