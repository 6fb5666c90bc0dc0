/** `.gmcr` files: read as their program means them, analysed as expected, written again, refused in words when broken. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentence } from '#cli/input.ts'
import { analyseCoalitions } from '../stability/coalition.ts'
import { ynOf } from '../stability/conflict.ts'
import { decimalAt } from '../stability/feasible.ts'
import { frameGame } from '../stability/game.ts'
import type { Meaning } from '../stability/notion.ts'
import { analyseStability, numbersOf } from '../stability/stability.ts'
import { framed, settled } from '../stability/testing/framed.ts'
import { optionConflicts } from '../stability/testing/random.ts'
import { readGmcr, writeGmcr } from './gmcr.ts'

const folder = new URL('../../../../shared/cases/analysis/gmcr/', import.meta.url)
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.gmcr'))
      .map((name) => name.slice(0, -'.gmcr'.length))
  : []
const textOf = (name: string): string => readFileSync(new URL(`${name}.gmcr`, folder), 'utf8')
const numbers = (flags: Uint8Array | undefined): readonly number[] => (flags ? numbersOf(flags) : [])

type Sets = Readonly<Record<'nash' | 'gmr' | 'smr' | 'seq', readonly number[]>>
interface Expected {
  readonly states: readonly object[]
  readonly ordinal_payoffs: Readonly<Record<string, readonly number[]>>
  readonly equilibria: Readonly<Record<string, Sets>>
  readonly coalition_MoE_Uniroyal_gmcrpy?: Sets
}
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))

const rules: Readonly<Record<Meaning, string>> = {
  textbook: 'legal_sequence_textbook',
  once: 'each_opponent_once',
  single: 'single_opponent_move',
}

describe.skipIf(names.length === 0)(
  'the cases of ../shared/cases/analysis/gmcr (skipped when they are not there)',
  () => {
    it.each(names)('%s has the states and payoffs that are expected', (name) => {
      const conflict = settled(readGmcr(textOf(name))).conflict
      const game = framed(conflict)
      const states = Array.from({ length: game.states }, (_, state) => {
        const decimal = game.feasible ? decimalAt(game.feasible, state) : state
        return { state: state + 1, decimal, yn: ynOf(decimal, conflict.options.length) }
      })
      expect(states).toEqual(expectedOf(name).states)
      expect(
        Object.fromEntries(game.deciders.map(({ key }, i) => [key, [...(game.payoffs[i] ?? [])]])),
      ).toEqual(expectedOf(name).ordinal_payoffs)
    })

    it.each(
      names.flatMap((name) =>
        (['textbook', 'once', 'single'] as const).map((meaning) => ({ name, meaning })),
      ),
    )(
      '$name has the equilibria that are expected under $meaning, also when written and read again',
      ({ name, meaning }) => {
        const conflict = settled(readGmcr(textOf(name))).conflict
        for (const one of [conflict, settled(readGmcr(writeGmcr(conflict))).conflict]) {
          const { equilibria } = settled(analyseStability(framed(one), meaning))
          expect({
            nash: numbers(equilibria.Nash),
            gmr: numbers(equilibria.GMR),
            smr: numbers(equilibria.SMR),
            seq: numbers(equilibria.SEQ),
          }).toEqual(expectedOf(name).equilibria[rules[meaning]])
        }
      },
    )

    it.skipIf(!names.includes('Elmira'))(
      'Elmira has the equilibria that are expected of its first two as a coalition',
      () => {
        const { equilibria } = settled(
          analyseCoalitions(framed(settled(readGmcr(textOf('Elmira'))).conflict), [[0, 1]]),
        )
        expect({
          nash: numbers(equilibria.Nash),
          gmr: numbers(equilibria.GMR),
          smr: numbers(equilibria.SMR),
          seq: numbers(equilibria.SEQ),
        }).toEqual(expectedOf('Elmira').coalition_MoE_Uniroyal_gmcrpy)
      },
    )
  },
)

const chicken = {
  options: [{ name: 'Swerve', permittedDirection: 'both' }, { name: 'Turn' }],
  decisionMakers: [
    { name: 'One', options: [0], preferences: [[[1, 'Y']], [[0, 'N']]] },
    {
      name: 'Two',
      options: ['1'],
      preferences: [
        {
          compound: true,
          members: [
            [[0, 'Y']],
            [
              [0, 'Y'],
              [1, '-'],
            ],
          ],
        },
      ],
    },
  ],
  infeasibles: [],
  somethingElse: { of: ['a', 'later', 'version'] },
}
const reading = (change: object): string => {
  const read = readGmcr(JSON.stringify({ ...chicken, ...change }))
  const outcome = read.ok ? frameGame(read.value.conflict) : read
  return outcome.ok ? 'well' : sentence(outcome.refusal)
}
const ranked = (ranking: unknown, more: object = {}): object => ({
  decisionMakers: [{ name: 'One', options: [0, 1], preferenceVector: ranking, ...more }],
})

describe('a .gmcr file', () => {
  it('is read with fields missing, with fields more, and with numbers as text', () => {
    expect(reading({})).toBe('well')
    expect(
      framed(settled(readGmcr(JSON.stringify(chicken))).conflict).payoffs.map((own) => [...own]),
    ).toEqual([
      [2, 1, 4, 3],
      [1, 2, 1, 2],
    ])
    expect(reading({ infeasibles: undefined })).toBe('well')
    expect(
      settled(readGmcr(JSON.stringify({ ...chicken, infeasibles: ['Y-', [[1, 'N']]] }))).conflict.infeasible,
    ).toEqual([
      { mask: 1, value: 1 },
      { mask: 2, value: 0 },
    ])
    expect(reading({ infeasibles: ['Y-Y'] })).toBe('At /infeasibles/0 there must be a list.')
    expect(reading({ decisionMakers: [{}] })).toBe('well')
  })

  it('is said to have parts that are not read, when it has', () => {
    const unread = (change: object) => settled(readGmcr(JSON.stringify({ ...chicken, ...change }))).unread
    expect(unread({})).toEqual([])
    expect(unread({ coalitions: [0, 1] })).toEqual([])
    expect(unread({ coalitions: [[0, 1]] })).toEqual(['coalitions'])
    expect(unread({ decisionMakers: [{ misperceptions: [[[0, 'Y']]] }] })).toEqual(['misperceptions'])
  })

  it('lets the ranking count when it says so, or when there are no statements', () => {
    const payoffs = (more: object, file: object): readonly number[] => {
      const text = JSON.stringify({ ...chicken, ...ranked([4, [2, 3], 1], more), ...file })
      return [...(framed(settled(readGmcr(text)).conflict).payoffs[0] ?? [])]
    }
    const statements = { preferences: [[[0, 'N']]] }
    expect(payoffs(statements, { useManualPreferenceVectors: true })).toEqual([1, 2, 2, 3])
    expect(payoffs(statements, { useManualPreferenceRanking: true })).toEqual([1, 2, 2, 3])
    expect(payoffs(statements, { useManualPreferenceRanking: false })).toEqual([2, 1, 2, 1])
    expect(payoffs(statements, {})).toEqual([2, 1, 2, 1])
    expect(payoffs({}, {})).toEqual([1, 2, 2, 3])
  })

  it.each([
    [{ options: 3 }, 'At /options there must be a list.'],
    [
      { options: [{ name: 'a', permittedDirection: 'up' }] },
      'At /options/0/permittedDirection there must be “both”, “fwd”, “back” or “none”.',
    ],
    [{ decisionMakers: undefined }, 'At /decisionMakers there must be a list.'],
    [{ decisionMakers: [] }, 'The conflict has no deciders.'],
    [
      { decisionMakers: [{ options: [2] }] },
      'At /decisionMakers/0/options/0 there must be a whole number from 0 to 1.',
    ],
    [{ infeasibles: [[[0, 'X']]] }, 'At /infeasibles/0/0/1 there must be “Y” or “N”.'],
    [
      {
        infeasibles: [
          [
            [0, 'Y'],
            [0, 'N'],
          ],
        ],
      },
      'At /infeasibles/0/1 an option is both taken and not taken.',
    ],
    [{ infeasibles: [[[0]]] }, 'At /infeasibles/0/0 there must be a pair of an option and “Y” or “N”.'],
    [{ infeasibles: [[]] }, 'No state of the conflict is possible.'],
    [{ infeasibles: [{ compound: true }] }, 'At /infeasibles/0/members there must be a list.'],
    [{ useManualPreferenceRanking: 'yes' }, 'At /useManualPreferenceRanking there must be true or false.'],
    [{ useManualPreferenceRanking: true }, 'At /decisionMakers/0/preferenceRanking there must be a list.'],
    [ranked([1, 2, 3]), 'The ranking of One leaves out state 4.'],
    [ranked([1, 2, 3, [4, 2]]), 'The ranking of One names state 2 twice.'],
    [
      ranked([1, 2, 3, 5]),
      'At /decisionMakers/0/preferenceVector/3 there must be a whole number from 1 to 4.',
    ],
    [
      {
        ...ranked([1, 2, 3, 4]),
        infeasibles: [
          [
            [0, 'Y'],
            [1, 'Y'],
          ],
        ],
      },
      'The ranking of One names state 4, which there is not.',
    ],
    [
      { options: Array.from({ length: 31 }, () => ({ name: 'a' })) },
      'At /options there may be at most 30 items.',
    ],
    [
      { options: Array.from({ length: 30 }, () => ({ name: 'a' })) },
      'The conflict has more than 4194304 states.',
    ],
  ])('is refused in words: %j', (change, expected) => {
    expect(reading(change)).toBe(expected)
  })

  it('is refused with the line in which it stops being JSON', () => {
    const read = readGmcr('{\n"options": [],\n"decisionMakers": [,]\n}')
    expect(read.ok ? '' : sentence(read.refusal)).toBe('The file is not JSON: line 3 cannot be read.')
  })

  it('is read or refused, never more, whatever is changed in it', () => {
    const text = JSON.stringify({ ...chicken, useManualPreferenceRanking: false })
    const replacement = fc.constantFrom(
      '0',
      '-1',
      '7',
      '"Y"',
      'null',
      '[]',
      '{}',
      'true',
      '1e9',
      '"',
      ',',
      '0.5',
      '',
    )
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.integer({ min: 0, max: 12 }),
        replacement,
        (at, length, instead) => {
          const read = readGmcr(text.slice(0, at) + instead + text.slice(at + length))
          const outcome = read.ok ? frameGame(read.value.conflict) : read
          if (!outcome.ok) expect(sentence(outcome.refusal)).toMatch(/^[A-Z{].*[^}]\.$/s)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is read or refused, never more, whatever JSON it is', () => {
    const value = fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue(),
      fc.constantFrom(chicken.options, chicken.decisionMakers),
    )
    fc.assert(
      fc.property(fc.record({ options: value, decisionMakers: value, infeasibles: value }), (file) => {
        const read = readGmcr(JSON.stringify(file))
        if (read.ok) frameGame(read.value.conflict)
      }),
      { numRuns: 1000 },
    )
  })

  it('is written so that it reads as the same game', () => {
    fc.assert(
      fc.property(optionConflicts, (conflict) => {
        const [before, after] = [framed(conflict), framed(settled(readGmcr(writeGmcr(conflict))).conflict)]
        expect(after.payoffs).toEqual(before.payoffs)
        expect(analyseStability(after)).toEqual(analyseStability(before))
      }),
      { numRuns: 200 },
    )
  })
})
