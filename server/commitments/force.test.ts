/** From a version that both sides initialled to a level that went up and down: what binds, what is inspected, what is coded. */
import { randomUUID } from 'node:crypto'
import type WebAuthnEmulator from 'nid-webauthn-emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'
import { seed } from '../testing/clauses.ts'
import { assertionFor, makePasskey } from '../testing/passkeys.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { freezeNow } from '../testing/versions.ts'
import { nameWitnesses } from '../testing/witnesses.ts'

const names = {
  ...{ us: 'us-head', ru: 'ru-head', mediator: 'mediator-head' },
  ...{ head: 'verifier-head', coder: 'verifier', second: 'verifier-second' },
}
const good = [200, '']
const both = (en: string, ru: string = en) => ({ en, ru })
const [binding, disputed, force] = [randomUUID(), randomUUID(), randomUUID()]

let table: TestTable
let people: Readonly<Record<keyof typeof names, Person>>
let keys: ReadonlyMap<Person, WebAuthnEmulator>

const terms = {
  ...{ name: both('Inspectors', 'Инспекторы'), what: both('Admit inspectors.', 'Допустить инспекторов.') },
  ...{ bound: ['us'], beneficiary: ['ru'], due: { kind: 'after', days: 30, from: 'force' }, conditions: [] },
  ...{ verification: [{ means: 'inspection', quota: 1 }], theme: 'arms-control', tags: [], codes: [] },
}
const quote = (clause: string, en: string, ru: string) => ({ clause, wording: 1, words: both(en, ru) })

/** Both sides' experts certify a clause and both sides agree to it. */
const agree = async (id: string): Promise<void> => {
  const { clauses } = (await people.us.get(`rooms/${table.room('plenary')}/text`)).json
  const clause = clauses.find((each: Clause) => each.id === id)
  const certified = { wording: clause.wording, hashes: passageHashes(clause) }
  const agreed = { wording: clause.wording, degree: 'ad-referendum', under: [], subjectToConformity: false }
  for (const expert of await Promise.all(['us-interpreter', 'ru-interpreter'].map(table.as)))
    expect(outcome(await expert.act('plenary', 'clause.certify', id, null, certified))).toEqual(good)
  for (const side of [people.us, people.ru])
    expect(outcome(await side.act('plenary', 'clause.agree', id, null, agreed))).toEqual(good)
}

const initial = async (person: Person, party: string, number: number, hash: string) => {
  const statement = { kind: 'initial' as const, number, hash, party, member: person.member }
  const assertion = assertionFor(keys.get(person) as WebAuthnEmulator, statement)
  return outcome(await person.act('plenary', 'version.initial', String(number), null, { hash, assertion }))
}

const line = async (by: Person, object = binding) =>
  (await by.get('commitments')).json.stipulations.find((each: { object: string }) => each.object === object)

beforeAll(async () => {
  table = await openTable()
  const entries = await Promise.all(
    Object.entries(names).map(async ([name, key]) => [name, await table.as(key)] as const),
  )
  people = Object.fromEntries(entries) as typeof people
  await nameWitnesses(table)
  keys = new Map(
    await Promise.all([people.us, people.ru].map(async (who) => [who, await makePasskey(who)] as const)),
  )
  const clauses = [
    seed('c1', 'F', 'Each Party shall admit inspectors.', 'Каждая Сторона допускает инспекторов.'),
    seed('c2', 'V', 'The Parties shall exchange lists.', 'Стороны обмениваются списками.'),
  ]
  const { mediator, us, ru } = people
  await mediator.act('plenary', 'text.open', 'text', 0, { title: both('Text'), clauses })
  const admit = { quote: quote('c1', 'admit inspectors', 'допускает инспекторов'), terms }
  const lists = { quote: quote('c2', 'exchange lists', 'обмениваются списками'), terms }
  expect(outcome(await mediator.act('plenary', 'stipulation.enter', binding, 0, admit))).toEqual(good)
  expect(outcome(await mediator.act('plenary', 'stipulation.enter', disputed, 0, lists))).toEqual(good)
  for (const [n, side] of [us, ru].entries())
    expect(outcome(await side.act('plenary', 'stipulation.accept', binding, 1 + n, {}))).toEqual(good)
  expect(outcome(await us.act('plenary', 'stipulation.accept', disputed, 1, {}))).toEqual(good)
})
afterAll(() => table.close())

