import WebAuthnEmulator, {
  AuthenticatorEmulator,
  PasskeysCredentialsMemoryRepository,
} from 'nid-webauthn-emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outcome } from '../testing/saying.ts'
import { type Answer, openTable, origin, type Person, speaking, type TestTable } from '../testing/table.ts'

let table: TestTable
let head: Person
let stranger: Person

beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())
// The door lets few knock in a minute: every test comes to a door of its own.
beforeEach(async () => {
  table = await table.reopen()
  head = await table.as('us-head')
  stranger = speaking(table.app, table.base, table.room, '', '')
})

/** An authenticator of its own; one that does not verify its holder does not say that it did. */
const newKey = (uv = true): WebAuthnEmulator =>
  new WebAuthnEmulator(
    new AuthenticatorEmulator({
      credentialsRepository: new PasskeysCredentialsMemoryRepository(),
      userMakeCredentialInteraction: (user) => ({ user, options: { uv, up: true } }),
      userGetAssertionInteraction: (user) => ({ user, options: { uv, up: true } }),
    }),
  )

const memberOf = (key: string): string => table.founded.members[key] ?? ''
const inviteTo = async (key: string, by = head): Promise<string> => {
  const { link } = (await by.post('invitations', { member: memberOf(key) })).json
  return link.split('#')[1]
}
const ask = (path: string, body: object) => stranger.post(`/api/door/${path}`, body)
const make = async (token: string, emulator: WebAuthnEmulator, from = origin): Promise<Answer> => {
  const options = (await ask('invitation/options', { token })).json
  return ask('invitation/accept', { token, response: emulator.createJSON(from, options) })
}
const signIn = async (emulator: WebAuthnEmulator, from = origin): Promise<Answer> => {
  const options = (await ask('passkey/options', {})).json
  return ask('passkey', { response: emulator.getJSON(from, options) })
}
const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''

