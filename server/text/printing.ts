/** How texts and versions are printed: under their title, with the parties of the process as it names them. */
import { z } from 'zod'
import { Key, Language } from '#contract/words.ts'
import type { Outcome } from '#domain/outcome.ts'
import { type Localised, named } from '#domain/parties/localised.ts'
import type { Process } from '#domain/parties/process.ts'
import { type PrintedText, type Printing, printModes } from '#domain/text/print/printed.ts'
import type { SeatPapers } from './papers.ts'

/** The title and parties of a print; a Word file is read back against the same. */
export const printingOf = (
  process: Pick<Process, 'languages' | 'parties'>,
  title: Localised,
): Pick<Printing, 'title' | 'parties'> => ({
  title: Object.fromEntries(process.languages.map((language) => [language, named(title, language)])),
  parties: process.parties.map(({ key, name, short }) => ({ key, name, short })),
})

/** How a print is asked for: its form, with or without brackets or as whose original, and which copy for whom. */
export const PrintAsked = z.object({
  to: z.enum(['pdf', 'docx']),
  as: z.enum(printModes).default('bracketed'),
  party: Key.optional(),
  language: Language.optional(),
  copy: z.coerce.number().int().min(1).max(9_999).optional(),
  of: z.coerce.number().int().min(1).max(9_999).optional(),
  for: z.string().max(200).optional(),
})
export type PrintAsked = z.infer<typeof PrintAsked>

/** Mode, order and copy of what was asked. Whose original: the party's own language is that of its place in the process. */
export const askedPrinting = (
  process: Pick<Process, 'languages' | 'parties'>,
  { as, party, language, copy, of, for: whom }: PrintAsked,
): Pick<Printing, 'mode' | 'first' | 'copy'> => {
  const place = process.parties.findIndex(({ key }) => key === party)
  const own = language ?? process.languages[place] ?? process.languages[0] ?? ''
  return {
    mode: as,
    ...(party === undefined ? {} : { first: { party, language: own } }),
    ...(copy === undefined ? {} : { copy: { number: copy, of: of ?? copy, for: whom ?? '' } }),
  }
}

const mimes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A print on its way out: its media type and its bytes. */
export interface Printed {
  readonly mime: string
  readonly bytes: Uint8Array
}

/** Sets a print in the form that was asked for. `at` is the moment that a Word file says it was written. */
export const setPrint = async (
  papers: SeatPapers,
  form: PrintAsked['to'],
  printed: PrintedText,
  at: string,
): Promise<Outcome<Printed>> => {
  const set = form === 'pdf' ? await papers.pdf(printed) : await papers.docx({ printed, at })
  return set.ok ? { ok: true, value: { mime: mimes[form], bytes: set.value } } : set
}
