/** `parley bargain stability`, run as a person runs it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { called } from '../testing/called.ts'

const cases = join(import.meta.dirname, '../../cases')
const cuba = join(cases, 'cuba-1962/conflict.json')
const elmira = join(cases, 'elmira/conflict.json')
const stability = (...words: readonly string[]) => called(['bargain', 'stability', ...words])
const json = async (...words: readonly string[]) => JSON.parse((await stability(...words, '--json')).out)

describe('parley bargain stability', () => {
  it('lists states, payoffs, equilibria and what is stable for whom', async () => {
    const found = await json(cuba)
    expect(found).toMatchObject({ gmr: 'textbook', name: 'Missiles in Cuba, October 1962' })
    expect(found.states[6]).toEqual({ state: 7, decimal: 6, yn: 'NYYN' })
    expect(found.equilibria).toEqual({
      Nash: [6],
      GMR: [1, 2, 3, 5, 6, 7, 8],
      SMR: [1, 2, 3, 5, 6, 7, 8],
      SEQ: [5, 6, 7],
      SIM: [6],
    })
    expect(found.perDecisionMaker['United States'].Nash).toEqual([2, 3, 5, 6, 12])
    expect(found.payoffs['Soviet Union']).toHaveLength(12)
  })

  it('has no SIM where states are not made of options, and calls states by their keys', async () => {
    const found = await json(elmira, '--gmr', 'single')
    expect(found.gmr).toBe('single')
    expect(found.equilibria.SIM).toBeNull()
    expect(found.states[4]).toMatchObject({ state: 5, key: 's5', name: expect.stringContaining('insist') })
  })

  it('says in words what was meant, who stays where, and names states in the language asked for', async () => {
    const { code, out } = await stability(cuba, '--lang', 'ru')
    expect(code).toBe(0)
    expect(out).toContain('GMR as textbook: opponents may answer by any legal sequence of their moves')
    expect(out).toMatch(
      /^ {4}7 {2}NYYN {3}2 {5}all {2}all {2}all {2}2 {4}морская блокада Кубы \+ вывоз ракет$/m,
    )
  })

  it('tells of coalitions, of what may follow, of why, and of what would have to be preferred', async () => {
    const found = await json(
      ...[elmira, '--coalition', 'ministry,Uniroyal', '--from', 's1', '--why', 's1'],
      ...['--inverse', 's1', '--for', 'municipalities', '--as', 'SEQ'],
    )
    expect(found.coalition.equilibria.Nash).toEqual([7, 8, 9])
    expect(found.reached).toEqual([[{ state: 5, by: 'Local government' }]])
    expect(found.why.perDecisionMaker['Local government']).toEqual([
      {
        improvement: 5,
        GMR: [{ state: 6, by: 'Ministry of the Environment' }],
        SMR: [{ state: 6, by: 'Ministry of the Environment' }],
        SEQ: null,
      },
    ])
    expect(found.inverse).toEqual({
      state: 1,
      for: 'Local government',
      as: 'SEQ',
      conditions: [{ move: 5, oneOf: [[5]], held: false }],
      others: { 'Ministry of the Environment': 'always', Uniroyal: 'always' },
    })
    const { out } = await stability(
      elmira,
      '--coalition',
      'ministry,uniroyal',
      '--from',
      '5',
      '--inverse',
      '5',
      '--for',
      'uniroyal',
    )
    expect(out).toContain(
      'When they act as one: 1 Ministry of the Environment + Uniroyal, 2 Local government',
    )
    expect(out).toContain('From state 5 nobody moves to anything better.')
    expect(out).toContain('not tempted to 9 (so now): it does not prefer 9 to 5')
  })

  describe('given something else', () => {
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'parley-bargain-'))
      await writeFile(join(folder, 'broken.json'), '{\n"format": parley\n}')
      await writeFile(
        join(folder, 'other.json'),
        '{"format": "parley-conflict-1", "name": {}, "deciders": 3}',
      )
      await writeFile(join(folder, 'deep.json'), '['.repeat(100_000))
      await writeFile(join(folder, 'broken.gmcr'), '{"options": [], "decisionMakers": [{"options": [0]}]}')
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    it.each([
      [['broken.json'], 'is not JSON that can be read: line 2'],
      [['other.json'], 'is not a conflict: '],
      [['deep.json'], 'is not JSON that can be read: line 1'],
      [['broken.gmcr'], 'At /decisionMakers/0/options/0 there must be'],
      [['none.gmcr'], 'cannot be read: ENOENT'],
    ])('says what is wrong, and where: %j', async ([file = ''], expected) => {
      const { code, err } = await stability(join(folder, file))
      expect(code).toBe(2)
      expect(err).toContain(expected)
      expect(err.trim().split('\n')).toHaveLength(1)
    })

    it.each([
      [['--gmr', 'any'], '--gmr is one of textbook, once, single'],
      [['--coalition', 'us'], '--coalition names two deciders or more'],
      [['--coalition', 'us,fr'], 'there is no decider "fr"; there are us, ussr'],
      [['--from', '13'], 'there is no state "13"'],
      [['--from', 'NNYY'], 'there is no state "NNYY"'],
      [['--inverse', '1'], '--inverse STATE wants --for DECIDER'],
      [['--inverse', '1', '--for', 'us', '--as', 'SIM'], '--as is one of Nash, GMR, SMR, SEQ'],
    ])('refuses %j', async (words, expected) => {
      const { code, err } = await stability(cuba, ...words)
      expect(code).toBe(2)
      expect(err).toContain(expected)
    })
  })
})
