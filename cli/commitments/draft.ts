/** `parley commitments draft`: what a paper's clauses demand, and what they lack, before anybody signs. */
import { candidatesOf, type DraftClause } from '#domain/commitments/drafting/candidates.ts'
import { draftedIn } from '#domain/commitments/drafting/printed.ts'
import type { KnownActor } from '#domain/commitments/drafting/who.ts'
import { alignReadings } from '#domain/text/alignment.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import { BadUsage, type Call, type Command, type Ending, jsonOption, print, textOf } from '../command.ts'
import { languageOf } from '../input.ts'
import { readPaper } from '../text/read.ts'
import { draftLines } from './draft-lines.ts'

/** `KEY=Name,Name;KEY=Name`: a name in Cyrillic is Russian, any other English; an abbreviation is looked for in both. */
const actorsOf = (call: Call): readonly KnownActor[] =>
  (textOf(call, 'actors') ?? '')
    .split(';')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [key = '', list, ...surplus] = one.split('=').map((part) => part.trim())
      const names = (list ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
      if (key === '' || names.length === 0 || surplus.length > 0)
        throw new BadUsage(`--actors "${one.trim()}" is not KEY=Name,Name (several are kept apart by ;)`)
      const isRussian = (name: string): boolean => /\p{Script=Cyrillic}/u.test(name)
      return { key, en: names.filter((name) => !isRussian(name)), ru: names.filter(isRussian) }
    })

const known = (reading: DocumentReading, file: string): 'en' | 'ru' => {
  if (reading.language === 'en' || reading.language === 'ru') return reading.language
  throw new BadUsage(
    `${file} is in ${reading.language ?? 'a language it does not name'}; drafts are read in en and ru`,
  )
}

const clausesOf = async (files: readonly string[]): Promise<readonly DraftClause[]> => {
  const [one, other] = files
  if (one === undefined)
    throw new BadUsage('give FILE.xml, or the same paper in both languages: EN.xml RU.xml')
  const first = await readPaper(one)
  const language = known(first, one)
  if (other === undefined)
    return draftedIn(
      first.clauses.map((clause) => ({ first: clause, second: null })),
      [language, language],
    )
  const second = await readPaper(other)
  const otherLanguage = known(second, other)
  if (language === otherLanguage) throw new BadUsage(`${one} and ${other} are both in ${language}`)
  const [en, ru] = language === 'en' ? [first, second] : [second, first]
  return draftedIn(alignReadings(en, ru), ['en', 'ru'])
}

const showDraft = async (call: Call): Promise<Ending> => {
  const language = languageOf(call)
  const actors = actorsOf(call)
  const steps = candidatesOf(await clausesOf(call.positionals), actors)
  print(call, { steps }, draftLines(steps, language))
  const lacks = steps.some(({ readings }) =>
    [readings.en, readings.ru].some((one) => (one?.raised.length ?? 0) > 0),
  )
  return lacks ? 1 : 0
}

/** The command. */
export const draftCommand: Command = {
  name: 'commitments draft',
  words: 2,
  usage: 'FILE.xml [FILE.xml] [--actors "KEY=Name,Name;KEY=Name"] [--lang en|ru] [--json]',
  summary: 'propose the stipulations of a draft, and show which lack an actor, a day, a verifier or an order',
  options: { actors: { type: 'string' }, lang: { type: 'string' }, ...jsonOption },
  run: showDraft,
}
