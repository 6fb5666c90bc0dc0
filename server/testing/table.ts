/** A table for tests: a fresh copy of the installation, a small process, and everybody who sits at it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import { type Context, type ContextOptions, makeContext } from '../context.ts'
import { buildApp } from '../http/app.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type Founded, foundProcess } from '../parties/founding.ts'
import { smallProcess } from './process.ts'

/** An answer over HTTP, as a test looks at it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects field by field.
  readonly json: any
}

/** One member at the table, speaking HTTP. */
export interface Person {
  readonly member: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body: unknown) => Promise<Answer>
  /** Posts an act; room and member are named by their keys in the file. */
  readonly act: (
    room: string,
    kind: string,
    object: string,
    base: number | null,
    payload: unknown,
  ) => Promise<Answer>
  readonly upload: (room: string, bytes: Uint8Array, name?: string) => Promise<Answer>
  /** Hands a file to any address of a room. */
  readonly handIn: (room: string, address: string, bytes: Uint8Array) => Promise<Answer>
  readonly cookie: string
}

/** A table that is open for tests. */
export interface TestTable {
  readonly app: FastifyInstance
  readonly context: Context
  readonly installation: Installation
  readonly founded: Founded
  readonly base: string
  readonly room: (key: string) => string
  readonly as: (memberKey: string) => Promise<Person>
  readonly clock: { now: Date }
  readonly log: string[]
  /** The same installation behind a fresh context, nothing remembered; what is given replaces its options. */
  readonly reopen: (options?: Partial<ContextOptions>) => Promise<TestTable>
  readonly close: () => Promise<void>
}

/** The origin of the pages of a table, and the headers its pages send. */
export const origin = 'http://localhost:4180'
export const headers = { host: 'localhost:4180', origin }

/** Makes a fresh copy of the template installation; gives its address. */
export const copyDatabase = async (template: string): Promise<string> => {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const url = new URL(template)
  const source = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(`create database ${name} template ${source}`)
      break
    } catch (error) {
      // Two copies at the same moment: PostgreSQL asks the second to come again.
      if ((error as { code?: string }).code !== '55006' || tries > 100) throw error
      await new Promise((go) => setTimeout(go, 50))
    }
  }
  await client.end()
  url.pathname = `/${name}`
  return url.href
}

const multipart = (bytes: Uint8Array, name: string) => {
  const boundary = `b${randomUUID()}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, type: `multipart/form-data; boundary=${boundary}` }
}

const answer = (reply: { statusCode: number; headers: Record<string, unknown>; body: string }): Answer => ({
  status: reply.statusCode,
  headers: reply.headers,
  text: reply.body,
  get json() {
    return JSON.parse(reply.body)
  },
})

/** Opens a table. The process is the small one unless another is given. */
export const openTable = async (file: z.infer<typeof Founding> = smallProcess): Promise<TestTable> => {
  const databaseUrl = await copyDatabase(inject('template'))
  const installation = await openInstallation({
    folder: inject('folder'),
    databaseUrl,
    rolesOf: new URL(inject('template')).pathname.slice(1),
  })
  const clock = { now: new Date('2026-11-22T10:00:00.000Z') }
  const outcome = await foundProcess(installation, file, () => clock.now)
  if ('flaws' in outcome) throw new Error(JSON.stringify(outcome.flaws))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return layTable({ installation, founded: outcome.value, clock, file })
}

interface Laid {
  readonly installation: Installation
  readonly founded: Founded
  readonly clock: { now: Date }
  readonly file: z.infer<typeof Founding>
}

const layTable = async (laid: Laid, options: Partial<ContextOptions> = {}): Promise<TestTable> => {
  const { installation, founded, clock, file } = laid
  const context = makeContext(installation, {
    clock: () => clock.now,
    relyingParty: { id: 'localhost', origins: [origin] },
    loopback: true,
    actsPerMinute: 100_000,
    tickSeconds: 30,
    ...options,
  })
  const log: string[] = []
  const app = await buildApp(context, (line) => log.push(line))
  const room = (key: string): string => founded.rooms[key] ?? key
  const base = `/api/processes/${founded.process}`
  const as = async (key: string): Promise<Person> => {
    const member = founded.members[key] ?? key
    const cookie = file.exercise
      ? await takeSeat(app, founded, member)
      : await beginSession(
          context,
          founded,
          file.members.find((each) => each.key === key)?.seat ?? '',
          member,
        )
    return speaking(app, base, room, member, cookie)
  }
  const close = async () => {
    context.announcer.endAll()
    await app.close()
    await context.close()
    await installation.stop()
  }
  const reopen = (changed?: Partial<ContextOptions>) => layTable(laid, changed)
  return { app, context, installation, founded, base, room, as, clock, log, reopen, close }
}

/** The way in of an exercise: a seat is taken without a passkey. */
const takeSeat = async (app: FastifyInstance, founded: Founded, member: string): Promise<string> => {
  const seated = await app.inject({
    method: 'POST',
    url: '/api/door/seat',
    headers,
    payload: { process: founded.process, member },
  })
  if (seated.statusCode !== 200) throw new Error(`${member} cannot take a seat: ${seated.body}`)
  return String(seated.headers['set-cookie']).split(';')[0] ?? ''
}

/** In talks that are no exercise, the session that a passkey would have opened. */
const beginSession = async (
  context: Context,
  founded: Founded,
  seat: string,
  member: string,
): Promise<string> => `parley=${await context.sessions.begin({ process: founded.process, seat, member })}`

/** A member who is signed in with this cookie. */
export const speaking = (
  app: FastifyInstance,
  base: string,
  room: (key: string) => string,
  member: string,
  cookie: string,
): Person => {
  const withCookie = { ...headers, cookie }
  const get = async (path: string) =>
    answer(
      await app.inject({
        method: 'GET',
        url: path.startsWith('/') ? path : `${base}/${path}`,
        headers: withCookie,
      }),
    )
  const post = async (path: string, body: unknown) =>
    answer(
      await app.inject({
        method: 'POST',
        url: path.startsWith('/') ? path : `${base}/${path}`,
        headers: withCookie,
        payload: body as object,
      }),
    )
  const handTo = async (url: string, bytes: Uint8Array, name: string) => {
    const { payload, type } = multipart(bytes, name)
    return answer(
      await app.inject({ method: 'POST', url, headers: { ...withCookie, 'content-type': type }, payload }),
    )
  }
  return {
    member,
    cookie,
    get,
    post,
    act: (roomKey, kind, object, revision, payload) =>
      post('acts', { id: randomUUID(), room: room(roomKey), kind, object, base: revision, payload }),
    upload: (roomKey, bytes, name = 'file.bin') =>
      handTo(`${base}/rooms/${room(roomKey)}/files`, bytes, name),
    handIn: (roomKey, address, bytes) =>
      handTo(`${base}/rooms/${room(roomKey)}/${address}`, bytes, 'file.bin'),
  }
}
