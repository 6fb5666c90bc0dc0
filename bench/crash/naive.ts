/** The peer in a crash: the plain driver and a plain table, a retry after every error, and no id to tell a retry by. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connectOwner, insertRow } from '../testing/plain.ts'

/** What the naive clients were told, and what the table then held. */
export interface NaiveOutcome {
  readonly confirmed: number
  /** Inserts that ended in an error at least once, and so were tried again. */
  readonly doubtful: number
  /** Confirmed and not there. */
  readonly lost: number
  /** There more than once: the error came after the commit, and the retry wrote it again. */
  readonly doubled: number
}

/** A running naive load. */
export interface NaiveLoad {
  readonly stop: () => Promise<NaiveOutcome>
}

const clientCount = 8
const restMs = 8
const retryMs = 20

const count = async (
  data: string,
  confirmed: ReadonlySet<string>,
): Promise<{ lost: number; doubled: number }> => {
  const owner = await connectOwner(data)
  const { rows } = await owner.query<{ id: string; n: number }>(
    'select act_id as id, count(*)::int as n from plain.naive group by act_id',
  )
  await owner.end()
  const times = new Map(rows.map(({ id, n }) => [id, n]))
  return {
    lost: [...confirmed].filter((id) => !times.has(id)).length,
    doubled: rows.filter(({ n }) => n > 1).length,
  }
}

/** Starts eight naive clients on the PostgreSQL of this data folder; they live through the same deaths as the members. */
export const startNaive = (data: string): NaiveLoad => {
  const confirmed = new Set<string>()
  let doubtful = 0
  let index = 0
  let stopping = false

  const insertOnce = async (held: pg.Client | undefined, id: string): Promise<pg.Client | undefined> => {
    let client = held
    try {
      client ??= await connectOwner(data)
      index += 1
      await insertRow(client, 'naive', id, index)
      return client
    } catch {
      // Its end may itself wait for an answer that never comes, so nobody waits for it.
      void client?.end().catch(() => undefined)
      return undefined
    }
  }
  const drive = async (): Promise<void> => {
    let client: pg.Client | undefined
    while (!stopping) {
      const id = randomUUID()
      let tries = 0
      for (;;) {
        tries += 1
        client = await insertOnce(client, id)
        if (client) break
        await sleep(retryMs)
      }
      confirmed.add(id)
      if (tries > 1) doubtful += 1
      await sleep(restMs)
    }
    await client?.end()
  }
  const driven = Promise.all(Array.from({ length: clientCount }, drive))
  return {
    stop: async () => {
      stopping = true
      await driven
      return { confirmed: confirmed.size, doubtful, ...(await count(data, confirmed)) }
    },
  }
}
