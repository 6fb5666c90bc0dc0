/** Reads the files the text commands are given; what is wrong is said with the name of the file. */
import { TextFile } from '#contract/text-file.ts'
import { readAkoma } from '#domain/text/akoma.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import type { XmlElement } from '#domain/text/xml.ts'
import { parseXml } from '#server/xml.ts'
import { BadUsage } from '../command.ts'
import { bytesOf, readJsonFile, sentence } from '../input.ts'

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
export const readText = (file: string): Promise<TextFile> => readJsonFile(file, TextFile, 'is not a text')
