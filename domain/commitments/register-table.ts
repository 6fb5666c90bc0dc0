/** The records of one kind as a table for spreadsheet programs: a row for each, words in every language of the process. */

import type { Localised } from '#domain/parties/localised.ts'
import { cell } from '#domain/text/export/cells.ts'
import type { Evidence } from './evidence.ts'
import type { Finding, ReceivedFinding } from './finding.ts'
import { type Inspection, stageOf } from './inspection.ts'
import { type Account, isLate, type Report } from './report.ts'
import type { Denial, Incident, Interval, Observation, Told } from './sighting.ts'

/** The kinds of which there is a table. */
export const tableKinds = [
  'report',
  'account',
  'observation',
  'denial',
  'incident',
  'inspection',
  'evidence',
  'finding',
] as const
export type TableKind = (typeof tableKinds)[number]

/** One record as the table takes it. */
export interface TableRecord {
  readonly object: string
  readonly state: unknown
}

type Value = string | number | boolean | undefined | Localised | Interval
type Columns<S> = readonly (readonly [name: string, take: (state: S) => Value])[]

/** Names of a disputed place stand beside each other; a place that is told as a cell says how wide the cell is. */
const placed: Columns<Told<Denial | Incident | Observation>> = [
  ['from', ({ when }) => when.from],
  ['to', ({ when }) => when.to],
  ['place', ({ place }) => joined(place.names)],
  ['latitude', ({ place }) => place.latitude],
  ['longitude', ({ place }) => place.longitude],
  ['cell in degrees', ({ place }) => place.cell],
]

const joined = (names: readonly Localised[]): Localised => {
  const languages = [...new Set(names.flatMap((name) => Object.keys(name)))]
  return Object.fromEntries(
    languages.map((language) => [language, names.flatMap((name) => name[language] ?? []).join(' / ')]),
  )
}

const authored: Columns<{ readonly at: string; readonly author: { readonly seat: string } }> = [
  ['at', ({ at }) => at],
  ['seat', ({ author }) => author.seat],
]

const about: readonly [string, (state: { readonly stipulations: readonly string[] }) => Value] = [
  'obligations',
  ({ stipulations }) => stipulations.join('; '),
]

const report: Columns<Report> = [
  ...authored,
  ['form', ({ form }) => form],
  ['period from', ({ period }) => period?.from],
  ['period to', ({ period }) => period?.to],
  ['due by', ({ dueBy }) => dueBy],
  ['late', isLate],
  ['not before', ({ notBefore }) => notBefore],
  ['words', ({ words }) => words],
  ['figures', ({ figures }) => joined(figures.map(figureIn))],
  about,
]

const figureIn = ({ what, count }: Report['figures'][number]): Localised =>
  Object.fromEntries(
    Object.entries(what).map(([language, name]) => [language, `${name}: ${intervalIn(count)}`]),
  )

const intervalIn = ({ least, most }: Interval): string =>
  least === most ? String(least) : `${least}–${most}`

const account: Columns<Account> = [
  ...authored,
  ['party', ({ party }) => party],
  ['level', ({ level }) => level],
  ['as of', ({ asOf }) => asOf],
  ['words', ({ words }) => words],
  about,
]

const observation: Columns<Told<Observation>> = [
  ...authored,
  ...placed,
  ['controls', ({ controls }) => controls],
  ['means', ({ means }) => means],
  ['count', ({ count }) => count],
  ['bearing from', ({ bearing }) => bearing?.from],
  ['bearing to', ({ bearing }) => bearing?.to],
  ['range in metres', ({ range }) => range],
  ['assessed', ({ assessed }) => assessed],
  ['words', ({ what }) => what],
  about,
]

const denial: Columns<Told<Denial>> = [
  ...authored,
  ...placed,
  ['controls', ({ controls }) => controls],
  ['by', ({ by }) => by],
  ['reason', ({ reason }) => reason],
  ['notified at', ({ notified }) => notified?.at],
  ['notified how', ({ notified }) => notified?.how],
  ['words', ({ what }) => what],
  about,
]

