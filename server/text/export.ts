/** A text taken home: what the asking seat reads of it, in the form it asks for. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Language } from '#domain/parties/localised.ts'
import type { Room } from '#domain/parties/process.ts'
import type { Exported } from '#domain/text/export/about.ts'
import { type TextWriter, textWriters } from '#domain/text/export/writers.ts'
import type { Context } from '../context.ts'
import type { Asking } from '../http/who.ts'
import { textView } from './views.ts'

type Written = string | Uint8Array

/** Every form in which a text can be taken home: those of `domain`, and beside them those that need a library. */
const formWriters = { ...textWriters } satisfies Readonly<
  Record<string, TextWriter<Written | Promise<Written>>>
>

/** The name of a form, as it stands in an address. */
export type ServedForm = keyof typeof formWriters

/** The names of all forms. */
export const textForms = Object.keys(formWriters) as [ServedForm, ...ServedForm[]]

/** A file on its way out. */
export interface TextOnFile {
  readonly name: string
  readonly mime: string
  readonly content: Written
}

/** A name for a file that every system can keep, cut between characters. */
const fileName = (title: string, ending: string): string => {
  const plain = title.replace(/[^\p{L}\p{N} .,()-]+/gu, ' ').trim()
  return `${[...plain].slice(0, 120).join('') || 'text'}.${ending}`
}

/** The text as this seat reads it; its own proposals in channels and whose they are is no part of it. */
const exportedFor = async (
  context: Context,
  who: Asking,
  room: Room,
  lead: Language,
): Promise<Exported | undefined> => {
  const [{ process }, view] = await Promise.all([
    context.houseOf(who.identity.role),
    textView(context, who, room, 0),
  ])
  if (!view?.text) return undefined
  const languages = [lead, ...process.languages.filter((language) => language !== lead)]
  return {
    text: { languages, clauses: view.clauses },
    title: view.text.title,
    date: context.clock().toISOString().slice(0, 10),
    parties: process.parties.map(({ key, short, hue }) => ({ key, name: short, hue })),
  }
}

/**
 * The text of a room as a file. It is read under the asking seat's own role and holds what stands in this room and
 * nothing of any other. Refusals: `text.none` {} when no text is open, `text.language-unknown` {language}.
 */
export const textOnFile = async (
  context: Context,
  who: Asking,
  room: Room,
  form: ServedForm,
  asked: Language | undefined,
): Promise<Outcome<TextOnFile>> => {
  const { process } = await context.houseOf(who.identity.role)
  const own = process.languages.find((language) => language === who.member.language)
  const language = asked ?? own ?? process.languages[0] ?? ''
  if (!process.languages.includes(language)) return refuse('text.language-unknown', { language })
  const exported = await exportedFor(context, who, room, language)
  if (!exported) return refuse('text.none')
  const { extension, mime, oneLanguage, write } = formWriters[form]
  const title = exported.title[language] ?? room.key
  const ending = oneLanguage ? `${language}.${extension}` : extension
  return done({ name: fileName(title, ending), mime, content: await write(exported, language) })
}