describe('an entry into force', () => {
  const proposed = {
    version: 1,
    basis: 'provisional-application',
    from: '2026-11-01',
    stipulations: [binding],
  }
  const propose = (rest: object, object = randomUUID()) =>
    people.mediator.act('plenary', 'force.propose', object, 0, { ...proposed, ...rest }).then(outcome)

  it('stands on a version that every side initialled, and on stipulations that every side accepted', async () => {
    const { us, ru, mediator } = people
    for (const id of ['c1', 'c2']) await agree(id)
    const { hash } = await freezeNow(table, mediator)
    expect(await propose({})).toEqual([422, 'version.not-authenticated'])
    await table.context.recorder.tick()
    expect(await initial(us, 'us', 1, hash)).toEqual(good)
    expect(await propose({})).toEqual([422, 'version.not-authenticated'])
    expect(await initial(ru, 'ru', 1, hash)).toEqual(good)
    expect(await propose({ basis: 'entry-into-force' })).toEqual([422, 'force.not-signed'])
    expect(await propose({ stipulations: [binding, disputed] })).toEqual([422, 'force.not-accepted'])
    expect(await propose({ stipulations: [randomUUID()] })).toEqual([422, 'force.stipulation-unknown'])
    expect(outcome(await us.act('plenary', 'force.propose', force, 0, proposed))).toEqual([
      ...[403, 'act.not-yours'],
    ])
    expect(await propose({}, force)).toEqual(good)
  })

  it('holds with the last side that accepts what it saw, and not before; then the terms change no more', async () => {
    const { us, ru, mediator } = people
    const accept = (by: Person, rest: object = {}) =>
      by
        .act('plenary', 'force.accept', force, null, { version: 1, stipulations: [binding], ...rest })
        .then(outcome)
    expect(await accept(mediator)).toEqual([403, 'act.not-yours'])
    expect(await accept(us, { stipulations: [binding, disputed] })).toEqual([422, 'force.other'])
    expect(await accept(us)).toEqual(good)
    expect(await accept(us)).toEqual([422, 'force.accepted-already'])
    expect((await line(us)).inForce).toBeUndefined()
    expect(await accept(ru)).toEqual(good)
    const { inForce, revision } = await line(us)
    expect(inForce).toEqual({ force, version: 1, basis: 'provisional-application', from: '2026-11-01' })
    expect((await line(us, disputed)).inForce).toBeUndefined()
    const change = { quote: quote('c1', 'admit inspectors', 'допускает инспекторов'), terms }
    expect(outcome(await mediator.act('plenary', 'stipulation.change', binding, revision, change))).toEqual([
      ...[422, 'stipulation.in-force'],
    ])
  })
})

describe('an inspection', () => {
  const when = { from: '2026-11-20T08:00:00.000Z', to: '2026-11-20T16:00:00.000Z' }
  const asked = {
    ...{ stipulations: [binding], type: 'routine', of: 'us', window: when, dueBy: '2026-11-19' },
    site: { names: [both('North base', 'Северная база')], latitude: 61.5, longitude: 30.5 },
    words: both('Routine.', 'Плановая.'),
  }
  const request = (by: Person, object = randomUUID(), rest: object = {}) =>
    by.act('plenary', 'inspection.request', object, 0, { ...asked, ...rest }).then(outcome)
  const conclude = (object: string, base: number, result: string) =>
    people.head
      .act('plenary', 'inspection.conclude', object, base, {
        ...{ result, when, words: both('Seen.', 'Осмотрено.'), stipulations: [binding] },
      })
      .then(outcome)

  it('that is denied uses no quota; one that took place does, and then there is none left', async () => {
    const { us, ru } = people
    const [denied, done, late] = [randomUUID(), randomUUID(), randomUUID()]
    expect(await request(us)).toEqual([422, 'inspection.own'])
    expect(await request(ru, randomUUID(), { stipulations: [disputed] })).toEqual([
      422,
      'finding.not-in-force',
    ])
    for (const object of [denied, done, late]) expect(await request(ru, object)).toEqual(good)
    const reply = { accept: true, words: both('Come.', 'Приезжайте.') }
    expect(outcome(await ru.act('plenary', 'inspection.reply', done, 1, reply))).toEqual([
      ...[422, 'inspection.not-yours'],
    ])
    expect(await conclude(done, 1, 'confirmed')).toEqual([422, 'inspection.not-accepted'])
    for (const object of [done, late])
      expect(outcome(await us.act('plenary', 'inspection.reply', object, 1, reply))).toEqual(good)
    expect(await conclude(denied, 1, 'denied')).toEqual(good)
    expect(await conclude(done, 2, 'confirmed')).toEqual(good)
    expect(await conclude(late, 2, 'confirmed')).toEqual([422, 'inspection.quota'])
    expect(await request(ru)).toEqual([422, 'inspection.quota'])
    expect(await conclude(late, 2, 'denied')).toEqual(good)
  })
})

