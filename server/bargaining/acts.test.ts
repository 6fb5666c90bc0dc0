import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agenda, senate, suggestion, worth } from '../testing/bargaining.ts'
import { alternative, seed } from '../testing/clauses.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person
let observer: Person

beforeAll(async () => {
  table = await openTable()
  const keys = ['us-head', 'ru-head', 'mediator-head', 'observer']
  ;[us, ru, mediator, observer] = (await Promise.all(keys.map(table.as))) as [Person, Person, Person, Person]
})
afterAll(() => table.close())

const minutes = (count: number): void => {
  table.clock.now = new Date(table.clock.now.getTime() + count * 60_000)
}
const bargaining = async (person: Person) => (await person.get('bargaining')).json
const allowed = [200, '']

describe('before there is an agenda', () => {
  it('nothing can be said of it, and every seat reads that there is nothing', async () => {
    const refused = [422, 'bargaining.no-agenda']
    expect(outcome(await us.act('us-caucus', 'worth.set', 'worth', 0, worth))).toEqual(refused)
    expect(
      outcome(await us.act('us-channel', 'disclosure.make', randomUUID(), 0, { reservation: 1 })),
    ).toEqual(refused)
    expect(
      outcome(await mediator.act('office', 'suggestion.prepare', randomUUID(), 0, suggestion())),
    ).toEqual(refused)
    for (const person of [us, mediator, observer])
      expect(await bargaining(person)).toEqual({
        ...{ agenda: null, draft: null, worth: null, ratification: null, budget: null },
        ...{ answers: [], disclosures: [], received: [], prepared: [], ballots: [], due: {} },
        at: table.clock.now.toISOString(),
      })
  })
})

describe('the agenda', () => {
  it('is set by the mediator for everybody at the table, and drafted in the office', async () => {
    expect(outcome(await us.act('plenary', 'agenda.set', 'agenda', 0, agenda))).toEqual([
      403,
      'act.not-yours',
    ])
    expect(outcome(await us.act('us-caucus', 'agenda.set', 'agenda', 0, agenda))).toEqual([
      403,
      'act.not-here',
    ])
    expect(outcome(await mediator.act('office', 'agenda.set', 'agenda', 0, agenda))).toEqual(allowed)
    expect((await bargaining(us)).agenda).toBeNull()
    expect(outcome(await mediator.act('plenary', 'agenda.set', 'agenda', 0, agenda))).toEqual(allowed)
    expect(outcome(await mediator.act('plenary', 'agenda.set', 'agenda', 0, agenda))).toEqual([
      409,
      'act.stale',
    ])
    for (const person of [us, ru, observer])
      expect(await bargaining(person)).toMatchObject({ agenda: { revision: 1, state: agenda }, draft: null })
    expect((await bargaining(mediator)).draft).toMatchObject({ room: table.room('office'), state: agenda })
  })

  it('names only places that the common text has or had', async () => {
    const clause = {
      ...seed('c1', 'F', ''),
      passage: { en: [{ bracket: 'b1' }], ru: [{ bracket: 'b1' }] },
      brackets: { b1: { id: 'b1', alternatives: [alternative('a1', 'us', 'One.', 'Один.')] } },
    }
    const title = { en: 'Text', ru: 'Текст' }
    expect(
      outcome(await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses: [clause] })),
    ).toEqual(allowed)
    const at = (alternative: string, clause = 'c1') => ({
      ...agenda,
      issues: agenda.issues.map((issue) => ({
        ...issue,
        options: issue.options.map((option) => ({
          ...option,
          closes: [{ clause, bracket: 'b1', alternative }],
        })),
      })),
    })
    for (const wrong of [at('a2'), at('a1', 'c9')])
      expect(outcome(await mediator.act('office', 'agenda.set', 'agenda', 1, wrong))).toEqual([
        422,
        'agenda.place-unknown',
      ])
    expect(outcome(await mediator.act('office', 'agenda.set', 'agenda', 1, at('a1')))).toEqual(allowed)
    expect(outcome(await ru.act('plenary', 'clause.support', 'c1', 1, { alternative: 'a1' }))).toEqual(
      allowed,
    )
    const adopted = { wording: 1, alternative: 'a1' }
    expect(outcome(await mediator.act('plenary', 'clause.adopt', 'c1', 2, adopted))).toEqual(allowed)
    expect(outcome(await mediator.act('office', 'agenda.set', 'agenda', 2, at('a1')))).toEqual(allowed)
  })

  const [hours, line] = agenda.issues
  it.each([
    ['bargaining.issue-twice', { issues: [hours, hours] }],
    ['bargaining.no-option', { issues: [{ ...line, options: [] }] }],
    ['bargaining.option-twice', { issues: [{ ...line, options: [line?.options[0], line?.options[0]] }] }],
    ['bargaining.too-many-options', { issues: [{ ...hours, range: { from: 0, to: 20_000 } }] }],
    ['agenda.options-and-range', { issues: [{ ...line, range: { from: 1, to: 2 } }] }],
    ['agenda.basket-unknown', { issues: [{ ...line, basket: 'nowhere' }] }],
    ['agenda.basket-twice', { baskets: [...agenda.baskets, ...agenda.baskets] }],
    ['bargaining.language', { issues: [{ ...line, name: { en: 'Only English' } }] }],
    ['bargaining.language', { baskets: [{ id: 'x', name: { en: 'A', ru: 'Б', fr: 'C' } }], issues: [] }],
    ['bargaining.option-unknown', { constraints: [{ never: { hours: ['73'] } }] }],
    ['bargaining.issue-unknown', { constraints: [{ never: { nothing: ['1'] } }] }],
  ])('is refused with %s', async (code, wrong) => {
    const whole = { ...agenda, constraints: [], ...wrong }
    expect(outcome(await mediator.act('plenary', 'agenda.set', 'agenda', 1, whole))).toEqual([422, code])
  })
})

