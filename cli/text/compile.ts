/** `parley text compile`: two drafts, each in its languages, become one file with every difference in brackets. */
import { writeFile } from 'node:fs/promises'
import { TextFile } from '#contract/text-file.ts'
import { compile } from '#domain/text/compile/compile.ts'
import { type Draft, draftOf } from '#domain/text/compile/draft.ts'
import { textFormat } from '#domain/text/export/json.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { sentence } from '../input.ts'
import { readPaper } from './read.ts'

const sponsorsOf = (call: Call): readonly [string, string] => {
  const given = (textOf(call, 'sponsors') ?? '').split(',').map((name) => name.trim())
  const [first, second] = given
  if (given.length !== 2 || !first || !second)
    throw new BadUsage('say whose the two drafts are, in their order: --sponsors US,RU')
  return [first, second]
}

const readDraft = async (files: readonly string[]): Promise<Draft> => {
  const draft = draftOf(await Promise.all(files.map(readPaper)))
  if (!draft.ok) throw new BadUsage(`${files.join(', ')}: ${sentence(draft.refusal)}`)
  return draft.value
}

/** Compiles, writes the file, and prints how the clauses came out. */
export const compileDrafts = async (call: Call): Promise<Ending> => {
  const files = call.positionals
  if (files.length < 2 || files.length % 2 !== 0)
    throw new BadUsage(
      'give the files of the first draft, then those of the second, in the same number of languages',
    )
  const output = textOf(call, 'output')
  if (output === undefined) throw new BadUsage('say where to write the text: -o TEXT.json')
  const sponsors = sponsorsOf(call)
  const half = files.length / 2
  const [first, second] = [await readDraft(files.slice(0, half)), await readDraft(files.slice(half))]
  const compiled = compile(first, second, sponsors)
  if (!compiled.ok) throw new BadUsage(sentence(compiled.refusal))
  const { text, counts, orders } = compiled.value
  const file = TextFile.safeParse({ format: textFormat, ...text, parties: sponsors, orders })
  if (!file.success) throw new BadUsage(`the drafts make no text: ${file.error.issues[0]?.message ?? ''}`)
  await writeFile(output, `${JSON.stringify(file.data, null, 1)}\n`)
  const of = text.clauses.length
  print(call, { ...counts, clauses: of }, [
    `clean ${counts.clean} of ${of}`,
    `bracketed ${counts.bracketed} of ${of}`,
    `one-sided ${counts.oneSided} of ${of}`,
    `moved ${counts.moved} of ${of}`,
  ])
  return 0
}
