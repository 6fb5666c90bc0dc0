/** Every form in which a text leaves the house as characters: one table, one pure function each. */
import type { Language } from '#domain/parties/localised.ts'
import { akomaOfText } from '../akoma-write/text.ts'
import { writeXml } from '../serialise.ts'
import type { Exported } from './about.ts'
import { bracketsAsCsv } from './csv.ts'
import { textAsHtml } from './html.ts'
import { textAsJson } from './json.ts'
import { textAsPlain } from './txt.ts'

/** A form of a text: the ending of its file, its media type, and how it is written for readers of a language. */
export interface TextWriter<Written> {
  readonly extension: string
  readonly mime: string
  /** True when the file holds one language and no other. */
  readonly oneLanguage: boolean
  readonly write: (exported: Exported, language: Language) => Written
}

/** The forms that are characters, by the name they are asked for. */
export type TextForm = 'akn' | 'html' | 'csv' | 'txt' | 'json'

/** The writer of each form. */
export const textWriters: Readonly<Record<TextForm, TextWriter<string>>> = {
  akn: {
    extension: 'akn.xml',
    mime: 'application/akn+xml',
    oneLanguage: true,
    write: (exported, language) => writeXml(akomaOfText(exported, language)),
  },
  html: { extension: 'html', mime: 'text/html; charset=utf-8', oneLanguage: false, write: textAsHtml },
  csv: { extension: 'csv', mime: 'text/csv; charset=utf-8', oneLanguage: false, write: bracketsAsCsv },
  txt: { extension: 'txt', mime: 'text/plain; charset=utf-8', oneLanguage: true, write: textAsPlain },
  json: { extension: 'json', mime: 'application/json', oneLanguage: false, write: textAsJson },
}
