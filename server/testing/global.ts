/** Before all tests: one PostgreSQL, and in it one empty installation that every test file takes a copy of. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '../database/cluster.ts'
import { openInstallation } from '../installation.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the template installation. */
    readonly template: string
    /** A data folder for the secret that the template's roles were made with. */
    readonly folder: string
  }
}

/** Starts it, and hands out its address; the function it gives back stops it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const cluster = await startCluster({ folder: join(folder, 'cluster') })
  const { host, database, user, password } = cluster.owner
  const template = `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`
  const installation = await openInstallation({ folder, databaseUrl: template })
  await installation.stop()
  project.provide('template', template)
  project.provide('folder', folder)
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
