/** Reading the metadata of agreements as PA-X gives them out: made-up rows in its columns. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paxAgreementHead as head, paxAgreementRow as row } from '../testing/agreements.ts'
import { readAgreements } from './agreements.ts'
import { readOutsideFile, takenOf } from './outside-file.ts'

const numbered = (rows: readonly (readonly string[])[]) => rows.map((cells, i) => ({ line: i + 1, cells }))
const read = (...rows: readonly (readonly string[])[]) => readAgreements(numbered([head, ...rows]))
const refusal = (outcome: ReturnType<typeof read>) => (outcome.ok ? null : outcome.refusal)

it('carries over which agreement, when, of what; and tells the columns that it leaves', () => {
  const found = read(row({ AgtId: '7', Dat: '1998-04-10' }), row({ AgtId: '8', PPName: '', Stage: '' }))
  expect(found.ok && found.value.agreements).toEqual([
    {
      ...{ id: '7', name: 'Agreement of the Lakes', day: '1998-04-10', concerns: 'Norland' },
      ...{ process: 'Norland: Lakes process', stage: 'SubComp', status: 'Multiparty signed/agreed' },
    },
    {
      ...{ id: '8', name: 'Agreement of the Lakes', day: '2031-04-05', concerns: 'Norland' },
      status: 'Multiparty signed/agreed',
    },
  ])
  expect(found.ok && [found.value.left.includes('GCh'), found.value.unknown]).toEqual([true, []])
})

it('refuses a row by line and column, and any other table as not its own', () => {
  expect(refusal(read(row({}), row({ AgtId: '2', Dat: 'spring' })))).toMatchObject({
    code: 'outside.cell',
    facts: { line: 3, name: 'Dat', cell: 'spring' },
  })
  expect(refusal(read(row({ Agt: '' })))).toMatchObject({ code: 'outside.cell', facts: { name: 'Agt' } })
  expect(refusal(read(row({}).slice(1)))).toMatchObject({ code: 'outside.row-length', facts: { line: 2 } })
  expect(readAgreements(numbered([['AgtId', 'Agt']]))).toMatchObject({ ok: false })
})

it('reads or refuses whatever stands in its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.constantFrom(...head), fc.string()), { maxLength: 5 }), (rows) => {
      const found = read(...rows.map(row))
      if (!found.ok) expect(found.refusal.facts).toHaveProperty('line')
      else expect(found.value.agreements.every(({ id, name }) => id !== '' && name !== '')).toBe(true)
    }),
  )
})

it('is known by its columns, and taken by the days of its signatures', () => {
  const days = ['1999-12-31', '2000-01-01', '2009-12-31', '2010-01-01']
  const file = readOutsideFile(numbered([head, ...days.map((Dat, i) => row({ AgtId: `${i}`, Dat }))]))
  if (!file.ok) throw new Error(file.refusal.code)
  expect(file.value.source).toBe('pa-x')
  const taken = takenOf(file.value, { period: { from: '2000-01-01', to: '2009-12-31' } })
  expect(taken).toMatchObject({ ok: true, value: { inside: 2, open: 0, contents: { kind: 'agreements' } } })
  const none = takenOf(file.value, { period: { from: '1900-01-01', to: '1900-12-31' } })
  expect(none).toEqual({ ok: false, refusal: { code: 'outside.none' } })
})