describe('an invitation', () => {
  it('is shown before it is accepted, lets its member make a passkey, and then is used up', async () => {
    const token = await inviteTo('us-secretary')
    const seen = await ask('invitation/look', { token })
    expect(seen.json).toMatchObject({ member: { en: 'Name us-secretary' }, process: { en: 'Small talks' } })
    const emulator = newKey()
    const accepted = await make(token, emulator)
    expect(accepted.json).toMatchObject({ member: memberOf('us-secretary'), key: 'small' })
    const secretary = speaking(table.app, table.base, table.room, '', cookieOf(accepted))
    expect((await secretary.get(table.base)).json.me.id).toBe(memberOf('us-secretary'))
    for (const path of ['look', 'options'])
      expect(outcome(await ask(`invitation/${path}`, { token }))).toEqual([410, 'door.invitation'])
    const signed = await signIn(emulator)
    expect(signed.json).toMatchObject({ member: memberOf('us-secretary') })
  })

  it('of two who come with the same link lets one in', async () => {
    const token = await inviteTo('us-legislator')
    const emulators = [newKey(), newKey()]
    const options = await Promise.all(
      emulators.map(async () => (await ask('invitation/options', { token })).json),
    )
    const answers = await Promise.all(
      emulators.map((emulator, i) =>
        ask('invitation/accept', { token, response: emulator.createJSON(origin, options[i]) }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  it('lets in three who come with their own links at the same moment', async () => {
    const keys = ['us-secretary', 'us-interpreter', 'us-legislator']
    const tokens = await Promise.all(keys.map((key) => inviteTo(key)))
    const answers = await Promise.all(tokens.map((token) => make(token, newKey())))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('runs out after 72 hours', async () => {
    const start = table.clock.now
    const token = await inviteTo('us-interpreter')
    table.clock.now = new Date(start.getTime() + 72 * 3_600_000 - 1)
    expect((await ask('invitation/look', { token })).status).toBe(200)
    table.clock.now = new Date(start.getTime() + 72 * 3_600_000)
    for (const path of ['look', 'options'])
      expect(outcome(await ask(`invitation/${path}`, { token }))).toEqual([410, 'door.invitation'])
    table.clock.now = start
  })

  it('ends when another is made for the same member', async () => {
    const first = await inviteTo('us-interpreter')
    const second = await inviteTo('us-interpreter')
    expect((await ask('invitation/look', { token: first })).status).toBe(410)
    expect((await ask('invitation/look', { token: second })).status).toBe(200)
  })

  it('is bound to the function its member had, and to their time in the seat', async () => {
    const token = await inviteTo('us-interpreter')
    await table.installation.door.query(
      "update door.invitations set function = 'deputy' where member_id = $1",
      [memberOf('us-interpreter')],
    )
    expect(outcome(await ask('invitation/look', { token }))).toEqual([410, 'door.invitation'])
    const gone = await inviteTo('us-legislator')
    const { members } = (await head.get(table.base)).json
    const card = members.find(
      (each: { member: { id: string } }) => each.member.id === memberOf('us-legislator'),
    )
    await head.act('plenary', 'member.remove', memberOf('us-legislator'), card.revision, {})
    expect(outcome(await ask('invitation/look', { token: gone }))).toEqual([410, 'door.invitation'])
  })

  it("is made by stewards for their own seat, and by the mediator's for the hosted ones", async () => {
    expect(outcome(await head.post('invitations', { member: memberOf('ru-head') }))).toEqual([
      403,
      'member.not-yours',
    ])
    const interpreter = await table.as('us-interpreter')
    const answer = await interpreter.post('invitations', { member: memberOf('us-head') })
    expect(outcome(answer)).toEqual([403, 'member.not-yours'])
    const mediator = await table.as('mediator-secretary')
    expect((await mediator.post('invitations', { member: memberOf('observer') })).status).toBe(200)
    expect(outcome(await mediator.post('invitations', { member: memberOf('us-head') }))).toEqual([
      403,
      'member.not-yours',
    ])
  })

  it('tells nobody of another seat whether a member has a passkey', async () => {
    const theirs = await table.as('ru-head')
    const interpreter = await table.as('us-interpreter')
    const asked = () => interpreter.post('invitations', { member: memberOf('ru-secretary') })
    const before = await asked()
    expect((await make(await inviteTo('ru-secretary', theirs), newKey())).status).toBe(200)
    const after = await asked()
    expect([after.status, after.text]).toEqual([before.status, before.text])
    const colleague = await table.as('ru-interpreter')
    expect(outcome(await colleague.post('invitations', { member: memberOf('ru-secretary') }))).toEqual([
      403,
      'member.not-yours',
    ])
  })

  it('that takes the place of a passkey is made by those who speak for the seat alone', async () => {
    expect((await make(await inviteTo('us-interpreter'), newKey())).status).toBe(200)
    const secretary = await table.as('us-secretary')
    expect(outcome(await secretary.post('invitations', { member: memberOf('us-interpreter') }))).toEqual([
      403,
      'member.passkey-held',
    ])
    expect((await head.post('invitations', { member: memberOf('us-interpreter') })).status).toBe(200)
  })

  it('with a passkey from another origin is refused and stays good', async () => {
    const token = await inviteTo('us-secretary')
    const emulator = newKey()
    const options = (await ask('invitation/options', { token })).json
    const response = emulator.createJSON('http://localhost:9999', options)
    expect(outcome(await ask('invitation/accept', { token, response }))).toEqual([401, 'door.passkey'])
    expect((await make(token, newKey())).status).toBe(200)
  })
})

describe('a passkey', () => {
  const made = async (emulator = newKey()): Promise<WebAuthnEmulator> => {
    const accepted = await make(await inviteTo('us-secretary'), emulator)
    if (accepted.status !== 200) throw new Error(accepted.text)
    return emulator
  }

  it('answers a challenge once', async () => {
    const emulator = await made()
    const options = (await ask('passkey/options', {})).json
    const response = emulator.getJSON(origin, options)
    expect((await ask('passkey', { response })).status).toBe(200)
    expect(outcome(await ask('passkey', { response }))).toEqual([401, 'door.passkey'])
  })

  it('answers no challenge that is five minutes old, nor one that was never given', async () => {
    const emulator = await made()
    const options = (await ask('passkey/options', {})).json
    const start = table.clock.now
    table.clock.now = new Date(start.getTime() + 5 * 60_000)
    expect((await ask('passkey', { response: emulator.getJSON(origin, options) })).status).toBe(401)
    table.clock.now = start
    const own = { ...options, challenge: Buffer.from('of my own making').toString('base64url') }
    expect((await ask('passkey', { response: emulator.getJSON(origin, own) })).status).toBe(401)
  })

  it('is refused from another origin, also on the same host', async () => {
    const emulator = await made()
    expect(outcome(await signIn(emulator, 'http://localhost:9999'))).toEqual([401, 'door.passkey'])
    expect((await signIn(emulator)).status).toBe(200)
  })

  it('is refused when its counter goes back, and when nobody knows it', async () => {
    const emulator = await made()
    expect((await signIn(emulator)).status).toBe(200)
    await table.installation.door.query('update door.credentials set counter = 1000')
    expect(outcome(await signIn(emulator))).toEqual([401, 'door.passkey'])
    await table.installation.door.query('update door.credentials set counter = 0')
    const options = (await ask('passkey/options', {})).json
    const known = emulator.getJSON(origin, options)
    expect(outcome(await ask('passkey', { response: { ...known, id: 'AAAA', rawId: 'AAAA' } }))).toEqual([
      401,
      'door.passkey',
    ])
  })

  it('is not made when its holder was not verified', async () => {
    const token = await inviteTo('us-secretary')
    expect(outcome(await make(token, newKey(false)))).toEqual([401, 'door.passkey'])
    expect((await make(token, newKey())).status).toBe(200)
  })

  it('lets nobody in whose time in the seat is over', async () => {
    const emulator = await made()
    const { members } = (await head.get(table.base)).json
    const card = members.find(
      (each: { member: { id: string } }) => each.member.id === memberOf('us-secretary'),
    )
    await head.act('plenary', 'member.remove', memberOf('us-secretary'), card.revision, {})
    const answer = await signIn(emulator)
    const late = speaking(table.app, table.base, table.room, '', cookieOf(answer))
    expect((await late.get(table.base)).status).toBe(401)
  })
})

describe('knocking', () => {
  it('is let happen so many times a minute, and no more', async () => {
    const knock = () => ask('invitation/look', { token: 'A'.repeat(43) })
    const most = Number((await knock()).headers['x-ratelimit-limit'])
    expect(most).toBeLessThanOrEqual(120)
    for (let i = 1; i < most; i += 1) expect((await knock()).status).toBe(410)
    expect(outcome(await knock())).toEqual([429, 'door.too-many'])
  })
})
