/** `parley text pdf`: a text on paper. */
import { writeFile } from 'node:fs/promises'
import { type PrintMode, printModes } from '#domain/text/print/printed.ts'
import { tasks } from '#server/text/paper-work.ts'
import { BadUsage, type Call, type Ending, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { copyOf, originalOf, outputOf, printedFile, printingOfFile, sourceOf } from './printing.ts'
import { readText } from './read.ts'

const modeOf = (call: Call): PrintMode => {
  const said = textOf(call, 'as') ?? (textOf(call, 'first') === undefined ? 'bracketed' : 'alternat')
  const mode = printModes.find((each) => each === said)
  if (!mode) throw new BadUsage(`a text is printed --as ${printModes.join(' or ')}`)
  return mode
}

/** Sets the text and writes the file. */
export const pdfOfText = async (call: Call): Promise<Ending> => {
  const text = await readText(sourceOf(call))
  const output = outputOf(call, 'OUT.pdf')
  const mode = modeOf(call)
  const whose = textOf(call, 'first')
  if (mode === 'alternat' && whose === undefined)
    throw new BadUsage(`say whose original: --first ${text.parties.join(' or ')}`)
  const printed = printedFile(text, {
    ...printingOfFile(text),
    mode,
    first: whose === undefined ? undefined : originalOf(text, whose),
    copy: copyOf(call),
  })
  const file = await tasks.pdf(printed)
  if (!file.ok) throw new BadUsage(sentence(file.refusal))
  await writeFile(output, file.value)
  return 0
}
