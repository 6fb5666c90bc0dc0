import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Answer, analyse } from '#domain/bargaining/answer.ts'
import { checkAnswer } from '#domain/bargaining/check/answer.ts'
import { readCase } from './reading.ts'

const given = join(import.meta.dirname, '../../../shared/cases/analysis')

const answerTo = async (path: string): Promise<Answer> => {
  const answer = analyse(await readCase(path))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

/** What GENIUS and an enumeration of all packages have found, by the names they use. */
const known = {
  nash: 'nash',
  kalaiSmorodinsky: 'ks_leximin',
  egalitarian: 'egalitarian_leximin',
  welfare: 'max_welfare',
  leastDifference: 'genius_ks_asymmetry',
} as const

const close = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.every((value, p) => Math.abs(value - (b[p] ?? 0)) < 1e-9)

const differences = (answer: Answer, reference: Record<string, unknown>): readonly string[] =>
  Object.entries(known).flatMap(([name, theirs]) => {
    const mine = answer.solutions[name as keyof typeof known]?.utilities
    const expected = reference[theirs] as readonly number[] | undefined
    return close(mine, expected) ? [] : [`${name}: ${mine} instead of ${expected}`]
  })

const folders = ['genius-2party', 'genius-3party'].flatMap((kind) =>
  existsSync(join(given, kind)) ? readdirSync(join(given, kind)).map((name) => join(given, kind, name)) : [],
)

describe.skipIf(folders.length === 0)('cases of GENIUS (skipped where ../shared is not there)', () => {
  it('have the frontier and the named solutions that others have found, each claim checked', {
    timeout: 120_000,
  }, async () => {
    for (const folder of folders) {
      const { reference } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
      const answer = await answerTo(folder)
      expect([folder, answer.outcomes]).toEqual([folder, String(reference.outcomes)])
      expect([folder, answer.frontier?.count]).toEqual([folder, reference.pareto_distinct])
      expect([folder, answer.frontier?.complete]).toEqual([folder, true])
      expect([folder, answer.zone.exists]).toEqual([folder, reference.rational_outcomes > 0])
      expect([folder, differences(answer, reference)]).toEqual([folder, []])
      expect([folder, checkAnswer(answer).filter(({ verdict }) => verdict !== 'proven')]).toEqual([
        folder,
        [],
      ])
    }
  })
})

describe.skipIf(!existsSync(join(given, 'scale')))(
  'tables of worth (skipped where ../shared is not there)',
  () => {
    it('have the frontiers, Nash and max-min that several programs agree on', {
      timeout: 60_000,
    }, async () => {
      const expected: Record<string, Record<string, unknown>> = JSON.parse(
        readFileSync(join(given, 'scale', 'expected.json'), 'utf8'),
      )
      for (const [name, one] of Object.entries(expected)) {
        const answer = await answerTo(join(given, 'scale', `${name}.json`))
        expect([name, answer.frontier?.count]).toEqual([name, one.frontier_distinct ?? one.front])
        answer.solutions.nash?.utilities.forEach((value, p) => {
          expect(value).toBeCloseTo((one.nash as readonly number[])[p] ?? 0, 5)
        })
        if (one.maxmin !== undefined)
          expect(Math.min(...(answer.solutions.egalitarian?.utilities ?? []))).toBeCloseTo(
            one.maxmin as number,
            8,
          )
      }
    })
  },
)

describe.skipIf(!existsSync(join(given, 'genius-nonlinear')))(
  'hyper-rectangles (skipped where ../shared is not there)',
  () => {
    it('have a complete frontier that no point shipped with GENIUS dominates, of ten thousand million packages', {
      timeout: 120_000,
    }, async () => {
      for (const name of readdirSync(join(given, 'genius-nonlinear'))) {
        const folder = join(given, 'genius-nonlinear', name)
        const answer = await answerTo(folder)
        expect(answer.outcomes).toBe('10000000000')
        expect(answer.frontier?.complete).toBe(true)
        const shipped = readFileSync(join(folder, 'pareto.xml'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split(',').map(Number))
        for (const point of shipped) {
          const covered = answer.frontier?.points.some(({ utilities }) =>
            utilities.every((value, p) => value >= (point[p] ?? 0) - 1e-6),
          )
          expect([name, point, covered]).toEqual([name, point, true])
        }
      }
    })
  },
)
