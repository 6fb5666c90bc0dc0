/** `parley text export` and `parley text akn`: a text, or a paper, in the form that others read. */
import { writeFile } from 'node:fs/promises'
import type { TextFile } from '#contract/text-file.ts'
import { akomaOfReading } from '#domain/text/akoma-write/reading.ts'
import { akomaOfText } from '#domain/text/akoma-write/text.ts'
import { type Exported, titleOfText } from '#domain/text/export/about.ts'
import { type TextForm, textWriters } from '#domain/text/export/writers.ts'
import { writeXml } from '#domain/text/serialise.ts'
import { choiceOf } from '#domain/text/text.ts'
import { BadUsage, type Call, type Ending, tell, textOf } from '../command.ts'
import { readPaper, readText } from './read.ts'

const hues = ['a', 'b', 'c', 'd'] as const

const exportedOf = (file: TextFile): Exported => ({
  text: file,
  title: titleOfText(file),
  date: null,
  parties: file.parties.map((key, i) => ({
    key,
    name: Object.fromEntries(file.languages.map((language) => [language, key])),
    hue: hues[i % hues.length] ?? 'a',
  })),
  orders: file.orders,
})

const outputOf = (call: Call): string => {
  const output = textOf(call, 'output')
  if (output === undefined) throw new BadUsage('say where to write it: -o FILE')
  return output
}

const formOf = (call: Call): TextForm => {
  const names = Object.keys(textWriters) as TextForm[]
  const found = names.find((name) => name === textOf(call, 'to'))
  if (!found) throw new BadUsage(`say in which form: --to ${names.join(', ')}`)
  return found
}

/** Writes a text in one of the forms; with `--sponsor` as one side reads it, in plain Akoma Ntoso. */
export const exportText = async (call: Call): Promise<Ending> => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('say which text: TEXT.json')
  const [form, output, sponsor] = [formOf(call), outputOf(call), textOf(call, 'sponsor')]
  const text = await readText(file)
  const language = textOf(call, 'lang') ?? text.languages[0] ?? ''
  if (!text.languages.includes(language))
    throw new BadUsage(`the text is not in "${language}"; it is in ${text.languages.join(', ')}`)
  if (sponsor !== undefined && (form !== 'akn' || !text.parties.includes(sponsor)))
    throw new BadUsage(`--sponsor goes with --to akn and is ${text.parties.join(' or ')}`)
  const exported = exportedOf(text)
  const written =
    sponsor === undefined
      ? textWriters[form].write(exported, language)
      : writeXml(akomaOfText(exported, language, { choose: choiceOf(sponsor) }))
  await writeFile(output, written)
  tell(`${output} written`)
  return 0
}

/** Reads a paper in Akoma Ntoso and writes it again: the same numbers, words and footnotes. */
export const rewritePaper = async (call: Call): Promise<Ending> => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('say which paper: FILE.xml')
  const output = outputOf(call)
  const reading = await readPaper(file)
  await writeFile(output, writeXml(akomaOfReading(reading)))
  tell(`${output} written: ${reading.clauses.length} clauses`)
  return 0
}
