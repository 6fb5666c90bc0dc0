/** Reaches the PostgreSQL of a data folder that another Parley keeps running, without taking it over. */
import { existsSync, readFileSync } from 'node:fs'
import type { Cluster } from './cluster.ts'
import { keepSecret, openDataFolder, ownerPassword } from './folder.ts'

/** The running cluster of this folder; stopping it here leaves it running. Undefined when nothing runs. */
export const attachCluster = (
  folder: string,
): Pick<Cluster, 'owner' | 'secret' | 'note' | 'stop'> | undefined => {
  const there = openDataFolder(folder)
  if (!existsSync(there.socketNote)) return undefined
  const secret = keepSecret(there)
  return {
    owner: {
      host: readFileSync(there.socketNote, 'utf8').trim(),
      port: 5432,
      database: 'parley',
      user: 'parley_owner',
      password: ownerPassword(secret),
    },
    secret,
    note: () => undefined,
    stop: async () => undefined,
  }
}
