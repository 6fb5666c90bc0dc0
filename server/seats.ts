/** What the server knows of a seat: its role, and the rooms and the process as that role sees them. */
import type pg from 'pg'
import type { Process, Room } from '#domain/parties/process.ts'
import type { Pools } from './database/pools.ts'

/** Who is asking: a member in a seat, on that seat's own database role. `member` is null for the server's own clock. */
export interface Identity {
  readonly process: string
  readonly seat: string
  readonly role: string
  readonly member: string | null
}

/** A member's identity; never the clock's. */
export interface MemberIdentity extends Identity {
  readonly member: string
}

/** Who somebody is: a member's id means nothing without their process and seat. */
export type Whom = Pick<MemberIdentity, 'process' | 'seat' | 'member'>

/** Whether two are the same member of the same seat. */
export const isSame = (one: Whom, other: Whom): boolean =>
  one.member === other.member && one.seat === other.seat && one.process === other.process

/** The part of the house that a seat sits in. Rooms do not change their seats, so it is read once. */
export interface House {
  readonly process: Process
  readonly rooms: readonly Room[]
}

/** A room's row as the database keeps it. */
interface RoomRow {
  readonly room_id: string
  readonly key: string
  readonly kind: Room['kind']
  readonly name: Room['name']
  readonly seats: Room['seats']
}

const readRooms = async (pool: pg.Pool): Promise<readonly Room[]> => {
  const { rows } = await pool.query<RoomRow>(
    `select room_id, key, kind, name, seats from parley.rooms where kind <> 'anchor'
     order by array_position(array['plenary', 'channel', 'working-group', 'caucus', 'office', 'mission', 'gallery'], kind), key`,
  )
  return rows.map(({ room_id, ...room }) => ({ id: room_id, ...room }))
}

const readProcess = async (pool: pg.Pool): Promise<Process | undefined> => {
  const { rows } = await pool.query<{ state: Process }>(
    `select o.state from parley.objects o join parley.rooms r using (room_id)
     where o.kind = 'process' order by r.kind = 'plenary' desc limit 1`,
  )
  return rows[0]?.state
}

/** The houses of the seats, each read through its own role and kept while the server runs. */
export const openHouses = (pools: Pools): ((role: string) => Promise<House>) => {
  const houses = new Map<string, Promise<House>>()
  const read = async (role: string): Promise<House> => {
    const pool = pools.of(role)
    const rooms = await readRooms(pool)
    const process = await readProcess(pool)
    if (!process) throw new Error('a seat without a process')
    return { process, rooms }
  }
  return (role) => {
    const known = houses.get(role)
    if (known) return known
    const made = read(role)
    houses.set(role, made)
    made.catch(() => houses.delete(role))
    return made
  }
}