describe('worth', () => {
  it('is set in a caucus by who may propose, and read there alone', async () => {
    const secretary = await table.as('us-secretary')
    expect(outcome(await secretary.act('us-caucus', 'worth.set', 'worth', 0, worth))).toEqual([
      403,
      'act.not-yours',
    ])
    for (const room of ['us-channel', 'plenary'])
      expect(outcome(await us.act(room, 'worth.set', 'worth', 0, worth))).toEqual([403, 'act.not-here'])
    expect(outcome(await mediator.act('office', 'worth.set', 'worth', 0, worth))).toEqual([
      403,
      'act.not-here',
    ])
    expect(outcome(await us.act('us-caucus', 'worth.set', 'worth', 0, worth))).toEqual(allowed)
    expect(outcome(await us.act('us-caucus', 'worth.set', 'worth', 0, worth))).toEqual([409, 'act.stale'])
    expect((await bargaining(secretary)).worth).toEqual({
      room: table.room('us-caucus'),
      object: 'worth',
      revision: 1,
      state: { ...worth, party: 'us' },
    })
    for (const person of [ru, mediator, observer]) expect((await bargaining(person)).worth).toBeNull()
  })

  it.each([
    ['bargaining.issue-unknown', { issues: { nothing: { weight: 1 } } }],
    ['bargaining.option-unknown', { issues: { line: { weight: 1, options: { daily: 1 } } } }],
    ['worth.interval', { issues: { line: { weight: { least: 2, most: 1 } } } }],
    ['worth.slope', { issues: { line: { weight: 1, slope: { offset: 0, slope: 1 } } } }],
    ['worth.slope', { issues: { hours: { weight: 1, slope: { offset: 0, slope: 3 } } } }],
    ['bargaining.option-unknown', { redLines: [{ issue: 'hours', option: '23' }] }],
    ['bargaining.issue-unknown', { constraints: [{ nothing: ['1'] }] }],
    ['bargaining.batna', { batna: { hours: '24' } }],
    ['worth.comparison', { comparisons: [{ better: { hours: '24' }, worse: { line: 'none' } }] }],
  ])('is refused with %s, in the caucus and in a disclosure alike', async (code, wrong) => {
    expect(outcome(await us.act('us-caucus', 'worth.set', 'worth', 1, { ...worth, ...wrong }))).toEqual([
      422,
      code,
    ])
    expect(outcome(await us.act('us-channel', 'disclosure.make', randomUUID(), 0, wrong))).toEqual([
      422,
      code,
    ])
  })

  it.each([
    { issues: { line: { weight: 101 } } },
    { issues: { line: { weight: 0.5 } } },
    { issues: { line: { weight: 1, options: { none: -1 } } } },
    { party: 'ru' },
    { normalised: 'by-maximum' },
    { reservation: 1.5 },
  ])('is points that people enter: %j is no such thing', async (wrong) => {
    const answer = await us.act('us-caucus', 'worth.set', 'worth', 1, { ...worth, ...wrong })
    expect(outcome(answer)).toEqual([400, 'wire.malformed'])
  })
})

