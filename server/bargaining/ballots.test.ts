import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Ballot } from '#domain/bargaining/ballot.ts'
import { haveAllAccepted } from '../ballots.ts'
import { tick } from '../clock.ts'
import { agenda, suggestion, worth } from '../testing/bargaining.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person

// Time never runs back in a log: each test begins a hundred hours after the last.
let start = Date.parse('2026-11-22T10:00:00.000Z')
const at = (hours: number): string => new Date(start + hours * 3_600_000).toISOString()
const goTo = (hours: number): void => {
  table.clock.now = new Date(start + hours * 3_600_000)
}
const allowed = [200, '']

beforeAll(async () => {
  table = await openTable()
  mediator = await table.as('mediator-head')
  expect(outcome(await mediator.act('plenary', 'agenda.set', 'agenda', 0, agenda))).toEqual(allowed)
  const wide = { most: 100, apartMinutes: 0 }
  expect(outcome(await mediator.act('office', 'budget.set', 'budget', 0, wide))).toEqual(allowed)
})
beforeEach(async () => {
  start += 100 * 3_600_000
  goTo(0)
  const keys = ['us-head', 'ru-head', 'mediator-head']
  ;[us, ru, mediator] = (await Promise.all(keys.map(table.as))) as [Person, Person, Person]
})
afterAll(() => table.close())

const asked = (hours: number) => ({ ...suggestion(), deadline: at(hours), to: ['us', 'ru'] })
const put = async (hours = 1): Promise<string> => {
  const object = randomUUID()
  expect(outcome(await mediator.act('office', 'ballot.put', object, 0, asked(hours)))).toEqual(allowed)
  return object
}
const answer = async (person: Person, ballot: string, accept: boolean, base = 0) =>
  outcome(await person.act(`${person === us ? 'us' : 'ru'}-caucus`, 'answer.give', ballot, base, { accept }))
const seen = async (person: Person, ballot: string): Promise<readonly Ballot[]> =>
  (await person.get('bargaining')).json.ballots
    .filter(({ object }: { object: string }) => object === ballot)
    .map(({ state }: { state: Ballot }) => state)
const standing = async (ballot: string) => (await seen(us, ballot))[0]?.standing
const actsOf = async (person: Person, room: string, kind: string, object: string) =>
  (await person.get(`rooms/${table.room(room)}/record/acts`)).json.acts
    .map(({ act }: { act: { kind: string; object: string } }) => act)
    .filter((act: { kind: string; object: string }) => act.kind === kind && act.object === object)

describe('a ballot', () => {
  it('is put by the mediator from the office, and stands alike in every channel', async () => {
    const object = await put()
    const [mine] = await seen(us, object)
    expect(mine).toMatchObject({ ...asked(1), standing: 'open', at: at(0) })
    expect(await seen(ru, object)).toEqual([mine])
    expect(await seen(mediator, object)).toEqual([mine, mine, mine])
    const { due } = (await us.get('bargaining')).json
    expect(due[object]).toBe(at(1))
    expect((await (await table.as('observer')).get('bargaining')).json.ballots).toEqual([])
  })

  it('spends the information budget, and is refused past it; not where the parties were told of the package before', async () => {
    const budget = async () => (await mediator.get('bargaining')).json.budget
    const { revision, state } = await budget()
    const spent = state.released.length
    await put()
    expect((await budget()).state.released).toHaveLength(spent + 1)
    const office = async (kind: string, object: string, base: number, payload: unknown) =>
      outcome(await mediator.act('office', kind, object, base, payload))
    const narrow = { most: spent + 2, apartMinutes: 0 }
    expect(await office('budget.set', 'budget', revision + 1, narrow)).toEqual(allowed)
    const [told] = [randomUUID()]
    expect(await office('suggestion.prepare', told, 0, suggestion())).toEqual(allowed)
    expect(await office('suggestion.release', told, 1, { to: ['us', 'ru'] })).toEqual(allowed)
    await put()
    const other = { ...asked(1), package: { hours: '72', line: 'monthly' } }
    expect((await office('ballot.put', randomUUID(), 0, other))[1]).toBe('suggestion.budget')
    const wide = { most: 100, apartMinutes: 0 }
    expect(await office('budget.set', 'budget', (await budget()).revision, wide)).toEqual(allowed)
  })

  it('waits on whoever may answer for a party, until it is answered, and on nobody else', async () => {
    const object = await put()
    const waits = async (key: string) =>
      (await (await table.as(key)).get('table')).json.waiting
        .filter((task: { object: string }) => task.object === object)
        .map(({ why, due }: { why: string; due: string }) => [why, due])
    expect(await waits('us-head')).toEqual([['ballot', at(1)]])
    expect(await waits('ru-head')).toEqual([['ballot', at(1)]])
    for (const key of ['mediator-head', 'observer']) expect([key, await waits(key)]).toEqual([key, []])
    await answer(us, object, false)
    expect(await waits('us-head')).toEqual([])
    expect(await waits('ru-head')).toEqual([['ballot', at(1)]])
  })

  it.each([
    ['ballot.deadline-past', { deadline: '2026-11-22T10:00:00.000Z' }],
    ['ballot.deadline-far', { deadline: '2029-11-22T10:00:00.000Z' }],
    ['suggestion.party-unknown', { to: ['us', 'nobody'] }],
    ['suggestion.party-unknown', { to: ['us', 'us'] }],
    ['bargaining.never-together', { package: { hours: '24', line: 'none' } }],
    ['bargaining.language', { words: { original: 'en', words: { en: 'English alone.' } } }],
    ['wire.malformed', { to: ['us'] }],
  ])('is refused with %s', async (code, wrong) => {
    const given = { ...asked(1), ...wrong }
    expect(outcome(await mediator.act('office', 'ballot.put', randomUUID(), 0, given))[1]).toBe(code)
  })

  it('is put by nobody else, nowhere else, and closed by no member', async () => {
    const object = await put()
    expect(outcome(await us.act('us-channel', 'ballot.put', randomUUID(), 0, asked(1)))).toEqual([
      403,
      'act.not-here',
    ])
    const secretary = await table.as('mediator-secretary')
    expect(outcome(await secretary.act('office', 'ballot.put', randomUUID(), 0, asked(1)))).toEqual([
      403,
      'act.not-yours',
    ])
    goTo(2)
    const close = await mediator.act('office', 'ballot.close', object, 1, { accepted: true })
    expect(outcome(close)).toEqual([400, 'wire.malformed'])
  })
})

