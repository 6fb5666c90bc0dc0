/** What is ready to be sent: words, their nature, a deadline, the files of a paper. */
import type { Wording } from '#domain/language/wording.ts'
import type { Nature } from '#domain/rooms/message.ts'
import type { Reply } from '../room-context.tsx'

export type PaperForm = 'file' | 'bilingual'

/** The wording that drafts in several languages make; empty ones are left out. */
export const wordingOf = (original: string, words: Readonly<Record<string, string>>): Wording | null => {
  const filled = Object.entries(words)
    .map(([language, each]) => [language, each.trim()] as const)
    .filter(([, each]) => each !== '')
  return filled.some(([language]) => language === original)
    ? { original, words: Object.fromEntries(filled) }
    : null
}

/** What a message is by what it replies to: an answer answers; what is asked about something asks, unless it is said. */
export const natureOf = (reply: Reply, chosen: Nature): Nature => (reply.answers ? 'answer' : chosen)

/** The deadline that many hours from a moment, ISO 8601 in UTC, on the full minute. */
export const deadlineAfter = (now: string, hours: number): string =>
  new Date(Math.ceil((Date.parse(now) + hours * 3_600_000) / 60_000) * 60_000).toISOString()

/** Whether the files make a whole paper: a bilingual one needs every language, any other its original. */
export const isWhole = (
  form: PaperForm,
  files: Readonly<Record<string, unknown>>,
  original: string,
  languages: readonly string[],
): boolean =>
  form === 'bilingual' ? languages.every((language) => files[language]) : files[original] !== undefined
