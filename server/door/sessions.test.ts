import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallProcess } from '../testing/process.ts'
import { outcome } from '../testing/saying.ts'
import { openStream } from '../testing/stream.ts'
import { headers, openTable, type Person, speaking, type TestTable } from '../testing/table.ts'

let table: TestTable

beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())

const seatRequest = (process: string, member: string, more: object = {}) => ({
  method: 'POST' as const,
  url: '/api/door/seat',
  headers: { ...headers, ...more },
  payload: { process, member },
})
const member = () => table.founded.members['us-head'] ?? ''

describe('a session', () => {
  it('is needed for everything about a process', async () => {
    const nobody = speaking(table.app, table.base, table.room, '', 'parley=guess')
    for (const path of ['', '/table', '/desk', '/search?q=xx', '/events', `/rooms/${table.room('gallery')}`])
      expect(outcome(await nobody.get(`${table.base}${path}`))).toEqual([401, 'door.sign-in'])
  })

  it('ends when its member leaves; the others of the same member go on', async () => {
    const [one, two] = [await table.as('us-head'), await table.as('us-head')]
    const left = await one.post('/api/door/leave', {})
    expect(left.status).toBe(204)
    expect(String(left.headers['set-cookie'])).toMatch(/^parley=;.*Expires=Thu, 01 Jan 1970/)
    expect((await one.get(table.base)).status).toBe(401)
    expect((await two.get(table.base)).status).toBe(200)
  })

  it('ends everywhere, with its streams, when its member leaves everywhere', async () => {
    const [one, two, other] = [
      await table.as('us-head'),
      await table.as('us-head'),
      await table.as('us-secretary'),
    ]
    const stream = await openStream(table, two.cookie)
    expect((await one.post('/api/door/leave-everywhere', {})).status).toBe(204)
    for (const person of [one, two]) expect((await person.get(table.base)).status).toBe(401)
    expect((await other.get(table.base)).status).toBe(200)
    await stream.ended
    expect(stream.text()).toContain('event: left')
  })

  it('ends after twelve hours', async () => {
    const start = table.clock.now
    const one = await table.as('us-head')
    table.clock.now = new Date(start.getTime() + 12 * 3_600_000 - 1_000)
    expect((await one.get(table.base)).status).toBe(200)
    table.clock.now = new Date(start.getTime() + 12 * 3_600_000 + 10_000)
    expect((await one.get(table.base)).status).toBe(401)
    table.clock.now = start
  })

  it('is kept as a hash: the token in the cookie is nowhere in the database', async () => {
    const token = (await table.as('us-head')).cookie.split('=')[1] ?? ''
    const { rows } = await table.installation.door.query('select * from door.sessions')
    expect(rows.length).toBeGreaterThan(0)
    expect(
      JSON.stringify(rows.map(({ token_hash, ...rest }) => [token_hash.toString('base64url'), rest])),
    ).not.toContain(token)
  })

  it('of one process says nothing of another', async () => {
    const other = await openTable({ ...smallProcess, key: 'other' })
    const stranger = await other.as('us-head')
    const here = speaking(table.app, table.base, table.room, '', stranger.cookie)
    expect((await here.get(table.base)).status).toBe(401)
    await other.close()
  })
})

describe('the cookie', () => {
  it('on this machine is strict and out of reach of scripts', async () => {
    const answer = await table.app.inject(seatRequest(table.founded.process, member()))
    expect(answer.headers['set-cookie']).toMatch(
      /^parley=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  it('over https is bound to the host and secure', async () => {
    const origin = 'https://talks.example.org'
    const there = await table.reopen({
      loopback: false,
      relyingParty: { id: 'talks.example.org', origins: [origin] },
    })
    const sent = { host: 'talks.example.org', origin }
    const token = await there.context.sessions.begin({
      process: there.founded.process,
      seat: 'us',
      member: member(),
    })
    const get = (cookie: string) =>
      there.app.inject({ method: 'GET', url: there.base, headers: { ...sent, cookie } })
    expect((await get(`__Host-parley=${token}`)).statusCode).toBe(200)
    expect((await get(`parley=${token}`)).statusCode).toBe(401)
    const left = await there.app.inject({
      method: 'POST',
      url: '/api/door/leave',
      headers: { ...sent, cookie: `__Host-parley=${token}` },
    })
    expect(left.headers['set-cookie']).toMatch(/^__Host-parley=;/)
    expect(left.headers['strict-transport-security']).toMatch(/max-age=\d+/)
    await there.app.close()
  })
})

describe('a request', () => {
  let person: Person
  beforeAll(async () => {
    person = await table.as('us-head')
  })

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['no origin', { origin: undefined }],
    ['the null origin', { origin: 'null' }],
    ['our name with another port', { origin: 'http://localhost:1' }],
    ['a name that is not ours', { host: 'evil.example:4180' }],
  ])('that changes something is refused with %s', async (_, wrong) => {
    const sent = Object.fromEntries(
      Object.entries({ ...headers, cookie: person.cookie, ...wrong }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as Record<string, string>
    for (const url of ['/api/door/leave', '/api/door/leave-everywhere', `${table.base}/acts`]) {
      const answer = await table.app.inject({ method: 'POST', url, headers: sent, payload: {} })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'door.origin'])
    }
    expect((await person.get(table.base)).status).toBe(200)
  })

  it('that reads is refused under a name that is not ours', async () => {
    const answer = await table.app.inject({
      method: 'GET',
      url: table.base,
      headers: { host: 'rebound.example', cookie: person.cookie },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'door.origin'])
  })
})

describe('taking a seat without a passkey', () => {
  it('is refused where others than those at this machine come in', async () => {
    const there = await table.reopen({ loopback: false })
    const answer = await there.app.inject(seatRequest(table.founded.process, member()))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'door.no-exercise'])
    expect((await there.app.inject({ method: 'GET', url: '/api/door', headers })).json()).toEqual({
      signedIn: null,
      exercises: [],
    })
    await there.app.close()
  })

  it('is refused in talks that are no exercise, and by who is not in the process', async () => {
    const real = await openTable({ ...smallProcess, exercise: false })
    const refused = await real.app.inject(
      seatRequest(real.founded.process, real.founded.members['us-head'] ?? ''),
    )
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'door.no-exercise'])
    expect((await real.app.inject({ method: 'GET', url: '/api/door', headers })).json().exercises).toEqual([])
    await real.close()
    const stranger = await table.app.inject(seatRequest(table.founded.process, crypto.randomUUID()))
    expect(stranger.statusCode).toBe(403)
  })
})
