import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../testing/clauses.ts'
import { smallProcess } from '../testing/process.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

// The second coder has a second card, as deputy: the same person under another function.
const file = {
  ...smallProcess,
  members: smallProcess.members.flatMap((member) =>
    member.key === 'verifier'
      ? [member, { ...member, key: 'verifier-again', function: 'deputy' as const }]
      : [member],
  ),
}

let table: TestTable
let people: Readonly<
  Record<'us' | 'ru' | 'mediator' | 'head' | 'coder' | 'again' | 'second' | 'observer', Person>
>

const both = (en: string, ru: string = en) => ({ en, ru })
const good = [200, '']

beforeAll(async () => {
  table = await openTable(file)
  const keys = {
    ...{ us: 'us-head', ru: 'ru-head', mediator: 'mediator-head', observer: 'observer' },
    ...{ head: 'verifier-head', coder: 'verifier', again: 'verifier-again', second: 'verifier-second' },
  }
  const entries = await Promise.all(
    Object.entries(keys).map(async ([name, key]) => [name, await table.as(key)] as const),
  )
  people = Object.fromEntries(entries) as typeof people
  const clauses = [
    seed('c1', 'F', 'The Parties shall exchange lists.', 'Стороны обмениваются списками.'),
    seed('c2', 'V', 'Each Party shall admit inspectors.', 'Каждая Сторона допускает инспекторов.'),
  ]
  const opened = await people.mediator.act('plenary', 'text.open', 'text', 0, {
    title: both('Text'),
    clauses,
  })
  expect(outcome(opened)).toEqual(good)
})
afterAll(() => table.close())

const terms = (rest: object = {}) => ({
  ...{ name: both('Lists', 'Списки'), what: both('Exchange lists.', 'Обменяться списками.') },
  ...{ bound: ['us', 'ru'], beneficiary: [], due: { kind: 'after', days: 30, from: 'force' } },
  ...{ conditions: [], verification: [], theme: 'communication', tags: [], codes: [] },
  ...rest,
})
const quote = { clause: 'c1', wording: 1, words: both('exchange lists', 'обмениваются списками') }

describe('a stipulation', () => {
  const object = randomUUID()

  it('stands on words of its clause, in every language; other words are refused and nothing is lost', async () => {
    const { mediator, us } = people
    const post = (payload: object, by = mediator) =>
      by.act('plenary', 'stipulation.enter', object, 0, payload).then(outcome)
    const wrong = { ...quote, words: both('exchange lists', 'обменяются списками') }
    expect(await post({ quote: wrong, terms: terms() })).toEqual([422, 'stipulation.words-not-found'])
    expect(await post({ quote, terms: terms({ name: { en: 'Lists' } }) })).toEqual([
      ...[422, 'stipulation.language-missing'],
    ])
    expect(await post({ quote, terms: terms({ bound: ['fr'] }) })).toEqual([422, 'stipulation.actor-unknown'])
    const waits = { before: 'begin', of: { stipulation: randomUUID(), event: 'done' } }
    expect(await post({ quote, terms: terms({ conditions: [waits] }) })).toEqual([
      ...[422, 'stipulation.waits-for-unknown'],
    ])
    expect(await post({ quote, terms: terms() }, us)).toEqual([403, 'act.not-yours'])
    expect(await post({ quote, terms: terms() })).toEqual(good)
  })

  it('is accepted by each party for itself, and asks again when it is changed', async () => {
    const { us, ru, mediator } = people
    expect(outcome(await us.act('plenary', 'stipulation.accept', object, 1, {}))).toEqual(good)
    expect(outcome(await us.act('plenary', 'stipulation.accept', object, 2, {}))).toEqual([
      ...[422, 'stipulation.accepted-already'],
    ])
    expect(outcome(await mediator.act('plenary', 'stipulation.accept', object, 2, {}))).toEqual([
      ...[403, 'act.not-yours'],
    ])
    const changed = { quote, terms: terms({ due: { kind: 'date', date: '2026-12-31' } }) }
    expect(outcome(await mediator.act('plenary', 'stipulation.change', object, 2, changed))).toEqual(good)
    const [line] = (await ru.get('commitments')).json.stipulations
    expect(line).toMatchObject({ object, accepted: [], standing: 'same', number: '1.' })
  })

  it('does not bind on a version that nobody has initialled', async () => {
    const proposed = { version: 1, basis: 'entry-into-force', from: '2026-12-01', stipulations: [object] }
    const answer = await people.mediator.act('plenary', 'force.propose', randomUUID(), 0, proposed)
    expect(outcome(answer)).toEqual([422, 'version.unknown'])
  })
})