describe('an answer', () => {
  it('is given at home by who may agree ad referendum, changed until the deadline, and seen there alone', async () => {
    const object = await put()
    const secretary = await table.as('us-secretary')
    expect(outcome(await secretary.act('us-caucus', 'answer.give', object, 0, { accept: true }))).toEqual([
      403,
      'act.not-yours',
    ])
    for (const room of ['us-channel', 'plenary'])
      expect(outcome(await us.act(room, 'answer.give', object, 0, { accept: true }))).toEqual([
        403,
        'act.not-here',
      ])
    expect(await answer(us, randomUUID(), true)).toEqual([404, 'ballot.unknown'])
    const before = (await mediator.get('bargaining')).text
    expect(await answer(us, object, true)).toEqual(allowed)
    expect(await answer(us, object, true)).toEqual([409, 'act.stale'])
    goTo(0.9)
    expect(await answer(us, object, false, 1)).toEqual(allowed)
    expect((await us.get('bargaining')).json.answers.at(-1)).toMatchObject({
      room: table.room('us-caucus'),
      object,
      revision: 2,
      state: { accept: false, givenAt: at(0.9) },
    })
    const { at: _, ...after } = (await mediator.get('bargaining')).json
    const { at: __, ...then } = JSON.parse(before)
    expect(after).toEqual(then)
    expect(
      (await ru.get('bargaining')).json.answers.filter((each: { object: string }) => each.object === object),
    ).toEqual([])
    for (const hours of [1, 1.5]) {
      goTo(hours)
      expect(await answer(us, object, true, 2)).toEqual([422, 'ballot.closed'])
    }
  })
})

