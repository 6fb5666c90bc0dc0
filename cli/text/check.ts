/** `parley text check`: whether the English and the Russian of a paper, of a text or of many pairs say the same. */
import { checkPair, type LanguagePair } from '#domain/language/concordance/check.ts'
import { checks, type Finding } from '#domain/language/concordance/finding.ts'
import { measure, measureLines } from '#domain/language/concordance/measure.ts'
import { alignReadings } from '#domain/text/alignment.ts'
import { checkClause } from '#domain/text/concordance.ts'
import { numbersOf } from '#domain/text/numbering.ts'
import type { DocumentReading, PrintedClause } from '#domain/text/reading.ts'
import { inReadingOrder } from '#domain/text/text.ts'
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { explain, findingLines, type Voice } from './findings.ts'
import { readKnown, readPairs } from './pairs-file.ts'
import { readPaper, readText } from './read.ts'

/** A pair with the name of its clause, and what the checks say to it. */
interface Row {
  readonly clause: string
  readonly pair: LanguagePair
  readonly findings: readonly Finding[]
}

/** What was looked at: the rows, how many clauses they are from, and clauses that one language does not have. */
interface Looked {
  readonly clauses: number
  readonly rows: readonly Row[]
  readonly single: readonly {
    readonly clause: string
    readonly language: 'en' | 'ru'
    readonly words: string
  }[]
}

const voiceOf = (call: Call): Voice => {
  const voice = textOf(call, 'lang') ?? 'en'
  if (voice !== 'en' && voice !== 'ru') throw new BadUsage('findings are explained in en or ru: --lang ru')
  return voice
}

const wordsOf = ({ words, footnotes }: PrintedClause): string =>
  [words, ...footnotes.map((note) => note.words)].join(' ')

const placeOf = ({ number, key }: PrintedClause): string => number ?? key

const lookAtPapers = async (files: readonly [string, string]): Promise<Looked> => {
  const readings = [await readPaper(files[0]), await readPaper(files[1])]
  const inLanguage = (language: string): DocumentReading => {
    const found = readings.find((reading) => reading.language === language)
    if (!found) throw new BadUsage(`neither ${files.join(' nor ')} says that it is in "${language}"`)
    return found
  }
  const aligned = alignReadings(inLanguage('en'), inLanguage('ru'))
  const rows = aligned.flatMap(({ first, second }): readonly Row[] => {
    if (!first || !second) return []
    const pair = { en: wordsOf(first), ru: wordsOf(second) }
    return [{ clause: placeOf(first), pair, findings: checkPair(pair) }]
  })
  const single = aligned.flatMap(({ first, second }): Looked['single'] => {
    const alone = first && !second ? first : second && !first ? second : null
    // What is around the text is the paper's own; some papers leave it out in one language.
    if (!alone || alone.kind === 'cover' || alone.kind === 'title') return []
    return [{ clause: placeOf(alone), language: first ? 'en' : 'ru', words: alone.words }]
  })
  return { clauses: aligned.length, rows, single }
}

const lookAtText = async (file: string): Promise<Looked> => {
  const text = await readText(file)
  if (!text.languages.includes('en') || !text.languages.includes('ru'))
    throw new BadUsage(`${file} is not in English and Russian but in ${text.languages.join(', ')}`)
  const numbers = numbersOf(text, 'en')
  const clauses = inReadingOrder(text).map(({ clause }) => clause)
  const rows = clauses.flatMap((clause) =>
    checkClause(clause).map(({ alternative, pair, findings }): Row => {
      const sponsors = alternative?.sponsors.join(', ') ?? ''
      const number = numbers.get(clause.id) ?? clause.id
      return { clause: sponsors === '' ? number : `${number} [${sponsors}]`, pair, findings }
    }),
  )
  return { clauses: clauses.length, rows, single: [] }
}

const count = (rows: readonly Row[], severity: Finding['severity']): number =>
  rows.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length

const tally = (rows: readonly Row[]): string =>
  checks
    .map((check) => [
      check,
      rows.flatMap(({ findings }) => findings).filter((one) => one.check === check).length,
    ])
    .filter(([, n]) => n !== 0)
    .map(([check, n]) => `${check} ${n}`)
    .join(', ')

const told = (call: Call, rows: readonly Row[]) => {
  const voice = voiceOf(call)
  return rows.flatMap(({ clause, findings }) =>
    findings.map((finding) => ({ clause, ...finding, sentence: explain(voice, finding) })),
  )
}

const report = (call: Call, { clauses, rows, single }: Looked): Ending => {
  const voice = voiceOf(call)
  const counts = {
    clauses,
    divergences: count(rows, 'divergence'),
    doubts: count(rows, 'doubt'),
    single: single.length,
  }
  const kinds = tally(rows)
  print(call, { ...counts, findings: told(call, rows), inOneLanguage: single }, [
    ...rows.flatMap(({ clause, pair, findings }) =>
      findings.flatMap((finding) => findingLines(voice, clause, pair, finding)),
    ),
    ...single.map(
      ({ clause, language, words }) => `${clause}  stands in ${language} alone: ${words.slice(0, 140)}`,
    ),
    `checked ${clauses} clauses: ${counts.divergences} divergences, ${counts.doubts} doubts${kinds && ` (${kinds})`}, ${single.length} clauses in one language alone`,
  ])
  return counts.divergences + single.length > 0 ? 1 : 0
}

const checkCorpus = async (call: Call, file: string): Promise<Ending> => {
  const known = textOf(call, 'known')
  const measured = measure(await readPairs(file), known === undefined ? [] : await readKnown(known))
  const rows = measured.withFindings.map(
    ({ pair, findings }): Row => ({ clause: `${pair.doc} ${pair.eid ?? ''}`.trim(), pair, findings }),
  )
  const { pairs, numeric, found, missed, alarms, byCheck } = measured
  const json = { pairs, numeric, found, missed, alarms, byCheck: Object.fromEntries(byCheck) }
  print(call, { ...json, findings: told(call, rows) }, [
    ...rows.flatMap(({ clause, pair, findings }) =>
      findings.flatMap((finding) => findingLines(voiceOf(call), clause, pair, finding)),
    ),
    ...missed.map(({ doc, eid, en, ru }) => `missed: ${doc} ${eid}: English ${en}, Russian ${ru}`),
    ...measureLines(measured),
  ])
  return count(rows, 'divergence') > 0 || missed.length > 0 ? 1 : 0
}

/** Prints every finding with both passages, then counts; ends with 1 when the two languages diverge somewhere. */
export const checkLanguages = async (call: Call): Promise<Ending> => {
  const pairs = textOf(call, 'pairs')
  const [first, second] = call.positionals
  if (pairs !== undefined) {
    if (first !== undefined) throw new BadUsage('give either --pairs or papers, not both')
    return checkCorpus(call, pairs)
  }
  if (textOf(call, 'known') !== undefined) throw new BadUsage('--known goes with --pairs')
  if (first === undefined) throw new BadUsage('give EN.xml RU.xml, or TEXT.json, or --pairs FILE.jsonl')
  return report(call, second === undefined ? await lookAtText(first) : await lookAtPapers([first, second]))
}
