/** How the print commands are told what to print: the file, where to, whose original, which copy. */
import type { TextFile } from '#contract/text-file.ts'
import type { Language } from '#domain/parties/localised.ts'
import { type PrintedCopy, type PrintedText, type Printing, printedText } from '#domain/text/print/printed.ts'
import { plainWords } from '#domain/text/side.ts'
import { inReadingOrder } from '#domain/text/text.ts'
import { BadUsage, type Call, textOf } from '../command.ts'
import { sentence } from '../input.ts'

/** The file a print is of. */
export const sourceOf = (call: Call): string => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('say which text: TEXT.json')
  return file
}

/** The file a print goes to. */
export const outputOf = (call: Call, example: string): string => {
  const output = textOf(call, 'output')
  if (output === undefined) throw new BadUsage(`say where to write: -o ${example}`)
  return output
}

/** A text in a file has no title of its own; the clause that is one gives it to the properties of the print. */
const titleOf = (text: TextFile): Readonly<Record<Language, string>> => {
  const title = inReadingOrder(text).find(({ clause }) => clause.kind === 'title')?.clause
  return Object.fromEntries(
    text.languages.flatMap((language) => {
      const words = title?.passage[language]
      return words ? [[language, plainWords(words, new Map())]] : []
    }),
  )
}

/** The title and parties of a text in a file, whose parties are known by their keys alone. */
export const printingOfFile = (text: TextFile): Pick<Printing, 'title' | 'parties'> => ({
  title: titleOf(text),
  parties: text.parties.map((key) => {
    const name = Object.fromEntries(text.languages.map((language) => [language, key]))
    return { key, name, short: name }
  }),
})

/** Whose original: `US`, with the language at the same place among the languages as the party among the parties, or `US:en`. */
export const originalOf = (text: TextFile, said: string): NonNullable<Printing['first']> => {
  const [party = '', language = text.languages[text.parties.indexOf(party)] ?? ''] = said.split(':')
  if (!text.parties.includes(party))
    throw new BadUsage(`"${party}" is no party of the text; they are ${text.parties.join(', ')}`)
  if (!text.languages.includes(language))
    throw new BadUsage(
      `say in which language the original of ${party} is: ${party}:${text.languages.join(` or ${party}:`)}`,
    )
  return { party, language }
}

/** The copy, from `--copy 3/12` and `--for`. */
export const copyOf = (call: Call): PrintedCopy | undefined => {
  const [said, whom] = [textOf(call, 'copy'), textOf(call, 'for')]
  if (said === undefined) {
    if (whom !== undefined) throw new BadUsage('say which copy is for them: --copy 3/12')
    return undefined
  }
  const found = /^(\d{1,4})\/(\d{1,4})$/.exec(said)
  if (!found) throw new BadUsage('a copy is written as its number of how many: --copy 3/12')
  return { number: Number(found[1]), of: Number(found[2]), for: whom ?? '' }
}

/** The text ready to be printed. */
export const printedFile = (text: TextFile, printing: Printing): PrintedText => {
  const printed = printedText(text, printing)
  if (!printed.ok) throw new BadUsage(sentence(printed.refusal))
  return printed.value
}
