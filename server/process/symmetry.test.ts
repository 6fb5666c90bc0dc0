import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcome, send, wording } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { play } from '../testing/talks.ts'
import { turns } from '../testing/turn.ts'

let table: TestTable
let us: Person
let ru: Person
let mediator: Person

beforeAll(async () => {
  table = await openTable()
  ;[us, ru, mediator] = (await Promise.all(['us-head', 'ru-head', 'mediator-head'].map(table.as))) as [
    Person,
    Person,
    Person,
  ]
})
afterAll(() => table.close())

const minutes = (count: number): void => {
  table.clock.now = new Date(table.clock.now.getTime() + count * 60_000)
}
const rowOf = (view: { parties: readonly { party: string }[] }, party: string) =>
  view.parties.find((row) => row.party === party)

describe('the symmetry report', () => {
  it('counts for both sides alike what each was given, and how soon', async () => {
    const first = await send(us, 'us-channel', 'ours', { use: 'verbatim' })
    const second = await send(ru, 'ru-channel', 'theirs', { use: 'paraphrase', askFirst: true })
    await send(ru, 'ru-channel', 'only you', { use: 'mediator-only' })
    await send(us, 'plenary', 'Three words here.')
    minutes(10)
    await mediator.act('us-channel', 'message.convey', first, 1, {
      to: table.room('ru-channel'),
      as: 'verbatim',
    })
    await mediator.act('ru-channel', 'message.offer', second, 1, wording('softer'))
    minutes(20)
    const { parties } = (await mediator.get('symmetry')).json
    expect(parties).toMatchObject([
      {
        ...{ party: 'us', floor: { statements: 1, words: 3, days: 1 }, channel: { given: 1, received: 0 } },
        conveyed: {
          ...{ asked: 1, met: 1, waiting: 0, median: 600_000, longest: 600_000, longestWait: null },
          to: [
            { to: 'ru', carried: 1, median: 600_000 },
            { to: 'table', carried: 0, median: null },
          ],
        },
        wordings: { asked: 0, met: 0 },
      },
      {
        ...{ party: 'ru', floor: { statements: 0, words: 0, days: 0 }, channel: { given: 2, received: 1 } },
        conveyed: { asked: 1, met: 0, waiting: 1, median: null, longestWait: 1_800_000, kept: 1 },
        wordings: { asked: 1, met: 1, median: 600_000 },
      },
    ])
  })

  it('does not count the time in which the talks were adjourned', async () => {
    const object = await send(us, 'us-channel', 'before the break', { use: 'verbatim' })
    await mediator.act('plenary', 'adjournments.begin', 'adjournments', 0, {})
    minutes(60)
    await mediator.act('plenary', 'adjournments.end', 'adjournments', 1, {})
    minutes(5)
    await mediator.act('us-channel', 'message.convey', object, 1, {
      to: table.room('plenary'),
      as: 'verbatim',
    })
    const row = rowOf((await mediator.get('symmetry')).json, 'us') as { conveyed?: unknown; floor?: unknown }
    expect(row.conveyed).toMatchObject({ asked: 2, met: 2, median: 450_000, longest: 600_000 })
    expect(row.floor).toMatchObject({ voiced: 1 })
  })

  it('counts the sessions of a channel and of the table, and is not moved by one of a caucus', async () => {
    const plan = (begin: number, minutes: number) => ({
      ...{ title: { en: 'Session', ru: 'Заседание' }, venue: null, attends: [], arrivals: [], agenda: [] },
      ...{ languages: ['en'], interpreters: [] },
      begin: new Date(table.clock.now.getTime() + begin * 60_000).toISOString(),
      end: new Date(table.clock.now.getTime() + (begin + minutes) * 60_000).toISOString(),
    })
    const convene = async (by: Person, room: string, session: object) =>
      expect(outcome(await by.act(room, 'session.convene', randomUUID(), 0, session))).toEqual([200, ''])
    const figures = () =>
      Promise.all(
        [mediator, us, ru].map(async (person) => {
          const { at: _, ...rest } = (await person.get('symmetry')).json
          return rest
        }),
      )
    const before = await figures()
    await convene(us, 'us-caucus', plan(0, 60))
    await convene(ru, 'ru-caucus', plan(30, 60))
    expect(await figures()).toEqual(before)
    await convene(mediator, 'us-channel', plan(5, 60))
    await convene(mediator, 'plenary', plan(90, 60))
    minutes(20)
    const [whole, ...own] = await figures()
    const joint = { begun: 0, ahead: 1, timeAhead: 3_600_000, notice: 5_400_000 }
    expect(whole.parties).toMatchObject([
      { sessions: { alone: { begun: 1, time: 900_000, timeAhead: 2_700_000, notice: 300_000 }, joint } },
      { sessions: { alone: { begun: 0, time: 0, ahead: 0, notice: null }, joint } },
    ])
    expect(own.map(({ parties }) => parties)).toEqual([[whole.parties[0]], [whole.parties[1]]])
  })

  it('is read by no seat but the mediator’s and the parties’', async () => {
    for (const key of ['observer', 'guarantor', 'verifier-head', 'public']) {
      const answer = await (await table.as(key)).get('symmetry')
      expect([key, ...outcome(answer)]).toEqual([key, 403, 'symmetry.not-yours'])
    }
  })

  it('gives a party its own row alone, which is the row that the mediator sees', async () => {
    await fc.assert(
      fc.asyncProperty(turns(60), async (all) => {
        const other = await openTable()
        try {
          await play(other, all)
          const whole = (await (await other.as('mediator-head')).get('symmetry')).json
          for (const key of ['us', 'ru']) {
            const own = (await (await other.as(`${key}-head`)).get('symmetry')).json
            expect(own.parties).toEqual([rowOf(whole, key)])
            expect(own.text).toEqual(whole.text)
            const rooms = ['plenary', 'group', `${key}-channel`].map(other.room)
            expect(own.logs.map(({ room }: { room: string }) => room).toSorted()).toEqual(rooms.toSorted())
          }
        } finally {
          await other.close()
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })
})