describe('the clock', () => {
  it('closes when the time has passed and not before, although all have answered: that would tell', async () => {
    const object = await put()
    for (const person of [us, ru]) expect(await answer(person, object, true)).toEqual(allowed)
    goTo(0.999)
    await tick(table.context)
    expect(await standing(object)).toBe('open')
    goTo(1)
    await Promise.all([tick(table.context), tick(table.context)])
    await tick(table.context)
    expect(await standing(object)).toBe('accepted')
  })

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [true, undefined, false],
    [undefined, undefined, false],
  ])(
    'says the same in every room at the same moment, in nobody’s name, once, and never who: %s and %s',
    async (mine, theirs, accepted) => {
      const object = await put()
      if (mine !== undefined) await answer(us, object, mine)
      if (theirs !== undefined) await answer(ru, object, theirs)
      goTo(3)
      await tick(table.context)
      await tick(table.context)
      const told = [
        await actsOf(mediator, 'office', 'ballot.close', object),
        await actsOf(us, 'us-channel', 'ballot.close', object),
        await actsOf(ru, 'ru-channel', 'ballot.close', object),
      ]
      for (const acts of told)
        expect(acts).toEqual([
          {
            ...{ id: expect.any(String), room: expect.any(String), kind: 'ballot.close', object, by: null },
            ...{ at: at(3), payload: { accepted, due: at(1) } },
          },
        ])
      const states = [...(await seen(mediator, object)), ...(await seen(us, object))]
      expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1)
    },
  )

  it('waits for an answer that was given in time and is still being written', async () => {
    const object = await put()
    const seat = (key: string) => table.installation.pools.of(table.founded.roles[key] ?? '')
    const { process } = await table.context.houseOf(table.founded.roles.mediator ?? '')
    await answer(us, object, true)
    const writing = await seat('ru').connect()
    await writing.query('begin')
    await writing.query('select 1 from parley.logs where room_id = $1 for update', [table.room('ru-caucus')])
    const looking = haveAllAccepted(process, seat, object, { to: ['us', 'ru'] })
    const state = { accept: true, by: { seat: 'ru', member: ru.member }, givenAt: at(0.5) }
    await writing.query(
      `insert into parley.objects (room_id, kind, object_id, revision, first, last, state) values ($1, 'answer', $2, 1, 0, 0, $3)`,
      [table.room('ru-caucus'), object, state],
    )
    await writing.query('commit')
    writing.release()
    expect(await looking).toBe(true)
    await seat('ru')
      .query(`delete from parley.objects where kind = 'answer' and object_id = $1`, [object])
      .catch(() => undefined)
  })

  it('stands still while the talks are adjourned', async () => {
    const object = await put()
    const revision = async () => (await us.get(table.base)).json.adjournments.revision
    goTo(0.5)
    await mediator.act('plenary', 'adjournments.begin', 'adjournments', await revision(), {})
    expect((await us.get('bargaining')).json.due[object]).toBeNull()
    expect(outcome(await mediator.act('office', 'ballot.put', randomUUID(), 0, asked(9)))).toEqual([
      422,
      'adjournment.on',
    ])
    goTo(2)
    await tick(table.context)
    expect(await answer(us, object, true)).toEqual(allowed)
    await mediator.act('plenary', 'adjournments.end', 'adjournments', await revision(), {})
    goTo(2.4)
    await tick(table.context)
    expect(await standing(object)).toBe('open')
    goTo(2.5)
    await tick(table.context)
    expect((await seen(us, object))[0]).toMatchObject({ standing: 'not-accepted', due: at(2.5) })
  })

  it('leaves a quarter of an hour to answer after an interruption', async () => {
    const object = await put()
    const openSince = at(2)
    const availability = {
      openSince: () => openSince,
      reopened: () => undefined,
      beat: async () => undefined,
    }
    goTo(2)
    const again = await table.reopen({ availability })
    await tick(again.context)
    expect(await standing(object)).toBe('open')
    goTo(2.25)
    await tick(again.context)
    expect((await seen(us, object))[0]).toMatchObject({ standing: 'not-accepted', due: at(2.25) })
    again.context.announcer.endAll()
    await again.app.close()
  })
})

describe('what stays in a caucus', () => {
  /** What all seats together read outside these rooms, straight from the tables. */
  const rowsBeyond = async (...rooms: readonly string[]): Promise<string> => {
    const all = await Promise.all(
      Object.values(table.founded.roles).map(async (role) => {
        const { rows } = await table.installation.pools.of(role).query<{ words: string }>(
          `select state::text as words from parley.objects where room_id <> all($1)
           union all select concat_ws(' ', kind, object_id, payload) from parley.acts where room_id <> all($1)`,
          [rooms.map(table.room)],
        )
        return rows.map(({ words }) => words)
      }),
    )
    return all.flat().join('\n')
  }

  it('is in no row of any other room and in no line of any log', async () => {
    const [canary, slope] = ['1733917', '123457/654323']
    const issues = { hours: { weight: 1, slope: { offset: 0, slope } } }
    const secret = { ...worth, issues, reservation: Number(canary) }
    expect(outcome(await us.act('us-caucus', 'worth.set', 'worth', 0, secret))).toEqual(allowed)
    const object = await put()
    expect(await answer(us, object, true)).toEqual(allowed)
    goTo(1)
    await tick(table.context)
    const beyond = await rowsBeyond('us-caucus')
    expect(await rowsBeyond('ru-caucus')).toContain(canary)
    for (const word of [canary, slope]) expect(beyond.includes(word)).toBe(false)
    const outside = await rowsBeyond('us-caucus', 'ru-caucus')
    expect(outside).toContain('ballot.close')
    for (const word of ['"accept"', 'givenAt', 'answer.give', 'worth.set', 'ratification.set'])
      expect([word, outside.includes(word)]).toEqual([word, false])
    const folder = inject('folder')
    const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /log$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
    for (const words of [...table.log, ...logs])
      for (const word of [canary, slope, object]) expect(words.includes(word)).toBe(false)
  })
})
