import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HeldByMediator, handoverPack, noteKey, notesOf } from './handover.ts'

const by = { seat: 'med', member: 'm' }
const secret = (n: number) => ({ original: 'en', words: { en: `secret-${n}-end` } })
const moment = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
const answers = { stalemate: 'yes', 'way-out': 'no', spokesman: 'unknown' } as const

/** An office with this many notes of each kind, every one with words of its own. */
const held = (messages: number, marks: number, readings: number): HeldByMediator => ({
  ...{ name: { en: 'Talks' }, at: moment(9_999), mandates: [], tracks: [], members: [] },
  consents: [{ party: 'a', consent: undefined }],
  open: { waiting: { a: 1 }, stipulations: 0, cases: 0 },
  messages: Array.from({ length: messages }, (_, i) => ({
    object: `m${i}`,
    at: moment(i),
    words: secret(i),
  })),
  marks: [
    {
      item: 'women',
      marks: Array.from({ length: marks }, (_, i) => ({
        ...{ answer: 'met' as const, on: '2026-01-01', by, at: moment(100 + i) },
        note: secret(100 + i),
      })),
    },
  ],
  ripeness: [
    {
      party: 'a',
      readings: Array.from({ length: readings }, (_, i) => ({
        ...{ answers, words: secret(200 + i), by, at: moment(200 + i) },
      })),
    },
  ],
})

it('a pack holds exactly the private words that were chosen one by one, and no reading that was not', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), fc.nat(5), fc.infiniteStream(fc.boolean()), (a, b, c, ticks) => {
      const office = held(a, b, c)
      const all = notesOf(office)
      expect(all.length).toBe(a + b + c)
      expect(new Set(all.map(noteKey)).size).toBe(all.length)
      const chosen = all.filter(() => ticks.next().value)
      const written = JSON.stringify(handoverPack(office, new Set(chosen.map(noteKey))))
      for (const note of all) expect(written.includes(note.words.words.en ?? '')).toBe(chosen.includes(note))
      if (!chosen.some(({ kind }) => kind === 'reading')) expect(written).not.toContain('stalemate')
    }),
  )
})

it('how an item stands goes along without the note on it', () => {
  const { fundamentals, notes } = handoverPack(held(0, 2, 0), new Set())
  expect(fundamentals.find(({ item }) => item === 'women')).toMatchObject({ answer: 'met', on: '2026-01-01' })
  expect(notes).toEqual([])
})
