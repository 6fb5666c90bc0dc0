/** Loading outside coding: what its source codes, once each, within bounds, and in the rooms where a seat works for itself. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LoadOutside } from '#contract/outside.ts'
import { access } from '#domain/parties/access.ts'
import { baseRatesOf } from '../scores/base-rates.ts'
import { readCoding } from '../scores/table.ts'
import { cellsOf, head as codedHead, rows as codedRows } from '../testing/coding.ts'
import { acledCells, acledHead, gedCells, gedHead, type Named, rowOf } from '../testing/events.ts'
import type { OutsideEvent } from './event.ts'
import { readEvents } from './events.ts'
import {
  contentsHold,
  type LoadOutside as Load,
  mostEvents,
  type Outside,
  withdrawOutside,
} from './outside.ts'
import { outsideSources, sourceNotes } from './sources.ts'

const read = (head: readonly string[], cells: Named): OutsideEvent => {
  const events = readEvents([head, rowOf(head, cells)].map((row, i) => ({ line: i + 1, cells: row })))
  if (!events.ok || !events.value.events[0]) throw new Error('a made row was not read')
  return events.value.events[0]
}
const ged = read(gedHead, gedCells)
const acled = read(acledHead, acledCells)
const load = (source: Load['source'], contents: Load['contents']): Load => ({
  ...{ label: { en: 'Events', ru: 'События' }, source, licence: sourceNotes[source].licence },
  ...{ file: { name: 'events.csv', sha256: 'a'.repeat(64) }, contents },
})
const events = (source: Load['source'], of: readonly OutsideEvent[]) =>
  load(source, { kind: 'events', events: of })

it('takes what readers of files make, unchanged', () => {
  for (const made of [events('ucdp-ged', [ged]), events('acled', [acled])]) {
    expect(LoadOutside.parse(made)).toEqual(made)
    expect(contentsHold(made)).toEqual({ ok: true })
  }
  const odd = read(gedHead, {
    ...gedCells,
    source_headline: `e\u0301\u202E ${'я'.repeat(9_000)}`,
    id: 'x'.repeat(300),
  })
  expect(LoadOutside.parse(events('ucdp-ged', [odd]))).toEqual(events('ucdp-ged', [odd]))
})

it('takes the base rates of any coding table, unchanged', () => {
  fc.assert(
    fc.property(codedRows, (made) => {
      const lines = [codedHead, ...made.map(cellsOf)].map((row, i) => ({ line: i + 1, cells: row }))
      const coding = readCoding(lines)
      if (!coding.ok) throw new Error(coding.refusal.code)
      const rates = load('pam-id', { kind: 'base-rates', rates: baseRatesOf(coding.value) })
      expect(LoadOutside.parse(rates)).toEqual(rates)
    }),
    { numRuns: 30 },
  )
})

it('takes no more than it may, and no event whose own day lies outside its days', () => {
  const many = Array.from({ length: mostEvents + 1 }, (_, i) => ({ ...ged, id: String(i) }))
  expect(LoadOutside.safeParse(events('ucdp-ged', many)).success).toBe(false)
  expect(LoadOutside.safeParse(events('ucdp-ged', many.slice(1))).success).toBe(true)
  expect(LoadOutside.safeParse(events('ucdp-ged', [])).success).toBe(false)
  const later = { ...ged, days: { ...ged.days, coded: '2031-05-01' } }
  expect(LoadOutside.safeParse(events('ucdp-ged', [later])).success).toBe(false)
})

it('refuses contents that their source does not code, and an event that is there twice', () => {
  const code = (made: Load) => {
    const holds = contentsHold(made)
    return holds.ok ? 'held' : holds.refusal.code
  }
  expect(code(events('acled', [acled, ged]))).toBe('outside.other-source')
  expect(code(events('pam-id', [ged]))).toBe('outside.other-source')
  expect(code(load('acled', { kind: 'base-rates', rates: [] }))).toBe('outside.other-source')
  expect(code(load('pam-id', { kind: 'base-rates', rates: [] }))).toBe('held')
  expect(contentsHold(events('ucdp-ged', [ged, ged]))).toMatchObject({ refusal: { facts: { id: '900001' } } })
})

it('is taken back once, and what was loaded stays in the record', () => {
  const by = { seat: 'us', member: '7d9f3c52-8a41-4d6e-9b0c-2f1e5a6b7c8d' }
  const kept: Outside = { ...events('ucdp-ged', [ged]), by, at: '2031-05-01T00:00:00.000Z' }
  const back = withdrawOutside(kept, by, '2031-05-02T00:00:00.000Z')
  if (!back.ok) throw new Error(back.refusal.code)
  expect(back.value).toEqual({ ...kept, withdrawn: { by, at: '2031-05-02T00:00:00.000Z' } })
  expect(withdrawOutside(back.value, by, '2031-05-03T00:00:00.000Z')).toMatchObject({ ok: false })
})

it('is never loaded where the other side would read it, but by the mediator', () => {
  for (const { rooms, seats } of [...(access['outside.load'] ?? []), ...(access['outside.withdraw'] ?? [])])
    if (rooms.some((room) => !['caucus', 'office', 'mission'].includes(room)))
      expect(seats).toEqual(['mediator'])
})

it('names every source and its terms in both languages', () => {
  for (const source of outsideSources)
    for (const words of Object.values(sourceNotes[source])) expect(Object.keys(words)).toEqual(['en', 'ru'])
})
