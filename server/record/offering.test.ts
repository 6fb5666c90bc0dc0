import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatVerifierKey, verifierKey } from '#domain/record/key.ts'
import { cosignatureLine, cosignedMessage } from '#domain/record/note.ts'
import { openTable, type Person, type TestTable } from '../testing/table.ts'
import { nameWitnesses } from '../testing/witnesses.ts'
import { primitives } from './primitives.ts'

let table: TestTable
let us: Person
let server: Server
interface Reply {
  readonly status: number
  readonly body: string
  readonly type?: string
}
let answer: (body: string) => Reply | Promise<Reply>

beforeAll(async () => {
  table = await openTable()
  us = await table.as('us-head')
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', async () => {
      const { status, body: words, type = 'text/plain' } = await answer(body)
      response.writeHead(status, { 'content-type': type }).end(words)
    })
  })
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  await nameWitnesses(table, null, ['us', 'mediator'])
  const { port } = server.address() as AddressInfo
  await nameWitnesses(table, `http://127.0.0.1:${port}`, ['ru'])
})
beforeEach(() => {
  table.clock.now = new Date(table.clock.now.getTime() + 30_000)
})
afterAll(async () => {
  server.close()
  await table.close()
})

const plenary = async () => (await us.get(`rooms/${table.room('plenary')}/record`)).json.log
const ofRu = async () => (await plenary()).witnesses.find(({ seat }: { seat: string }) => seat === 'ru')

it('is told of a witness that does not answer as it should, and since when; the others are not kept waiting', async () => {
  answer = () => ({ status: 500, body: 'broken' })
  const since = table.clock.now.toISOString()
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: 'silent', missingSince: since, size: null })
  expect((await plenary()).vouched).toBeNull()
  expect((await plenary()).witnesses.filter(({ at }: { at: string | null }) => at !== null)).toHaveLength(2)
  table.clock.now = new Date(table.clock.now.getTime() + 30_000)
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ missingSince: since })
})

it('does not wait for a witness that answers slowly for each log', async () => {
  answer = () => new Promise((go) => setTimeout(() => go({ status: 404, body: '' }), 2_500))
  const begun = performance.now()
  await table.context.recorder.tick()
  expect(performance.now() - begun).toBeLessThan(9_000)
  expect(await ofRu()).toMatchObject({ trouble: expect.any(String) })
  expect((await plenary()).checkpoint.note.split('\u2014 ')).toHaveLength(4)
})

it('takes no cosignature that does not hold', async () => {
  answer = () => ({ status: 200, body: `\u2014 parley/exercise/other ${'A'.repeat(104)}\n` })
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: 'bad-signature' })
  expect((await plenary()).checkpoint.note).not.toContain('other')
})

/** What the witness of this seat would answer, signed at a time of our choosing, and with a bit too many in its base64. */
const cosigned = (body: string, time: number, isSloppy = false) => {
  const text = `${body.slice(body.indexOf('\n\n') + 2).split('\n\n')[0]}\n`
  const { key, sign } = table.context.keys.exerciseWitness(table.founded.process, 'ru')
  const line = cosignatureLine(key, time, sign(toUtf8(cosignedMessage(text, time))))
  const last = line.at(-3) ?? ''
  const sloppy = `${line.slice(0, -3)}${String.fromCharCode(last.charCodeAt(0) + 1)}==`
  return { status: 200, body: `${isSloppy ? sloppy : line}\n` }
}

it.each([
  ['far in the future', 316_500_000_000],
  ['beyond every calendar', 8_600_000_000_000],
  ['an hour ago', -3_600],
])('takes no cosignature of a time %s, and publishes all the same', async (_, time) => {
  const now = Math.floor(table.clock.now.getTime() / 1000)
  answer = (body) => cosigned(body, time < 0 ? now + time : time)
  await us.act('plenary', 'message.send', randomUUID(), 0, {
    nature: 'statement',
    original: 'en',
    words: { en: 'Before a strange clock.' },
  })
  const before = (await plenary()).checkpoint.size
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: 'clock' })
  expect((await plenary()).checkpoint.size).toBeGreaterThan(before)
})

it('takes a good cosignature, and none that is written in another way', async () => {
  const now = () => Math.floor(table.clock.now.getTime() / 1000)
  answer = (body) => cosigned(body, now())
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: null })
  answer = (body) => cosigned(body, now(), true)
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: 'bad-signature' })
})

it.each([
  [404, '', 'unknown-log'],
  [403, '', 'other-key'],
  [422, '', 'other-history'],
  [409, '', 'other-history'],
])('says what a witness means by %i', async (status, body, trouble) => {
  answer = () => ({ status, body })
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble })
})

