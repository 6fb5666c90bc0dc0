import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readAkoma } from '#domain/text/akoma.ts'
import { type AlignedClause, alignReadings } from '#domain/text/alignment.ts'
import type { DocumentReading } from '#domain/text/reading.ts'
import type { XmlElement } from '#domain/text/xml.ts'
import { sniffType } from '../files/filetype.ts'
import { parseXml } from '../xml.ts'

const cases = process.env.PARLEY_CASES ?? fileURLToPath(new URL('../../../shared/cases', import.meta.url))
const folder = `${cases}/un`
const present = existsSync(folder)
if (!present)
  console.warn(`Skipped: real papers of the United Nations are not at ${folder} (set PARLEY_CASES).`)

const files = present ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
const pairs = files.filter((name) => name.endsWith('.ru.xml')).map((name) => name.slice(0, -'.ru.xml'.length))

const bytesOf = (name: string): Uint8Array => readFileSync(`${folder}/${name}`)
function treeOf(name: string): XmlElement {
  const parsed = parseXml(bytesOf(name))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
function readingOf(name: string): DocumentReading {
  const reading = readAkoma(treeOf(name))
  if (!reading.ok) throw new Error(reading.refusal.code)
  return reading.value
}
const aligned = (name: string): readonly AlignedClause[] =>
  alignReadings(readingOf(`${name}.en.xml`), readingOf(`${name}.ru.xml`))

/** All characters outside `meta`, which is about the paper and not in it. */
const body = (node: XmlElement): string =>
  node.name === 'meta'
    ? ''
    : node.children.map((one) => (one.kind === 'text' ? one.text : body(one))).join('')
const solid = (characters: string): string => characters.replace(/\s/gu, '')

describe.skipIf(!present)('papers of the Security Council', () => {
  it.each(files)('%s is Akoma Ntoso, and none of its words is lost, doubled or moved', (name) => {
    expect(sniffType(bytesOf(name))).toEqual({ ok: true, value: 'application/xml' })
    const { clauses } = readingOf(name)
    expect(clauses.every((clause) => clause.footnotes.length === 0)).toBe(true)
    expect(solid(clauses.map((clause) => (clause.number ?? '') + clause.words).join(''))).toBe(
      solid(body(treeOf(name))),
    )
  })

  it.each(pairs)('%s: every row is one clause, but for lines that one language leaves empty', (name) => {
    const rows = aligned(name)
    const single = rows.filter((row) => row.first === null || row.second === null)
    expect(single.map((row) => row.first?.words ?? row.second?.words)).toEqual(
      name.startsWith('S_RES') ? [expect.stringMatching(/^Resolution \d+ \(\d+\)$/)] : [],
    )
    for (const { first: en, second: ru } of rows.filter((row) => row.first !== null && row.second !== null)) {
      expect(en?.number?.replace(/\W/gu, '')).toBe(ru?.number?.replace(/\W/gu, ''))
      expect([en?.kind, en?.level, en?.annex]).toEqual([ru?.kind, ru?.level, ru?.annex])
    }
  })

  it.each(pairs)('%s: a clause taken out of one language leaves exactly its own row open', (name) => {
    const [en, ru] = [readingOf(`${name}.en.xml`), readingOf(`${name}.ru.xml`)]
    const whole = aligned(name)
    const candidates = whole.flatMap(({ first: left, second: right }) =>
      left && right && !right.key.includes('+') ? [right.key] : [],
    )
    const right = candidates.filter((key) => {
      const without = alignReadings(en, { ...ru, clauses: ru.clauses.filter((clause) => clause.key !== key) })
      const expected = whole.map((row) => (row.second?.key === key ? { ...row, second: null } : row))
      return JSON.stringify(without) === JSON.stringify(expected)
    })
    // Two unnumbered neighbours of one length and without figures cannot be told apart; few papers have them.
    expect(right.length / candidates.length).toBeGreaterThan(0.85)
  })

  it('reads the thirteen steps of a package of measures, its note, its signatories and the second annex', () => {
    const { clauses } = readingOf('S_RES_2202.en.xml')
    const first = clauses.filter((clause) => clause.annex === 1)
    expect(
      first.filter((clause) => clause.kind === 'annex' && clause.number).map((clause) => clause.number),
    ).toEqual(Array.from({ length: 13 }, (_, i) => `${i + 1}.`))
    expect(
      first.filter((clause) => clause.number === '–').every((clause) => clause.kind === 'sub-paragraph'),
    ).toBe(true)
    expect(clauses.find((clause) => clause.annex === 2)?.kind).toBe('heading')
  })
})
