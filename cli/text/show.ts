/** `parley text take` and `parley text show`: a text in plain lines, as one side reads it or with its brackets. */
import type { TextFile } from '#contract/text-file.ts'
import { writeClause } from '#domain/text/notation/write.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import { sideReading } from '#domain/text/side.ts'
import { inReadingOrder } from '#domain/text/text.ts'
import { BadUsage, type Call, type Ending, textOf } from '../command.ts'
import { plainLine } from '../plain.ts'
import { readText } from './read.ts'

const languageOf = (call: Call, { languages }: Pick<TextFile, 'languages'>): string => {
  const language = textOf(call, 'lang') ?? languages[0] ?? ''
  if (!languages.includes(language))
    throw new BadUsage(`the text is not in "${language}"; it is in ${languages.join(', ')}`)
  return language
}

const fileOf = (call: Call): string => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('say which text: TEXT.json')
  return file
}

const write = (lines: readonly string[]): void => {
  process.stdout.write(lines.map((line) => `${plainLine(line)}\n`).join(''))
}

/** Prints the reading of one side and nothing else. */
export const takeSide = async (call: Call): Promise<Ending> => {
  const text = await readText(fileOf(call))
  const language = languageOf(call, text)
  const sponsor = textOf(call, 'sponsor')
  if (sponsor === undefined || !text.parties.includes(sponsor))
    throw new BadUsage(`say whose reading: --sponsor ${text.parties.join(' or ')}`)
  const lines = sideReading(text, sponsor, language, text.orders?.[sponsor])
  write(lines.map(({ number, words }) => (call.values.numbers && number ? `${number} ${words}` : words)))
  return 0
}

/** Prints a text with its numbers and brackets. */
export const showText = async (call: Call): Promise<Ending> => {
  const text = await readText(fileOf(call))
  const language = languageOf(call, text)
  const numbers = numbersOf(text, language)
  write(
    inReadingOrder(text).map(({ clause, depth }) => {
      const number = numbers.get(clause.id)
      return `${'  '.repeat(depth)}${number ? `${number} ` : ''}${writeClause(clause, language, numbers)}`
    }),
  )
  return 0
}
