import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, analyse } from '../answer.ts'
import { caseOf } from '../testing/cases.ts'
import { checkAnswer, type Finding } from './answer.ts'

const answered = (given: ReturnType<typeof caseOf>): Answer => {
  const answer = analyse(given)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return JSON.parse(JSON.stringify(answer.value))
}

const figure = fc.integer({ min: 0, max: 30 }).map((value) => `${value}/10`)
const table = (parties: number) =>
  fc.array(fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 }), {
    minLength: parties,
    maxLength: parties,
  })
const smallCase = fc
  .tuple(
    fc.integer({ min: 2, max: 3 }).chain(table),
    fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3 }),
  )
  .map(([worth, reservations]) => caseOf(worth, reservations.slice(0, worth.length)))

const verdicts = (findings: readonly Finding[]): readonly string[] => findings.map(({ verdict }) => verdict)

/** Every place of a JSON value that holds a digit, as a path. */
const digits = (
  value: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] => {
  if (typeof value === 'string' || typeof value === 'number') return /\d/.test(String(value)) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => digits(inner, [...path, key]))
}

const changeDigit = (text: string, at: number): string => {
  const places = [...text.matchAll(/\d/g)].map((match) => match.index)
  const place = places[at % places.length] ?? 0
  return `${text.slice(0, place)}${(Number(text[place]) + 1) % 10}${text.slice(place + 1)}`
}

const withChange = (value: unknown, path: readonly (string | number)[], at: number): unknown => {
  const [key, ...rest] = path
  if (key === undefined) {
    const changed = changeDigit(String(value), at)
    return typeof value === 'number' ? Number(changed) : changed
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) }
  ;(copy as Record<string, unknown>)[key] = withChange((value as Record<string, unknown>)[key], rest, at)
  return copy
}

describe('the checker', () => {
  it('accepts every answer of the solvers', () => {
    fc.assert(
      fc.property(smallCase, (given) => {
        expect(new Set(verdicts(checkAnswer(answered(given))))).toEqual(new Set(['proven']))
      }),
      { numRuns: 50 },
    )
  })

  it('refuses a claim in which one digit was changed', () => {
    fc.assert(
      fc.property(smallCase, fc.nat(), fc.nat(), (given, which, at) => {
        const answer = answered(given)
        const { zone, frontier, solutions } = answer
        // How many packages tie at a point, and where else it is as good, are remarks and no claims.
        const places = digits({ zone, frontier, solutions }).filter(
          (path) => !path.includes('packages') && !path.includes('alsoAt'),
        )
        const path = places[which % places.length] ?? []
        const changed = {
          ...answer,
          ...(withChange({ zone, frontier, solutions }, path, at) as Partial<Answer>),
        }
        // Another package that is worth the same shows the same: a claim is about worth, its package is the witness.
        if (path.includes('package') && !verdicts(checkAnswer(changed)).includes('refuted')) return
        expect(verdicts(checkAnswer(changed)), path.join('.')).toContain('refuted')
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a frontier with a point left out, and a solution that is not the best', () => {
    fc.assert(
      fc.property(smallCase, fc.nat(), (given, which) => {
        const answer = answered(given)
        const points = answer.frontier?.points ?? []
        const left = points.filter((_, i) => i !== which % points.length)
        const frontier = answer.frontier && { ...answer.frontier, points: left, count: left.length }
        expect(checkAnswer({ ...answer, frontier })).toContainEqual(
          expect.objectContaining({ claim: 'frontier', verdict: 'refuted' }),
        )
      }),
      { numRuns: 50 },
    )
  })

  const given = caseOf([
    [
      [0, 4, 6],
      [1, 2, 5],
    ],
    [
      [9, 4, 0],
      [6, 3, 1],
    ],
  ])

  it('does not take the least difference from a frontier that is not shown to be complete', () => {
    const answer = answered(given)
    const apart = answer.frontier?.points.slice(0, 1) ?? []
    const frontier = answer.frontier && { ...answer.frontier, count: 1, points: apart, complete: false }
    const [point] = apart
    const leastDifference = point && { ...point, alsoAt: [], proof: 'frontier' as const, certificate: null }
    const solutions = { ...answer.solutions, leastDifference: leastDifference ?? null }
    expect(checkAnswer({ ...answer, frontier, solutions })).toContainEqual(
      expect.objectContaining({ claim: 'leastDifference', verdict: 'undecided' }),
    )
  })

  it('refuses a heading that is not that of the case', () => {
    const answer = answered(given)
    const parties = answer.parties.map(({ id }) => ({ id, reservation: 5 }))
    for (const change of [{ parties }, { outcomes: '10' }, { name: 'another' }, { issues: [] }])
      expect(checkAnswer({ ...answer, ...change })).toContainEqual(
        expect.objectContaining({ claim: 'case', verdict: 'refuted' }),
      )
  })

  it('does not take a solution to be rightly missing where the zone is wrongly denied', () => {
    const denied = answered(caseOf([[[0, 4]], [[4, 0]]], [3, 3]))
    if (denied.zone.exists) throw new Error('there is no zone')
    const answer = { ...denied, zone: { ...denied.zone, openings: [] }, case: caseOf([[[0, 4]], [[4, 0]]]) }
    expect(checkAnswer(answer)).toContainEqual(expect.objectContaining({ claim: 'nash', verdict: 'refuted' }))
  })

  it('refuses an opening that opens nothing', () => {
    const worth = [[[0, 4]], [[4, 0]]]
    const answer = answered(caseOf(worth, [3, 3]))
    if (answer.zone.exists) throw new Error('there is no zone')
    const { zone } = answer
    const openings = zone.openings.map((opening) => ({ ...opening, to: '1' }))
    expect(checkAnswer(answer)).not.toContainEqual(expect.objectContaining({ verdict: 'refuted' }))
    expect(checkAnswer({ ...answer, zone: { ...zone, openings } })).toContainEqual(
      expect.objectContaining({ claim: 'zone', verdict: 'refuted' }),
    )
  })
})
