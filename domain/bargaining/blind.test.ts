import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act } from '#domain/record/act.ts'
import type { CloseBallot, GiveAnswer, PutBallot } from './ballot.ts'
import { type BallotSide, blindRuleKept, blindRuleKeptByAll } from './blind.ts'
import { partyOfSeat, sidesOf } from './sides.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString()
const parties = ['a', 'b', 'c']
const by = { seat: 'mediator', member: 'm' }

const put = (room: string, to = parties): Act<PutBallot> => ({
  ...{ id: `put ${room}`, room, kind: 'ballot.put', object: 'ballot', by, at: at(0) },
  payload: { package: { x: '1' }, words: { original: 'en', words: { en: 'W' } }, deadline: at(60), to },
})
const close = (room: string, accepted: boolean, minute = 60, due = 60): Act<CloseBallot> => ({
  ...{ id: `close ${room}`, room, kind: 'ballot.close', object: 'ballot', by: null, at: at(minute) },
  payload: { accepted, due: at(due) },
})
const give = (party: string, accept: boolean, minute: number): Act<GiveAnswer> => ({
  ...{ id: `give ${party} ${minute}`, room: `${party} caucus`, kind: 'answer.give', object: 'ballot' },
  ...{ by: { seat: party, member: party }, at: at(minute), payload: { accept } },
})
/** A side that answered so, one answer a minute, and was told so. */
const side = (party: string, answers: readonly boolean[], accepted: boolean): BallotSide => ({
  party,
  ballot: put(party),
  answers: answers.map((accept, i) => give(party, accept, i + 1)),
  close: close(party, accepted),
})
const code = (outcome: ReturnType<typeof blindRuleKept>): string =>
  outcome.ok ? 'kept' : outcome.refusal.code

describe('what one side can show', () => {
  it.each([
    ['kept', side('a', [true], true)],
    ['kept', side('a', [true], false)],
    ['kept', side('a', [false, true], true)],
    ['kept', side('a', [], false)],
    ['blind.accepted-against', side('a', [], true)],
    ['blind.accepted-against', side('a', [true, false], true)],
    ['blind.closed-early', { ...side('a', [true], true), close: close('a', true, 59) }],
    ['blind.closed-early', { ...side('a', [true], true), close: close('a', true, 59, 59) }],
    ['blind.answer-late', { ...side('a', [], false), answers: [give('a', true, 60)] }],
    ['blind.other-ballot', { ...side('a', [], false), ballot: put('a', ['b', 'c']) }],
    ['blind.other-ballot', { ...side('a', [], false), ballot: { ...put('a'), object: 'other' } }],
  ])('%s', (expected, given) => expect(code(blindRuleKept(given))).toBe(expected))

  it('counts an adjournment, if it was taken home', () => {
    const adjournments = { periods: [{ from: at(30), until: at(50) }] }
    const early = { ...side('a', [true], true), adjournments }
    expect(code(blindRuleKept(early))).toBe('blind.closed-early')
    expect(code(blindRuleKept({ ...early, close: close('a', true, 80, 80) }))).toBe('kept')
    expect(code(blindRuleKept({ ...early, adjournments: { periods: [{ from: at(30) }] } }))).toBe(
      'blind.closed-early',
    )
  })
})

describe('what all sides can show together', () => {
  it('is that it was called accepted exactly when all had accepted, whoever says otherwise', () => {
    const answers = fc.tuple(...parties.map(() => fc.array(fc.boolean(), { maxLength: 3 })))
    fc.assert(
      fc.property(answers, fc.boolean(), (given, accepted) => {
        const sides = parties.map((party, i) => side(party, given[i] ?? [], accepted))
        const all = given.every((each) => each.at(-1) === true)
        expect(blindRuleKeptByAll(sides).ok).toBe(all === accepted)
      }),
    )
  })

  it.each([
    ['blind.side-missing', []],
    ['blind.side-missing', [side('a', [], false), side('b', [], false)]],
    ['blind.told-otherwise', [side('a', [true], true), side('b', [true], true), side('c', [false], false)]],
    [
      'blind.told-otherwise',
      [side('a', [], false), side('b', [], false), { ...side('c', [], false), close: close('c', false, 61) }],
    ],
    ['blind.refused-against', parties.map((party) => side(party, [true], false))],
  ])('%s', (expected, sides) => expect(code(blindRuleKeptByAll(sides))).toBe(expected))
})

describe('the papers in a record', () => {
  const acts: readonly Act[] = [
    {
      ...{ id: 'f', room: 'plenary', kind: 'process.found', object: 'p', by: null, at: at(0) },
      payload: { seats: [{ key: 'one', party: 'a' }, { key: 'mediator' }] },
    },
    {
      id: 'b',
      room: 'plenary',
      kind: 'adjournments.begin',
      object: 'adjournments',
      by,
      at: at(2),
      payload: {},
    },
    {
      id: 'e',
      room: 'plenary',
      kind: 'adjournments.end',
      object: 'adjournments',
      by,
      at: at(4),
      payload: {},
    },
    put('a'),
    { ...put('a'), object: 'still open' },
    close('a', false, 62, 62),
    give('a', true, 1),
    give('a', false, 2),
  ]

  it('are found for the party of the seat, ballot by ballot, as far as they have closed', () => {
    expect([partyOfSeat(acts, 'one'), partyOfSeat(acts, 'mediator')]).toEqual(['a', undefined])
    const sides = sidesOf(acts, 'a')
    expect(sides).toEqual([
      {
        party: 'a',
        ballot: acts[3],
        answers: [acts[6], acts[7]],
        close: acts[5],
        adjournments: { periods: [{ from: at(2), until: at(4) }] },
      },
    ])
    expect(sides.map(blindRuleKept).map(code)).toEqual(['kept'])
  })
})