describe('what must pass at home', () => {
  it('is kept in the caucus', async () => {
    expect(
      outcome(await ru.act('ru-caucus', 'ratification.set', 'ratification', 0, { bodies: [senate] })),
    ).toEqual(allowed)
    expect((await bargaining(ru)).ratification.state).toEqual({ bodies: [senate] })
    for (const person of [us, mediator]) expect((await bargaining(person)).ratification).toBeNull()
  })

  it.each([
    ['ratification.votes', [{ ...senate, threshold: { need: 40, of: 79 } }]],
    ['ratification.votes', [{ ...senate, threshold: { need: 101, of: 100 } }]],
    ['ratification.body-twice', [senate, senate]],
    ['bargaining.language', [{ ...senate, name: { en: 'Senate' } }]],
    [
      'bargaining.option-unknown',
      [{ ...senate, groups: [{ ...senate.groups[0], accepts: { line: ['x'] } }] }],
    ],
  ])('is refused with %s', async (code, bodies) => {
    expect(outcome(await ru.act('ru-caucus', 'ratification.set', 'ratification', 1, { bodies }))).toEqual([
      422,
      code,
    ])
  })
})

describe('a disclosure', () => {
  it('shows the mediator what the party chose, which need not be what it keeps, and can be withdrawn once', async () => {
    const object = randomUUID()
    const shown = { issues: { line: { weight: 90 } }, reservation: 9_000, bodies: [senate] }
    expect(outcome(await us.act('us-channel', 'disclosure.make', object, 0, shown))).toEqual(allowed)
    expect(outcome(await us.act('us-channel', 'disclosure.make', randomUUID(), 0, {}))).toEqual([
      422,
      'disclosure.empty',
    ])
    expect(outcome(await mediator.act('us-channel', 'disclosure.make', randomUUID(), 0, shown))).toEqual([
      403,
      'act.not-yours',
    ])
    expect((await bargaining(mediator)).disclosures).toMatchObject([
      { room: table.room('us-channel'), object, state: { party: 'us', shown, by: { member: us.member } } },
    ])
    for (const person of [ru, observer]) expect((await bargaining(person)).disclosures).toEqual([])
    expect(outcome(await us.act('us-channel', 'disclosure.withdraw', object, 1, {}))).toEqual(allowed)
    expect(outcome(await us.act('us-channel', 'disclosure.withdraw', object, 2, {}))).toEqual([
      422,
      'disclosure.withdrawn',
    ])
    expect((await bargaining(mediator)).disclosures[0].state.withdrawnAt).toBe(table.clock.now.toISOString())
  })
})