const seen = (rest: object = {}) => ({
  place: { names: [both('Old Mill', 'Старая Мельница')], latitude: 48.512345, longitude: 37.498765 },
  ...{ when: { from: '2026-01-02T10:11:00.000Z', to: '2026-01-02T10:13:00.000Z' } },
  ...{ what: both('Four trucks at Old Mill.', 'Четыре грузовика у Старой Мельницы.'), stipulations: [] },
  ...{ controls: 'us', means: 'seen', assessed: false, count: { least: 3, most: 5 } },
  ...{ bearing: { from: 10, to: 20 }, range: { least: 400, most: 700 } },
  ...rest,
})

describe("a mission's record", () => {
  const object = randomUUID()
  const source = randomUUID()

  it('is for the mission alone, and no field of it says who did it', async () => {
    const { coder, us, mediator } = people
    const alias = { alias: both('Heron', 'Цапля'), words: both('A driver.', 'Водитель.'), reliability: 'B' }
    expect(outcome(await coder.act('mission', 'source.enter', source, 0, alias))).toEqual(good)
    const attributed = await coder.act(
      'mission',
      'observation.record',
      object,
      0,
      seen({ attribution: 'us' }),
    )
    expect(attributed.status).toBe(400)
    const recorded = await coder.act('mission', 'observation.record', object, 0, seen({ sources: [source] }))
    expect(outcome(recorded)).toEqual(good)
    for (const person of [us, mediator]) {
      const foreign = await person.get(`rooms/${table.room('mission')}/records`)
      const nothing = await person.get(`rooms/${randomUUID()}/records`)
      expect([foreign.status, foreign.text]).toEqual([nothing.status, nothing.text])
    }
  })

  it('leaves the room through its head alone, as exactly as the head decides, and names no source', async () => {
    const { coder, head, us } = people
    const to = table.room('plenary')
    const told = {
      to,
      place: '0.1',
      time: 'day',
      what: both('Trucks.', 'Грузовики.'),
      name: both('The valley', 'Долина'),
    }
    const release = (payload: object, by = head) =>
      by.act('mission', 'observation.release', object, 1, payload).then(outcome)
    expect(await release(told, coder)).toEqual([403, 'act.not-yours'])
    expect(await release({ ...told, what: both('Near old mill.', 'Рядом.') })).toEqual([
      ...[422, 'sighting.names-place'],
    ])
    expect(await release({ ...told, what: both('Heron saw trucks.', 'Видели грузовики.') })).toEqual([
      ...[422, 'sighting.names-source'],
    ])
    expect(await release({ ...told, to: table.room('gallery') })).toEqual([422, 'release.table-first'])
    expect(await release({ ...told, to: table.room('us-caucus') })).toEqual([422, 'release.room'])
    expect(await release(told)).toEqual(good)
    const answer = await us.get(`rooms/${to}/records?kind=observation`)
    const [{ state }] = answer.json.records
    expect(state.place).toEqual({ names: [told.name], latitude: 48.55, longitude: 37.45, cell: 0.1 })
    expect(state.when).toEqual({ from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' })
    for (const word of ['48.51', '37.49', 'Mill', 'Мельниц', 'Heron', source, 'bearing', 'range', '10:11'])
      expect(answer.text).not.toContain(word)
    const finer = { ...told, to: table.room('gallery'), time: 'hour' }
    expect(await head.act('mission', 'observation.release', object, 2, finer).then(outcome)).toEqual([
      ...[422, 'sighting.finer-than-table'],
    ])
  })
})

describe('a finding', () => {
  const object = randomUUID()
  const found = {
    kind: 'monitoring',
    stipulations: [],
    asOf: '2026-01-02',
    words: both('So it is.', 'Так.'),
    cites: [],
  }

  it('is proposed by the mission alone: a party cannot code', async () => {
    const { us, coder, mediator } = people
    for (const person of [us, mediator])
      expect(outcome(await person.act('plenary', 'finding.propose', object, 0, found))).toEqual([
        ...[403, 'act.not-here'],
      ])
    expect(outcome(await us.act('us-caucus', 'finding.propose', object, 0, found))).toEqual([
      403,
      'act.not-here',
    ])
    const level = { ...found, kind: 'implementation', level: 2, stipulations: [randomUUID()] }
    expect(outcome(await coder.act('mission', 'finding.propose', randomUUID(), 0, level))).toEqual([
      ...[422, 'finding.not-in-force'],
    ])
    const mixed = { ...found, attribution: both('They did it.', 'Это они.') }
    expect(outcome(await coder.act('mission', 'finding.propose', randomUUID(), 0, mixed))).toEqual([
      ...[422, 'finding.field-foreign'],
    ])
    expect(outcome(await coder.act('mission', 'finding.propose', object, 0, found))).toEqual(good)
  })

  it('is confirmed by another person, whatever the functions; until then it does not leave the room', async () => {
    const { coder, again, second, head } = people
    const released = { to: table.room('plenary'), words: found.words, stipulations: [] }
    expect(outcome(await head.act('mission', 'finding.release', object, 1, released))).toEqual([
      ...[422, 'finding.not-confirmed'],
    ])
    for (const person of [coder, again])
      expect(outcome(await person.act('mission', 'finding.confirm', object, 1, {}))).toEqual([
        ...[422, 'finding.own-work'],
      ])
    expect(outcome(await second.act('mission', 'finding.confirm', object, 1, {}))).toEqual(good)
    const dissent = { words: both('I saw less.', 'Я видел меньше.') }
    expect(outcome(await again.act('mission', 'finding.dissent', object, 2, dissent))).toEqual([
      ...[422, 'finding.own-work'],
    ])
    expect(outcome(await second.act('mission', 'finding.dissent', object, 2, dissent))).toEqual(good)
    expect(outcome(await head.act('mission', 'finding.release', object, 3, released))).toEqual(good)
    const { records } = (await people.ru.get(`rooms/${table.room('plenary')}/records?kind=finding`)).json
    expect(records[0].state).toMatchObject({ proposedBy: { member: coder.member }, dissents: [dissent] })
  })

  it('that investigates needs the mandate of every party', async () => {
    const { us, ru, coder, mediator } = people
    const [line] = (await us.get('commitments')).json.stipulations
    const case_ = randomUUID()
    const notice = {
      stipulations: [line.object],
      against: 'ru',
      title: both('A case'),
      words: both('Why?'),
      replyBy: '2099-01-01',
    }
    expect(outcome(await ru.act('plenary', 'case.notify', case_, 0, notice))).toEqual([
      422,
      'case.against-oneself',
    ])
    expect(outcome(await us.act('plenary', 'case.notify', case_, 0, notice))).toEqual(good)
    const why = { ...found, kind: 'investigation', case: case_, attribution: both('A patrol.', 'Патруль.') }
    const investigate = () => coder.act('mission', 'finding.propose', randomUUID(), 0, why).then(outcome)
    expect(await investigate()).toEqual([422, 'finding.no-mandate'])
    expect(outcome(await us.act('plenary', 'case.mandate', case_, null, {}))).toEqual(good)
    expect(await investigate()).toEqual([422, 'finding.no-mandate'])
    expect(outcome(await ru.act('plenary', 'case.mandate', case_, null, {}))).toEqual(good)
    expect(await investigate()).toEqual(good)
    const close = { outcome: 'remedied', words: both('Done.', 'Сделано.') }
    expect(outcome(await mediator.act('plenary', 'case.close', case_, 3, close))).toEqual([
      422,
      'case.reply-open',
    ])
    expect(outcome(await us.act('plenary', 'case.reply', case_, 3, { words: both('No.') }))).toEqual([
      ...[422, 'case.not-against-you'],
    ])
    expect(outcome(await ru.act('plenary', 'case.reply', case_, 3, { words: both('No.') }))).toEqual(good)
    expect(outcome(await mediator.act('plenary', 'case.close', case_, 4, close))).toEqual([
      422,
      'case.no-remedy',
    ])
    const remedy = randomUUID()
    const put = { id: remedy, bound: 'ru', due: '2099-01-01', words: both('Exchange now.', 'Обменяться.') }
    expect(outcome(await us.act('plenary', 'case.remedy', case_, 4, put))).toEqual(good)
    expect(outcome(await ru.act('plenary', 'case.accept', case_, null, { remedy }))).toEqual(good)
    expect(outcome(await mediator.act('plenary', 'case.close', case_, 6, close))).toEqual(good)
  })
})

describe('evidence', () => {
  it('keeps its hash and every hand it went through, and goes only with a record told exactly', async () => {
    const { head, coder, second } = people
    const bytes = Buffer.from('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>')
    const { names: _, ...taken } = (await coder.upload('mission', bytes, 'f.xml')).json
    expect(taken.file).toBe(createHash('sha256').update(bytes).digest('hex'))
    const [record, object] = [randomUUID(), randomUUID()]
    expect(outcome(await coder.act('mission', 'observation.record', record, 0, seen()))).toEqual(good)
    const lodged = { file: taken, words: both('A log.', 'Журнал.'), stipulations: [], of: [record] }
    expect(outcome(await coder.act('mission', 'evidence.lodge', object, 0, lodged))).toEqual(good)
    const hand = { to: head.member, words: both('For the file.', 'В дело.') }
    expect(outcome(await second.act('mission', 'evidence.hand', object, 1, hand))).toEqual([
      422,
      'evidence.not-held',
    ])
    expect(outcome(await coder.act('mission', 'evidence.hand', object, 1, hand))).toEqual(good)
    expect(
      outcome(await second.act('mission', 'evidence.examine', object, 2, { file: '0'.repeat(64) })),
    ).toEqual([...[422, 'evidence.other-hash']])
    expect(outcome(await second.act('mission', 'evidence.examine', object, 2, { file: taken.file }))).toEqual(
      good,
    )
    const to = table.room('plenary')
    const release = { to, words: lodged.words, file: taken.file, of: [record] }
    expect(outcome(await head.act('mission', 'evidence.release', object, 3, release))).toEqual([
      ...[422, 'evidence.record-first'],
    ])
    const told = { to, place: 'exact', time: 'exact', what: both('Trucks.', 'Грузовики.') }
    expect(outcome(await head.act('mission', 'observation.release', record, 1, told))).toEqual(good)
    const naming = { ...release, words: both('The log that HERON brought.', 'Журнал.') }
    expect(outcome(await head.act('mission', 'evidence.release', object, 3, naming))).toEqual([
      ...[422, 'sighting.names-source'],
    ])
    expect(outcome(await head.act('mission', 'evidence.release', object, 3, release))).toEqual(good)
    const [received] = (await people.us.get(`rooms/${to}/records?kind=evidence`)).json.records
    const file = await people.us.get(`rooms/${to}/evidence/${received.object}/file`)
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(taken.file)
  })
})

describe('a table of observations', () => {
  const head =
    'from,to,latitude,longitude,place_en,place_ru,controls,means,what_en,what_ru,assessed,count_least,count_most'
  const row = (rest: string) => `2026-01-02T10:00:00Z,2026-01-02T10:05:00Z,48.5,37.5,Mill,Мельница,${rest}`
  const csv = [
    ...[head, row('us,seen,Smoke,Дым,yes,1,2'), row('us,seen,Smoke,Дым,yes,1,2')],
    ...[row('us,smelt,Smoke,Дым,yes,,'), row('fr,seen,Smoke,Дым,no,,'), 'too,short'],
  ].join('\n')

  it('is taken row by row: what is wrong is told with its line, and the same file again adds nothing', async () => {
    const take = () => people.coder.post(`rooms/${table.room('mission')}/observations`, { csv })
    const first = (await take()).json
    expect(first.recorded).toBe(2)
    expect(first.refused).toEqual([
      {
        line: 4,
        code: 'observations.cell',
        facts: expect.objectContaining({ column: 'means', cell: 'smelt' }),
      },
      { line: 5, code: 'stipulation.actor-unknown', facts: { actor: 'fr' } },
      { line: 6, code: 'observations.width', facts: { cells: 2, columns: 13 } },
    ])
    const count = async () =>
      (await people.coder.get(`rooms/${table.room('mission')}/records?kind=observation`)).json.records.length
    const before = await count()
    expect((await take()).json).toEqual(first)
    expect(await count()).toBe(before)
  })

  it('is refused whole when a column is missing or unknown, and to whoever cannot record', async () => {
    const post = (by: Person, text: string, room = 'mission') =>
      by.post(`rooms/${table.room(room)}/observations`, { csv: text }).then(outcome)
    expect(await post(people.coder, 'from,to\n')).toEqual([422, 'observations.column-missing'])
    expect(await post(people.coder, `${head.replace('assessed', 'assessed,who')}\n`)).toEqual([
      ...[422, 'observations.column-unknown'],
    ])
    expect(await post(people.us, csv)).toEqual([404, 'unknown'])
    expect(await post(people.us, csv, 'plenary')).toEqual([403, 'act.not-here'])
  })
})
