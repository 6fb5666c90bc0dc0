import { describe, expect, it } from 'vitest'
import type { Finding } from './finding.ts'
import type { Round, SeenLog } from './round.ts'
import { accountOf, jsonLineOf, lineOf, warningsOf } from './said.ts'
import { settledRound } from './settled.ts'

const seen = (name: string, taken: number, rest: Partial<SeenLog> = {}): SeenLog => ({
  log: name,
  origin: `parley/log/${name}`,
  name,
  isRoom: true,
  size: 50,
  taken,
  witnesses: ['us', 'ru', 'mediator'],
  missing: [],
  ...rest,
})
const anchor = seen('the anchor log', 7, { isRoom: false })
const round = (logs: readonly SeenLog[], rest: Partial<Round> = {}): Round => ({
  logs: [...logs, anchor],
  findings: [],
  unsettled: [],
  ...rest,
})
const said = (...logs: readonly SeenLog[]): string => lineOf(accountOf(round(logs)))

describe('the line of a round', () => {
  it.each([
    [
      '41 new entries in 3 rooms; all 3 witnesses vouch for them',
      [seen('a', 20), seen('b', 20), seen('c', 1)],
    ],
    ['1 new entry in 1 room; all 3 witnesses vouch for it', [seen('a', 1), seen('b', 0)]],
    ['12,345 new entries in 1 room; all 3 witnesses vouch for them', [seen('a', 12_345)]],
    ['nothing new in 2 rooms; all 3 witnesses vouch for what is held', [seen('a', 0), seen('b', 0)]],
    [
      '2 new entries in 1 room; 2 of 3 witnesses vouch for them; missing: ru (a, b)',
      [seen('a', 2, { missing: ['ru'] }), seen('b', 0, { missing: ['ru'] })],
    ],
  ])('is "%s"', (line, logs) => expect(said(...logs)).toBe(line))

  it('says where there is nobody who could vouch, and nothing to vouch for', () => {
    const nobody = { witnesses: [], missing: [] }
    const without = { ...round([seen('a', 1, nobody)]), logs: [seen('a', 1, nobody)] }
    expect(lineOf(accountOf(without))).toBe('1 new entry in 1 room; no witness is named yet')
    const one = { ...without, logs: [seen('a', 1, { witnesses: ['us'] })] }
    expect(lineOf(accountOf(one))).toBe('1 new entry in 1 room; the one witness vouches for it')
    expect(lineOf(accountOf({ ...without, logs: [] }))).toBe('no head has been signed yet')
  })
})

describe('the warnings of a round', () => {
  const log = { log: 'x', origin: 'parley/log/x', name: 'Plenary' }
  const finding: Finding = {
    kind: 'unsound',
    log,
    refusal: { code: 'record.tile-missing', facts: { path: 'tile/0/000', place: 'entry 5' } },
    kept: null,
  }

  it('say in which log and at which entry, once', () => {
    const [warning] = warningsOf(accountOf(round([], { findings: [finding] })))
    expect(warning).toMatch(
      /^WRONG in Plenary \(parley\/log\/x\), entry 5: The tile tile\/0\/000 is missing\. Nothing/,
    )
  })

  it('stand in the line for machines too, with their code', () => {
    const account = accountOf(round([seen('a', 1)], { findings: [finding] }))
    const json = JSON.parse(jsonLineOf('2026-01-01T00:00:00.000Z', account, round([seen('a', 1)])))
    expect(json).toMatchObject({ at: '2026-01-01T00:00:00.000Z', ok: false, entries: 1, trouble: null })
    expect(json.findings[0]).toMatchObject({ kind: 'unsound', refusal: { code: 'record.tile-missing' } })
    expect(json.findings[0].sentence).toContain('WRONG in Plenary')
  })

  it('count a head that stays between two ticks as wrong', async () => {
    const unsettled = [{ log, size: 9 }]
    let pauses = 0
    const last = await settledRound(
      async () => round([seen('a', 2)], { unsettled }),
      async () => {
        pauses += 1
      },
    )
    expect(pauses).toBe(5)
    expect(accountOf(last)).toMatchObject({ entries: 12, findings: [{ kind: 'unsound', log }] })
    expect(warningsOf(accountOf(last))[0]).toContain('of 9 entries, is not the newest that was anchored')
  })

  it('are none when the next round is of one tick', async () => {
    const rounds = [round([seen('a', 2)], { unsettled: [{ log, size: 9 }] }), round([seen('a', 1)])]
    const settled = await settledRound(
      async () => rounds.shift() ?? round([]),
      async () => undefined,
    )
    expect(accountOf(settled)).toMatchObject({ entries: 3, findings: [] })
    expect(rounds).toEqual([])
  })
})
