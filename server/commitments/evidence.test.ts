/** Evidence and what findings rest on, through HTTP: another room has its own copy of what it was told, and no way back. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { history, made } from '../testing/commission.ts'
import { akoma } from '../testing/files.ts'
import { outcome } from '../testing/saying.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'

let table: TestTable
const people = new Map<string, Person>()
const as = (key: string): Person => people.get(key) as Person
const both = (en: string, ru: string) => ({ en, ru })
const good = [200, '']

beforeAll(async () => {
  table = await openTable()
  for (const key of ['us-head', 'ru-head', 'mediator-head', 'verifier-head', 'verifier', 'verifier-second'])
    people.set(key, await table.as(key))
  const day = table.clock.now.toISOString().slice(0, 10)
  for (const [member, ...step] of history(table.room('plenary'), day))
    expect(outcome(await as(member).act(...step))).toEqual(good)
})
afterAll(() => table.close())

const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const upload = async (words: string) => {
  const { names: _, ...taken } = (await as('verifier').upload('mission', akoma(words), 'f.xml')).json
  return taken as { readonly file: string; readonly type: string; readonly bytes: number }
}
const words = both('A picture.', 'Снимок.')
const lodged = randomUUID()

describe('evidence whose record was told less exactly', () => {
  it('stays; a copy goes in its place, not told more exactly than the record, and nothing leads back', async () => {
    const [original, copy] = [await upload('the whole picture'), await upload('a part of it')]
    const taken = '2026-01-02T10:12:00.000Z'
    const evidence = { file: original, words, taken, stipulations: [made.stipulation], of: [made.incident] }
    expect(outcome(await as('verifier').act('mission', 'evidence.lodge', lodged, 0, evidence))).toEqual(good)
    const to = table.room('plenary')
    const asked = { to, words, file: original.file, of: [made.incident] }
    const release = async (payload: object, by = 'verifier-head') =>
      outcome(await as(by).act('mission', 'evidence.release', lodged, 1, payload))
    expect(await release({ ...asked, copy }, 'verifier')).toEqual([403, 'act.not-yours'])
    expect(await release(asked)).toEqual([422, 'evidence.record-first'])
    expect(await release({ ...asked, copy: original })).toEqual([422, 'evidence.same-file'])
    expect(await release({ ...asked, copy: { ...copy, file: '0'.repeat(64) } })).toEqual([
      ...[422, 'paper.file-unknown'],
    ])
    expect(await release({ ...asked, copy, time: 'hour' })).toEqual([422, 'evidence.finer-than-record'])
    const gallery = { ...asked, to: table.room('gallery'), copy }
    expect(await release(gallery)).toEqual([422, 'release.table-first'])
    expect(await release({ ...asked, copy, time: 'day' })).toEqual(good)

    const answer = await as('us-head').get(`rooms/${to}/records?kind=evidence`)
    const [told] = answer.json.records
    const day = { from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' }
    expect(told.state).toMatchObject({ file: copy, blurred: true, when: day, released: [] })
    for (const kept of [original.file, lodged, made.incident, taken]) expect(answer.text).not.toContain(kept)
    const file = await as('us-head').get(`rooms/${to}/evidence/${told.object}/file`)
    expect(hashOf(file.text)).toBe(copy.file)
    const bearing = await as('ru-head').get(`commitments/bearing/${told.state.of[0]}`)
    expect(bearing.json.records.map(({ object }: { object: string }) => object)).toEqual([told.object])
    expect((await as('ru-head').get(`commitments/bearing/${made.incident}`)).json.records).toEqual([])
  })
})

describe("a party's own evidence", () => {
  it('lies in its own room, beside the obligation, and nobody else reads it', async () => {
    const room = table.room('us-caucus')
    const bytes = akoma('what only this side has')
    const { names: _, ...file } = (await as('us-head').upload('us-caucus', bytes, 'f.xml')).json
    const [object, evidence] = [randomUUID(), { file, words, stipulations: [made.stipulation], of: [] }]
    expect(outcome(await as('us-head').act('us-caucus', 'evidence.lodge', object, 0, evidence))).toEqual(good)
    const bearing = async (key: string) =>
      (await as(key).get(`commitments/bearing/${made.stipulation}`)).text.includes(object)
    expect(await bearing('us-head')).toBe(true)
    for (const key of ['ru-head', 'mediator-head', 'verifier-head']) {
      expect(await bearing(key)).toBe(false)
      expect((await as(key).get(`rooms/${room}/evidence/${object}/file`)).status).toBe(404)
    }
    const out = { to: table.room('plenary'), words, file: file.file, of: [] }
    expect(outcome(await as('us-head').act('us-caucus', 'evidence.release', object, 1, out))).toEqual([
      ...[403, 'act.not-here'],
    ])
  })
})

describe('a finding', () => {
  it('names in another room only what was told there, by the ids it has there', async () => {
    const [kept, object, to] = [randomUUID(), randomUUID(), table.room('plenary')]
    const place = { names: [both('Mill', 'Мельница')], latitude: 48.5, longitude: 37.5 }
    const when = { from: '2026-01-02T10:11:00.000Z', to: '2026-01-02T10:13:00.000Z' }
    const seen = { place, when, what: words, stipulations: [], controls: 'us', means: 'seen', assessed: true }
    expect(outcome(await as('verifier').act('mission', 'observation.record', kept, 0, seen))).toEqual(good)
    const cites = [made.incident, lodged, kept]
    const found = { kind: 'monitoring', stipulations: [], asOf: '2026-01-03', words, cites }
    expect(outcome(await as('verifier').act('mission', 'finding.propose', object, 0, found))).toEqual(good)
    expect(outcome(await as('verifier-second').act('mission', 'finding.confirm', object, 1, {}))).toEqual(
      good,
    )
    const release = async (named: readonly string[]) => {
      const payload = { to, words, stipulations: [], cites: named }
      return outcome(await as('verifier-head').act('mission', 'finding.release', object, 2, payload))
    }
    expect(await release([made.incident, kept])).toEqual([422, 'finding.cites-untold'])
    expect(await release([made.denial])).toEqual([422, 'evidence.record-unknown'])
    expect(await release([made.incident, lodged])).toEqual(good)
    const answer = await as('us-head').get(`rooms/${to}/records?kind=finding`)
    const [told] = answer.json.records
    for (const id of [...cites, object]) expect(answer.text).not.toContain(id)
    const ask = (seat: string, room: string, ids: readonly string[]) =>
      as(seat).get(`rooms/${room}/records?${ids.map((id) => `object=${id}`).join('&')}`)
    const named = await ask('us-head', to, told.state.cites)
    expect(named.json.records.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      ...['evidence', 'incident'],
    ])
    expect((await ask('us-head', to, cites)).json.records).toEqual([])
    expect((await ask('us-head', table.room('mission'), cites)).status).toBe(404)
    expect((await ask('verifier', table.room('mission'), cites)).json.records).toHaveLength(3)
  })
})
