/** The peer: one row per commit into a plain table of the same PostgreSQL, with the plain driver on the same socket. */
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { attachCluster } from '#server/database/attach.ts'
import { words } from './member.ts'

/** A connection as the owner of the database that runs on this data folder; it outlives a break only as an error. */
export const connectOwner = async (data: string): Promise<pg.Client> => {
  const cluster = attachCluster(data)
  if (!cluster) throw new Error('no PostgreSQL runs on the data folder')
  const client = new pg.Client({ ...cluster.owner, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The version of the PostgreSQL that is measured. */
export const versionOf = async (owner: pg.Client): Promise<string> => {
  const { rows } = await owner.query<{ v: string }>("select current_setting('server_version') as v")
  return rows[0]?.v ?? ''
}

/**
 * Makes the plain table: the columns of the log of acts, one primary key, no policy.
 * `name` is `acts` with the act's id as key, or `naive`, whose key is a number that the database gives.
 */
export const makePlainTable = async (owner: pg.Client, name: 'acts' | 'naive'): Promise<void> => {
  const key = name === 'acts' ? 'act_id uuid primary key' : 'act_id uuid, n bigserial primary key'
  await owner.query('create schema if not exists plain')
  await owner.query(
    `create table plain.${name} (room_id uuid not null, index bigint not null, kind text not null, object_id text not null,
       seat text, member_id uuid, at timestamptz(3) not null, payload jsonb not null, salt bytea not null, leaf text not null, ${key})`,
  )
}

const insert = (name: 'acts' | 'naive') => ({
  name: `insert-${name}`,
  text: `insert into plain.${name} (room_id, index, act_id, kind, object_id, seat, member_id, at, payload, salt, leaf)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
})
const statements = { acts: insert('acts'), naive: insert('naive') }

const room = randomUUID()
const member = randomUUID()
const leaf = (index: number): string =>
  `{"commitment":"${'0'.repeat(64)}","index":${index},"room":"${room}","version":1}`

/** Inserts one row with the bytes of a small message's act, in a transaction of its own; durable when the promise is kept. */
export const insertRow = async (
  client: pg.Client,
  name: 'acts' | 'naive',
  id: string,
  index: number,
): Promise<void> => {
  const act = [room, index, id, 'message.send', randomUUID(), 'a', member, new Date()]
  const values = [...act, JSON.stringify(words), randomBytes(32), leaf(index)]
  await client.query({ ...statements[name], values })
}
