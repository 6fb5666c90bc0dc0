/** Real drafts of the Security Council, read from the folder of cases where there is one; nothing of them is kept here. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import { root } from '../../server/root.ts'
import { smallProcess } from '../../server/testing/process.ts'

const folder = join(process.env.PARLEY_CASES ?? join(root, '..', 'shared', 'cases'), 'un')

/** Why the drafts cannot be used; empty when they are there. */
export const missing = existsSync(folder)
  ? ''
  : `Skipped: real drafts of the Security Council are not at ${folder} (set PARLEY_CASES).`

/** The path of a document in one language. */
export const pathOf = (symbol: string, language: string): string => join(folder, `${symbol}.${language}.xml`)

const plain = (xml: string): string =>
  xml
    .replace(/<authorialNote[\s\S]*$/, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const openings = (symbol: string, language: string): ReadonlyMap<string, string> => {
  const xml = readFileSync(pathOf(symbol, language), 'utf8')
  const found = xml.matchAll(/eId="((?:para|container)_\d+)"[\s\S]*?<p[^>]*>([\s\S]*?)<\/p>/g)
  return new Map([...found].map(([, id = '', words = '']) => [id, plain(words).slice(0, 60)]))
}

/** How each numbered or preambular clause of a document begins, in both languages, paired by the document's own ids. */
export const clausesOf = (symbol: string): readonly { readonly en: string; readonly ru: string }[] => {
  const russian = openings(symbol, 'ru')
  return [...openings(symbol, 'en')]
    .map(([id, en]) => ({ en, ru: russian.get(id) ?? '' }))
    .filter(({ en, ru }) => en.length > 20 && ru.length > 20)
}

const both = (en: string, ru: string) => ({ en, ru })

/** The file of a process in which those drafts can be talked about; no exercise. */
export const spaceTalks: z.infer<typeof Founding> = {
  ...smallProcess,
  key: 'outer-space',
  name: both('Consultations on outer space', 'Консультации по космическому пространству'),
  exercise: false,
  parties: [
    { key: 'us', name: both('United States', 'Соединённые Штаты'), short: both('US', 'США'), hue: 'a' },
    {
      key: 'ru',
      name: both('Russian Federation', 'Российская Федерация'),
      short: both('RU', 'РФ'),
      hue: 'b',
    },
  ],
}
