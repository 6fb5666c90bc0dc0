/** Real drafts: the thirteen steps of 2015 as a reader finds them, and papers whose two languages should measure alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAkoma } from '#domain/text/akoma.ts'
import { alignReadings } from '#domain/text/alignment.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import { parseXml } from '#server/xml.ts'
import { candidatesOf, type DraftStep } from './candidates.ts'
import { flags } from './meter.ts'
import { draftedIn } from './printed.ts'
import { thirteenSteps } from './testing/package-2015.ts'

const folder = new URL('../../../../shared/cases/un/', import.meta.url)
const isThere = existsSync(new URL('S_RES_2202.en.xml', folder))

const paper = (name: string): DocumentReading => {
  const xml = parseXml(readFileSync(new URL(name, folder)))
  const reading = xml.ok ? readAkoma(xml.value) : xml
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.value
}

describe.skipIf(!isThere)('annex I to S/RES/2202 (skipped when ../shared/cases is not there)', () => {
  const { clauses } = isThere ? paper('S_RES_2202.en.xml') : { clauses: [] }
  const annex = clauses.filter((clause) => clause.annex === 1).map((first) => ({ first, second: null }))
  const steps = candidatesOf(draftedIn(annex, ['en', 'en'])).filter(
    ({ number }) => number && number in thirteenSteps,
  )

  it('has thirteen steps, each of which obliges', () => {
    expect(steps.map(({ number }) => number)).toEqual(Object.keys(thirteenSteps))
    const forces = steps
      .flatMap(({ readings }) => readings.en?.candidates ?? [])
      .map(({ demand }) => demand.speech)
    expect(new Set(forces)).toEqual(new Set(['obligation']))
  })

  it.each(Object.entries(thirteenSteps))('step %s lacks what a reader misses in it', (number, expected) => {
    const candidates = steps.find((step) => step.number === number)?.readings.en?.candidates ?? []
    expect(candidates.map((one) => one.flags.toSorted())).toEqual(expected.map((one) => one.toSorted()))
  })

  it('waits for paragraph 11 in step 9, and there too for an agreement whose order is not known', () => {
    const [nine] = steps.find(({ number }) => number === '9.')?.readings.en?.candidates ?? []
    expect(nine?.cites).toEqual(['11'])
    expect(nine?.openConditions.map(({ words }) => words.split(' ').slice(0, 2).join(' '))).toEqual([
      'after the',
      'upon agreement',
    ])
    expect(nine?.due).toEqual({ kind: 'date', date: '2015-12-31' })
  })
})

const both = isThere
  ? readdirSync(folder).filter(
      (name) => name.endsWith('.en.xml') && existsSync(new URL(name.replace('.en.', '.ru.'), folder)),
    )
  : []

describe.skipIf(!isThere)('papers in two languages (skipped when ../shared/cases is not there)', () => {
  it('measure alike in English and Russian in most of their clauses', () => {
    const steps = both.flatMap((name): readonly DraftStep[] =>
      candidatesOf(
        draftedIn(alignReadings(paper(name), paper(name.replace('.en.', '.ru.'))), ['en', 'ru']).map(
          (clause) => ({
            ...clause,
            follows: null,
          }),
        ),
      ),
    )
    const inBoth = steps.filter(({ readings }) => readings.en && readings.ru)
    const alike = inBoth.filter(({ differs }) => differs.length === 0).length
    const same = inBoth.reduce((sum, { differs }) => sum + flags.length - differs.length, 0)
    const rate = [alike / inBoth.length, same / (inBoth.length * flags.length)]
    console.log(
      `drafting meter: ${alike} of ${inBoth.length} clauses raise the same flags in both languages; ${same} of ${inBoth.length * flags.length} flags agree`,
    )
    expect(rate[0]).toBeGreaterThan(0.82)
    expect(rate[1]).toBeGreaterThan(0.95)
  })
})
