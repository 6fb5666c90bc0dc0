/** Event files: whose they are, what each code means, that nothing is lost without a word, and that broken ones are refused. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../scores/table.ts'
import { dayNumber } from '../sequence/calendar.ts'
import { acledCells, acledHead, gedCells, gedHead, gedRows, type Named, rowOf } from '../testing/events.ts'
import { type ReadEvents, readEvents } from './events.ts'

const table = (lines: readonly (readonly string[])[]): readonly Row[] =>
  lines.map((cells, i) => ({ line: i + 1, cells }))

const read = (head: readonly string[], rows: readonly Named[]): ReadEvents => {
  const events = readEvents(table([head, ...rows.map((cells) => rowOf(head, cells))]))
  if (!events.ok) throw new Error(JSON.stringify(events.refusal))
  return events.value
}
const ged = (cells: Named) => read(gedHead, [{ ...gedCells, ...cells }]).events[0]
const acled = (cells: Named) => read(acledHead, [{ ...acledCells, ...cells }]).events[0]

describe('a UCDP GED file', () => {
  it('is known by its columns, and keeps their words and figures', () => {
    const { source, events, left, unknown, odd } = read(gedHead, [gedCells])
    expect([source, unknown, odd]).toEqual(['ucdp-ged', [], []])
    expect(left).toContain('priogrid_gid')
    expect(events).toEqual([
      {
        source: 'ucdp-ged',
        id: '900001',
        days: { from: '2031-04-05', to: '2031-04-05', coded: '2031-04-05', span: 'day' },
        place: {
          name: 'Millbridge town',
          within: ['Upper Lakes district', 'Lakes province', 'Norland'],
          ...{ latitude: 10.5, longitude: 20.25, precision: { code: 1, area: 'point', radiusKm: 0 } },
        },
        kind: 'state-based conflict',
        sides: [{ name: 'Government of Norland' }, { name: 'Sudland Front' }],
        deaths: { best: 3, low: 2, high: 5, parts: { a: 1, b: 2, civilians: 0, unknown: 0 } },
        ...{ conflict: 'Norland: Government', status: 'Clear', clarity: 1 },
        ...{ text: 'Shots at the bridge', reportedBy: 'Norland Post' },
      },
    ])
  })

  it.each([
    ['1', 'point', 0],
    ['2', 'around', 25],
    ['3', 'district', null],
    ['4', 'province', null],
    ['5', 'part-of-country', null],
    ['6', 'country', null],
    ['7', 'water-or-air', null],
  ])('has the place code %s, which is %s', (code, area, radiusKm) => {
    expect(ged({ where_prec: code })?.place.precision).toEqual({ code: Number(code), area, radiusKm })
  })

  it.each([
    ['1', 'day', '2031-04-05', '2031-04-05'],
    ['2', 'days', '2031-03-31', '2031-04-10'],
    ['3', 'week', '2031-03-30', '2031-04-11'],
    ['4', 'month', '2031-04-01', '2031-04-30'],
    ['5', 'year', '2031-01-01', '2031-12-31'],
  ])(
    'has the time code %s, a %s, which leaves open %s to %s where only a day is given',
    (code, span, from, to) => {
      expect(ged({ date_prec: code })?.days).toEqual({ coded: '2031-04-05', span, from, to })
      const given = ged({ date_prec: code, date_end: '2031-04-19' })?.days
      expect(given).toEqual({ coded: '2031-04-05', span, from: '2031-04-05', to: '2031-04-19' })
    },
  )

  it('names the kind by its number, and reads a file with fewer columns or columns of its own', () => {
    expect(['1', '2', '3'].map((kind) => ged({ type_of_violence: kind })?.kind)).toEqual([
      'state-based conflict',
      'non-state conflict',
      'one-sided violence',
    ])
    const short = gedHead.filter((name) => !/^(?:deaths_|source_|adm_|event_clarity|code_status)/.test(name))
    const { events, unknown } = read([...short, 'My Remark', 'id'], [{ ...gedCells, 'My Remark': 'x' }])
    expect(events[0]?.deaths).toEqual({ best: 3, low: 2, high: 5 })
    expect(unknown).toEqual(['My Remark', 'id'])
  })

  it('tells estimates out of order, a clarity that is none and words that had to be cut, and keeps what it can', () => {
    const cells = { low: '4', high: '2', event_clarity: '9', source_headline: 'x'.repeat(6_000) }
    const { odd, events } = read(gedHead, [{ ...gedCells, ...cells }])
    expect(odd.map(({ name, why, line }) => [name, why, line])).toEqual(
      expect.arrayContaining([
        ['low', 'order', 2],
        ['high', 'order', 2],
        ['event_clarity', 'not-used', 2],
        ['source_headline', 'cut', 2],
      ]),
    )
    expect(events[0]).toMatchObject({ deaths: { best: 3, low: 4, high: 2 } })
    expect(events[0]?.text).toHaveLength(5_000)
    expect(events[0]?.clarity).toBeUndefined()
  })
})

describe('an ACLED file', () => {
  it('is known by its columns, and keeps their words and the one figure', () => {
    const { source, events, unknown } = read(acledHead, [acledCells])
    expect([source, unknown]).toEqual(['acled', []])
    expect(events[0]).toEqual({
      source: 'acled',
      id: 'NRL17',
      days: { from: '2031-04-05', to: '2031-04-05', coded: '2031-04-05', span: 'day' },
      place: {
        name: 'Millbridge',
        within: ['Upper Lakes', 'Lakes', 'Norland'],
        ...{ latitude: 10.5, longitude: 20.25, precision: { code: 1, area: 'town', radiusKm: 0 } },
      },
      kind: 'Battles',
      detail: 'Armed clash',
      sides: [{ name: 'Military Forces of Norland' }, { name: 'Sudland Front', associated: 'Lake Guard' }],
      deaths: { best: 3, low: null, high: null },
      text: 'On 5 April shots were exchanged at the bridge.',
      reportedBy: 'Norland Post',
    })
  })

  it.each([
    ['1', '1', 'town', 0, 'day', '2031-04-05', '2031-04-05'],
    ['2', '2', 'around', null, 'week', '2031-03-30', '2031-04-11'],
    ['3', '3', 'region', null, 'month', '2031-04-01', '2031-04-30'],
  ])(
    'has the codes %s and %s: %s (%s km), some day of a %s',
    (place, time, area, radiusKm, span, from, to) => {
      const event = acled({ geo_precision: place, time_precision: time })
      expect(event?.place.precision).toEqual({ code: Number(place), area, radiusKm })
      expect(event?.days).toEqual({ coded: '2031-04-05', span, from, to })
    },
  )

  it('reads a day in every way in which its editions have written it', () => {
    for (const written of ['2031-04-05', '05 April 2031', '5-Apr-2031', '05/04/2031'])
      expect([written, acled({ event_date: written })?.days.coded]).toEqual([written, '2031-04-05'])
    expect(acled({ event_date: '29 February 2032', year: '2032', time_precision: '3' })?.days.to).toBe(
      '2032-02-29',
    )
  })

  it('reads the older columns too, in capitals, and tells a year that is not that of the day', () => {
    const head = [...acledHead.slice(0, 4), 'GWNO', 'DATA_ID', 'EVENT_ID_NO_CNTY', ...acledHead.slice(5)]
    const older = head.map((name) => name.replace('assoc_', 'ally_').toUpperCase())
    const cells = Object.fromEntries(
      Object.entries({ ...acledCells, ally_actor_2: 'Lake Guard', year: '2030' }).map(([name, cell]) => [
        name.toUpperCase(),
        cell,
      ]),
    )
    const { events, left, unknown, odd } = read(older, [cells])
    expect(events[0]?.sides[1]).toEqual({ name: 'Sudland Front', associated: 'Lake Guard' })
    expect(left).toEqual(expect.arrayContaining(['GWNO', 'DATA_ID', 'EVENT_ID_NO_CNTY']))
    expect([unknown, odd.map(({ name, why }) => [name, why])]).toEqual([[], [['YEAR', 'year']]])
  })
})

describe('what is read', () => {
  it('is every row once: an event for each id, and a word for each row that repeats one', () => {
    fc.assert(
      fc.property(gedRows, fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }), (made, ids) => {
        const rows = made.map((cells, i): Named => ({ ...cells, id: String(ids[i]) }))
        const { events, repeated, rows: count } = read(gedHead, rows)
        expect(events.length + repeated.length).toBe(count)
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
        for (const { line, first, id, same } of repeated) {
          expect(first).toBeLessThan(line)
          expect([rows[line - 2]?.id, rows[first - 2]?.id]).toEqual([id, id])
          if (same) expect(rows[line - 2]?.best).toBe(rows[first - 2]?.best)
        }
      }),
    )
  })

  it('has every figure as it stands in the file, and days that hold the coded one', () => {
    fc.assert(
      fc.property(gedRows, (made) => {
        const rows = made.map((cells, i) => ({ ...cells, id: String(i) }))
        for (const [i, event] of read(gedHead, rows).events.entries()) {
          const cells = rows[i] as Named
          expect([event.deaths.best, event.deaths.low, event.deaths.high].map(String)).toEqual([
            ...[cells.best, cells.low, cells.high],
          ])
          expect(event.place.latitude).toBe(Number(cells.latitude))
          const { from, coded, to } = event.days
          const [first, day, last] = [from, coded, to].map((each) => dayNumber(each) ?? Number.NaN)
          expect(first).toBeLessThanOrEqual(day ?? 0)
          expect(day).toBeLessThanOrEqual(last ?? 0)
          expect(event.days.to >= (cells.date_end ?? '')).toBe(true)
        }
      }),
    )
  })
})

describe('a broken file', () => {
  const changed = (cells: Named) => [
    gedHead,
    rowOf(gedHead, gedCells),
    rowOf(gedHead, { ...gedCells, ...cells }),
  ]
  const place = (name: string) => ({ line: 3, column: gedHead.indexOf(name) + 1, name })
  it.each([
    ['outside.cell', place('where_prec'), changed({ where_prec: '8' })],
    ['outside.cell', place('where_prec'), changed({ where_prec: '' })],
    ['outside.cell', place('date_prec'), changed({ date_prec: '1.5' })],
    ['outside.cell', place('latitude'), changed({ latitude: '95' })],
    ['outside.cell', place('longitude'), changed({ longitude: '20,25' })],
    ['outside.cell', place('best'), changed({ best: '-1' })],
    ['outside.cell', place('best'), changed({ best: 'many' })],
    ['outside.cell', place('date_start'), changed({ date_start: '2031-02-30' })],
    ['outside.cell', place('date_end'), changed({ date_end: '2031-04-04' })],
    ['outside.cell', place('side_b'), changed({ side_b: ' ' })],
    ['outside.cell', place('id'), changed({ id: '' })],
    ['outside.cell', place('deaths_a'), changed({ deaths_a: 'x' })],
    [
      'outside.row-length',
      { line: 3, cells: 30, head: 49 },
      changed({}).map((row, i) => (i === 2 ? row.slice(0, 30) : row)),
    ],
    [
      'outside.row-length',
      { line: 3, cells: 50 },
      changed({}).map((row, i) => (i === 2 ? [...row, 'x'] : row)),
    ],
    ['outside.column-missing', { column: 'where_prec' }, [gedHead.filter((name) => name !== 'where_prec')]],
    ['outside.column-missing', { column: 'fatalities' }, [acledHead.filter((name) => name !== 'fatalities')]],
    ['outside.unrecognised', undefined, [['id', 'date', 'place']]],
    ['outside.empty', undefined, [['', ' ']]],
  ])('is refused as %s %o', (code, facts, lines) => {
    const events = readEvents(table(lines))
    expect(events).toMatchObject({ ok: false, refusal: { code, ...(facts ? { facts } : {}) } })
  })

  it('is read or refused, whatever stands in its cells; what is refused has its place', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '1',
        '3',
        '.',
        'NA',
        '2031-04-05',
        '31/12/2030',
        '\uD800',
        '-0',
        '1e3',
        '__proto__',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    )
    const hit = fc.record({ head: fc.constantFrom(gedHead, acledHead), column: fc.nat(), cell })
    fc.assert(
      fc.property(hit, ({ head, column, cell: put }) => {
        const cells = head === gedHead ? gedCells : acledCells
        const name = head[column % head.length] ?? ''
        const events = readEvents(table([head, rowOf(head, { ...cells, [name]: put })]))
        if (events.ok) return
        expect(events.refusal).toMatchObject({
          code: 'outside.cell',
          facts: { line: 2, column: (column % head.length) + 1, name },
        })
      }),
      { numRuns: 200 },
    )
  })

  it('is read or refused, however its rows are cut', () => {
    const cells = fc.array(fc.constantFrom('', '1', ...gedHead, ...acledHead), { maxLength: 60 })
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 4 }), (lines) => {
        const events = readEvents(table(lines))
        if (!events.ok) expect(events.refusal.code).toMatch(/^outside\./)
      }),
    )
  })
})
