/** What an export says of a text besides its words: its title, its day, who its parties are. */
import { type Language, type Localised, named } from '#domain/parties/localised.ts'
import type { Text } from '../text.ts'

/** A party, as it is named beside its alternatives. */
export interface NamedParty {
  readonly key: string
  readonly name: Localised
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