describe('a suggestion', () => {
  const prepare = async (given: object = suggestion()): Promise<string> => {
    const object = randomUUID()
    expect(outcome(await mediator.act('office', 'suggestion.prepare', object, 0, given))).toEqual(allowed)
    return object
  }
  const release = async (object: string, to: readonly string[], base = 1) =>
    outcome(await mediator.act('office', 'suggestion.release', object, base, { to }))

  it.each([
    ['bargaining.nothing-chosen', { package: {} }],
    ['bargaining.option-unknown', { package: { hours: '73' } }],
    ['bargaining.never-together', { package: { hours: '24', line: 'none' } }],
    ['bargaining.issue-unknown', { from: { nothing: '1' } }],
    ['bargaining.language', { words: { original: 'en', words: { en: 'Only English.' } } }],
    ['wording.original', { words: { original: 'fr', words: { en: 'A.', ru: 'Б.' } } }],
  ])('is refused with %s', async (code, wrong) => {
    const given = { ...suggestion(), ...wrong }
    const answer = await mediator.act('office', 'suggestion.prepare', randomUUID(), 0, given)
    expect(outcome(answer)).toEqual([422, code])
  })

  it('is released only within a budget: so many, so far apart, to parties, and once to each', async () => {
    const [first, second, third] = [await prepare(), await prepare(), await prepare()]
    expect(await release(first, ['us'])).toEqual([422, 'suggestion.no-budget'])
    expect(
      outcome(await mediator.act('office', 'budget.set', 'budget', 0, { most: 2, apartMinutes: 60 })),
    ).toEqual(allowed)
    for (const to of [['us', 'us'], ['nobody']])
      expect(await release(first, to)).toEqual([422, 'suggestion.party-unknown'])
    expect(await release(first, ['us'])).toEqual(allowed)
    expect(await release(first, ['us'])).toEqual([409, 'act.stale'])
    const soon = await mediator.act('office', 'suggestion.release', second, 1, { to: ['ru', 'us'] })
    const from = table.clock.now.getTime() + 3_600_000
    expect(soon.json).toEqual({ code: 'suggestion.too-soon', facts: { from } })
    minutes(59)
    expect(await release(second, ['us'])).toEqual([422, 'suggestion.too-soon'])
    minutes(1)
    expect(await release(first, ['ru', 'us'], 2)).toEqual([422, 'suggestion.released'])
    expect(await release(second, ['us', 'ru'])).toEqual(allowed)
    minutes(600)
    expect(await release(third, ['ru'])).toEqual([422, 'suggestion.budget'])
    const lower = await mediator.act('office', 'budget.set', 'budget', 3, { most: 1, apartMinutes: 60 })
    expect(outcome(lower)).toEqual([422, 'budget.below-released'])
    const { budget, prepared } = await bargaining(mediator)
    expect(budget.state.released.map(({ to }: { to: string[] }) => to)).toEqual([['us'], ['us', 'ru']])
    expect(prepared).toHaveLength(3)
    for (const person of [us, ru])
      expect(await bargaining(person)).toMatchObject({ budget: null, prepared: [] })
  })

  it('is the same in every channel, and nothing there tells whether it is in another', async () => {
    const [mine, theirs] = [(await bargaining(us)).received, (await bargaining(ru)).received]
    expect([mine.length, theirs.length]).toEqual([2, 1])
    expect(mine[1].state).toEqual(theirs[0].state)
    expect(mine[1].object).not.toBe(theirs[0].object)
    expect(Object.keys(mine[1].state).sort()).toEqual(['at', 'by', 'chosen', 'package', 'words'])
    expect(mine[1].state.chosen).toEqual([
      {
        issue: 'hours',
        option: '48',
        names: {
          issue: { en: 'Hours of notice', ru: 'Срок уведомления' },
          option: { en: '48 hours', ru: '48 часа' },
        },
      },
      {
        issue: 'line',
        option: 'monthly',
        names: {
          issue: { en: 'Test of the line', ru: 'Проверка линии' },
          option: { en: 'Monthly', ru: 'Ежемесячно' },
        },
      },
    ])
  })

  it('is answered in its channel by the party, and that is seen there alone', async () => {
    const [there] = (await bargaining(ru)).received
    const remark = { original: 'ru', words: { ru: 'Надо подумать.' } }
    const answer = { answer: 'interested', remark }
    expect(outcome(await mediator.act('ru-channel', 'suggestion.answer', there.object, 1, answer))).toEqual([
      403,
      'act.not-yours',
    ])
    expect(outcome(await ru.act('ru-channel', 'suggestion.answer', there.object, 1, answer))).toEqual(allowed)
    expect((await bargaining(ru)).received[0].state.answered).toMatchObject(answer)
    expect(JSON.stringify(await bargaining(us))).not.toContain('Надо подумать')
  })

  it('is prepared anew when the agenda has changed, and waits while the talks are adjourned', async () => {
    expect(
      outcome(await mediator.act('office', 'budget.set', 'budget', 3, { most: 9, apartMinutes: 0 })),
    ).toEqual(allowed)
    const before = await prepare()
    const [hours, line] = agenda.issues
    const changed = { ...agenda, issues: [{ ...hours, name: { en: 'Notice', ru: 'Уведомление' } }, line] }
    expect(outcome(await mediator.act('plenary', 'agenda.set', 'agenda', 1, changed))).toEqual(allowed)
    expect(await release(before, ['us'])).toEqual([409, 'suggestion.agenda-changed'])
    const now = await prepare()
    expect(outcome(await mediator.act('plenary', 'adjournments.begin', 'adjournments', 0, {}))).toEqual(
      allowed,
    )
    expect(await release(now, ['us'])).toEqual([422, 'adjournment.on'])
    expect(outcome(await mediator.act('plenary', 'adjournments.end', 'adjournments', 1, {}))).toEqual(allowed)
    expect(await release(now, ['us'])).toEqual(allowed)
  })
})
