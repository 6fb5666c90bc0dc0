/** The files of others: GENIUS, GeniusWeb, NegMAS and made-up tables in ../shared/cases. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { nearest } from '#domain/bargaining/exact.ts'
import { packageCount } from '#domain/bargaining/problem.ts'
import { called } from '../testing/called.ts'
import { readCase } from './reading.ts'
import { inExactFigures, problemOf, saidUtilities, utilities } from './testing/cases.ts'

const root = join(import.meta.dirname, '../../../shared/cases/analysis')
const folders = (kind: string): readonly string[] =>
  existsSync(join(root, kind)) ? readdirSync(join(root, kind)).map((name) => join(root, kind, name)) : []

interface Expected {
  readonly files: { readonly profiles: readonly string[] }
  readonly reference: {
    readonly outcomes: number
    readonly max_utils: readonly number[]
    readonly min_utils: readonly number[]
    readonly reserve: readonly number[]
    readonly discount: readonly number[]
  }
}

const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected

/** Sums of real cases are counted with doubles: exact enumeration of rationals takes minutes for 400,000 packages. */
const largest = 30_000

describe.skipIf(!existsSync(root))('cases of ../shared/cases (skipped when they are not there)', () => {
  it.each([...folders('genius-2party'), ...folders('genius-3party')])(
    '%s is read as GENIUS counts it',
    async (folder) => {
      const { files, reference } = expectedOf(folder)
      const case_ = await readCase(folder)
      const problem = problemOf(case_)
      expect(case_.worths.map((worth) => `${worth.party}.xml`)).toEqual(files.profiles)
      expect(packageCount(problem)).toBe(BigInt(reference.outcomes))
      expect(case_.worths.map((worth) => Number(worth.reservation ?? 0))).toEqual(reference.reserve)
      expect(case_.worths.map((worth) => Number(worth.discount ?? 1))).toEqual(reference.discount)
      if (reference.outcomes > largest) return
      const all = utilities(case_).map((each) => each.map(nearest))
      case_.worths.forEach((_, party) => {
        const own = all.map((each) => each[party] ?? Number.NaN)
        expect(own.reduce((a, b) => Math.max(a, b))).toBeCloseTo(reference.max_utils[party] ?? Number.NaN, 9)
        expect(own.reduce((a, b) => Math.min(a, b))).toBeCloseTo(reference.min_utils[party] ?? Number.NaN, 9)
      })
    },
  )

  it.each([...folders('genius-2party'), ...folders('genius-3party'), ...folders('genius-nonlinear')])(
    '%s comes back from every format that can hold it',
    async (folder) => {
      const case_ = await readCase(folder)
      const place = mkdtempSync(join(tmpdir(), 'parley-given-'))
      const isLinked = folder.includes('nonlinear')
      for (const form of isLinked ? ['json', 'genius'] : ['json', 'csv', 'xlsx', 'genius']) {
        const out = join(place, form === 'genius' ? form : `case.${form}`)
        const { code, err } = await called(['bargain', 'convert', folder, out, '--to', form])
        expect([form, code, err]).toEqual([form, 0, `${out} written\n`])
        const { worths, agenda } = await readCase(out)
        expect(inExactFigures({ name: '', worths, agenda })).toEqual(inExactFigures({ ...case_, name: '' }))
      }
    },
  )

  it.each(folders('genius-nonlinear'))('%s is read as rectangles', async (folder) => {
    const case_ = await readCase(folder)
    const rectangles = readFileSync(join(folder, 'profile-1.xml'), 'utf8').match(/<hyperRectangle/g) ?? []
    expect(case_.worths[0]?.interdependence).toHaveLength(rectangles.length)
    expect(packageCount(problemOf(case_))).toBe(10_000_000_000n)
  })

  it('reads files that a strict reader rejects', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-malformed-'))
    const malformed = readdirSync(join(root, 'genius-malformed'))
    for (const name of malformed.filter((each) => each.includes('sporthal')))
      copyFileSync(join(root, 'genius-malformed', name), join(folder, name))
    const hall = await readCase(folder)
    expect(hall.worths).toHaveLength(2)
    expect(hall.agenda.issues[3]?.options[0]?.id).toBe('€10,000')
    const car = await readCase(join(root, 'genius-malformed', 'anac_y2011_Car_adg_deal.xml'))
    expect(packageCount(problemOf(car))).toBe(15_625n)
    await expect(readCase(join(root, 'genius-malformed'))).rejects.toThrow(/adg_deal\.xml:\d+:\d+: /)
  })

  it('reads GeniusWeb', async () => {
    const party = await readCase(join(root, 'geniusweb/Party'))
    expect(party.worths.map((worth) => worth.party)).toEqual(['party1', 'party2'])
    expect(party.worths[0]?.issues.Drinks?.options?.['Non-Alcoholic']).toBe('0.263')
    expect(party.worths[0]?.issues.Cleanup?.weight).toBe('0.10')
  })

  it.each(['negmas/Laptop-A-yml', 'negmas/Laptop-A-json'])(
    '%s has the utilities of the GENIUS files it came from, undivided',
    async (folder) => {
      const negmas = await readCase(join(root, folder))
      const genius = await readCase(join(root, 'genius-2party/y2012-Laptop-Laptop-A'))
      const undivided: BargainingCase = {
        ...genius,
        worths: genius.worths.map(({ ceiling: _, ...worth }) => ({
          ...worth,
          normalised: 'as-given' as const,
        })),
      }
      expect(saidUtilities(negmas)).toEqual(saidUtilities(undivided))
      expect(
        negmas.worths.map((worth) => [worth.party, Number(worth.reservation), Number(worth.discount)]),
      ).toEqual([
        ['Laptop-A-prof1', 0.5, 0.5],
        ['Laptop-A-prof2', 0.5, 0.5],
      ])
    },
  )

  it('reads plain tables of worth', async () => {
    const eight = await readCase(join(root, 'scale/p3_opp_8x5.json'))
    expect(eight.worths.map((worth) => worth.party)).toEqual(['A', 'B', 'C'])
    expect(packageCount(problemOf(eight))).toBe(390_625n)
    expect(eight.worths[0]?.issues['1']?.options?.['2']).toMatch(/^0\.\d+$/)
    await expect(readCase(join(root, 'scale/expected.json'))).rejects.toThrow(/expected\.json:1:1: /)
  })
})
