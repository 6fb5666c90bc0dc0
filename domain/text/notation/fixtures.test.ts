/** The fourteen notations seen in public negotiation texts, each as its reading is expected. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentence } from '#cli/input.ts'
import { asJson, faultOf } from './json.ts'
import { cleanWords, countsOf } from './notation.ts'
import { readNotation } from './read.ts'
import { writeNotation } from './write.ts'

const file = new URL('../../../../shared/cases/brackets/bracket-fixtures.json', import.meta.url)
const there = existsSync(file)

interface Fixture {
  readonly id: string
  readonly src: string
  readonly ast?: unknown
  readonly open?: number
  readonly depth?: number
  readonly placeholders?: number
  readonly options?: readonly number[]
  readonly choose?: readonly number[]
  readonly clean?: string
  readonly status?: string
  readonly reservations?: unknown
  readonly error?: string
}
const fixtures: readonly Fixture[] = there ? JSON.parse(readFileSync(file, 'utf8')).cases : []

describe.skipIf(!there)('the fixtures of ../shared/cases/brackets (skipped when they are not there)', () => {
  it('are all there', () => expect(fixtures).toHaveLength(14))

  it.each(fixtures)('$id reads as expected: $src', (fixture) => {
    const read = readNotation(fixture.src)
    if (fixture.error !== undefined) {
      expect(read.ok ? '' : faultOf(read.refusal)).toBe(fixture.error)
      expect(read.ok ? '' : sentence(read.refusal)).toContain(fixture.error)
      return
    }
    if (!read.ok) throw new Error(read.refusal.code)
    const { options, ...counts } = countsOf(read.value ?? [])
    const json = asJson(read.value)
    if (fixture.ast) expect(json.ast).toEqual(fixture.ast)
    expect(counts.open).toBe(fixture.open)
    if (fixture.depth !== undefined) expect(counts.depth).toBe(fixture.depth)
    expect(counts.placeholders).toBe(fixture.placeholders ?? counts.placeholders)
    if (fixture.options) expect(options).toEqual(fixture.options)
    if (fixture.status) expect(json.status).toBe(fixture.status)
    if (fixture.reservations) expect(json.reservations).toMatchObject(fixture.reservations as object[])
    if (fixture.choose) expect(cleanWords(read.value ?? [], fixture.choose)).toBe(fixture.clean)
    const again = readNotation(writeNotation(read.value))
    expect(again).toEqual(read)
  })
})
