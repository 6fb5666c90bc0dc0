/** What an export says of a text besides its words: its title, its day, who its parties are. */
import { type Language, type Localised, named } from '#domain/parties/localised.ts'
import { plainWords } from '../side.ts'
import { inReadingOrder, resolved, type Text } from '../text.ts'
import { addedWords } from './words.ts'

/** A party, as it is named beside its alternatives. */
export interface NamedParty {
  readonly key: string
  readonly name: Localised
  /** Which pair of colour and underline is its own; it ranks nobody. */
  readonly hue: 'a' | 'b' | 'c' | 'd'
}

/** A text on its way out. */
export interface Exported {
  readonly text: Text
  readonly title: Localised
  /** The day it is taken, as `2030-05-01`; null when nobody has said. */
  readonly date: string | null
  /** Every party that may stand beside an alternative, in the order of the process. */
  readonly parties: readonly NamedParty[]
  /** In which order each side has the clauses, where the text was compiled from drafts. */
  readonly orders?: Readonly<Record<string, readonly string[]>> | undefined
}

/** The name of a party, in a language; its key when it is not among the parties. */
export const partyName = (
  { parties }: Pick<Exported, 'parties'>,
  key: string,
  language: Language,
): string => {
  const party = parties.find((each) => each.key === key)
  return party ? named(party.name, language) : key
}

/** The title in a language; empty when the text has none. */
export const titleIn = ({ title }: Pick<Exported, 'title'>, language: Language): string =>
  named(title, language)

/** The title that a text has in its own words, in each of its languages; where it has none, the word for a text. */
export const titleOfText = (text: Text): Localised => {
  const title = inReadingOrder(text).find(({ clause }) => clause.kind === 'title')?.clause
  return Object.fromEntries(
    text.languages.map((language) => {
      const content = title?.passage[language]
      const first =
        (content &&
          title &&
          resolved(content, title.brackets, language, (one) => one.alternatives[0]?.passage ?? null)) ??
        []
      return [language, plainWords(first, new Map()).trim() || addedWords(language).text]
    }),
  )
}
