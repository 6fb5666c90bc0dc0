/** How the text of a room is printed: under its title, with the parties of the process as it names them. */
import { type Localised, named } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'
import type { Printing } from '#domain/text/print/printed.ts'

/** The title and parties of a print; a Word file is read back against the same. */
export const printingOf = (
  process: Pick<Process, 'languages' | 'parties'>,
  title: Localised,
): Pick<Printing, 'title' | 'parties'> => ({
  title: Object.fromEntries(process.languages.map((language) => [language, named(title, language)])),
  parties: process.parties.map(({ key, name, short }) => ({ key, name, short })),
})
