/** Coding tables: misspelt columns are found, every figure is worked out, what is broken is refused with its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, head, misspelt, rows, scoreOf, stems } from '../testing/coding.ts'
import { aggregateOf, type Level } from './aggregate.ts'
import { baseRatesOf } from './base-rates.ts'
import { columnsOf } from './columns.ts'
import { type Coding, type Row, readCoding } from './table.ts'

const table = (lines: readonly (readonly string[])[]): readonly Row[] =>
  lines.map((cells, i) => ({ line: i + 1, cells }))

const read = (lines: readonly (readonly string[])[]): Coding => {
  const coding = readCoding(table(lines))
  if (!coding.ok) throw new Error(JSON.stringify(coding.refusal))
  return coding.value
}

describe('a table with misspelt columns, blanks and reversals', () => {
  it('gives every score to 1e-9, whatever stands in it', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const coding = read([head, ...made.map(cellsOf)])
        expect(coding.stems).toEqual(stems)
        for (const [i, row] of made.entries()) {
          const score = aggregateOf(coding.years[i]?.slots ?? []).lenient
          const expected = scoreOf(row)
          if (score === null || expected === null) expect(score).toBe(expected)
          else expect(Math.abs(score - expected)).toBeLessThan(1e-9)
          expect(coding.years[i]?.published?.value ?? null).toBe(expected)
        }
      }),
    )
  })

  it('says which columns were taken for what, and which were not used', () => {
    const { matched, unknown } = read([head])
    const guessed = matched
      .filter(({ exact }) => !exact)
      .map(({ name, stem, role }) => [`${stem}_${role}`, name])
    expect(Object.fromEntries(guessed)).toEqual(misspelt)
    expect(unknown).toEqual(['accord_name', 'notes'])
  })

  it('knows a role that is run together with its stem, as `arbdamprov` is in the replication files', () => {
    const { matched, stems: found } = read([
      ['pam_caseid', 'arbdamprov', 'arbdam_implem', 'cease_prov', 'cease_implem'],
    ])
    expect(found.toSorted()).toEqual(['arbdam', 'cease'])
    expect(matched.find(({ name }) => name === 'arbdamprov')).toMatchObject({ stem: 'arbdam', exact: false })
  })

  it('takes no column for another: an exact name first, a near one only if nothing is as near', () => {
    const exact = columnsOf(['dispute_prov', 'dispute_implem', 'disput_implem'], [])
    expect([exact.stems, exact.unknown]).toEqual([['dispute'], [3]])
    const both = columnsOf(['disput_prov', 'disput_implem', 'dispute_prov', 'dispute_implem'], [])
    expect([both.stems, both.matched.every((each) => each.exact)]).toEqual([['disput', 'dispute'], true])
    const unclear = columnsOf(['armya_prov', 'armyb_prov', 'armyc_implem'], [])
    expect([unclear.stems, unclear.unknown]).toEqual([[], [3]])
    expect(columnsOf(['total_prov', 'agg_implem_score'], ['total_prov', 'agg_implem_score']).matched).toEqual(
      [],
    )
  })
})

describe('a broken table', () => {
  const row = ['1', 'x', '1', ...stems.flatMap(() => ['1', '1', '2', '0']), '66.6', '']
  const changed = (at: number, cell: string) => row.map((each, i) => (i === at ? cell : each))
  it.each([
    ['pam.cell', { line: 3, column: 6, name: 'cease_implem' }, [head, row, changed(5, '4')]],
    ['pam.cell', { line: 2, column: 4, name: 'cease_prov' }, [head, changed(3, 'yes')]],
    ['pam.cell', { line: 2, column: 36, name: 'agg_implem_score' }, [head, changed(35, '1,5')]],
    ['pam.cell', { line: 2, column: 1, name: 'pam_caseid' }, [head, changed(0, ' ')]],
    ['pam.row-length', { line: 3, cells: 20, head: 37 }, [head, row, row.slice(0, 20)]],
    ['pam.row-length', { line: 2, cells: 38, head: 37 }, [head, [...row, 'more']]],
    ['pam.column-missing', { column: 'pam_caseid' }, [head.slice(1)]],
    ['pam.no-provision', undefined, [['pam_caseid', 'cease_prov']]],
    ['pam.empty', undefined, []],
  ])('is refused as %s %o', (code, facts, lines) => {
    const coding = readCoding(table(lines))
    expect(coding).toMatchObject({ ok: false, refusal: { code, ...(facts ? { facts } : {}) } })
  })

  it('is read or refused, whatever it holds; a cell that is refused has its place', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '0', '1', '3', '.', 'pam_caseid', ...head),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (lines) => {
        const coding = readCoding(table(lines))
        if (coding.ok || !['pam.cell', 'pam.row-length'].includes(coding.refusal.code)) return
        expect(coding.refusal.facts?.line).toBeGreaterThan(0)
      }),
    )
  })
})

describe('an aggregate', () => {
  const slots = fc.array(
    fc.record({ present: fc.boolean(), level: fc.constantFrom<Level | null>(0, 1, 2, 3, null) }),
    { maxLength: 20 },
  )
  it('lies between 0 and 100, strict never above lenient, is full when all is done and null when nothing is there', () => {
    fc.assert(
      fc.property(slots, (all) => {
        const { lenient, strict, present } = aggregateOf(all)
        if (present === 0) {
          expect(lenient).toBe(null)
          return
        }
        expect(lenient).toBeGreaterThanOrEqual(strict ?? 0)
        expect(lenient).toBeLessThanOrEqual(100)
        expect(aggregateOf(all.map((each) => ({ ...each, level: 3 }))).lenient).toBe(100)
        expect(aggregateOf(all.toReversed())).toEqual(aggregateOf(all))
      }),
    )
  })
})

describe('base rates', () => {
  it('count the accords that had the provision and were coded for that year, each once', () => {
    const line = (accord: string, year: string, cells: readonly string[]) => [accord, year, ...cells]
    const [cease] = baseRatesOf(
      read([
        ['pam_caseid', 'year_count', 'cease_prov', 'cease_implem', 'cease_rev'],
        line('a', '1', ['1', '1', '0']),
        line('a', '5', ['1', '3', '1']),
        line('b', '1', ['1', '0', '']),
        line('b', '5', ['1', '2', '']),
        line('c', '1', ['0', '', '']),
        line('d', '1', ['1', '', '0']),
      ]),
    )
    expect(cease).toMatchObject({ provision: 'cease', accords: 3 })
    expect(cease?.after).toEqual([
      { years: 1, n: 2, mean: 0.5, begun: 0.5, full: 0, reversed: 0 },
      { years: 5, n: 2, mean: 2.5, begun: 1, full: 0.5, reversed: 1 },
      { years: 10, n: 0, mean: null, begun: null, full: null, reversed: null },
    ])
  })
})
