/** A table of events for spreadsheet programs: a row for each, words in every language of the process; read and written. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Localised } from '#domain/parties/localised.ts'
import { asCsv } from '#domain/text/export/cells.ts'
import { type EventKind, eventKinds, type Source } from './event.ts'
import { keysHold, type Listed } from './listed.ts'
import { whenOf } from './when.ts'

/** A row as it was read: the line on which it ends, and its cells. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

const inEach = (name: string, languages: readonly string[]): readonly string[] =>
  languages.map((language) => `${name}_${language}`)

/** The columns a table must have. */
export const neededColumns = (languages: readonly string[]): readonly string[] => [
  ...['when', 'kind'],
  ...inEach('name', languages),
  ...inEach('facts', languages),
]

/** The columns that it may have; a cell of `sources` holds one citation on each line, with its address in angle brackets. */
export const optionalColumns = (languages: readonly string[]): readonly string[] => [
  ...inEach('place', languages),
  ...['issues', 'key', 'of', 'sources'],
]

/** A citation as a line of words, its address in angle brackets. */
export const sourceAs = ({ words, url }: Source): string => {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return url === undefined ? line : `${line} <${url}>`
}

const sourceOf = (line: string): Source => {
  const [, words = '', url] = /^(.*?)\s*(?:<(https?:\/\/[^<>\s]+)>)?$/s.exec(line.trim()) ?? []
  return url === undefined ? { words: line.trim() } : { words: words || url, url }
}

/** Citations line by line. */
export const sourcesOf = (lines: string): readonly Source[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(sourceOf)

/** What spreadsheet programs would take for a formula was written with an apostrophe before it. */
const plain = (cell: string): string => cell.trim().replace(/^'(?=\s*[=+\-@|＝＋－＠])/u, '')

class Cells {
  readonly #by: ReadonlyMap<string, string>
  readonly #line: number
  flaw: Outcome<never> | undefined

  constructor(names: readonly string[], { line, cells }: TableRow) {
    this.#by = new Map(names.map((name, i) => [name, plain(cells[i] ?? '')]))
    this.#line = line
  }

  text(column: string): string {
    return this.#by.get(column) ?? ''
  }

  wrong(column: string, wants: string): void {
    this.flaw ??= refuse('background.cell', {
      ...{ line: this.#line, column, cell: this.text(column).slice(0, 80), wants },
    })
  }

  words(name: string, languages: readonly string[]): Localised {
    return Object.fromEntries(
      languages.map((language) => {
        const column = `${name}_${language}`
        if (this.text(column) === '')
          this.flaw ??= refuse('background.words-missing', { line: this.#line, column })
        return [language, this.text(column)]
      }),
    )
  }
}

const shortOf = (cells: Cells, column: 'key' | 'of') => {
  const value = cells.text(column)
  if (value !== '' && !/^[a-z0-9][a-z0-9-]{0,47}$/.test(value)) cells.wrong(column, 'a–z, 0–9, -')
  return value === '' ? {} : { [column]: value }
}

const eventOf = (cells: Cells, languages: readonly string[]): Listed => {
  const when = cells.text('when')
  if (!whenOf(when).ok) cells.wrong('when', '1945, 1945-02, 1945-02-04, 1948-06-24/1949-05-12')
  const kind = eventKinds.find((each) => each === cells.text('kind'))
  if (!kind) cells.wrong('kind', eventKinds.join(', '))
  const isPlaced = inEach('place', languages).some((column) => cells.text(column) !== '')
  return {
    ...{ when, kind: kind ?? ('statement' satisfies EventKind), clauses: [] },
    ...{ name: cells.words('name', languages), facts: cells.words('facts', languages) },
    ...(isPlaced ? { place: cells.words('place', languages) } : {}),
    ...{ ...shortOf(cells, 'key'), ...shortOf(cells, 'of') },
    issues: cells
      .text('issues')
      .split(/[;,\s]+/)
      .filter(Boolean),
    sources: sourcesOf(cells.text('sources')),
  }
}

const headOf = (cells: readonly string[], languages: readonly string[]): Outcome<readonly string[]> => {
  const names = cells.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const missing = neededColumns(languages).find((name) => !names.includes(name))
  if (missing !== undefined) return refuse('background.column-missing', { column: missing })
  const known = [...neededColumns(languages), ...optionalColumns(languages)]
  const foreign = names.find((name, i) => !known.includes(name) || names.indexOf(name) !== i)
  return foreign === undefined ? done(names) : refuse('background.column-unknown', { column: foreign })
}

/**
 * Reads a table; the first row names the columns. Refusals: `background.empty`, `.column-missing`, `.column-unknown`
 * {column}, `.width` {line, cells, columns}, `.cell` {line, column, cell, wants}, `.words-missing` {line, column}, and those of `keysHold`.
 */
export const readEventTable = (
  rows: readonly TableRow[],
  languages: readonly string[],
): Outcome<readonly Listed[]> => {
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!head) return refuse('background.empty')
  const names = headOf(head.cells, languages)
  if (!names.ok) return names
  const events: Listed[] = []
  for (const row of rest) {
    const facts = { line: row.line, cells: row.cells.length, columns: names.value.length }
    if (row.cells.length !== names.value.length) return refuse('background.width', facts)
    const cells = new Cells(names.value, row)
    const event = eventOf(cells, languages)
    if (cells.flaw) return cells.flaw
    events.push(event)
  }
  const keys = keysHold(events)
  return keys.ok ? done(events) : keys
}

/** Writes a table that reads back as the same events; what does not belong to an event itself is left out. */
export const eventTable = (events: readonly Listed[], languages: readonly string[]): string => {
  const columns = [...neededColumns(languages), ...optionalColumns(languages)]
  const rowOf = (event: Listed): readonly string[] => {
    const localised = (name: string, words: Localised | undefined) =>
      languages.map((language): readonly [string, string] => [`${name}_${language}`, words?.[language] ?? ''])
    const cells = new Map<string, string>([
      ...([
        ['when', event.when],
        ['kind', event.kind],
      ] as const),
      ...localised('name', event.name),
      ...localised('facts', event.facts),
      ...localised('place', event.place),
      ...([
        ['issues', event.issues.join(' ')],
        ['key', event.key ?? ''],
        ['of', event.of ?? ''],
        ['sources', event.sources.map(sourceAs).join('\n')],
      ] as const),
    ])
    return columns.map((column) => cells.get(column) ?? '')
  }
  return asCsv([columns, ...events.map(rowOf)])
}
