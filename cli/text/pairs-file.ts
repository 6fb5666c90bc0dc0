/** Reads files of aligned pairs and of known divergences; what is wrong is said with its file and line. */
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { CorpusPair, KnownDivergence } from '#domain/language/concordance/measure.ts'
import { BadUsage } from '../command.ts'
import { bytesOf } from '../input.ts'

const Pair = z.object({
  en: z.string().max(1_000_000),
  ru: z.string().max(1_000_000),
  doc: z.string().optional(),
  eid: z.string().nullish(),
})
const Known = z.array(z.object({ doc: z.string(), eid: z.string(), en: z.string(), ru: z.string() }))

// What a file of pairs may hold once it is unpacked.
const largest = 512 * 1024 * 1024

const unpacked = (file: string, bytes: Buffer): string => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes, { maxOutputLength: largest }).toString('utf8')
  } catch (error) {
    throw new BadUsage(`${file} cannot be unpacked: ${(error as Error).message}`)
  }
}

const jsonOf = (place: string, line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new BadUsage(`${place} is not JSON: ${(error as Error).message}`)
  }
}

const wrong = (place: string, { issues: [issue] }: z.ZodError): BadUsage =>
  new BadUsage(`${place}: ${issue?.message ?? ''} at ${issue?.path.join('.') || 'the top'}`)

/** The pairs of a file, one on a line: `{"en": …, "ru": …, "doc": …, "eid": …}`; it may be packed by gzip. */
export const readPairs = async (file: string): Promise<readonly CorpusPair[]> =>
  unpacked(file, await bytesOf(file))
    .split('\n')
    .flatMap((line, i): readonly CorpusPair[] => {
      if (line.trim() === '') return []
      const place = `${file} line ${i + 1}`
      const pair = Pair.safeParse(jsonOf(place, line))
      if (!pair.success) throw wrong(place, pair.error)
      const { en, ru, doc, eid } = pair.data
      return [{ en, ru, doc: doc ?? '', eid: eid ?? (doc === undefined ? String(i + 1) : null) }]
    })

/** Known divergences: a list of `{"doc": …, "eid": …, "en": …, "ru": …}`. */
export const readKnown = async (file: string): Promise<readonly KnownDivergence[]> => {
  const known = Known.safeParse(jsonOf(file, (await bytesOf(file)).toString('utf8')))
  if (!known.success) throw wrong(file, known.error)
  return known.data
}
