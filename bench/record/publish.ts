/** What a tick costs: new entries taken into a log's tree, tiles and head, as the log grows; beside the whole tree anew. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { toUtf8 } from '#domain/record/bytes.ts'
import { emptyFrontier, frontierRoot, grow } from '#domain/record/frontier.ts'
import { leafHash } from '#domain/record/tree.ts'
import { type Installation, openInstallation } from '#server/installation.ts'
import { foundProcess } from '#server/parties/founding.ts'
import { readLeaves } from '#server/record/ledgers.ts'
import { primitives } from '#server/record/primitives.ts'
import { openSequencer, type Sequencer } from '#server/record/sequencer.ts'
import { syncTime } from '../testing/disk.ts'
import { milliseconds, printTable, rateText } from '../testing/figures.ts'
import { versionOf } from '../testing/plain.ts'
import { talks } from '../testing/talks.ts'

const sizes = [10_000, 50_000, 100_000, 200_000]
const fresh = 1_000

interface Place {
  readonly installation: Installation
  readonly owner: pg.Client
  readonly sequencer: Sequencer
  readonly process: string
  readonly room: string
}

/** Rows as the door writes them, made by PostgreSQL itself: only their leaves are looked at here. */
const rows = `
  select $1::uuid, i, gen_random_uuid(), 'message.send', 'x', null, null, now(), '{"words":"none"}'::jsonb,
         decode(repeat('00', 32), 'hex'),
         format('{"commitment":"%s","index":%s,"room":"%s","version":1}', encode(sha256(i::text::bytea), 'hex'), i, $1)
  from generate_series($2::bigint, $3::bigint - 1) i`
const into = (table: string): string =>
  `insert into ${table} (room_id, index, act_id, kind, object_id, seat, member_id, at, payload, salt, leaf) ${rows}`

const append = async ({ owner, room }: Place, from: number, to: number): Promise<void> => {
  await owner.query(into('parley.acts'), [room, from, to])
  await owner.query('update parley.logs set size = $2 where room_id = $1', [room, to])
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const sign = (place: Place): Promise<unknown> =>
  place.sequencer.sign(place.process, [], new Date().toISOString())

/** The naive way: every leaf read and hashed again, to a root and nothing else. */
const rootAnew = async ({ installation, room }: Place, size: number): Promise<void> => {
  const { sha256 } = primitives
  let frontier = emptyFrontier
  const pool = installation.pools.of(installation.names.record)
  for (let from = 0; from < size; from += 16_384) {
    const leaves = await readLeaves(pool, room, from, Math.min(from + 16_384, size))
    const hashes = leaves.map((leaf) => leafHash(toUtf8(leaf), sha256))
    frontier = grow(frontier, hashes, sha256).frontier
  }
  frontierRoot(frontier, sha256)
}

const measureTicks = async (place: Place): Promise<void> => {
  const table: string[][] = [
    ['entries in the log', `a tick with ${fresh} new`, 'an idle tick', 'whole tree anew', 'ratio'],
  ]
  let at = 0
  for (const size of sizes) {
    await append(place, at, size)
    await sign(place)
    await append(place, size, size + fresh)
    at = size + fresh
    const busy = await timed(() => sign(place))
    const idle = await timed(() => sign(place))
    const anew = await timed(() => rootAnew(place, at))
    table.push([
      `${at}`,
      milliseconds(busy),
      milliseconds(idle),
      milliseconds(anew),
      (anew / busy).toFixed(1),
    ])
  }
  printTable('A tick: entries taken in, tiles stored, heads signed and anchored', table)
}

const measureBulk = async (place: Place, room: string): Promise<void> => {
  const size = 100_000
  const other = { ...place, room }
  await place.owner.query('create table plain_rows (like parley.acts including indexes)')
  const plain = await timed(() => place.owner.query(into('plain_rows'), [room, 0, size]))
  const appended = await timed(() => append(other, 0, size))
  const published = await timed(() => sign(other))
  printTable(`${size} entries at once`, [
    ['', 'entries a second'],
    ['plain rows inserted, one statement', rateText((size / plain) * 1000)],
    ['rows of acts appended, one statement', rateText((size / appended) * 1000)],
    ['taken into tree and tiles, signed, anchored', rateText((size / published) * 1000)],
    ['ratio of the last to the first', (plain / published).toFixed(2)],
  ])
}

/** Measures on a PostgreSQL of its own; gives its version, and the disk's time for a durable page. */
export const measurePublishing = async (): Promise<[string, number]> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const installation = await openInstallation({ folder: join(folder, 'data') })
  const owner = await installation.owner()
  try {
    const founded = await foundProcess(installation, { ...talks, key: `bench-${randomUUID().slice(0, 8)}` })
    if ('flaws' in founded || !founded.ok) throw new Error('the talks cannot be founded')
    const [room = '', other = ''] = Object.values(founded.value.rooms).toReversed()
    const { process } = founded.value
    const pool = installation.pools.of(installation.names.record)
    const sequencer = openSequencer({ pool, keys: installation.keys })
    for (const each of [room, other]) await owner.query('delete from parley.acts where room_id = $1', [each])
    const place = { installation, owner, sequencer, process, room }
    await measureTicks(place)
    await measureBulk(place, other)
    return [await versionOf(owner), syncTime(folder)]
  } finally {
    await owner.end()
    await installation.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
