/** The words of a badge, as they stand under its signature. */
import { z } from 'zod'
import { badgeCategories, badgeHeading } from '#domain/meetings/accreditation.ts'
import { readJson } from '#domain/record/json-lines.ts'
import { Day, Id, Key, Localised } from './words.ts'

export const Badge = z.strictObject({
  process: Key,
  party: Key,
  id: Id,
  name: Localised,
  category: z.enum(badgeCategories),
  from: Day,
  until: Day,
})
export type Badge = z.infer<typeof Badge>

/** The badge in a text that was signed; undefined for a text that is none, for a log signs others too. */
export const readBadge = (text: string): Badge | undefined => {
  if (!text.startsWith(`${badgeHeading}\n`)) return undefined
  const json = readJson(text.slice(badgeHeading.length + 1))
  return 'value' in json ? Badge.safeParse(json.value).data : undefined
}
