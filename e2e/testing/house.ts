/** A house for journeys: a fresh installation with a process, its server on a port of this machine, and one browser. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import type { z } from 'zod'
import type { Founding } from '#contract/parties.ts'
import { startClock } from '../../server/clock.ts'
import { type Context, makeContext } from '../../server/context.ts'
import { loadExercise } from '../../server/exercise/exercise.ts'
import { buildApp } from '../../server/http/app.ts'
import { openInstallation } from '../../server/installation.ts'
import { type Founded, foundProcess } from '../../server/parties/founding.ts'
import { root } from '../../server/root.ts'
import { copyDatabase } from '../../server/testing/table.ts'
import { openBrowser } from './browser.ts'
import { openPerson, type Person, type PersonOptions } from './person.ts'
import type { Language } from './words.ts'

/** When every journey begins: a Tuesday on which nobody at the table has quiet hours for a long while. */
export const beginning = Date.parse('2026-11-24T14:00:00.000Z')

interface Sitter {
  readonly seat: string
  readonly language: Language
}

interface Opened {
  readonly origin: string
  readonly founded: Founded
  readonly sitters: Readonly<Record<string, Sitter>>
  readonly context: Context
  /** Milliseconds from the machine's time to the time of the journey. */
  readonly shift: number
  readonly close: () => Promise<void>
}

/** An open house. It is opened before the first test of its file and closed after the last. */
export interface House {
  readonly origin: () => string
  readonly context: () => Context
  /** The id of a room by its key in the file of the process. */
  readonly room: (key: string) => string
  /** The id of a member by their key. */
  readonly member: (key: string) => string
  readonly process: () => string
  /** A person in their own browser context: in the seat and the language of this member, or, without one, at the door. */
  readonly enter: (member?: string, options?: Partial<PersonOptions>) => Promise<Person>
}

type File = z.infer<typeof Founding>

const wantScreens = (): void => {
  if (!existsSync(join(root, 'build', 'web', 'index.html')))
    throw new Error('The screens are not built, and the journeys need them: run `npm run build` first.')
}

const found = async (
  installation: Parameters<typeof foundProcess>[0],
  file: File | undefined,
  clock: () => Date,
): Promise<Founded> => {
  if (!file) return loadExercise(installation, join(root, 'cases', 'risk-reduction'), clock())
  const outcome = await foundProcess(installation, file, clock)
  if ('flaws' in outcome) throw new Error(JSON.stringify(outcome.flaws))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

/** Where each member sits and what they read, as their own seat knows it. */
const readSitters = async (context: Context, founded: Founded): Promise<Opened['sitters']> => {
  const sitters: Record<string, Sitter> = {}
  for (const [seat, role] of Object.entries(founded.roles)) {
    const { rows } = await context.poolOf(role).query<Sitter & { id: string }>(
      `select object_id as id, state ->> 'seat' as seat, state ->> 'language' as language
       from parley.objects where kind = 'member'`,
    )
    for (const row of rows) if (row.seat === seat) sitters[row.id] = row
  }
  return sitters
}

const open = async (file: File | undefined): Promise<Opened> => {
  wantScreens()
  const shift = beginning - Date.now()
  const clock = () => new Date(Date.now() + shift)
  const template = inject('template')
  const installation = await openInstallation({
    folder: inject('folder'),
    databaseUrl: await copyDatabase(template),
    rolesOf: new URL(template).pathname.slice(1),
  })
  const founded = await found(installation, file, clock)
  // The port is known only when the server listens; no request can come before that.
  const origins: string[] = []
  const context = makeContext(installation, {
    clock,
    relyingParty: { id: 'localhost', origins },
    loopback: true,
    actsPerMinute: 100_000,
    tickSeconds: 30,
  })
  // As a server does when it starts; every other tick a journey asks for itself.
  await context.recorder.tick()
  const app = await buildApp(context)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://localhost:${(app.server.address() as AddressInfo).port}`
  origins.push(origin)
  const stopClock = startClock(context, () => undefined)
  const close = async () => {
    await stopClock()
    context.announcer.endAll()
    await app.close()
    await context.close()
    await installation.stop()
  }
  return { origin, founded, sitters: await readSitters(context, founded), context, shift, close }
}

const known = <T>(ids: Readonly<Record<string, T>>, key: string): T => {
  const id = ids[key]
  if (id === undefined) throw new Error(`the process has no ${key}`)
  return id
}

/**
 * A house for the tests of one file: with the example, or with the process of a file, which may be known only then.
 * People leave after each test unless `stay`; after each test every page must have been without trouble.
 */
export const openHouse = ({ file, stay = false }: { file?: () => File; stay?: boolean } = {}): House => {
  let opened: Opened | undefined
  let browser: Browser | undefined
  let people: Person[] = []
  const now = (): Opened => {
    if (!opened) throw new Error('the house is not open')
    return opened
  }
  const leave = async () => {
    const leaving = people
    people = []
    for (const person of leaving) await person.close()
  }
  beforeAll(async () => {
    browser = await openBrowser()
    opened = await open(file?.())
  }, 60_000)
  afterEach(async () => {
    if (!stay) await leave()
  })
  afterAll(async () => {
    await leave()
    await browser?.close()
    await opened?.close()
  }, 30_000)
  const come = async (options: Partial<PersonOptions>): Promise<Person> => {
    if (!browser) throw new Error('the browser is not open')
    const { origin, founded, shift } = now()
    const person = await openPerson(browser, { origin, shift, process: founded.process, ...options })
    people.push(person)
    return person
  }
  const enter = async (key?: string, options: Partial<PersonOptions> = {}): Promise<Person> => {
    if (key === undefined) return come(options)
    const { origin, founded, sitters, context } = now()
    const member = known(founded.members, key)
    const { seat, language } = known(sitters, member)
    const person = await come({ ...options, language })
    const session = await context.sessions.begin({ process: founded.process, seat, member })
    await person.context.addCookies([
      { name: 'parley', value: session, url: origin, httpOnly: true, sameSite: 'Strict' },
    ])
    return person
  }
  return {
    origin: () => now().origin,
    context: () => now().context,
    room: (key) => known(now().founded.rooms, key),
    member: (key) => known(now().founded.members, key),
    process: () => now().founded.process,
    enter,
  }
}
