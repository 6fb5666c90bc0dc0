/** Reading a file of outside coding of whatever source, and taking of it what one act may carry. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsOf, head as codedHead, rows as codedRows } from '../testing/coding.ts'
import { gedCells, gedHead, rowOf } from '../testing/events.ts'
import { mostEvents } from './outside.ts'
import { readOutsideFile, takenOf } from './outside-file.ts'

const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, i) => ({ line: i + 1, cells }))
const events = (count: number) =>
  numbered([
    gedHead,
    ...Array.from({ length: count }, (_, i) => rowOf(gedHead, { ...gedCells, id: String(i) })),
  ])

const fileOf = (rows: ReturnType<typeof numbered>) => {
  const file = readOutsideFile(rows)
  if (!file.ok) throw new Error(file.refusal.code)
  return file.value
}

it('sees from the columns whose a file is, and says of any other table that it is nobody’s', () => {
  fc.assert(
    fc.property(codedRows, (made) => {
      const file = fileOf(numbered([codedHead, ...made.map(cellsOf)]))
      const taken = takenOf(file, {})
      expect([file.source, taken.ok && taken.value.contents.kind]).toEqual(['pam-id', 'base-rates'])
    }),
    { numRuns: 20 },
  )
  expect(fileOf(events(2)).source).toBe('ucdp-ged')
  for (const head of [['a', 'b'], ['pam_caseid', 'year_count'], ['']])
    expect(readOutsideFile(numbered([head, head.map(() => '1')]))).toMatchObject({ ok: false })
  expect(readOutsideFile(numbered([['a', 'b']]))).toEqual({
    ok: false,
    refusal: { code: 'outside.no-source' },
  })
})

it('leaves the refusal of its own reader where the file is known', () => {
  const broken = readOutsideFile(numbered([gedHead, rowOf(gedHead, { ...gedCells, best: 'many' })]))
  expect(broken).toMatchObject({ ok: false, refusal: { code: 'outside.cell', facts: { name: 'best' } } })
})

it('takes no more events than one act may carry, and none where none lie', () => {
  const file = fileOf(events(mostEvents + 1))
  const facts = { events: mostEvents + 1, most: mostEvents }
  expect(takenOf(file, {})).toEqual({ ok: false, refusal: { code: 'outside.too-many', facts } })
  const long = { from: '1900-01-01', to: '1900-01-02' }
  expect(takenOf(file, { period: long })).toEqual({ ok: false, refusal: { code: 'outside.none' } })
  const all = takenOf(fileOf(events(3)), {})
  expect(all).toMatchObject({ ok: true, value: { inside: 3, open: 0 } })
})