const incident: Columns<Told<Incident>> = [
  ...authored,
  ...placed,
  ['kind', ({ kind }) => kind],
  ['casualties', ({ casualties }) => casualties],
  ['words', ({ what }) => what],
  about,
]

const inspection: Columns<Inspection> = [
  ['at', ({ at }) => at],
  ['seat', ({ by }) => by.seat],
  ['type', ({ type }) => type],
  ['of', ({ of }) => of],
  ['site', ({ site }) => joined(site.names)],
  ['latitude', ({ site }) => site.latitude],
  ['longitude', ({ site }) => site.longitude],
  ['window from', ({ window }) => window.from],
  ['window to', ({ window }) => window.to],
  ['due by', ({ dueBy }) => dueBy],
  ['replied at', ({ reply }) => reply?.at],
  ['stage', stageOf],
  ['result', ({ concluded }) => concluded?.result],
  ['quota of the year', ({ counted }) => counted],
  ['words', ({ words }) => words],
  ['words of the reply', ({ reply }) => reply?.words],
  ['words of the result', ({ concluded }) => concluded?.words],
  about,
]

const evidence: Columns<Evidence> = [
  ...authored,
  ['SHA-256', ({ file }) => file.file],
  ['made from', ({ taken, when }) => taken ?? when?.from],
  ['made to', ({ taken, when }) => taken ?? when?.to],
  ['made less exact', ({ blurred }) => blurred ?? false],
  ['words', ({ words }) => words],
  about,
]

/** A finding has its releaser where it was received, and in the mission's own room who proposed it. */
const finding: Columns<ReceivedFinding | Finding> = [
  ['at', ({ at }) => at],
  ['seat', (state) => ('author' in state ? state.author : state.by).seat],
  ['kind', ({ kind }) => kind],
  ['as of', ({ asOf }) => asOf],
  ['level', ({ level }) => level],
  ['verdict', ({ verdict }) => verdict],
  ['words', ({ words }) => words],
  ['dissents', ({ dissents }) => joined(dissents.map((each: { readonly words: Localised }) => each.words))],
  about,
]

const columns = { report, account, observation, denial, incident, inspection, evidence, finding }

/** Columns that hold words, which stand once in each language. */
const worded = new Set([
  ...['words', 'place', 'site', 'by', 'reason', 'notified how', 'figures', 'dissents'],
  ...['words of the reply', 'words of the result'],
])

const plain = (value: Value): string => {
  if (value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return 'least' in value && typeof value.least === 'number' ? intervalIn(value as Interval) : ''
}

const cellsOf = (name: string, value: Value, languages: readonly string[]): readonly string[] =>
  worded.has(name)
    ? languages.map((language) => (value as Localised | undefined)?.[language] ?? '')
    : [plain(value)]

/** A number below zero begins like a formula and is none. */
const number = /^-?\d+(\.\d+)?$/u

const line = (cells: readonly string[]): string =>
  `${cells.map((words) => (number.test(words) ? words : cell(words))).join(',')}\r\n`

/** The heads of the columns: those of words end in the language. Begins with the mark by which spreadsheets know UTF-8. */
export const tableHead = (kind: TableKind, languages: readonly string[]): string => {
  const names = columns[kind].flatMap(([name]) =>
    worded.has(name) ? languages.map((language) => `${name} ${language}`) : [name],
  )
  return `\uFEFF${line(['id', ...names])}`
}

/** One record as a line (RFC 4180); no cell can act as a formula. */
export const tableLine = (
  kind: TableKind,
  { object, state }: TableRecord,
  languages: readonly string[],
): string =>
  line([
    object,
    ...(columns[kind] as Columns<unknown>).flatMap(([name, take]) => cellsOf(name, take(state), languages)),
  ])
