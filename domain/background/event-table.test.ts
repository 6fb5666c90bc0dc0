import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRecords } from '#contract/csv.ts'
import type { EnterEvent } from './event.ts'
import { eventTable, readEventTable } from './event-table.ts'
import { event } from './testing/events.ts'

const languages = ['en', 'ru']
const rowsOf = (csv: string) => {
  const rows = readRecords('events.csv', csv, 1_000_000)
  if (!rows.ok) throw new Error(rows.refusal.code)
  return rows.value
}

/** As a reader of the table has it: no space around words, citations on one line. */
const tidy = (made: EnterEvent): EnterEvent => ({
  ...made,
  sources: made.sources.map(({ words, ...url }) => ({ words: words.replaceAll(/\s+/g, ' ').trim(), ...url })),
})

/** Words that no table changes: an address is told by its brackets, a formula is defused, space around words is left out. */
const isPlain = ({ name, facts, place, sources }: EnterEvent): boolean =>
  [name, facts, place ?? {}]
    .flatMap((each) => Object.values(each))
    .concat(sources.map(({ words }) => words))
    .every((words) => !/[<>'=+\-@|＝＋－＠\r\n\t]/u.test(words) && words.trim() === words)

it('comes back from its table as it was', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), (made) => {
      const plain = made.filter(isPlain)
      expect(readEventTable(rowsOf(eventTable(plain, languages)), languages)).toEqual({
        ok: true,
        value: plain.map(tidy),
      })
    }),
  )
})

const head = ['when', 'kind', 'name_en', 'name_ru', 'facts_en', 'facts_ru', 'sources']
const row = ['1972-05-25', 'agreement', 'A', 'А', 'B', 'Б', 'One <https://a.example/x>\nTwo']
const read = (...rows: readonly (readonly string[])[]) =>
  readEventTable(
    rows.map((cells, i) => ({ line: i + 1, cells })),
    languages,
  )

it('takes citations line by line, each with its address', () => {
  const found = read(head, row)
  expect(found.ok && found.value[0]?.sources).toEqual([
    { words: 'One', url: 'https://a.example/x' },
    { words: 'Two' },
  ])
})

it('names the line and the column of what cannot stand there', () => {
  const cell = (i: number, value: string) =>
    read(
      head,
      row.map((each, at) => (at === i ? value : each)),
    )
  const code = (outcome: ReturnType<typeof read>) => (outcome.ok ? '' : outcome.refusal)
  expect(code(cell(0, 'soon'))).toMatchObject({ code: 'background.cell', facts: { line: 2, column: 'when' } })
  expect(code(cell(1, 'quarrel'))).toMatchObject({ facts: { column: 'kind' } })
  expect(code(cell(3, ''))).toMatchObject({ facts: { column: 'name_ru' } })
  expect(code(read(head, row.slice(1)))).toMatchObject({ code: 'background.width', facts: { line: 2 } })
  expect(code(read(head.slice(1), row))).toMatchObject({ facts: { column: 'when' } })
  expect(code(read([...head, 'colour'], row))).toMatchObject({ code: 'background.column-unknown' })
  expect(code(read([]))).toMatchObject({ code: 'background.empty' })
})
