/** The periodic report: the same from the same things, nothing after its moment, exchangeable sides. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Held, periodic } from './periodic.ts'
import { periodicSheet } from './periodic-sheet.ts'

const both = (words: string) => ({ en: words, ru: words })
const actor = (seat: string) => ({ seat, member: `${seat}-head` })
const issue = { from: '2027-01-01', to: '2027-01-31', at: '2027-02-01T09:00:00.000Z' }

const obligation = (
  id: string,
  bound: readonly string[],
  levels: readonly [string, 0 | 1 | 2 | 3, string?][],
) => ({
  id,
  state: {
    terms: {
      ...{
        name: both(id),
        what: both(id),
        bound,
        beneficiary: [],
        theme: 'forces' as const,
        tags: [],
        codes: [],
      },
      ...{ due: { kind: 'none' as const }, conditions: [] },
      verification: [{ means: 'self-report' as const }, { means: 'inspection' as const, quota: 2 }],
    },
    codings: levels.map(([asOf, level, at], i) => ({
      ...{ finding: `f${i}`, asOf, level },
      at: at ?? `${asOf}T12:00:00.000Z`,
    })),
  },
})

const held: Held = {
  parties: ['us', 'ru'],
  seats: { us: 'us', ru: 'ru' },
  stipulations: [
    obligation(
      'o1',
      ['us'],
      [
        ['2026-12-20', 2],
        ['2027-01-10', 1],
        ['2027-01-20', 3, '2027-02-01T09:00:01.000Z'],
      ],
    ),
    obligation('o2', ['ru'], [['2027-01-05', 3]]),
    obligation('o3', ['us', 'ru'], []),
    obligation('draft', ['us'], []),
  ],
  forces: [
    {
      id: 'force',
      state: {
        ...{ version: 1, basis: 'entry-into-force', from: '2026-12-01', stipulations: ['o1', 'o2', 'o3'] },
        ...{ by: actor('us'), at: '2026-12-01T09:00:00.000Z' },
        accepted: ['us', 'ru'].map((party) => ({ party, by: actor(party), at: '2026-12-01T09:00:00.000Z' })),
      },
    },
  ],
  cases: [
    {
      id: 'case',
      state: {
        ...{ stipulations: ['o1'], against: 'us', title: both('Case'), words: both('Words') },
        ...{ replyBy: '2027-01-25', by: actor('ru'), at: '2027-01-12T09:00:00.000Z' },
        ...{ mandates: [], findings: [], remedies: [], dissents: [] },
        reply: { words: both('Late'), by: actor('us'), at: '2027-02-01T10:00:00.000Z' },
      },
    },
  ],
  reports: [
    {
      id: 'r1',
      state: {
        ...{ form: 'self-report', stipulations: ['o1'], words: both('Done'), figures: [] },
        ...{ dueBy: '2027-01-10', author: actor('us'), at: '2027-01-11T08:00:00.000Z' },
      },
    },
    {
      id: 'r2',
      state: {
        ...{ form: 'notification', stipulations: ['o2'], words: both('Soon'), figures: [] },
        ...{ author: actor('ru'), at: '2027-01-15T08:00:00.000Z' },
      },
    },
  ],
  inspections: [
    {
      id: 'i1',
      state: {
        ...{ stipulations: ['o2'], type: 'routine', of: 'ru', words: both('Visit'), dueBy: '2027-01-10' },
        site: { names: [both('Base')], latitude: 1, longitude: 2 },
        window: { from: '2027-01-12T00:00:00.000Z', to: '2027-01-14T00:00:00.000Z' },
        ...{ by: actor('verifier'), at: '2027-01-08T09:00:00.000Z', counted: 2027 },
        reply: { accept: true, words: both('Yes'), by: actor('ru'), at: '2027-01-09T09:00:00.000Z' },
        concluded: {
          ...{
            result: 'confirmed',
            words: both('Seen'),
            by: actor('verifier'),
            at: '2027-01-14T09:00:00.000Z',
          },
          when: { from: '2027-01-13T08:00:00.000Z', to: '2027-01-13T16:00:00.000Z' },
        },
      },
    },
  ],
  denials: [],
  incidents: [],
  observations: ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z', '2027-02-01T08:00:00.000Z'].map(
    (at, i) => ({
      id: `s${i}`,
      state: { at },
    }),
  ),
  findings: [],
}

describe('the periodic monitoring report', () => {
  const report = periodic(held, issue)

  it('tells of each obligation its level before and at the end of the period, and what was undone', () => {
    expect(report.obligations.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['o1', 2, 1],
      ['o2', null, 3],
      ['o3', null, null],
    ])
    expect(report.obligations[0]?.reversals.map(({ asOf }) => asOf)).toEqual(['2027-01-10'])
  })

  it('counts the reports of each side, those that came late and those that did not come', () => {
    expect(
      report.sides.map(({ party, reports, late, missing, notifications }) => ({
        ...{ party, reports, late, missing, notifications },
      })),
    ).toEqual([
      { party: 'us', reports: 1, late: 1, missing: ['o3'], notifications: 0 },
      { party: 'ru', reports: 0, late: 0, missing: ['o2', 'o3'], notifications: 1 },
    ])
    expect(report.sides[1]?.inspections).toEqual({ requested: 1, concluded: 1, denied: 0, unanswered: 0 })
    expect(report.sides[1]?.quotas[0]).toEqual({ obligation: 'o2', used: 1, quota: 2 })
  })

  it('scores strictly over all obligations and leniently over the coded ones', () => {
    const [us, ru] = report.sides
    expect(us?.end).toMatchObject({ lenient: 100 / 3, strict: 100 / 6 })
    expect(ru?.end).toMatchObject({ lenient: 100, strict: 50 })
  })

  it('says what a case was waiting for, though the answer came an hour after issuing', () => {
    expect(report.cases).toMatchObject([
      { id: 'case', stage: 'notice', owed: { what: 'reply', by: 'us', overdue: true }, outcome: null },
    ])
    expect(report.observations).toBe(1)
  })

  it('has nothing in it that the table learnt after it was issued', () => {
    const later = { ...issue, at: '2027-01-12T00:00:00.000Z' }
    const before = periodic(held, later)
    const cut: Held = {
      ...held,
      reports: held.reports.filter(({ state }) => state.at <= later.at),
      cases: [],
      observations: held.observations.filter(({ state }) => state.at <= later.at),
      stipulations: held.stipulations.map(({ id, state }) => ({
        id,
        state: { ...state, codings: state.codings.filter(({ at }) => at <= later.at) },
      })),
      inspections: held.inspections.map(({ id, state: { concluded: _, counted: _c, ...state } }) => ({
        id,
        state,
      })),
    }
    expect(before).toEqual(periodic(cut, later))
  })

  it('is the same in whatever order things come, and exchanging the parties exchanges the columns', () => {
    const shuffled = fc.record({
      stipulations: fc.shuffledSubarray([...held.stipulations], { minLength: held.stipulations.length }),
      reports: fc.shuffledSubarray([...held.reports], { minLength: held.reports.length }),
    })
    fc.assert(
      fc.property(shuffled, fc.boolean(), (other, exchanged) => {
        const parties = exchanged ? held.parties.toReversed() : held.parties
        const made = periodic({ ...held, ...other, parties }, issue)
        const back = (sides: readonly unknown[]) => (exchanged ? sides.toReversed() : sides)
        expect({
          ...made,
          parties: held.parties,
          sides: back(made.sides),
          themes: made.themes.map((line) => ({ ...line, sides: back(line.sides) })),
        }).toEqual(report)
      }),
      { numRuns: 20 },
    )
  })

  it('says the same in both languages, piece by piece, and leaves each side a box for its dissent', () => {
    const naming = {
      parties: {
        us: { name: { en: 'Side A', ru: 'Сторона А' }, short: both('A') },
        ru: { name: { en: 'Side B', ru: 'Сторона Б' }, short: both('B') },
      },
      seats: { verifier: both('Mission') },
    }
    const dissents = [
      { party: 'ru', words: both('Not so.'), by: actor('ru'), at: '2027-02-02T09:00:00.000Z' },
    ]
    const [en, ru] = ['en', 'ru'].map((language) =>
      periodicSheet(report, { remarks: both('Quiet.'), dissents, seat: 'verifier' }, naming, language),
    )
    const shape = (blocks: typeof en) =>
      blocks?.map((block) => [block.kind, 'rows' in block ? block.rows.map((row) => row.length) : 0])
    expect(shape(en)).toEqual(shape(ru))
    expect(en?.slice(-2)).toMatchObject([
      { kind: 'box', title: 'Dissent: Side A', words: ['No dissent has been entered.'] },
      { kind: 'box', title: 'Dissent: Side B', words: ['Not so. (2 February 2027)'] },
    ])
    expect(JSON.stringify(en)).toContain('10 January 2027: 1 · minimum, reversal')
  })
})
