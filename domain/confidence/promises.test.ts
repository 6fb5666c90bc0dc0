/** What each side has promised and kept: one rule for both, checked against a plain reading of every case. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Case } from '#domain/commitments/case.ts'
import type { Listed } from '#domain/commitments/progress.ts'
import type { Measure } from './measure.ts'
import { countedBy, promiseKinds, promiseStandings, promisesOn, type Table } from './promises.ts'

const parties = ['us', 'ru']
const other = (party: string) => (party === 'us' ? 'ru' : 'us')
const actor = { seat: 'us', member: 'm' }
const name = { en: 'x', ru: 'х' }
const today = '2026-06-15'
const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)
const past = fc.integer({ min: 1, max: 15 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)
const party = fc.constantFrom('us', 'ru')
const at = (when: string) => `${when}T10:00:00.000Z`

const stipulation = fc
  .record({ bound: fc.subarray(parties, { minLength: 1 }), due: fc.option(day), full: fc.option(past) })
  .map(
    ({ bound, due, full }): Omit<Listed, 'object'> => ({
      terms: {
        ...{ name, bound, conditions: [], theme: 'communication' },
        due: due === null ? { kind: 'none' } : { kind: 'date', date: due },
      },
      inForce: { force: 'f', version: 1, basis: 'entry-into-force', from: '2026-01-01' },
      codings: full === null ? [] : [{ finding: 'c', level: 3, asOf: full, at: at(full) }],
    }),
  )

const inCase = fc
  .record({
    against: party,
    replyBy: day,
    reply: fc.option(past),
    due: day,
    agreed: fc.boolean(),
    closed: fc.option(
      fc.record({ on: past, outcome: fc.constantFrom('remedied' as const, 'unresolved' as const) }),
    ),
  })
  .map(
    ({ against, replyBy, reply, due, agreed, closed }): Case => ({
      ...{ stipulations: [], against, title: name, words: name, replyBy, by: actor, at: at('2026-06-01') },
      ...(reply === null ? {} : { reply: { words: name, by: actor, at: at(reply) } }),
      ...{ mandates: [], findings: [], dissents: [] },
      remedies: [
        {
          ...{ id: 'r', bound: against, due, words: name, by: actor, at: at('2026-06-02') },
          accepted: (agreed ? parties : ['us']).map((each) => ({ party: each, at: at('2026-06-02') })),
        },
      ],
      ...(closed === null
        ? {}
        : { closed: { outcome: closed.outcome, words: name, by: actor, at: at(closed.on) } }),
    }),
  )

const measure = fc
  .record({
    due: day,
    agreed: fc.boolean(),
    told: fc.array(fc.tuple(party, past), { maxLength: 2 }),
    seen: fc.array(fc.tuple(party, fc.boolean(), past), { maxLength: 3 }),
    ended: fc.boolean(),
  })
  .map(
    ({ due, agreed, told, seen, ended }): Measure => ({
      ...{ wording: 'w', name, parts: { us: name, ru: name }, due, seen: name, stipulations: [] },
      ...{ proposedBy: actor, at: at('2026-06-01'), accepted: [] },
      ...(agreed ? { agreed: at('2026-06-01') } : {}),
      told: [...new Map(told)].map(([each, on]) => ({ party: each, on, words: name, by: actor, at: at(on) })),
      seenBy: seen.map(([of, isSeen, on]) => ({ of, isSeen, words: name, by: actor, at: at(on) })),
      ...(ended ? { ended: { words: name, by: actor, at: at(today) } } : {}),
    }),
  )

const table: fc.Arbitrary<Table> = fc
  .record({
    stipulations: fc.array(stipulation, { maxLength: 5 }),
    cases: fc.array(inCase, { maxLength: 4 }),
    measures: fc.array(measure, { maxLength: 4 }),
  })
  .map(({ stipulations, cases, measures }) => ({
    parties,
    stipulations: stipulations.map((each, i) => ({ ...each, object: `s${i}` })),
    cases: cases.map((state, i) => ({ object: `c${i}`, state })),
    measures: measures.map((state, i) => ({ object: `m${i}`, state })),
  }))

/** The same table with the sides exchanged in everything that names one. */
const exchanged = (of: Table): Table =>
  JSON.parse(JSON.stringify(of).replaceAll(/"(us|ru)"/g, (_, each: string) => `"${other(each)}"`)) as Table

it('says of the one side what it says of the other when the sides are exchanged', () => {
  fc.assert(
    fc.property(table, (of) => {
      const [here, there] = [promisesOn(of, today), promisesOn(exchanged(of), today)]
      for (const kind of promiseKinds)
        for (const side of parties)
          expect(countedBy(there, other(side), kind)).toEqual(countedBy(here, side, kind))
    }),
  )
})

it('counts every promise once, each as its days say', () => {
  fc.assert(
    fc.property(table, (of) => {
      const promises = promisesOn(of, today)
      const all = promises.length
      const counted = parties.flatMap((side) =>
        promiseKinds.flatMap((kind) =>
          promiseStandings.map((standing) => countedBy(promises, side, kind)[standing]),
        ),
      )
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(all)
      for (const { kept, due, standing } of promises) {
        if (standing === 'kept') expect(kept !== null && (due === null || kept <= due)).toBe(true)
        if (standing === 'late') expect(kept !== null && due !== null && kept > due).toBe(true)
        if (standing === 'due') expect(kept === null && due !== null && due >= today).toBe(true)
        if (standing === 'overdue') expect(kept === null && due !== null && due < today).toBe(true)
      }
    }),
  )
})

it('takes nobody’s own word for a part of a measure, and leaves open what is disputed', () => {
  const base: Measure = {
    ...{ wording: 'w', name, parts: { us: name, ru: name }, due: '2026-06-10', seen: name, stipulations: [] },
    ...{ proposedBy: actor, at: at('2026-06-01'), accepted: [], agreed: at('2026-06-01') },
    told: [{ party: 'us', on: '2026-06-09', words: name, by: actor, at: at('2026-06-09') }],
    seenBy: [],
  }
  const standingOf = (state: Measure) =>
    promisesOn({ parties, stipulations: [], cases: [], measures: [{ object: 'm', state }] }, today).find(
      (each) => each.party === 'us',
    )?.standing
  const saw = (seat: string, isSeen: boolean) => ({
    ...{ of: 'us', isSeen, words: name, by: { seat, member: 'm' }, at: at('2026-06-12') },
  })
  expect(standingOf(base)).toBe('overdue')
  expect(standingOf({ ...base, seenBy: [saw('ru', true)] })).toBe('kept')
  expect(standingOf({ ...base, told: [], seenBy: [saw('ru', true)] })).toBe('late')
  expect(standingOf({ ...base, seenBy: [saw('verifier', true), saw('ru', false)] })).toBe('open')
  const ended = (on: string) => ({ ...base, ended: { words: name, by: actor, at: at(on) } })
  expect(standingOf(ended('2026-06-10'))).toBe('open')
  expect(standingOf(ended(today))).toBe('overdue')
})
