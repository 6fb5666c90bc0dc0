/** `parley commitments score` on files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { cellsOf, head, type MadeRow, rows, scoreOf, stems } from '#domain/commitments/testing/coding.ts'
import { writeCsv } from '../bargain/sheet.ts'
import { called } from '../testing/called.ts'

const folder = await mkdtemp(join(tmpdir(), 'parley-scores-'))
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

interface Told {
  readonly pam_caseid: number
  readonly aggregate: number | null
  readonly published: number | null
  readonly difference: number | null
}

const made: readonly MadeRow[] = fc.sample(rows, { numRuns: 20, seed: 6 }).flat()

it('tells a JSON object for each row, every score reproduced to 1e-9, and nothing else on that channel', async () => {
  const path = await file('all.csv', writeCsv([head, ...made.map(cellsOf)]))
  const { code, out, err } = await called(['commitments', 'score', path, '--json'])
  const told = JSON.parse(out) as readonly Told[]
  expect([code, told.length]).toEqual([0, made.length])
  for (const [i, row] of told.entries()) {
    expect(row.aggregate === null).toBe(scoreOf(made[i] as MadeRow) === null)
    expect(Math.abs(row.difference ?? 0)).toBeLessThan(1e-9)
  }
  expect(err).toContain('column civadm_impem was taken for civadm_implem')
  expect(err).toContain('columns that were not used: accord_name, notes')
})

it('adds an object for each provision with --base-rates, and prints tables for a person', async () => {
  const path = await file('rates.csv', writeCsv([head, ...made.map(cellsOf)]))
  const { out } = await called(['commitments', 'score', path, '--json', '--base-rates'])
  const told = JSON.parse(out) as readonly { provision?: string }[]
  expect(told.flatMap(({ provision }) => provision ?? [])).toEqual(stems)
  const table = await called(['commitments', 'score', path, '--base-rates'])
  expect(table.out).toMatch(/accord +year +provisions +points +score +strict +published +difference/)
  expect(table.out).toMatch(/cease +\d+ +10 +\d+/)
})

it('knows a rounded score from a wrong one', async () => {
  const line = (published: string) => [
    '7',
    'x',
    '1',
    ...stems.flatMap(() => ['1', '1', '2', '']),
    published,
    '',
  ]
  for (const [published, ending] of [
    ['66.67', 0],
    ['66.66667', 0],
    ['66.666664', 0],
    ['66.66', 1],
    ['66.7', 0],
    ['50', 1],
    ['', 0],
  ] as const) {
    const path = await file('one.csv', writeCsv([head, line(published)]))
    const { code, out } = await called(['commitments', 'score', path, '--json'])
    expect([published, code]).toEqual([published, ending])
    expect((JSON.parse(out) as readonly Told[])[0]?.published).toBe(
      published === '' ? null : Number(published),
    )
  }
})

it('reads other encodings and separators, and refuses what is broken with line and column', async () => {
  const text = [head, ...made.slice(0, 3).map(cellsOf)].map((cells) =>
    cells.map((cell) => (cell.includes('"') ? 'Côte' : cell)).join(';'),
  )
  const latin = await called([
    'commitments',
    'score',
    await file('latin.csv', Buffer.from(text.join('\r\n'), 'latin1')),
    '--json',
  ])
  expect([latin.code, (JSON.parse(latin.out) as readonly unknown[]).length]).toEqual([0, 3])
  const cells = cellsOf(made[0] as MadeRow).map((cell, i) => (i === 5 ? '9' : cell))
  const broken = await called(['commitments', 'score', await file('broken.csv', writeCsv([head, cells]))])
  expect([broken.code, broken.out]).toEqual([2, ''])
  expect(broken.err).toContain('Line 2, column 6 (cease_implem): “9”')
})
