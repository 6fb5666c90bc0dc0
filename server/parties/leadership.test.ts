import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passageHashes } from '#domain/text/canonical.ts'
import { seed } from '../testing/clauses.ts'
import { akoma } from '../testing/files.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let secretary: Person
let mediator: Person
let other: Person

const both = (en: string, ru: string) => ({ en, ru })
const bytes = akoma('The Minister appoints.')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const agree = (degree: string) => ({ wording: 1, degree, under: [], subjectToConformity: false })
const view = async (person: Person) => (await person.get('leadership')).json
const full = ['speak', 'propose', 'agree-ad-referendum', 'initial', 'sign']

const changeTo = (successor: object, more: object = {}) => ({
  ...{ outgoing: head.member, stays: true, successor, authority: full },
  fullPowers: { from: '2026-11-01', until: '2027-10-31' },
  credentials: { issuer: both('The Minister', 'Министр'), dated: '2026-11-20', sha256 },
  ...more,
})
const joins = (id: string) => ({
  joins: { id, name: both('Newcomer', 'Новый глава'), title: both('Minister', 'Министр'), language: 'en' },
})

beforeAll(async () => {
  table = await openTable()
  const keys = ['us-head', 'us-secretary', 'mediator-head', 'ru-head']
  ;[head, secretary, mediator, other] = (await Promise.all(keys.map(table.as))) as [
    Person,
    Person,
    Person,
    Person,
  ]
  const clauses = [
    seed('c1', 'F', 'The line is tested.', 'Линия проверяется.'),
    seed('c2', 'V', 'Two.', 'Два.'),
  ]
  await mediator.act('plenary', 'text.open', 'text', 0, { title: both('Text', 'Текст'), clauses })
  for (const clause of clauses) {
    const certificate = { wording: 1, hashes: passageHashes(clause as never) }
    for (const seat of ['us', 'ru'])
      await (await table.as(`${seat}-interpreter`)).act(
        'plenary',
        'clause.certify',
        clause.id,
        null,
        certificate,
      )
  }
})
afterAll(() => table.close())

describe('before the leadership passes', () => {
  it('a side sees what it has agreed ad referendum, and no side sees that of another', async () => {
    for (const id of ['c1', 'c2'])
      expect((await head.act('plenary', 'clause.agree', id, null, agree('ad-referendum'))).status).toBe(200)
    expect((await view(head)).agreed).toMatchObject([
      { clause: 'c1', wording: 1, under: [], words: { en: 'The line is tested.' }, awaits: false },
      { clause: 'c2', awaits: false },
    ])
    for (const person of [other, mediator]) expect((await view(person)).agreed).toEqual([])
  })

  it('it is passed by nobody but who speaks for the delegation, and never to oneself', async () => {
    const payload = changeTo({ member: secretary.member, title: both('Head', 'Глава') })
    for (const by of [secretary, mediator])
      expect(outcome(await by.act('plenary', 'leadership.change', 'us', 0, payload))).toEqual([
        403,
        'act.not-yours',
      ])
    expect(outcome(await other.act('plenary', 'leadership.change', 'us', 0, payload))).toEqual([
      403,
      'member.not-yours',
    ])
    const own = changeTo({ member: head.member, title: both('Head', 'Глава') })
    expect(outcome(await head.act('plenary', 'leadership.change', 'us', 0, own))).toEqual([
      403,
      'leadership.not-oneself',
    ])
  })
})

