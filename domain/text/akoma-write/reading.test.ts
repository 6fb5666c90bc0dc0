/** Papers that were read and are written again say the same, and are valid. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSchema, schemaFaults } from '#server/testing/schema.ts'
import { parseXml } from '#server/xml.ts'
import { readAkoma } from '../akoma.ts'
import type { ClauseKind, DocumentReading, PrintedClause } from '../reading.ts'
import { writeXml } from '../serialise.ts'
import { akomaOfReading } from './reading.ts'

const read = (xml: string | Uint8Array): DocumentReading => {
  const parsed = parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml)
  const reading = parsed.ok ? readAkoma(parsed.value) : parsed
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.value
}
const withoutKeys = (reading: DocumentReading) => ({
  ...reading,
  clauses: reading.clauses.map(({ key: _, ...clause }) => clause),
})
const said = ({ clauses }: DocumentReading) =>
  clauses.map(({ number, words, footnotes }) => ({ number, words, footnotes }))

const folder = new URL('../../../../shared/cases/un/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []

describe.skipIf(files.length === 0 || !hasSchema)(
  'the papers of ../shared/cases/un (skipped when they are not there)',
  () => {
    it.each(files)('%s is valid, and the same, when it was read and written', (file) => {
      const reading = read(readFileSync(new URL(file, folder)))
      const xml = writeXml(akomaOfReading(reading))
      expect(schemaFaults(xml)).toEqual([])
      expect(withoutKeys(read(xml))).toEqual(withoutKeys(reading))
    })
  },
)

const word = fc.oneof(
  fc.constantFrom(
    'shall',
    'S/RES/1',
    'Annex',
    'Приложение',
    '(a)',
    '1.',
    '&',
    '<b>',
    ']]>',
    '"',
    '–',
    'A.W.',
    'Note',
    '𝔘',
    '\u0301',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
)
const words = fc.array(word, { maxLength: 6 }).map((list) =>
  list
    .join(' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim(),
)
/** The nearest place that is not inside a character. */
const whole = (line: string, at: number): number =>
  at >= line.length ? line.length : /^[\uDC00-\uDFFF]/.test(line.slice(at)) ? at - 1 : at
const kinds: readonly ClauseKind[] = [
  'cover',
  'title',
  'preambular',
  'operative',
  'sub-paragraph',
  'annex',
  'heading',
  'other',
]
const clause = fc
  .record({
    kind: fc.constantFrom(...kinds),
    level: fc.nat(3),
    number: fc.option(fc.constantFrom('1.', '(a)', '–', '(ii)', 'Article 5', 'B.')),
    words,
    notes: fc.array(fc.record({ at: fc.nat(30), mark: fc.option(fc.constantFrom('1', '*')), words }), {
      maxLength: 2,
    }),
    annex: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
  })
  .filter((each) => each.words !== '' || each.number !== null || each.notes.length > 0)
const paper = fc
  .record({
    language: fc.constantFrom('en', 'ru', 'tgk', null),
    symbol: fc.constantFrom('S/2030/7', null),
    title: fc.constantFrom('shall', null),
    clauses: fc.array(clause, { maxLength: 9 }),
  })
  .map(
    ({ clauses, ...head }): DocumentReading => ({
      ...head,
      sponsors: [],
      clauses: clauses.map(
        ({ notes, ...each }, i): PrintedClause => ({
          ...each,
          key: `k${i}`,
          footnotes: notes
            .map((note) => ({ ...note, at: whole(each.words, note.at) }))
            .toSorted((one, other) => one.at - other.at),
        }),
      ),
    }),
  )

/** Where a mark stands in a word made of parts is kept to the character; the words around it are what counts. */
const placeless = (clauses: ReturnType<typeof said>) =>
  clauses.map(({ footnotes, ...rest }) => ({
    ...rest,
    footnotes: footnotes.map(({ mark, words: own }) => [mark, own]),
  }))

describe('any reading', () => {
  it('has the same numbers, words and footnotes, in their order, when it was written and read', () => {
    fc.assert(
      fc.property(paper, (reading) => {
        const again = read(writeXml(akomaOfReading(reading)))
        expect(placeless(said(again))).toEqual(placeless(said(reading)))
        expect(again.language).toBe(reading.language)
      }),
      { numRuns: 2_000 },
    )
  })

  it.skipIf(!hasSchema)('is valid when it was written (skipped without ../shared/cases/schemas)', () => {
    fc.assert(
      fc.property(paper, (reading) => {
        expect(schemaFaults(writeXml(akomaOfReading(reading)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
