/** Confidence through the door: a grievance goes no further than its side lets it; nobody confirms their own part of a measure. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let people: Readonly<Record<'us' | 'ru' | 'mediator' | 'verifier', Person>>
beforeAll(async () => {
  table = await openTable()
  people = {
    us: await table.as('us-head'),
    ru: await table.as('ru-head'),
    mediator: await table.as('mediator-head'),
    verifier: await table.as('verifier-head'),
  }
})
afterAll(() => table.close())

const both = (en: string) => ({ en, ru: `${en} (рус.)` })
type Who = keyof typeof people
const act = async (
  who: Who,
  room: string,
  kind: string,
  object: string,
  base: number | null,
  payload: unknown,
) => outcome(await people[who].act(room, kind, object, base, payload))

const grievance = (word: string) => ({
  ...{
    original: 'en',
    name: both(`Name ${word}`),
    words: both(`Words ${word}`),
    settling: both(`Wanted ${word}`),
  },
  ...{ events: [], issues: [] },
})

it('stays with its side until it is put; then the mediator reads it in the channel, and the other side nothing', async () => {
  const object = randomUUID()
  const word = `heron${randomUUID().slice(0, 8)}`
  expect(await act('us', 'us-caucus', 'grievance.enter', object, 0, grievance(word))).toEqual([200, ''])
  const reads = async (who: Who, path: string) => (await people[who].get(path)).text.includes(word)
  const channel = `rooms/${table.room('us-channel')}`
  expect(await reads('us', 'confidence')).toBe(true)
  for (const who of ['ru', 'mediator', 'verifier'] as const)
    for (const path of ['confidence', 'table', 'background'])
      expect([who, await reads(who, path)]).toEqual([who, false])
  expect(await reads('mediator', channel)).toBe(false)

  const put = { use: 'paraphrase', askFirst: true }
  expect(await act('us', 'us-caucus', 'grievance.put', object, 1, put)).toEqual([200, ''])
  const { json } = await people.mediator.get(channel)
  const message = json.objects.find(
    (each: { kind: string; state: { words?: { en: string } } }) =>
      each.kind === 'message' && each.state.words?.en.includes(word),
  )
  expect(message.state).toMatchObject({ use: 'paraphrase', askFirst: true, nature: 'statement' })
  expect(message.state.words.en).toBe(`Name ${word}\n\nWords ${word}\n\nWanted ${word}`)
  const [own] = (await people.us.get('confidence')).json.grievances.filter(
    (each: { object: string }) => each.object === object,
  )
  expect(own.state.put).toEqual([
    { room: table.room('us-channel'), message: message.object, at: message.state.at },
  ])
  for (const path of ['confidence', 'table']) expect(await reads('ru', path)).toBe(false)
  expect(await reads('mediator', 'confidence')).toBe(false)

  const end = { how: 'settled', words: both('It was put right.') }
  expect(await act('us', 'us-caucus', 'grievance.end', object, 2, end)).toEqual([200, ''])
  expect((await act('us', 'us-caucus', 'grievance.put', object, 3, put))[1]).toBe('grievance.ended')
})

it('is not put to the mediator by a member whom the mediator does not see', async () => {
  const unseen = await table.as('us-unseen')
  const member = table.founded.members['us-unseen'] ?? ''
  const authority = { authority: ['speak', 'propose'] }
  expect(outcome(await people.us.act('us-caucus', 'member.authorise', member, 1, authority))).toEqual([
    200,
    '',
  ])
  const object = randomUUID()
  expect(outcome(await unseen.act('us-caucus', 'grievance.enter', object, 0, grievance('y')))).toEqual([
    200,
    '',
  ])
  const put = await unseen.act('us-caucus', 'grievance.put', object, 1, { use: 'paraphrase' })
  expect(outcome(put)).toEqual([403, 'act.unseen-member'])
  expect(await act('us', 'us-caucus', 'grievance.put', object, 1, { use: 'paraphrase' })).toEqual([200, ''])
})

it('is entered by a side in its own room alone, on what there is', async () => {
  const enter = (who: Who, room: string, payload: object) =>
    act(who, room, 'grievance.enter', randomUUID(), 0, payload)
  expect((await enter('us', 'plenary', grievance('x')))[0]).toBe(403)
  expect((await enter('mediator', 'office', grievance('x')))[0]).toBe(403)
  expect((await enter('us', 'us-caucus', { ...grievance('x'), events: [randomUUID()] }))[1]).toBe(
    'event.unknown',
  )
  expect((await enter('us', 'us-caucus', { ...grievance('x'), since: '2999' }))[1]).toBe('event.ahead')
  expect((await enter('us', 'us-caucus', { ...grievance('x'), original: 'fr' }))[1]).toBe(
    'grievance.language',
  )
})

const measure = (more: object = {}) => ({
  ...{ wording: randomUUID(), name: both('Visits'), seen: both('Both visit.'), by: '2030-01-01' },
  ...{ parts: { us: both('Opens a base.'), ru: both('Opens a base.') }, stipulations: [], ...more },
})

it('has a part for every side, binds when all have accepted the same words, and is confirmed by others only', async () => {
  const object = randomUUID()
  const first = measure()
  const enter = (payload: object) => act('us', 'plenary', 'measure.propose', randomUUID(), 0, payload)
  expect((await enter(measure({ parts: { us: both('Alone.') } })))[1]).toBe('measure.one-sided')
  expect((await enter(measure({ by: '2020-01-01' })))[1]).toBe('measure.past')
  expect((await enter(measure({ stipulations: [randomUUID()] })))[1]).toBe('commitments.stipulation-unknown')
  expect(await act('mediator', 'plenary', 'measure.propose', object, 0, first)).toEqual([200, ''])
  const accept = (who: Who, wording: string, base: number) =>
    act(who, 'plenary', 'measure.accept', object, base, { wording })
  expect(await accept('us', first.wording, 1)).toEqual([200, ''])
  const second = measure()
  expect(await act('ru', 'plenary', 'measure.change', object, 2, second)).toEqual([200, ''])
  expect((await accept('ru', first.wording, 3))[1]).toBe('measure.other-wording')
  const today = table.clock.now.toISOString().slice(0, 10)
  const told = { on: today, words: both('It is open.') }
  expect((await act('us', 'plenary', 'measure.tell', object, null, told))[1]).toBe('measure.not-agreed')
  expect(await accept('us', second.wording, 3)).toEqual([200, ''])
  expect(await accept('ru', second.wording, 4)).toEqual([200, ''])
  expect((await act('ru', 'plenary', 'measure.change', object, 5, measure()))[1]).toBe('measure.agreed')

  expect(await act('us', 'plenary', 'measure.tell', object, null, told)).toEqual([200, ''])
  expect((await act('us', 'plenary', 'measure.tell', object, null, { ...told, on: '2999-01-01' }))[1]).toBe(
    'measure.not-yet',
  )
  const told1 = await people.us.get('confidence')
  const instead = told1.json.measures[0].state.told[0].at
  const early = { ...told, on: '2020-01-01', instead }
  expect((await act('us', 'plenary', 'measure.tell', object, null, early))[1]).toBe('measure.before-agreed')
  const seen = { of: 'us', isSeen: true, words: both('We were there.') }
  expect((await act('us', 'plenary', 'measure.see', object, 6, seen))[1]).toBe('measure.own-part')
  expect(await act('ru', 'plenary', 'measure.see', object, 6, seen)).toEqual([200, ''])
  expect(
    await act('verifier', 'plenary', 'measure.see', object, 7, { ...seen, of: 'ru', isSeen: false }),
  ).toEqual([200, ''])
  const { json } = await people.verifier.get('confidence')
  const [state] = json.measures.map((each: { state: unknown }) => each.state)
  expect(state).toMatchObject({
    due: '2030-01-01',
    told: [{ party: 'us' }],
    seenBy: [{ of: 'us' }, { of: 'ru', isSeen: false }],
  })
})