describe('a level', () => {
  const code = async (level: number, asOf: string, words: string): Promise<void> => {
    const { coder, second, head, us, ru, mediator } = people
    const object = randomUUID()
    const found = {
      kind: 'implementation',
      stipulations: [binding],
      asOf,
      level,
      cites: [],
      words: both(words),
    }
    const before = (await line(us)).codings
    expect(outcome(await coder.act('mission', 'finding.propose', object, 0, found))).toEqual(good)
    expect(outcome(await coder.act('mission', 'finding.confirm', object, 1, {}))).toEqual([
      ...[422, 'finding.own-work'],
    ])
    expect(outcome(await second.act('mission', 'finding.confirm', object, 1, {}))).toEqual(good)
    // Confirmed is not released: neither the list nor the obligation's page of anybody else knows of it.
    for (const person of [us, ru, mediator]) {
      expect((await line(person)).codings).toEqual(before)
      const page = await person.get(`rooms/${table.room('plenary')}/stipulations/${binding}`)
      expect(page.text).not.toContain(words)
    }
    const told = { to: table.room('plenary'), words: both(`${words} told`), stipulations: [binding] }
    expect(outcome(await second.act('mission', 'finding.release', object, 2, told))).toEqual([
      ...[403, 'act.not-yours'],
    ])
    const other = { ...told, stipulations: [disputed] }
    expect(outcome(await head.act('mission', 'finding.release', object, 2, other))).toEqual([
      ...[422, 'commitments.stipulation-unknown'],
    ])
    expect(outcome(await head.act('mission', 'finding.release', object, 2, told))).toEqual(good)
  }

  it('is the obligation’s when the mission lets it go, and may fall again: nobody marks their own work', async () => {
    await code(3, '2026-11-10', 'Everything was done.')
    await code(1, '2026-11-20', 'Half of it was undone.')
    const { us, mediator } = people
    const { codings, revision } = await line(us)
    expect(codings.map(({ level, asOf }: { level: number; asOf: string }) => [level, asOf])).toEqual([
      [3, '2026-11-10'],
      [1, '2026-11-20'],
    ])
    const page = (await us.get(`rooms/${table.room('plenary')}/stipulations/${binding}`)).json
    const findings = page.records.filter(({ kind }: { kind: string }) => kind === 'finding')
    expect(findings.map(({ state }: { state: { level: number } }) => state.level)).toEqual([1, 3])
    const own = { finding: randomUUID(), level: 3, asOf: '2026-11-21' }
    for (const person of [us, mediator])
      expect((await person.act('plenary', 'stipulation.code', binding, revision, own)).status).not.toBe(200)
    expect((await line(us)).codings).toEqual(codings)
  })

  it('stands beside each side’s own account, which changes nothing', async () => {
    const { us } = people
    const account = {
      stipulations: [binding],
      level: 3,
      asOf: '2026-11-21',
      words: both('Done.', 'Сделано.'),
    }
    const { codings } = await line(us)
    expect(outcome(await us.act('plenary', 'account.give', randomUUID(), 0, account))).toEqual(good)
    expect((await line(us)).codings).toEqual(codings)
  })
})
