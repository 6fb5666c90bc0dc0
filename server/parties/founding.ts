/** Founding a process: rooms and seats are laid by the owner; everything else comes in as acts through the one door. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { z } from 'zod'
import type { Founding as FoundingFile } from '#contract/parties.ts'
import { done, type Outcome } from '#domain/outcome.ts'
import { theProcess } from '#domain/parties/acts.ts'
import {
  cardRoom,
  type Flaw,
  type Founding,
  type FoundingMember,
  foundingFlaws,
} from '#domain/parties/founding.ts'
import type { Process } from '#domain/parties/process.ts'
import { makeAnnouncer } from '../acts/announce.ts'
import { type ActsDoor, openActsDoor } from '../acts/door.ts'
import { grantsForSeat } from '../database/roles.ts'
import type { Installation } from '../installation.ts'

/** A founded process: its id, and the ids its file's keys have become. */
export interface Founded {
  readonly process: string
  /** The anchor log. */
  readonly anchor: string
  readonly rooms: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
}

/** The file cannot be founded; `flaws` say what is wrong and where. */
export interface Flawed {
  readonly flaws: readonly Flaw[]
}

const freeRoles = async (
  owner: pg.Client,
  installation: Installation,
  wanted: number,
): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like $1 and rolname not in (select role from door.seats)
     order by rolname limit $2`,
    [installation.names.seatPattern, wanted],
  )
  return rows.map(({ rolname }) => rolname)
}

const layRooms = async (
  owner: pg.Client,
  process: string,
  file: Founding,
  roles: Readonly<Record<string, string>>,
) => {
  const rooms: Record<string, string> = {}
  for (const room of file.rooms) {
    const id = randomUUID()
    rooms[room.key] = id
    await owner.query(
      'insert into parley.rooms (room_id, process_id, key, kind, name, seats) values ($1, $2, $3, $4, $5, $6)',
      [id, process, room.key, room.kind, JSON.stringify(room.name), JSON.stringify(room.seats)],
    )
    await owner.query('insert into parley.logs (room_id) values ($1)', [id])
    for (const seat of room.seats)
      await owner.query('insert into parley.sits (room_id, role, seat) values ($1, $2, $3)', [
        id,
        roles[seat],
        seat,
      ])
  }
  return rooms
}

const layDown = async (owner: pg.Client, installation: Installation, file: Founding): Promise<Founded> => {
  const process = randomUUID()
  const free = await freeRoles(owner, installation, file.seats.length)
  if (free.length < file.seats.length)
    throw new Error(
      'no seats are left in this installation: give PARLEY_ADMIN_URL once more, to create their roles',
    )
  const roles = Object.fromEntries(file.seats.map((seat, i) => [seat.key, free[i] ?? '']))
  await owner.query(
    'insert into door.processes (process_id, key, name, exercise, languages) values ($1, $2, $3, $4, $5)',
    [process, file.key, JSON.stringify(file.name), file.exercise, JSON.stringify(file.languages)],
  )
  for (const seat of file.seats) {
    await owner.query('insert into door.seats (process_id, seat, kind, role) values ($1, $2, $3, $4)', [
      process,
      seat.key,
      seat.kind,
      roles[seat.key],
    ])
    await owner.query(grantsForSeat(owner.escapeIdentifier(roles[seat.key] ?? '')))
  }
  const anchor = await layAnchor(owner, process, roles)
  return { process, anchor, rooms: await layRooms(owner, process, file, roles), roles, members: {} }
}

/** The anchor log of a process lies where rooms lie, so that the same walls stand around it; every seat may read it. */
const layAnchor = async (
  owner: pg.Client,
  process: string,
  roles: Readonly<Record<string, string>>,
): Promise<string> => {
  const id = randomUUID()
  await owner.query(
    "insert into parley.rooms (room_id, process_id, key, kind, name, seats) values ($1, $2, 'anchor', 'anchor', '{}', $3)",
    [id, process, JSON.stringify(Object.keys(roles))],
  )
  for (const [seat, role] of Object.entries(roles))
    await owner.query('insert into parley.sits (room_id, role, seat) values ($1, $2, $3)', [id, role, seat])
  return id
}

/** What the public knows of a process: who talks, in which languages; not the agenda. */
const publicPart = (process: Process): Process => ({ ...process, agenda: [] })

const processOf = (file: Founding): Process => {
  const { rooms: _rooms, members: _members, ...process } = file
  return Object.fromEntries(
    Object.entries(process).filter(([name]) => name !== '$schema'),
  ) as unknown as Process
}

const post = async (
  door: ActsDoor,
  founded: Founded,
  seat: string,
  act: { room: string; kind: string; object: string; payload: unknown },
) => {
  const role = founded.roles[seat]
  if (!role) throw new Error(`no role for the seat ${seat}`)
  const identity = { process: founded.process, seat, role, member: null }
  const outcome = await door.post(identity, { ...act, id: randomUUID(), base: 0 })
  if (!outcome.ok) throw new Error(`founding: ${act.kind} was refused: ${outcome.refusal.code}`)
}

const joining = (file: Founding, member: FoundingMember) => {
  const { key: _, visibleIn, ...card } = member
  const room = visibleIn ?? cardRoom(file, member) ?? ''
  const kind = file.rooms.find((each) => each.key === room)?.kind
  return {
    room,
    payload: { ...card, visibility: kind === 'caucus' ? ('delegation' as const) : ('table' as const) },
  }
}

const seatPeople = async (door: ActsDoor, founded: Founded, file: Founding): Promise<Founded> => {
  const members: Record<string, string> = {}
  for (const member of file.members) {
    const { room, payload } = joining(file, member)
    const object = randomUUID()
    members[member.key] = object
    await post(door, founded, member.seat, {
      room: founded.rooms[room] ?? '',
      kind: 'member.join',
      object,
      payload,
    })
  }
  return { ...founded, members }
}

/** The one door, for a house that cannot be read yet because its process is only being founded. */
const foundingDoor = (
  installation: Installation,
  laid: Founded,
  file: Founding,
  process: Process,
  clock: () => Date,
): ActsDoor => {
  const houseOf = async (role: string) => {
    const seat = Object.entries(laid.roles).find(([, each]) => each === role)?.[0] ?? ''
    const rooms = file.rooms
      .filter((room) => room.seats.includes(seat))
      .map((room) => ({ ...room, id: laid.rooms[room.key] ?? '' }))
    return { process, rooms }
  }
  const announcer = makeAnnouncer()
  const { pools, keys } = installation
  return openActsDoor({ pools, keys, houseOf, announcer, clock, isReadOnly: () => false })
}

/**
 * Founds a process from its file. Everything is checked first; a process that is not wholly founded is never shown.
 * `afterwards` is done before it is shown; if that fails, it never is.
 */
export const foundProcess = async (
  installation: Installation,
  file: z.infer<typeof FoundingFile>,
  clock: () => Date = () => new Date(),
  afterwards: (founded: Founded) => Promise<void> = async () => undefined,
): Promise<Outcome<Founded> | Flawed> => {
  const flaws = foundingFlaws(file)
  if (flaws.length > 0) return { flaws }
  const owner = await installation.owner()
  try {
    // One founding at a time, whoever runs it: two with the same key must not undo each other.
    await owner.query("select pg_advisory_lock(hashtext('parley founding'))")
    await owner.query(
      "update door.processes set key = key || '-unfinished-' || process_id where key = $1 and not ready",
      [file.key],
    )
    const taken = await owner.query('select from door.processes where key = $1', [file.key])
    if (taken.rows.length > 0)
      return { flaws: [{ where: 'key', code: 'process.key-taken', facts: { key: file.key } }] }
    await owner.query('begin')
    const laid = await layDown(owner, installation, file)
    await owner.query('commit')
    const mediator = file.seats.find((seat) => seat.kind === 'mediator')?.key ?? ''
    const process = processOf(file)
    const door = foundingDoor(installation, laid, file, process, clock)
    for (const room of file.rooms.filter(({ kind }) => kind === 'plenary' || kind === 'gallery')) {
      const payload = room.kind === 'gallery' ? publicPart(process) : process
      await post(door, laid, mediator, {
        room: laid.rooms[room.key] ?? '',
        kind: 'process.found',
        object: theProcess,
        payload,
      })
    }
    const founded = await seatPeople(door, laid, file)
    await afterwards(founded)
    await owner.query('update door.processes set ready = true where process_id = $1', [laid.process])
    return done(founded)
  } finally {
    await owner.end()
  }
}
