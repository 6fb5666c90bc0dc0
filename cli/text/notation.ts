/** `parley text read` and `parley text brackets`: typed papers become a text; what a line with brackets says. */
import { writeFile } from 'node:fs/promises'
import { text as everything } from 'node:stream/consumers'
import { TextFile } from '#contract/text-file.ts'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { readAkoma } from '#domain/text/akoma.ts'
import { joinLanguages, readAkomaText } from '#domain/text/akoma-write/back.ts'
import { textFormat } from '#domain/text/export/json.ts'
import { asJson, faultOf } from '#domain/text/notation/json.ts'
import { cleanWords } from '#domain/text/notation/notation.ts'
import { readPapers, sponsorsIn, type TypedText, textOfReadings } from '#domain/text/notation/paper.ts'
import { readNotation } from '#domain/text/notation/read.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { bytesOf, sentence } from '../input.ts'
import { readMarkup } from './read.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const charactersOf = async (file: string): Promise<string> => {
  if (file === '-') return everything(process.stdin)
  try {
    return utf8.decode(await bytesOf(file))
  } catch (error) {
    if (error instanceof BadUsage) throw error
    throw new BadUsage(`${file} is not plain text in UTF-8`)
  }
}

/** The language in the name of a file (`draft.ru.txt`), else by its letters: Russian or English. */
const languageOf = (file: string, source: string): string => {
  const named = /\.([a-z]{2,3})\.[a-z]+$/u.exec(file)?.[1]
  const letters = source.match(/\p{L}/gu)?.length ?? 0
  const cyrillic = source.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  return named ?? (cyrillic * 2 > letters ? 'ru' : 'en')
}

/** `--parties US=США,RF=РФ`: every name of a party, and what it is kept as. */
const partiesOf = (
  call: Call,
): { readonly parties: readonly string[]; readonly keys: Record<string, string> } => {
  const keys: Record<string, string> = {}
  for (const given of (textOf(call, 'parties') ?? '').split(',')) {
    const names = given.split('=').map((name) => name.trim())
    for (const name of names) if (name !== '') keys[name] = names[0] ?? name
  }
  return { parties: Object.keys(keys), keys }
}

/** Papers in Akoma Ntoso: the languages of a text that Parley wrote, or papers with brackets as typed. */
const readMarkedUp = async (call: Call): Promise<Outcome<TypedText>> => {
  const roots = await Promise.all(call.positionals.map(readMarkup))
  const own = roots.map(readAkomaText)
  if (own.every((one) => one.ok)) {
    const text = joinLanguages(own.flatMap((one) => (one.ok ? [one.value] : [])))
    return text.ok ? done({ text: text.value, parties: sponsorsIn(text.value.clauses), remarks: [] }) : text
  }
  const readings: DocumentReading[] = []
  for (const root of roots) {
    const one = readAkoma(root)
    if (!one.ok) return one
    if (one.value.language === null) return refuse('compile.language-unknown')
    if (readings.some(({ language }) => language === one.value.language))
      return refuse('compile.language-twice', { language: one.value.language })
    readings.push(one.value)
  }
  return textOfReadings(readings, partiesOf(call))
}

const readTypedOnes = async (call: Call): Promise<Outcome<TypedText>> =>
  readPapers(Object.fromEntries(await sourcesOf(call)), partiesOf(call))

const sourcesOf = async (call: Call): Promise<ReadonlyMap<string, string>> => {
  const named = textOf(call, 'lang')?.split(',')
  const sources = new Map<string, string>()
  for (const [i, file] of call.positionals.entries()) {
    const source = await charactersOf(file)
    const language = named?.[i] ?? languageOf(file, source)
    if (sources.has(language))
      throw new BadUsage(`${file} seems to be in "${language}" like the one before: --lang en,ru`)
    sources.set(language, source)
  }
  return sources
}

/** Reads papers, typed or in Akoma Ntoso, one for each language, and writes the text they make. */
export const readTyped = async (call: Call): Promise<Ending> => {
  if (call.positionals.length === 0)
    throw new BadUsage('say which papers: FILE.en.txt FILE.ru.txt, or FILE.en.xml FILE.ru.xml')
  const output = textOf(call, 'output')
  if (output === undefined) throw new BadUsage('say where to write the text: -o TEXT.json')
  const markedUp = call.positionals.every((file) => /\.xml$/iu.test(file))
  const read = await (markedUp ? readMarkedUp(call) : readTypedOnes(call))
  if (!read.ok) {
    const { line, column, clause, language } = read.refusal.facts ?? {}
    const where = line === undefined ? clause && `at "${clause}"` : `line ${line}, character ${column}`
    throw new BadUsage([language, where, sentence(read.refusal)].filter(Boolean).join(': '))
  }
  const { text, parties, remarks } = read.value
  const file = TextFile.safeParse({ format: textFormat, ...text, parties })
  if (!file.success) {
    const [issue] = file.error.issues
    throw new BadUsage(`the papers make no text: ${issue?.message ?? ''} at ${issue?.path.join('.')}`)
  }
  await writeFile(output, `${JSON.stringify(file.data, null, 1)}\n`)
  const bracketed = text.clauses.filter(({ brackets }) => Object.keys(brackets).length > 0).length
  const counts = { languages: text.languages, clauses: text.clauses.length, bracketed, parties }
  print(call, { ...counts, remarks }, [
    `clauses ${counts.clauses}, bracketed ${bracketed}, in ${text.languages.join(', ')}`,
    `parties ${parties.join(', ') || '-'}`,
    ...remarks.map(({ clause, remark }) => `not words, left out of ${clause}: [${remark}]`),
  ])
  return 0
}

const choicesOf = (call: Call): readonly number[] | null => {
  const given = textOf(call, 'choose')
  if (given === undefined) return null
  const choices = given.split(',').map((one) => Number(one.trim()))
  if (!choices.every((one) => Number.isInteger(one) && one >= 0))
    throw new BadUsage('--choose takes numbers from 0, one for each bracket: --choose 1,0')
  return choices
}

/** Prints how a line with brackets is read; ends with 1 when it cannot be. */
export const showBrackets = async (call: Call): Promise<Ending> => {
  const [file] = call.positionals
  if (file === undefined) throw new BadUsage('say which file, or - for what is typed')
  const source = (await charactersOf(file)).replace(/\r?\n$/u, '')
  const choices = choicesOf(call)
  const read = readNotation(source, partiesOf(call))
  if (!read.ok) {
    const said = sentence(read.refusal)
    print(call, { error: faultOf(read.refusal), sentence: said, ...read.refusal }, [said])
    return 1
  }
  const said = asJson(read.value)
  const clean = choices && cleanWords(read.value ?? [], choices)
  print(call, { ...said, ...(clean === null ? {} : { clean }) }, [
    ...said.ast.map((piece) => JSON.stringify(piece)),
    `open ${said.open}, depth ${said.depth}, placeholders ${said.placeholders}, options ${said.options.join(', ') || '-'}`,
    ...(said.status === null ? [] : [`status ${said.status}`]),
    ...said.reservations.map(({ by, remark }) => `reservation ${by.join(', ')}: ${remark}`),
    ...(clean === null ? [] : [`clean ${clean}`]),
  ])
  return 0
}