it('says when a witness has seen a longer history, which a server put back to an old state cannot show', async () => {
  answer = () => ({ status: 409, body: '99999\n', type: 'text/x.tlog.size' })
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: 'longer-history' })
})

it('asks a witness that was away anew, from where it had come to', async () => {
  const key = table.context.keys.exerciseWitness(table.founded.process, 'ru')
  const ru = await table.as('ru-head')
  const named = { key: formatVerifierKey(key.key), url: null }
  expect((await ru.act('plenary', 'witness.appoint', 'ru', 1, named)).status).toBe(200)
  await us.act('plenary', 'message.send', randomUUID(), 0, {
    nature: 'statement',
    original: 'en',
    words: { en: 'Back again.' },
  })
  await table.context.recorder.tick()
  expect(await ofRu()).toMatchObject({ trouble: null, missingSince: null, place: null })
  expect((await plenary()).vouched).toEqual((await plenary()).checkpoint)
})

it('calls nothing vouched for that the witnesses of today have not cosigned', async () => {
  expect((await plenary()).vouched).not.toBeNull()
  answer = () => ({ status: 500, body: '' })
  const { port } = server.address() as AddressInfo
  const ru = await table.as('ru-head')
  const other = table.context.keys.exerciseWitness(table.founded.process, 'other')
  const named = { key: formatVerifierKey(other.key), url: `http://127.0.0.1:${port}` }
  expect((await ru.act('plenary', 'witness.appoint', 'ru', 2, named)).status).toBe(200)
  await table.context.recorder.tick()
  expect((await plenary()).vouched).toBeNull()
})

it('asks a witness only about logs of rooms in which its seat sits', async () => {
  const origins = new Set<string>()
  answer = (body) => {
    origins.add(/parley\/log\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '')
    return { status: 404, body: '' }
  }
  const { port } = server.address() as AddressInfo
  const ru = await table.as('ru-head')
  const { key } = table.context.keys.exerciseWitness(table.founded.process, 'ru')
  const url = `http://127.0.0.1:${port}`
  await ru.act('plenary', 'witness.appoint', 'ru', 3, { key: formatVerifierKey(key), url })
  await table.context.recorder.tick()
  const own = ['plenary', 'ru-caucus', 'ru-channel', 'group', 'gallery'].map(table.room)
  expect([...origins].sort()).toEqual([...own, table.founded.anchor].sort())
})

it('leaves a dismissed witness out of the policy', async () => {
  const ru = await table.as('ru-head')
  expect((await ru.act('plenary', 'witness.dismiss', 'ru', 4, {})).status).toBe(200)
  await table.context.recorder.tick()
  expect((await plenary()).policy).not.toContain('witness ru')
  expect((await plenary()).witnesses).toHaveLength(2)
  expect((await plenary()).vouched).toEqual((await plenary()).checkpoint)
})

it('lets nobody name a witness for another seat, share a key, or give an address that is none', async () => {
  const { key } = table.context.keys.exerciseWitness(table.founded.process, 'us')
  const own = formatVerifierKey(key)
  const ru = await table.as('ru-head')
  const name = (person: Person, seat: string, base: number, payload: object) =>
    person.act('plenary', 'witness.appoint', seat, base, payload)
  expect((await name(ru, 'us', 1, { key: own, url: null })).json.code).toBe('record.witness-not-yours')
  expect((await name(ru, 'ru', 5, { key: own, url: null })).json.code).toBe('record.witness-shared')
  expect((await name(us, 'us', 1, { key: own, url: 'http://10.0.0.1/' })).json.code).toBe(
    'record.witness-url',
  )
  const renamed = (name: string) =>
    formatVerifierKey(verifierKey(name, 'cosignature', key.publicKey, primitives.sha256))
  const mine = (name: string) =>
    formatVerifierKey(verifierKey(name, 'cosignature', randomBytes(32), primitives.sha256))
  expect((await name(ru, 'ru', 5, { key: renamed('another'), url: null })).json.code).toBe(
    'record.witness-shared',
  )
  expect((await name(ru, 'ru', 5, { key: mine(key.name), url: null })).json.code).toBe(
    'record.witness-shared',
  )
  for (const bad of ['a\u0001b', 'a\u007fb', 'свидетель', `parley/log/${table.founded.anchor}`])
    expect((await name(ru, 'ru', 5, { key: mine(bad), url: null })).json.code).toMatch(
      /^(record\.witness-name|wire\.malformed)$/,
    )
  const log = formatVerifierKey(table.context.keys.log(table.room('plenary')).key)
  expect((await name(us, 'us', 1, { key: log, url: null })).json.code).toBe('record.key-use')
  const observer = await table.as('observer')
  expect((await name(observer, 'observer', 0, { key: own, url: null })).json.code).toBe('act.not-yours')
})