describe('a change of leadership in the middle of what is pending', () => {
  const id = randomUUID()
  let successor: Person

  it('takes effect at once, on a paper that the room holds', async () => {
    const { names: _, ...file } = (await head.upload('plenary', bytes)).json
    const credentials = { issuer: both('The Minister', 'Министр'), dated: '2026-11-20', sha256, file }
    const answers = await Promise.all([
      head.act('plenary', 'leadership.change', 'us', 0, changeTo(joins(id), { credentials })),
      // Prepared under the old head, and posted in the same moment: after the change.
      head.act('plenary', 'clause.agree', 'c1', null, agree('confirmed')),
      head.act('plenary', 'leadership.change', 'us', 0, changeTo(joins(randomUUID()))),
    ])
    expect(answers.map(outcome)).toEqual([
      [200, ''],
      [403, 'act.not-yours'],
      [403, 'act.not-yours'],
    ])
    const { facts } = answers[1].json
    expect(facts).toEqual({ held: 'speak', since: answers[0].json.at })
    successor = await table.as(id)
  })

  it('leaves what was done as it was done, with the authority that was held, for everybody at the table to see', async () => {
    for (const person of [successor, other, mediator]) {
      const { leaderships, credentials } = await view(person)
      expect(leaderships).toMatchObject([
        {
          state: {
            seat: 'us',
            changes: [
              {
                by: { seat: 'us', member: head.member },
                outgoing: { member: head.member, authority: full, since: '2026-01-01', stays: true },
                successor: { member: id, fullPowers: { from: '2026-11-01', until: '2027-10-31' } },
                credentials: credentials[0].object,
              },
            ],
          },
        },
      ])
    }
    const { clauses } = (await other.get(`rooms/${table.room('plenary')}/text`)).json
    expect(clauses[0].agreements).toMatchObject([{ degree: 'ad-referendum', by: { member: head.member } }])
  })

  it('asks the successor for the word on what is pending, and takes it from nobody else', async () => {
    expect((await view(successor)).agreed.map((each: { awaits: boolean }) => each.awaits)).toEqual([
      true,
      true,
    ])
    const deputy = randomUUID()
    const card = {
      ...{ seat: 'us', name: both('D', 'Д'), function: 'deputy', title: both('T', 'Д'), language: 'en' },
      ...{ authority: full, from: '2026-01-01', visibility: 'table' },
    }
    await successor.act('plenary', 'member.join', deputy, 0, card)
    const second = await table.as(deputy)
    for (const [kind, payload] of [
      ['clause.agree', agree('confirmed')],
      ['clause.agree', agree('ad-referendum')],
      ['clause.decline', { wording: 1 }],
      ['clause.reopen', { wording: 1 }],
    ] as const)
      expect(outcome(await second.act('plenary', kind, 'c1', null, payload))).toEqual([
        403,
        'leadership.successors-word',
      ])
    const confirmed = await successor.act('plenary', 'clause.agree', 'c1', null, agree('confirmed'))
    const declined = await successor.act('plenary', 'clause.decline', 'c2', null, { wording: 1 })
    expect([confirmed, declined].map(outcome)).toEqual([
      [200, ''],
      [200, ''],
    ])
    expect((await view(successor)).agreed).toEqual([])
  })

  it('gives the paper to whoever reads the room, and to nobody through another', async () => {
    const [{ object }] = (await view(other)).credentials
    const at = (room: string, which = object) => `rooms/${room}/credentials/${which}/file`
    const observer = await table.as('observer')
    for (const person of [other, observer])
      expect((await person.get(at(table.room('plenary')))).status).toBe(200)
    const nowhere = await other.get(at(table.room('plenary'), randomUUID()))
    for (const room of [table.room('ru-caucus'), table.room('us-caucus'), randomUUID()]) {
      const answer = await other.get(at(room))
      expect([answer.status, answer.text]).toEqual([nowhere.status, nowhere.text])
    }
  })

  it('has the receipt of the paper noted by the mediator, once, and by nobody else', async () => {
    const [{ object }] = (await view(mediator)).credentials
    const receive = (by: Person) => by.act('plenary', 'credentials.receive', object, null, {})
    for (const by of [successor, other]) expect(outcome(await receive(by))).toEqual([403, 'act.not-yours'])
    expect((await receive(mediator)).status).toBe(200)
    expect(outcome(await receive(mediator))).toEqual([422, 'credentials.received-already'])
    expect((await view(other)).credentials[0].state.received.by.member).toBe(mediator.member)
  })

  it('ends the sessions of a head who leaves', async () => {
    const next = changeTo({ member: secretary.member, title: both('Head', 'Глава') }, { stays: false })
    const payload = { ...next, outgoing: id }
    expect((await successor.act('plenary', 'leadership.change', 'us', 1, payload)).status).toBe(200)
    expect((await successor.get(table.base)).status).toBe(401)
    expect((await secretary.get(table.base)).json.me).toMatchObject({ function: 'head', authority: full })
  })
})

describe('credentials of a member whom the table does not know', () => {
  it('are lodged in the caucus and read nowhere else', async () => {
    const member = table.founded.members['ru-unseen'] ?? ''
    const issuer = both('A ministry at home', 'Министерство дома')
    const payload = { issuer, dated: '2026-11-20', sha256, seat: 'ru', member }
    const lodged = await other.act('ru-caucus', 'credentials.lodge', randomUUID(), 0, payload)
    expect(lodged.status).toBe(200)
    expect((await other.get('leadership')).text).toContain('A ministry at home')
    for (const person of [mediator, secretary, await table.as('observer')])
      expect((await person.get('leadership')).text).not.toContain('A ministry at home')
    expect(outcome(await other.act('plenary', 'credentials.lodge', randomUUID(), 0, payload))).toEqual([
      404,
      'object.unknown',
    ])
  })
})
