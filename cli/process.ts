/** `parley process create`, `parley process list`, `parley invite`. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Founding } from '#contract/parties.ts'
import { named } from '#domain/parties/localised.ts'
import type { Member } from '#domain/parties/member.ts'
import { makeAnnouncer } from '#server/acts/announce.ts'
import { openActsDoor } from '#server/acts/door.ts'
import { readConfig } from '#server/config.ts'
import type { Installation } from '#server/installation.ts'
import { invite } from '#server/invitations.ts'
import { readCard, readCards } from '#server/members.ts'
import { type Founded, foundProcess } from '#server/parties/founding.ts'
import { openHouses } from '#server/seats.ts'
import {
  BadUsage,
  type Call,
  type Command,
  dataOption,
  type Ending,
  jsonOption,
  print,
  tell,
  textOf,
} from './command.ts'
import { sentence } from './input.ts'
import { withInstallation } from './installation.ts'

const readFounding = async (path: string) => {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new BadUsage(`${path}: ${error.message}`)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BadUsage(`${path} is not JSON: ${(error as Error).message}`)
  }
  const read = Founding.safeParse(json)
  if (read.success) return read.data
  const issues = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`)
  throw new BadUsage(`${path} is not a process file:\n${issues.join('\n')}`)
}

const create = async (call: Call): Promise<Ending> => {
  const [path] = call.positionals
  if (path === undefined) throw new BadUsage('process create wants the path of a process file')
  const file = await readFounding(path)
  return withInstallation<Ending>(call, async (installation) => {
    const outcome = await foundProcess(installation, file)
    if ('flaws' in outcome) {
      const lines = outcome.flaws.map((flaw) => `  ${flaw.where}: ${sentence(flaw)}`)
      if (call.values.json) console.log(JSON.stringify({ flaws: outcome.flaws }, null, 2))
      else tell(`${path}: the process cannot be founded:\n${lines.join('\n')}`)
      return 2
    }
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const { process, rooms, members }: Founded = outcome.value
    print(call, { process, key: file.key, rooms, members }, [
      `founded ${file.key}: ${named(file.name, 'en')}`,
      `  process ${process}`,
      ...Object.entries(rooms).map(([key, id]) => `  room ${key} ${id}`),
      `  ${Object.keys(members).length} members; invite them with: parley invite ${file.key} MEMBER`,
    ])
    return 0
  })
}

interface Listed {
  readonly process: string
  readonly key: string
  readonly name: Readonly<Record<string, string>>
  readonly exercise: boolean
  readonly seats: number
}

const list = (call: Call): Promise<Ending> =>
  withInstallation<Ending>(call, async ({ door }) => {
    const { rows } = await door.query<Listed>(
      `select p.process_id as process, p.key, p.name, p.exercise, count(s.*)::int as seats
       from door.processes p left join door.seats s using (process_id) where p.ready
       group by p.process_id order by p.key`,
    )
    const lines = rows.map(
      (row) => `${row.key}  ${named(row.name, 'en')}  ${row.seats} seats${row.exercise ? '  exercise' : ''}`,
    )
    print(
      call,
      { processes: rows },
      rows.length > 0 ? lines : ['no process yet: parley process create FILE.json'],
    )
    return 0
  })

const seatsOf = async (installation: Installation, key: string) => {
  const { rows } = await installation.door.query<{ process: string; seat: string; role: string }>(
    `select process_id as process, seat, role from door.processes join door.seats using (process_id)
     where key = $1 and ready`,
    [key],
  )
  if (rows.length === 0)
    throw new BadUsage(`there is no process ${key}: parley process list shows those there are`)
  return rows
}

/** The member with this id, or with this name in any language. */
const findMember = async (installation: Installation, key: string, wanted: string) => {
  const seats = await seatsOf(installation, key)
  const cards = await Promise.all(
    seats.map(async (seat) => {
      const all = await readCards(installation.pools.of(seat.role))
      return all
        .filter(({ state }) => state.seat === seat.seat)
        .map(({ state }) => ({ process: seat.process, member: state }))
    }),
  )
  const found = cards
    .flat()
    .filter(({ member }) => member.id === wanted || Object.values(member.name).includes(wanted))
  const [one] = found
  if (!one || found.length > 1) {
    const names = cards
      .flat()
      .map(
        ({ member }) =>
          `  ${member.id}  ${named(member.name, 'en')}, ${named(member.title, 'en')} (${member.seat})`,
      )
    throw new BadUsage(
      `${found.length > 1 ? 'more than one member is' : 'no member is'} called ${wanted}:\n${names.join('\n')}`,
    )
  }
  return one
}

/** The invitation is an act on the member's card, by nobody in particular: their seat sees that the installation made it. */
const noteInvitation = async (installation: Installation, process: string, member: Member): Promise<void> => {
  const { pools, keys } = installation
  const { rows } = await installation.door.query<{ role: string }>(
    'select role from door.seats where process_id = $1 and seat = $2',
    [process, member.seat],
  )
  const role = rows[0]?.role ?? ''
  const card = await readCard(pools.of(role), member.seat, member.id)
  if (!card) throw new BadUsage('this member has no card any more')
  const announcer = makeAnnouncer()
  const clock = () => new Date()
  const door = openActsDoor({
    pools,
    keys,
    houseOf: openHouses(pools),
    announcer,
    clock,
    isReadOnly: () => false,
  })
  const identity = { process, seat: member.seat, role, member: null }
  const act = {
    id: randomUUID(),
    room: card.room,
    kind: 'member.invite',
    object: member.id,
    base: card.revision,
  }
  const outcome = await door.post(identity, { ...act, payload: {} })
  if (!outcome.ok) throw new BadUsage(sentence(outcome.refusal))
}

const inviteMember = async (call: Call): Promise<Ending> => {
  const [key, wanted] = call.positionals
  if (key === undefined || wanted === undefined)
    throw new BadUsage('invite wants a process key and a member (id or name)')
  const config = readConfig(process.env, { data: textOf(call, 'data') })
  return withInstallation<Ending>(call, async (installation) => {
    const { process: id, member } = await findMember(installation, key, wanted)
    const whom = { process: id, seat: member.seat, member: member.id, function: member.function }
    await noteInvitation(installation, id, member)
    const { token, expires } = await invite(installation.door, whom, new Date())
    const origin =
      textOf(call, 'origin') ?? config.origin ?? installation.servedAt ?? `http://localhost:${config.port}`
    const link = `${origin}/invitation#${token}`
    print(call, { link, expires, member: member.id }, [
      `for ${named(member.name, 'en')}, ${named(member.title, 'en')}; works once, until ${expires}:`,
      link,
    ])
    return 0
  })
}

/** The commands. */
export const processCommands: readonly Command[] = [
  {
    name: 'process create',
    words: 1,
    usage: 'FILE.json [--data DIR] [--json]',
    summary: 'found a process from its file (schema: contract/process.schema.json)',
    options: { ...dataOption, ...jsonOption },
    run: create,
  },
  {
    name: 'process list',
    words: 0,
    usage: '[--data DIR] [--json]',
    summary: 'list the processes of this installation',
    options: { ...dataOption, ...jsonOption },
    run: list,
  },
  {
    name: 'invite',
    words: 2,
    usage: 'PROCESS MEMBER [--origin URL] [--data DIR] [--json]',
    summary: 'make a link with which a member makes a passkey: works once, for 72 hours',
    options: { ...dataOption, ...jsonOption, origin: { type: 'string' } },
    run: inviteMember,
  },
]
