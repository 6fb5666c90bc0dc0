/** After the deaths: is every confirmed act in the record exactly once, and is everything what the record says it is? */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { ActLine } from '#contract/parties.ts'
import { replay } from '#domain/acts.ts'
import type { Act } from '#domain/record/act.ts'
import { canonical, type Json } from '#domain/record/canonical.ts'
import { leafOf } from '#domain/record/leaf.ts'
import type { Client } from '../testing/member.ts'
import type { Site } from '../testing/server.ts'
import type { Confirmed } from './load.ts'

/** How many of each fault were found; all are 0 when all is well. */
export interface Findings {
  readonly lost: number
  readonly doubled: number
  /** Confirmed at one place of the log and found at another. */
  readonly moved: number
  /** Places of a log that are missing or out of order, or a log whose size is not the number of its acts. */
  readonly gaps: number
  /** Leaves that do not commit to their act. */
  readonly leaves: number
  /** Objects whose state or revision is not what a replay of the acts gives. */
  readonly states: number
  /** How many acts were looked at. */
  readonly acts: number
}

interface Entry {
  readonly id: string
  readonly index: number
}

const judge = (confirmed: readonly Confirmed[], logs: ReadonlyMap<string, readonly Entry[]>) => {
  const places = new Map<string, number[]>()
  for (const [room, entries] of logs)
    for (const { id, index } of entries)
      places.set(`${room} ${id}`, [...(places.get(`${room} ${id}`) ?? []), index])
  const found = confirmed.map(({ room, id }) => places.get(`${room} ${id}`) ?? [])
  return {
    lost: found.filter((at) => at.length === 0).length,
    doubled: [...places.values()].filter((at) => at.length > 1).length,
    moved: found.filter((at, i) => at.length === 1 && at[0] !== confirmed[i]?.index).length,
    gaps: [...logs.values()].flatMap((entries) => entries.filter(({ index }, i) => index !== i)).length,
  }
}

const readLog = async (site: Site, client: Client): Promise<readonly Entry[]> => {
  const path = `/api/processes/${site.process}/rooms/${client.room}/acts`
  const entries: Entry[] = []
  for (;;) {
    const answer = await client.wire.ask('GET', `${path}?from=${entries.length}`)
    if (answer.status !== 200) throw new Error(`a log cannot be read: ${answer.status} ${answer.body}`)
    const { acts } = JSON.parse(answer.body) as { acts: readonly ActLine[] }
    if (acts.length === 0) return entries
    entries.push(...acts)
  }
}

/** Looks at the logs as members read them. */
export const findOverHttp = async (
  site: Site,
  clients: readonly Client[],
  confirmed: readonly Confirmed[],
): Promise<Findings> => {
  const logs = new Map<string, readonly Entry[]>()
  for (const client of clients) if (!logs.has(client.room)) logs.set(client.room, await readLog(site, client))
  const acts = [...logs.values()].reduce((sum, entries) => sum + entries.length, 0)
  return { ...judge(confirmed, logs), leaves: 0, states: 0, acts }
}

interface ActRow extends Act {
  readonly index: number
  readonly salt: Buffer
  readonly leaf: string
}

const readActs = async (owner: pg.Client, room: string): Promise<readonly ActRow[]> => {
  const { rows } = await owner.query<Omit<ActRow, 'by'> & { seat: string | null; member: string | null }>(
    `select act_id as id, room_id as room, kind, object_id as object, seat, member_id as member, index::int,
            to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, payload, salt, leaf
     from parley.acts where room_id = $1 order by index`,
    [room],
  )
  return rows.map(({ seat, member, ...act }) => ({ ...act, by: seat && member ? { seat, member } : null }))
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const isTrueLeaf = ({ index, salt, leaf, ...act }: ActRow): boolean =>
  leafOf(act, index, salt, sha256) === leaf

const text = (revision: number, state: unknown): string => `${revision} ${canonical(state as Json)}`

/** How many objects of the room differ from the replay of its acts, in either direction. */
const strayStates = async (owner: pg.Client, room: string, acts: readonly Act[]): Promise<number> => {
  const replayed = replay(acts)
  if (!replayed.ok) throw new Error(`the log of ${room} cannot be replayed: ${replayed.refusal.code}`)
  const { rows } = await owner.query<{ key: string; revision: number; state: unknown }>(
    `select kind || '/' || object_id as key, revision, state from parley.objects where room_id = $1`,
    [room],
  )
  const kept = new Map(rows.map(({ key, revision, state }) => [key, text(revision, state)]))
  const wanted = new Map(
    [...replayed.value].map(([key, { revision, state }]) => [key, text(revision, state)]),
  )
  const keys = new Set([...kept.keys(), ...wanted.keys()])
  return [...keys].filter((key) => kept.get(key) !== wanted.get(key)).length
}

/** Looks at the same in the tables themselves, past every wall, with leaves and states besides. */
export const findInTables = async (owner: pg.Client, confirmed: readonly Confirmed[]): Promise<Findings> => {
  const { rows } = await owner.query<{ room: string; size: number }>(
    'select room_id as room, size::int from parley.logs',
  )
  const logs = new Map<string, readonly ActRow[]>()
  let states = 0
  let wrongSizes = 0
  for (const { room, size } of rows) {
    const acts = await readActs(owner, room)
    logs.set(room, acts)
    states += await strayStates(owner, room, acts)
    if (acts.length !== size) wrongSizes += 1
  }
  const all = [...logs.values()].flat()
  const judged = judge(confirmed, logs)
  return {
    ...judged,
    gaps: judged.gaps + wrongSizes,
    leaves: all.filter((act) => !isTrueLeaf(act)).length,
    states,
    acts: all.length,
  }
}
