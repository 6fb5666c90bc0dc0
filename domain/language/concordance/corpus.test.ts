/** The checks on 8,048 paragraphs of United Nations resolutions: every known divergence found, hardly an alarm. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checks } from './finding.ts'
import { type CorpusPair, type KnownDivergence, measure, measureLines } from './measure.ts'

const cases = process.env.PARLEY_CASES ?? fileURLToPath(new URL('../../../../shared/cases', import.meta.url))
const [pairsFile, knownFile] = [`${cases}/concordance/pairs.jsonl.gz`, `${cases}/concordance/known.json`]

const readPairs = (): readonly CorpusPair[] =>
  gunzipSync(readFileSync(pairsFile))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusPair)

describe.skipIf(!existsSync(pairsFile))(
  'resolutions of the United Nations in both languages (skipped without ../shared/cases)',
  () => {
    it('every known divergence is found, with less than one alarm per hundred pairs', () => {
      const pairs = readPairs()
      const known = JSON.parse(readFileSync(knownFile, 'utf8')) as readonly KnownDivergence[]
      const measured = measure(pairs, known)
      console.log(measureLines(measured).join('\n'))
      expect(known.length).toBeGreaterThan(0)
      expect(measured.missed).toEqual([])
      expect(measured.alarms / measured.numeric).toBeLessThan(0.01)
      for (const check of checks) {
        const { divergence, doubt } = measured.byCheck.get(check) ?? { divergence: 0, doubt: 0 }
        expect([check, divergence + doubt < measured.pairs / 100]).toEqual([check, true])
      }
    })

    it('one digit changed in the Russian is found in nineteen of twenty paragraphs', () => {
      const numeric = readPairs().filter(({ ru }) => /\d/u.test(ru))
      const some = numeric.filter((_, i) => i % 8 === 0)
      const known = some.map(({ doc, eid, en, ru }, i) => {
        const places = [...ru.matchAll(/\d/gu)].map(({ index }) => index)
        const at = places[(i * 7) % places.length] ?? 0
        const digit = (Number(ru[at]) + 1 + (i % 8)) % 10
        return { doc, eid, en, ru: `${ru.slice(0, at)}${digit}${ru.slice(at + 1)}` }
      })
      const before = new Set(
        measure(some, []).withFindings.map(({ pair }) => `${pair.doc} ${pair.eid} ${pair.en}`),
      )
      const clean = known.filter(({ doc, eid, en }) => !before.has(`${doc} ${eid} ${en}`))
      const found = measure(clean, []).withFindings.length
      console.log(`one digit changed: found in ${found} of ${clean.length} paragraphs`)
      expect(found / clean.length).toBeGreaterThan(0.95)
    })
  },
)
