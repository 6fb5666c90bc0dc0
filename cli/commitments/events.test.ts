/** `parley commitments events` on files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import {
  acledCells,
  acledHead,
  gedCells,
  gedHead,
  type Named,
  rowOf,
} from '#domain/commitments/testing/events.ts'
import { writeCsv } from '../bargain/sheet.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-events-'))
afterAll(() => rm(folder, { recursive: true }))

const file = async (head: readonly string[], rows: readonly Named[]): Promise<string> => {
  const path = join(folder, 'events.csv')
  await writeFile(path, writeCsv([head, ...rows.map((cells) => rowOf(head, cells))]))
  return path
}
const events = (path: string, ...options: readonly string[]) =>
  called(['commitments', 'events', path, ...options])

const made: readonly Named[] = [
  gedCells,
  {
    ...gedCells,
    id: '2',
    latitude: '10.6',
    date_start: '2031-06-01',
    date_end: '2031-06-01',
    type_of_violence: '3',
  },
  { ...gedCells, id: '3', where_prec: '4' },
  { ...gedCells, id: '4', latitude: '40', date_start: '2031-04-20', date_end: '2031-04-20' },
  gedCells,
  { ...gedCells, id: '2', best: '4' },
]

it('counts by month and kind, names its source and its terms, and tells what it did not use', async () => {
  const path = await file([...gedHead, 'remark'], made)
  const { code, out, err } = await events(path)
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toEqual([
    'month    events  one-sided violence  state-based conflict  dead  lowest  highest',
    '2031-04       3                   0                     3     9       6       15',
    '2031-05       0                   0                     0     0       0        0',
    '2031-06       1                   1                     0     3       2        5',
  ])
  expect(err).toContain('outside source: UCDP Georeferenced Event Dataset')
  expect(err).toContain('its terms: CC BY 4.0')
  expect(err).toContain('columns that are not this source’s: remark')
  expect(err).toMatch(/not carried over: relid, year/)
  expect(err).toContain('line 6: event 900001 was on line 2 already, in the same words')
  expect(err).toContain('line 7: event 2 was on line 3 already, in other words')
  expect(err).toContain('6 rows, 4 events; 4 of them are counted')
  expect(err).toContain('exact place: 3; somewhere in the province: 1; on that day: 4')
})

it('counts near a place and in a period, and says how many events it cannot place', async () => {
  const path = await file(gedHead, made)
  const { out, err } = await events(path, '--near', '10.5,20.25,30', '--json')
  const told = JSON.parse(out) as {
    readonly events: readonly { id: string }[]
    readonly open: readonly { id: string }[]
  }
  expect(told.events.map(({ id }) => id)).toEqual(['900001', '2'])
  expect(told.open.map(({ id }) => id)).toEqual(['3'])
  expect(err).toContain('1 more may belong there')
  const april = await events(
    path,
    '--from',
    '2031-04-01',
    '--to',
    '2031-04-30',
    '--near',
    '10.5,20.25,30',
    '--json',
  )
  expect(JSON.parse(april.out)).toMatchObject({
    source: 'ucdp-ged',
    months: [{ month: '2031-04', events: 1 }],
  })
})

it('reads ACLED, with no lowest and highest number', async () => {
  const { out, err } = await events(await file(acledHead, [acledCells]))
  expect(out).toContain('2031-04       1        1     3       —        —')
  expect(err).toContain('may not be passed on')
})

it('refuses a broken file with line and column, one that is no such file, and questions it cannot read', async () => {
  const broken = await events(await file(gedHead, [gedCells, { ...gedCells, id: '2', best: 'many' }]))
  expect([broken.code, broken.out]).toEqual([2, ''])
  expect(broken.err).toContain(`Line 3, column ${gedHead.indexOf('best') + 1} (best): “many”`)
  expect((await events(await file(['a', 'b'], []))).err).toContain('neither of UCDP GED')
  const good = await file(gedHead, [gedCells])
  for (const [option, value] of [
    ['--near', '10.5,20.25'],
    ['--near', '95,20,30'],
    ['--near', '10,20,30,40'],
    ['--from', '1 April 2031'],
    ['--to', '2031-02-30'],
  ] as const) {
    const { code, err } = await events(good, option, value)
    expect([code, err]).toEqual([2, expect.stringContaining(`not “${value}”`)])
  }
  expect((await events(good, '--from', '2031-02-01', '--to', '2031-01-01')).code).toBe(2)
  expect((await called(['commitments', 'events'])).code).toBe(2)
})
