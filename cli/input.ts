/** What every command is given: files, read whole, with a clear word when one cannot be; and the language to answer in. */
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { Refusal } from '#domain/outcome.ts'
import { readJson } from '#domain/record/json-lines.ts'
import { sentence as inLanguage } from '#server/sentences.ts'
import { BadUsage, type Call, textOf } from './command.ts'

/** The sentence for a refusal, in the language of the command line. */
export const sentence = (refusal: Refusal): string => inLanguage('en', refusal)

/** The bytes of a file; a clear word when it cannot be read. */
export const bytesOf = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file)
  } catch (error) {
    throw new BadUsage(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`)
  }
}

/** JSON in this shape. `wrong` says what the file is not; the line or the place at which it is not goes with it. */
export const readShape = <T>(file: string, text: string, shape: z.ZodType<T>, wrong: string): T => {
  const json = readJson(text)
  if ('broken' in json) throw new BadUsage(`${file} is not JSON that can be read: line ${json.broken}`)
  const shaped = shape.safeParse(json.value)
  if (shaped.success) return shaped.data
  const [issue] = shaped.error.issues
  throw new BadUsage(`${file} ${wrong}: ${issue?.message ?? ''} at /${issue?.path.join('/') ?? ''}`)
}

/** A file of JSON in this shape. */
export const readJsonFile = async <T>(file: string, shape: z.ZodType<T>, wrong: string): Promise<T> =>
  readShape(file, (await bytesOf(file)).toString('utf8'), shape, wrong)

const toldIn = ['en', 'ru'] as const

/** The languages in which findings are told. */
export type ToldIn = (typeof toldIn)[number]

/** The language that `--lang` asks for; English without it. */
export const languageOf = (call: Call): ToldIn => {
  const asked = textOf(call, 'lang') ?? 'en'
  const language = toldIn.find((each) => each === asked)
  if (language === undefined) throw new BadUsage(`--lang is one of ${toldIn.join(', ')}`)
  return language
}
