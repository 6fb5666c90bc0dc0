/** A text through HTTP on PostgreSQL: from two drafts to a clause both sides agree to. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'
import { alternative, seed } from '../testing/clauses.ts'
import { smallProcess } from '../testing/process.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

const title = { en: 'Understanding', ru: 'Договорённость' }
const shall = () => ({
  ...seed('c8', 'F', ''),
  passage: {
    en: ['The Parties ', { bracket: 'b1' }, ' notify each other.'],
    ru: ['Стороны ', { bracket: 'b1' }, ' друг друга.'],
  },
  brackets: {
    b1: {
      id: 'b1',
      alternatives: [
        alternative('a1', 'us', 'shall', 'уведомляют'),
        alternative('a2', 'ru', 'should', 'должны уведомлять'),
      ],
    },
  },
})

interface Talks {
  readonly table: TestTable
  readonly us: Person
  readonly ru: Person
  readonly mediator: Person
  readonly interpreters: readonly Person[]
  readonly observer: Person
}

const openTalks = async (attribution: 'attributed' | 'mediator-only'): Promise<Talks> => {
  const table = await openTable({ ...smallProcess, rules: { ...smallProcess.rules, attribution } })
  const [us, ru, mediator, observer, usInterpreter, ruInterpreter] = (await Promise.all(
    ['us-head', 'ru-head', 'mediator-head', 'observer', 'us-interpreter', 'ru-interpreter'].map(table.as),
  )) as [Person, Person, Person, Person, Person, Person]
  return { table, us, ru, mediator, observer, interpreters: [usInterpreter, ruInterpreter] }
}

const view = async ({ table }: Talks, person: Person, since = 0, room = 'plenary') =>
  (await person.get(`rooms/${table.room(room)}/text?since=${since}`)).json
const clauseOf = async (talks: Talks, id: string): Promise<Clause> =>
  (await view(talks, talks.mediator)).clauses.find((clause: Clause) => clause.id === id)
const code = ({ status, json }: { status: number; json: { code?: string } }) => [status, json?.code]

describe('the common text', () => {
  let talks: Talks
  beforeAll(async () => {
    talks = await openTalks('attributed')
  })
  afterAll(() => talks.table.close())

  it('is opened by the mediator alone, and read by every seat of the plenary', async () => {
    const { us, mediator, observer } = talks
    const clauses = [
      shall(),
      seed('c9', 'V', 'Nothing limits navigation.', 'Ничто не ограничивает судоходство.'),
    ]
    expect(code(await us.act('plenary', 'text.open', 'text', 0, { title, clauses }))).toEqual([
      403,
      'act.not-yours',
    ])
    for (const said of [{ supporters: ['ru'] }, { lapsesAt: '2026-11-22T09:00:00.000Z' }]) {
      const b1 = { id: 'b1', alternatives: [{ ...alternative('a1', 'us', 'shall', 'уведомляют'), ...said }] }
      const spoken = [{ ...shall(), brackets: { b1 } }]
      expect(code(await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses: spoken }))).toEqual(
        [422, 'text.spoken-for'],
      )
    }
    expect((await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })).status).toBe(200)
    const read = await view(talks, observer)
    expect(read.text.title).toEqual(title)
    expect(read.clauses.map(({ id }: Clause) => id).toSorted()).toEqual(['c8', 'c9'])
  })

  it('tells after that only what has changed since', async () => {
    const before = await view(talks, talks.us)
    await talks.us.act('plenary', 'clause.reserve', 'c9', null, {
      id: randomUUID(),
      words: { en: 'We reserve.' },
    })
    const delta = await view(talks, talks.us, before.size)
    expect(delta.clauses.map(({ id }: Clause) => id)).toEqual(['c9'])
    expect(delta.clauses[0].reservations[0].party).toBe('us')
  })

  it('takes a proposal from a channel by the mediator alone, in the name of the party that made it', async () => {
    const { us, ru, mediator, table } = talks
    const object = randomUUID()
    const { wording } = await clauseOf(talks, 'c9')
    const target = {
      on: 'words',
      clause: 'c9',
      wording,
      ranges: { en: { from: 0, to: 7 }, ru: { from: 0, to: 5 } },
    }
    const passage = { en: ['No provision'], ru: ['Ни одно положение'] }
    expect((await ru.act('ru-channel', 'proposal.make', object, 0, { target, passage })).status).toBe(200)
    expect((await view(talks, us)).proposals).toEqual([])
    expect((await view(talks, ru)).proposals).toMatchObject([
      { object, state: { party: 'ru', standing: 'made' } },
    ])
    expect(code(await ru.act('ru-channel', 'proposal.enter', object, 1, { target }))).toEqual([
      403,
      'act.not-yours',
    ])
    expect((await mediator.act('ru-channel', 'proposal.enter', object, 1, { target })).status).toBe(200)
    const [bracket] = Object.values((await clauseOf(talks, 'c9')).brackets)
    expect(
      bracket?.alternatives.map(({ sponsors, passage: { en }, stood }) => [sponsors, en, stood]),
    ).toEqual([
      [[], ['Nothing'], true],
      [['ru'], ['No provision'], undefined],
    ])
    const stale = await ru.act('ru-channel', 'proposal.make', randomUUID(), 0, { target, passage })
    expect(code(stale)).toEqual([409, 'text.stale'])
    expect(
      code(
        await us.act('plenary', 'clause.withdraw', 'c9', null, { alternative: bracket?.alternatives[1]?.id }),
      ),
    ).toEqual([403, 'text.not-yours'])
    const was = await us.get(`rooms/${table.room('plenary')}/text/at?size=9999&clause=c9`)
    expect(was.json.clauses[0]).toEqual(await clauseOf(talks, 'c9'))
  })

  it('keeps a reservation on both parts of a clause that is split, and once where they are merged again', async () => {
    const { us, mediator } = talks
    const reserved = (await clauseOf(talks, 'c9')).reservations
    expect(reserved).toHaveLength(1)
    const { wording } = await clauseOf(talks, 'c9')
    const split = { wording, at: { en: 0, ru: 0 }, id: 'c9b', order: 'Vb' }
    expect((await mediator.act('plenary', 'clause.split', 'c9', null, split)).status).toBe(200)
    expect((await clauseOf(talks, 'c9b')).reservations).toEqual(reserved)
    await us.act('plenary', 'clause.lift', 'c9', null, { id: reserved[0]?.id })
    const merge = { wording: wording + 1, other: 'c9b', otherWording: 1 }
    expect((await mediator.act('plenary', 'clause.merge', 'c9', null, merge)).status).toBe(200)
    expect((await clauseOf(talks, 'c9')).reservations).toEqual(reserved)
  })

  it('takes no words for, and none that mark, a bracket or a footnote which is not there', async () => {
    const place = { on: 'place', parent: null, order: 'X', kind: 'operative' }
    const words = { on: 'bracket', clause: 'c8', bracket: 'b1' }
    for (const [target, mark, refusal] of [
      [place, { bracket: 'b7' }, 'text.brackets-in-words'],
      [place, { note: 'n7' }, 'text.note-unknown'],
      [words, { note: 'n7' }, 'text.note-unknown'],
    ] as const) {
      const passage = { en: ['Words', mark], ru: ['Слова', mark] }
      const made = await talks.us.act('us-channel', 'proposal.make', randomUUID(), 0, { target, passage })
      expect(code(made)).toEqual([422, refusal])
    }
    const inherited = { on: 'bracket', clause: 'c8', bracket: 'constructor' }
    const passage = { en: ['Words'], ru: ['Слова'] }
    const asked = { target: inherited, passage }
    expect(code(await talks.us.act('us-channel', 'proposal.make', randomUUID(), 0, asked))).toEqual([
      409,
      'text.bracket-closed',
    ])
    const alternative = { id: 'a9', passage, sponsors: [], bridge: true }
    const added = { bracket: 'constructor', alternative }
    expect(code(await talks.mediator.act('plenary', 'clause.alternative', 'c8', null, added))).toEqual([
      409,
      'text.bracket-closed',
    ])
  })

  it('comes from brackets to agreement only with both sides, and both certificates', async () => {
    const { us, ru, mediator, interpreters } = talks
    const bridge = {
      id: 'a3',
      passage: { en: ['are to'], ru: ['обязаны уведомлять'] },
      sponsors: [],
      bridge: true,
    }
    expect(
      (
        await mediator.act('plenary', 'clause.alternative', 'c8', null, {
          bracket: 'b1',
          alternative: bridge,
        })
      ).status,
    ).toBe(200)
    const adopting = async () =>
      mediator.act('plenary', 'clause.adopt', 'c8', null, {
        alternative: 'a3',
        wording: (await clauseOf(talks, 'c8')).wording,
      })
    await us.act('plenary', 'clause.support', 'c8', null, { alternative: 'a3' })
    expect(code(await adopting())).toEqual([422, 'text.not-supported-by-all'])
    await ru.act('plenary', 'clause.support', 'c8', null, { alternative: 'a3' })
    expect((await adopting()).status).toBe(200)
    const clause = await clauseOf(talks, 'c8')
    expect(clause.passage.en).toEqual(['The Parties are to notify each other.'])
    const { wording } = clause
    const agree = { wording, degree: 'ad-referendum', under: [], subjectToConformity: false }
    expect(code(await us.act('plenary', 'clause.agree', 'c8', null, agree))).toEqual([
      422,
      'text.not-concordant',
    ])
    for (const expert of interpreters)
      expect(
        (
          await expert.act('plenary', 'clause.certify', 'c8', null, {
            wording,
            hashes: passageHashes(clause),
          })
        ).status,
      ).toBe(200)
    for (const side of [us, ru])
      expect((await side.act('plenary', 'clause.agree', 'c8', null, agree)).status).toBe(200)
    expect((await clauseOf(talks, 'c8')).agreements.map(({ party, degree }) => [party, degree])).toEqual([
      ['ru', 'ad-referendum'],
      ['us', 'ad-referendum'],
    ])
    expect(
      code(await us.act('plenary', 'clause.agree', 'c8', null, { ...agree, wording: wording - 1 })),
    ).toEqual([409, 'text.stale'])
  })

  it('splits and merges clauses without losing a word', async () => {
    const { mediator } = talks
    const { wording } = await clauseOf(talks, 'c8')
    const split = { wording, at: { en: 11, ru: 7 }, id: 'c8b', order: 'K' }
    expect((await mediator.act('plenary', 'clause.split', 'c8', null, split)).status).toBe(200)
    const [one, other] = [await clauseOf(talks, 'c8'), await clauseOf(talks, 'c8b')]
    expect([one.passage.en, other.passage.en]).toEqual([['The Parties'], [' are to notify each other.']])
    const merge = { wording: one.wording, other: 'c8b', otherWording: other.wording }
    expect((await mediator.act('plenary', 'clause.merge', 'c8', null, merge)).status).toBe(200)
    expect((await clauseOf(talks, 'c8b')).standing).toBe('merged')
  })

  it('is drafted freely and unseen in a caucus', async () => {
    const { us, ru, table } = talks
    const clauses = [seed('d1', 'F', 'Our own words.', 'Наши слова.')]
    expect((await us.act('us-caucus', 'text.open', 'text', 0, { title, clauses })).status).toBe(200)
    const written = { wording: 1, passage: { en: ['Better words.'], ru: null } }
    expect((await us.act('us-caucus', 'clause.write', 'd1', null, written)).status).toBe(200)
    expect((await view(talks, us, 0, 'us-caucus')).clauses[0].passage).toEqual(written.passage)
    expect((await ru.get(`rooms/${table.room('us-caucus')}/text`)).status).toBe(404)
  })
})

describe('where the rules do not name sponsors', () => {
  let talks: Talks
  beforeAll(async () => {
    talks = await openTalks('mediator-only')
  })
  afterAll(() => talks.table.close())

  it('nothing that another seat reads says whose alternative it is, and the mediator knows', async () => {
    const { us, ru, mediator, observer, table } = talks
    expect(
      (await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses: [shall()] })).status,
    ).toBe(200)
    const object = randomUUID()
    const target = { on: 'bracket', clause: 'c8', bracket: 'b1' }
    const passage = { en: ['undertake to'], ru: ['обязуются уведомлять'] }
    expect((await us.act('us-channel', 'proposal.make', object, 0, { target, passage })).status).toBe(200)
    expect((await mediator.act('us-channel', 'proposal.enter', object, 1, { target })).status).toBe(200)
    for (const person of [ru, observer]) {
      const read = await view(talks, person)
      expect(JSON.stringify(read.clauses)).not.toMatch(/\["(?:us|ru)"/)
      expect([read.proposals, read.stances, read.attributions]).toEqual([[], [], []])
      const { acts } = (await person.get(`rooms/${table.room('plenary')}/record/acts`)).json
      const written = acts.filter(({ act }: { act: { kind: string } }) => act.kind.startsWith('clause.'))
      expect(JSON.stringify(written)).not.toMatch(/\["(?:us|ru)"/)
    }
    const known = await view(talks, mediator)
    const { alternatives = [] } = (await clauseOf(talks, 'c8')).brackets.b1 ?? {}
    // Neither the ids nor the order are those of the drafts, in which one side always came first.
    expect(alternatives.map(({ id }) => id)).toEqual(alternatives.map(({ id }) => id).toSorted())
    expect(alternatives.filter(({ id }) => ['a1', 'a2'].includes(id))).toEqual([])
    expect(
      known.attributions
        .map(({ sponsors }: { sponsors: object }) => Object.values(sponsors))
        .flat(2)
        .toSorted(),
    ).toEqual(['ru', 'us', 'us'])
  })

  it('a side tells the mediator in its channel what it can live with, and the mediator adopts on that', async () => {
    const { us, ru, mediator } = talks
    const clause = await clauseOf(talks, 'c8')
    const should = clause.brackets.b1?.alternatives.find(({ passage }) => passage.en?.[0] === 'should')
    const alternative = should?.id ?? ''
    const adopted = { alternative, wording: clause.wording }
    expect(code(await us.act('plenary', 'clause.support', 'c8', null, { alternative }))).toEqual([
      422,
      'text.attribution-hidden',
    ])
    expect(code(await mediator.act('plenary', 'clause.adopt', 'c8', null, adopted))).toEqual([
      422,
      'text.not-supported-by-all',
    ])
    for (const [side, room] of [
      [us, 'us-channel'],
      [ru, 'ru-channel'],
    ] as const)
      expect(
        (await side.act(room, 'stance.take', alternative, null, { clause: 'c8', supports: true })).status,
      ).toBe(200)
    expect(
      (await view(talks, us)).stances.map(({ state }: { state: { party: string } }) => state.party),
    ).toEqual(['us', 'us'])
    expect((await mediator.act('plenary', 'clause.adopt', 'c8', null, adopted)).status).toBe(200)
  })

  it('what a side has taken back, or has said of another clause, stands behind nothing', async () => {
    const { us, ru, mediator } = talks
    const object = randomUUID()
    const target = { on: 'place', parent: null, order: 'X', kind: 'operative' }
    const passage = { en: ['A joint centre.'], ru: ['Совместный центр.'] }
    await us.act('us-channel', 'proposal.make', object, 0, { target, passage })
    expect((await mediator.act('us-channel', 'proposal.enter', object, 1, { target })).status).toBe(200)
    const { proposals } = await view(talks, mediator)
    const { entered } = proposals.find((each: { object: string }) => each.object === object).state
    const { alternative, clause } = entered
    await ru.act('ru-channel', 'stance.take', alternative, null, { clause, supports: true })
    expect((await us.act('us-channel', 'proposal.withdraw', object, 2, {})).status).toBe(200)
    const adopting = (where: string, wording: number) =>
      mediator.act('plenary', 'clause.adopt', where, null, { alternative, wording })
    expect(code(await adopting(clause, 1))).toEqual([422, 'text.not-supported-by-all'])
    await us.act('us-channel', 'stance.take', alternative, null, { clause, supports: true })
    // The mediator's bridge in another clause has the same id: nobody has spoken for those words.
    const words = { en: ['Other words.'], ru: ['Другие слова.'] }
    const bridge = { id: alternative, passage: words, sponsors: [], bridge: true }
    const { wording } = await clauseOf(talks, 'c8')
    const bracket = {
      wording,
      bracket: 'b9',
      stood: 's9',
      ranges: { en: null, ru: null },
      alternative: bridge,
    }
    expect((await mediator.act('plenary', 'clause.bracket', 'c8', null, bracket)).status).toBe(200)
    expect(code(await adopting('c8', wording + 1))).toEqual([422, 'text.not-supported-by-all'])
    expect((await adopting(clause, 1)).status).toBe(200)
  })
})
