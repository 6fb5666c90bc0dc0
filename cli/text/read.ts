/** Reads the files the text commands are given; what is wrong is said with the name of the file. */
import { readFile } from 'node:fs/promises'
import en from '#contract/refusals.en.json' with { type: 'json' }
import { TextFile } from '#contract/text-file.ts'
import type { Refusal } from '#domain/outcome.ts'
import { readAkoma } from '#domain/text/akoma.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import type { XmlElement } from '#domain/text/xml.ts'
import { parseXml } from '#server/xml.ts'
import { BadUsage } from '../command.ts'

/** The sentence for a refusal, its facts filled in. */
export const sentence = ({ code, facts = {} }: Refusal): string =>
  ((en as Record<string, string>)[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(facts[name] ?? ''),
  )

/** The bytes of a file; a clear word when it cannot be read. */
export const bytesOf = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file)
  } catch (error) {
    throw new BadUsage(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`)
  }
}

/** A marked-up file as a tree. */
export const readMarkup = async (file: string): Promise<XmlElement> => {
  const xml = parseXml(await bytesOf(file))
  if (!xml.ok) throw new BadUsage(`${file}: ${sentence(xml.refusal)}`)
  return xml.value
}

/** A paper in Akoma Ntoso. */
export const readPaper = async (file: string): Promise<DocumentReading> => {
  const reading = readAkoma(await readMarkup(file))
  if (!reading.ok) throw new BadUsage(`${file}: ${sentence(reading.refusal)}`)
  return reading.value
}

/** A text that `parley text compile` or an export has written. */
export const readText = async (file: string): Promise<TextFile> => {
  let json: unknown
  try {
    json = JSON.parse((await bytesOf(file)).toString('utf8'))
  } catch (error) {
    if (error instanceof BadUsage) throw error
    throw new BadUsage(`${file} is not JSON: ${(error as Error).message}`)
  }
  const text = TextFile.safeParse(json)
  if (text.success) return text.data
  const [issue] = text.error.issues
  throw new BadUsage(
    `${file} is not a text: ${issue?.message ?? ''} at ${issue?.path.join('.') || 'the top'}`,
  )
}
