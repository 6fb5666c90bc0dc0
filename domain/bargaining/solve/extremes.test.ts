import { describe, expect, it } from 'vitest'
import { analyse } from '../answer.ts'
import type { BargainingCase } from '../case.ts'
import { checkAnswer } from '../check/answer.ts'
import { compileCase } from '../compile.ts'
import { nearest, readExact } from '../exact.ts'
import type { Problem } from '../problem.ts'
import { caseOf } from '../testing/cases.ts'
import { aimOf } from './aim.ts'
import { searchBest } from './search.ts'

const answered = (given: BargainingCase) => {
  const answer = analyse(given)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const verdicts = (given: BargainingCase) =>
  new Set(checkAnswer(answered(given)).map(({ verdict }) => verdict))
const proven = new Set(['proven'])
const problemOf = (given: BargainingCase): Problem => {
  const compiled = compileCase(given)
  if (!compiled.ok) throw new Error(compiled.refusal.code)
  return compiled.value
}

/** Four parties, four issues, four options; figures without a pattern. */
const fourParties = (round: number) =>
  [0, 1, 2, 3].map((p) =>
    [0, 1, 2, 3].map((i) =>
      [0, 1, 2, 3].map((o) => (round * 31 + p * 7 + i * 5 + o * o * 3 + p * o * 11) % 10),
    ),
  )

describe('figures of any size', () => {
  it('are told apart by search although they are large and alike', () => {
    const large = 10n ** 17n
    for (let round = 0; round < 20; round++) {
      const worth = fourParties(round)
      const reservations = worth.map((_, p) => 12 + ((round + p) % 8))
      const plain = answered(caseOf(worth, reservations))
      const shifted = answered(
        caseOf(
          worth.map((issues) => issues.map((options) => options.map((each) => `${large + BigInt(each)}`))),
          reservations.map((each) => `${4n * large + BigInt(each)}`),
        ),
      )
      expect(shifted.zone.exists).toBe(plain.zone.exists)
      expect(shifted.solutions.nash?.package).toEqual(plain.solutions.nash?.package)
    }
  })

  it('may be finer or larger than a double holds', () => {
    const given = caseOf([
      [
        ['1e-310', '3e-300'],
        ['1/7', '1/11'],
      ],
      [
        ['1e-310', '0'],
        ['1', '1/3'],
      ],
    ])
    expect(verdicts(given)).toEqual(proven)
    const large = problemOf(caseOf([[['1e999', '1e-999']], [['0', '1e999']]]))
    expect(searchBest(large, aimOf('welfare', large, [])).proven).toBe(true)
    for (const small of ['1e-305', '-3.5e-307', '1e-300'])
      expect(nearest(readExact(small) ?? { of: 0n, over: 1n })).toBe(Number(small))
  })

  it('of a range of twenty thousand numbers are no burden', { timeout: 30_000 }, () => {
    const range = { from: 0, to: 19_999 }
    const given = caseOf([[[0, 1]], [[1, 0]]])
    const [issue] = given.agenda.issues
    const slopes = [1, '-1/3']
    const wide: BargainingCase = {
      ...given,
      agenda: {
        ...given.agenda,
        issues: [{ id: 'wide', name: {}, options: [], range }, ...(issue ? [issue] : [])],
      },
      worths: given.worths.map((worth, p) => ({
        ...worth,
        reservation: -100_000,
        issues: { ...worth.issues, wide: { weight: 1, slope: { offset: 0, slope: slopes[p] ?? 0 } } },
      })),
    }
    expect(answered(wide).solutions.nash?.proof).toBe('proven')
  })
})

describe('a party with nothing to gain', () => {
  const rising = Array.from({ length: 20 }, (_, i) => [0, 1, 2, 3, 4].map((o) => (i * 7 + o * 13) % 29))
  const nothing = Array.from({ length: 20 }, () => [0, 0, 0, 0, 0])

  it('does not keep certificates from being checked', () => {
    expect(verdicts(caseOf([rising, nothing]))).toEqual(proven)
  })

  it('does not make a Nash solution leave anything on the table', () => {
    // Beyond its ceiling the first party gets nothing for the second issue, on which the third gains.
    const given = caseOf([
      [
        [6, 3],
        [9, 1],
      ],
      [
        [6, 2],
        [1, 1],
      ],
      [
        [6, 0],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ])
    const worths = given.worths.map((worth, p) => (p === 0 ? { ...worth, ceiling: 6 } : worth))
    expect(answered({ ...given, worths }).solutions.nash?.utilities).toEqual([6, 7, 7, 0])
  })
})

describe('a term that names nothing', () => {
  const given = caseOf([
    [
      [0, 1],
      [2, 3],
    ],
    [
      [1, 0],
      [3, 2],
    ],
  ])

  it('holds for every package, in the frontier as in the worth of each', () => {
    const worths = given.worths.map((worth) => ({ ...worth, interdependence: [{ together: {}, worth: 10 }] }))
    expect(verdicts({ ...given, worths })).toEqual(proven)
  })

  it('leaves nothing possible where it is forbidden, for few parties or many', () => {
    const agenda = { ...given.agenda, constraints: [{ never: {} }] }
    const impossible = { ok: false, refusal: { code: 'bargaining.impossible' } }
    expect(analyse({ ...given, agenda })).toMatchObject(impossible)
    const worths = [0, 1, 2, 3].flatMap((p) =>
      given.worths.slice(0, 1).map((worth) => ({ ...worth, party: `q${p}` })),
    )
    expect(analyse({ ...given, agenda, worths })).toMatchObject(impossible)
  })
})
