/** Versions through HTTP on PostgreSQL: frozen, initialled and signed with passkeys, corrected, taken home and verified. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type WebAuthnEmulator from 'nid-webauthn-emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readVersionFile } from '#contract/text-versions.ts'
import { passageHashes } from '#domain/text/canonical.ts'
import type { Clause } from '#domain/text/clause.ts'
import { correct } from '#domain/text/version/freezing.ts'
import type { MarkKind } from '#domain/text/version/statement.ts'
import { type VersionFile, verifyVersion } from '#domain/text/version/verify.ts'
import { seed } from '../testing/clauses.ts'
import { assertionFor, makePasskey } from '../testing/passkeys.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { frozenNow } from '../testing/versions.ts'
import { nameWitnesses } from '../testing/witnesses.ts'
import { versionPrimitives } from './passkey-primitives.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.log('the independent script is not tried: there is no python3 on this machine')

const title = { en: 'Understanding', ru: 'Договорённость' }
let table: TestTable
let us: Person
let ru: Person
let mediator: Person
const emulators = new Map<Person, WebAuthnEmulator>()

const givePasskey = async (person: Person): Promise<void> =>
  void emulators.set(person, await makePasskey(person))

const text = async () => (await us.get(`rooms/${table.room('plenary')}/text`)).json
const versions = async () => (await us.get(`rooms/${table.room('plenary')}/text/versions`)).json
const fileOf = async (number: number): Promise<VersionFile> =>
  (await us.get(`rooms/${table.room('plenary')}/text/versions/${number}`)).json
const code = ({ status, json }: { status: number; json: { code?: string } }) => [status, json?.code]

const assertion = (
  person: Person,
  kind: MarkKind,
  number: number,
  hash: string,
  party: string,
  as = kind,
) => {
  const emulator = emulators.get(person)
  if (!emulator) throw new Error('no passkey has been made')
  return assertionFor(emulator, { kind: as, number, hash, party, member: person.member })
}

const put = async (person: Person, party: string, kind: MarkKind, number: number, as = kind) => {
  const { hash } = await fileOf(number)
  const payload = { hash, assertion: assertion(person, kind, number, hash, party, as) }
  return person.act('plenary', `version.${kind}`, String(number), null, payload)
}

const tick = () => table.context.recorder.tick()

beforeAll(async () => {
  table = await openTable()
  ;[us, ru, mediator] = (await Promise.all(['us-head', 'ru-head', 'mediator-head'].map(table.as))) as [
    Person,
    Person,
    Person,
  ]
  await nameWitnesses(table)
  const clauses = [
    seed('c1', 'F', 'Each Party notifies the other.', 'Каждая Сторона уведомляет другую.'),
    seed('c2', 'V', 'No less than 24 hours before.', 'Не менее чем за 24 часа.'),
  ]
  await mediator.act('plenary', 'text.open', 'text', 0, { title, clauses })
})
afterAll(() => table.close())

describe('a version', () => {
  it('is frozen by the mediator alone, with the hash that the mediator saw', async () => {
    const { hash, record } = await frozenNow(table, us)
    expect(record).toMatchObject({ number: 1, previous: null, clauses: 2, languages: ['en', 'ru'] })
    expect(code(await us.act('plenary', 'version.freeze', '1', 0, { hash }))).toEqual([403, 'act.not-yours'])
    const other = hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    expect(code(await mediator.act('plenary', 'version.freeze', '1', 0, { hash: other }))).toEqual([
      409,
      'version.other-hash',
    ])
    expect((await mediator.act('plenary', 'version.freeze', '1', 0, { hash })).status).toBe(200)
    expect((await text()).text.versions).toMatchObject([{ number: 1, hash }])
    const file = await fileOf(1)
    expect(verifyVersion(file, versionPrimitives, { hash, log: file.log })).toMatchObject({
      ok: true,
      value: { marks: [] },
    })
  })

  it('is not initialled before every clause is agreed by all, certified by all, and vouched for by all witnesses', async () => {
    await givePasskey(us)
    await givePasskey(ru)
    expect(code(await put(us, 'us', 'initial', 1))).toEqual([422, 'version.not-agreed'])
    for (const id of ['c1', 'c2']) {
      const clause = (await text()).clauses.find((each: Clause) => each.id === id)
      for (const expert of await Promise.all(['us-interpreter', 'ru-interpreter'].map(table.as)))
        await expert.act('plenary', 'clause.certify', id, null, {
          wording: clause.wording,
          hashes: passageHashes(clause),
        })
      const agreed = {
        wording: clause.wording,
        degree: 'ad-referendum',
        under: [],
        subjectToConformity: false,
      }
      for (const side of [us, ru])
        expect((await side.act('plenary', 'clause.agree', id, null, agreed)).status).toBe(200)
    }
    const { hash, record } = await frozenNow(table, us)
    expect(record).toMatchObject({ number: 2, previous: (await fileOf(1)).hash })
    await mediator.act('plenary', 'version.freeze', '2', 0, { hash })
    expect(code(await put(us, 'us', 'initial', 1))).toEqual([409, 'version.superseded'])
    expect(code(await put(us, 'us', 'initial', 2))).toEqual([422, 'version.not-vouched'])
    await tick()
    expect((await put(us, 'us', 'initial', 2)).status).toBe(200)
    expect(code(await put(us, 'us', 'initial', 2))).toEqual([422, 'version.marked-already'])
  })

  it('takes no passkey that signed something else, or is somebody else’s', async () => {
    expect(code(await put(ru, 'ru', 'initial', 2, 'sign'))).toEqual([401, 'door.passkey'])
    expect(code(await put(ru, 'us', 'initial', 2))).toEqual([401, 'door.passkey'])
    const { hash } = await fileOf(2)
    const stolen = assertion(us, 'initial', 2, hash, 'us')
    expect(code(await ru.act('plenary', 'version.initial', '2', null, { hash, assertion: stolen }))).toEqual([
      401,
      'door.passkey',
    ])
    const secretary = await table.as('ru-secretary')
    await givePasskey(secretary)
    expect(code(await put(secretary, 'ru', 'initial', 2))).toEqual([403, 'act.not-yours'])
  })

  it('is signed after both have initialled; a signature ad referendum binds when it is confirmed', async () => {
    await tick()
    expect(code(await put(us, 'us', 'sign', 2))).toEqual([422, 'version.not-initialled'])
    expect((await put(ru, 'ru', 'initial', 2)).status).toBe(200)
    expect(code(await put(us, 'us', 'sign', 2))).toEqual([422, 'version.not-vouched'])
    await tick()
    expect((await put(us, 'us', 'sign', 2)).status).toBe(200)
    await tick()
    expect(code(await put(ru, 'ru', 'confirm', 2))).toEqual([422, 'version.nothing-to-confirm'])
    expect((await put(ru, 'ru', 'sign-ad-referendum', 2)).status).toBe(200)
    await tick()
    expect((await put(ru, 'ru', 'confirm', 2)).status).toBe(200)
    const [, second] = (await versions()).versions
    expect(second.marks.map(({ party, kind }: { party: string; kind: string }) => [party, kind])).toEqual([
      ['us', 'initial'],
      ['ru', 'initial'],
      ['us', 'sign'],
      ['ru', 'sign-ad-referendum'],
      ['ru', 'confirm'],
    ])
  })

  it('verifies from its file alone; a flipped letter, a swapped mark and another party’s name are found', async () => {
    const file = await fileOf(2)
    expect(readVersionFile(JSON.stringify(file))).toEqual(file)
    const found = verifyVersion(file, versionPrimitives)
    expect(found.ok && found.value.marks.map(({ flaw }) => flaw)).toEqual([null, null, null, null, null])
    const flipped = JSON.parse(JSON.stringify(file).replace('24 часа', '25 часа')) as VersionFile
    expect(verifyVersion(flipped, versionPrimitives)).toMatchObject({
      refusal: { code: 'version.words-changed', facts: { language: 'ru' } },
    })
    const [first] = file.marks
    if (!first) throw new Error('no mark')
    const forged = [
      { ...first, kind: 'sign' as const },
      { ...first, party: 'ru' },
      { ...first, at: '2026-11-22T10:00:00.001Z' },
      { ...first, by: { ...first.by, member: file.marks[1]?.by.member ?? '' } },
    ]
    for (const mark of forged) {
      const checked = verifyVersion({ ...file, marks: [mark] }, versionPrimitives)
      expect(checked.ok && checked.value.marks[0]?.flaw).toBeTruthy()
    }
  })

  it.runIf(hasPython)('verifies with the independent script, which refuses the same as we do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-version-'))
    const python = (file: unknown, ...more: readonly string[]) => {
      const path = join(folder, 'version.json')
      writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
      const script = join(import.meta.dirname, '..', '..', 'verifier', 'verify_text.py')
      const { status, stdout } = spawnSync('python3', [script, path, ...more], { encoding: 'utf8' })
      return { status, stdout }
    }
    const file = await fileOf(2)
    const good = python(file, '--hash', file.hash, '--show', 'ru')
    expect(good.stdout.match(/^good {2}/gm)).toHaveLength(5)
    expect([good.status, good.stdout.split('\n').at(-2)]).toEqual([0, '2. Не менее чем за 24 часа.'])
    const whole = JSON.stringify(file)
    for (const [from, to] of [
      ['Party', 'Pаrty'],
      ['24', '25'],
      ['"initial"', '"sign"'],
      ['"party":"ru"', '"party":"us"'],
    ] as const) {
      const changed = whole.replace(from, to)
      expect([from, python(changed).status]).toEqual([from, 1])
      const ours = verifyVersion(JSON.parse(changed), versionPrimitives)
      expect(ours.ok && ours.value.marks.every(({ flaw }) => flaw === null)).toBe(false)
    }
    rmSync(folder, { recursive: true })
  })

  it('has its errors corrected by a version of its own, which every party initials or objects to', async () => {
    const file = await fileOf(2)
    const corrections = [{ clause: 'c2', language: 'ru', from: 'чем за 24', to: 'чем за двадцать четыре' }]
    const made = correct({ ...file, consent: 'agreed', concordant: true }, corrections, {
      number: 2,
      hash: file.hash,
    })
    if (!made.ok) throw new Error(made.refusal.code)
    const payload = {
      hash: made.value.hash,
      of: 2,
      corrections,
      reason: { en: 'As in English.', ru: 'Как в английском.' },
    }
    expect(code(await us.act('plenary', 'version.correct', '3', 0, payload))).toEqual([403, 'act.not-yours'])
    expect((await mediator.act('plenary', 'version.correct', '3', 0, payload)).status).toBe(200)
    const corrected = await fileOf(3)
    expect(corrected.record.corrects).toBe(file.hash)
    expect(verifyVersion(corrected, versionPrimitives).ok).toBe(true)
    await tick()
    expect((await put(us, 'us', 'initial', 3)).status).toBe(200)
    const words = { ru: 'Возражаем.' }
    expect((await ru.act('plenary', 'version.object', '3', null, { words })).status).toBe(200)
    expect(code(await put(ru, 'ru', 'initial', 3))).toEqual([422, 'version.objected'])
    const unknown = { ...payload, corrections: [{ ...corrections[0], from: 'нет таких слов' }] }
    expect(code(await mediator.act('plenary', 'version.correct', '4', 0, unknown))).toEqual([
      422,
      'version.words-not-found',
    ])
  })

  it('is as unknown to a seat outside the room as one that was never there', async () => {
    const visitor = await table.as('public')
    const room = table.room('plenary')
    const asked = await visitor.get(`rooms/${room}/text/versions/2`)
    const never = await visitor.get('rooms/00000000-0000-4000-8000-000000000000/text/versions/2')
    expect([asked.status, asked.text]).toEqual([never.status, never.text])
    expect((await us.get(`rooms/${room}/text/versions/99`)).status).toBe(404)
  })
})
