/** A text as the file that every command of Parley reads. */
import type { Exported } from './about.ts'

/** The name and number of this form of file. */
export const textFormat = 'parley-text/1'

/** A text with all that is recorded of its clauses, as JSON; nothing is left out. */
export const textAsJson = ({ text, parties, orders }: Exported): string =>
  `${JSON.stringify(
    {
      format: textFormat,
      languages: text.languages,
      parties: parties.map(({ key }) => key),
      clauses: text.clauses,
      ...(orders === undefined ? {} : { orders }),
    },
    null,
    1,
  )}\n`
