/** `parley text word` and `parley text word-read`: a text out to Word, and what somebody changed there back. */
import { writeFile } from 'node:fs/promises'
import type { TextFile } from '#contract/text-file.ts'
import type { Content } from '#domain/text/content.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import type { Unplaced, WordProposal } from '#domain/text/word/return.ts'
import { tasks } from '#server/text/paper-work.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { bytesOf, sentence } from '../input.ts'
import { originalOf, outputOf, printedFile, printingOfFile, sourceOf } from './printing.ts'
import { readText } from './read.ts'

/** Writes the Word file. */
export const writeWord = async (call: Call): Promise<Ending> => {
  const text = await readText(sourceOf(call))
  const output = outputOf(call, 'OUT.docx')
  const whose = textOf(call, 'alternat')
  const printing = printingOfFile(text)
  const printed = printedFile(
    text,
    whose === undefined
      ? { ...printing, mode: 'bracketed' }
      : { ...printing, mode: 'alternat', first: originalOf(text, whose) },
  )
  const file = await tasks.docx({ printed, at: new Date().toISOString() })
  if (!file.ok) throw new BadUsage(sentence(file.refusal))
  await writeFile(output, file.value)
  return 0
}

const said = (content: Content | null | undefined): string =>
  content == null
    ? '…'
    : content
        .map((piece) => (typeof piece === 'string' ? piece : 'term' in piece ? piece.words : '[…]'))
        .join('')

const whereOf = (numbers: ReadonlyMap<string, string>, clause: string | null): string =>
  clause === null ? '' : (numbers.get(clause) ?? clause)

const proposalLines = (
  text: TextFile,
  numbers: ReadonlyMap<string, string>,
  { target, clause, stood, passage, authors, comments }: WordProposal,
): readonly string[] => {
  const what = target.on === 'place' ? '+ new clause' : target.on === 'bracket' ? '| in the bracket of' : '~'
  return [
    [what, whereOf(numbers, clause), authors.length > 0 ? `(${authors.join(', ')})` : '']
      .filter((part) => part !== '')
      .join(' '),
    ...text.languages.map((language) => {
      const was = target.on === 'words' ? `[-${said(stood[language])}-]` : ''
      return `  ${language}: ${was}{+${said(passage[language])}+}`
    }),
    ...comments.map((words) => `  # ${words}`),
  ]
}

const unplacedLine = (
  numbers: ReadonlyMap<string, string>,
  { why, clause, language, stood, words }: Unplaced,
): string =>
  [
    '?',
    why,
    whereOf(numbers, clause),
    language ?? '',
    stood === '' ? '' : `[-${stood}-]`,
    words === '' ? '' : `{+${words}+}`,
  ]
    .filter((part) => part !== '')
    .join(' ')

/** Prints what came back; ends with 1 when there is something. */
export const readWord = async (call: Call): Promise<Ending> => {
  const [file, word] = call.positionals
  if (file === undefined || word === undefined)
    throw new BadUsage('give the text and the Word file: TEXT.json FILE.docx')
  const text = await readText(file)
  const read = await tasks.word({ bytes: await bytesOf(word), text, printing: printingOfFile(text) })
  if (!read.ok) throw new BadUsage(`${word}: ${sentence(read.refusal)}`)
  const { proposals, unplaced, found, of } = read.value
  const numbers = numbersOf(text, text.languages[0] ?? '')
  print(call, read.value, [
    ...proposals.flatMap((each) => proposalLines(text, numbers, each)),
    ...unplaced.map((each) => unplacedLine(numbers, each)),
    `clauses found ${found} of ${of}, proposals ${proposals.length}, not placed ${unplaced.length}`,
  ])
  return proposals.length + unplaced.length > 0 ? 1 : 0
}
