import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openInstallation } from '#server/installation.ts'
import { foundProcess } from '#server/parties/founding.ts'
import { smallProcess } from '#server/testing/process.ts'
import { backupCommand } from './backup.ts'
import type { Call, Command } from './command.ts'
import { restoreCommand } from './restore.ts'

const root = join(import.meta.dirname, '..')

/** Starts the server as a person does; only for folders that it must not open. */
const serve = (data: string): Promise<{ readonly code: number; readonly err: string }> =>
  new Promise((settle) => {
    const args = ['--import', 'tsx', '--conditions=source', 'cli/main.ts', 'serve', '--data', data]
    const child = execFile(process.execPath, args, { cwd: root, timeout: 20_000 }, (_, _out, err) =>
      settle({ code: child.exitCode ?? -1, err }),
    )
  })

describe('parley backup and parley restore', () => {
  let shelf: string
  const at = (name: string): string => join(shelf, name)

  /** Runs a command in this process; what it prints as JSON, and how it ended. */
  const run = async (command: Command, words: readonly string[], values: Record<string, unknown>) => {
    const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const code = await command.run({
      positionals: words,
      values: { json: true, ...values } as Call['values'],
    })
    return { code, ...JSON.parse(String(out.mock.calls.at(-1)?.[0])) }
  }

  beforeAll(async () => {
    shelf = mkdtempSync(join(tmpdir(), 'parley-cli-backup-'))
    const installation = await openInstallation({ folder: at('data') })
    const founded = await foundProcess(installation, smallProcess)
    if ('flaws' in founded || !founded.ok) throw new Error('not founded')
    await installation.stop()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })
  afterAll(() => rmSync(shelf, { recursive: true, force: true, maxRetries: 5 }))

  it('back up a server that does not run, and restore it to a folder that nothing opens until it is known to be the last word', async () => {
    const made = await run(backupCommand, [at('backup')], { data: at('data') })
    expect(made).toMatchObject({ code: 0, folder: at('backup') })
    const refused = await run(restoreCommand, [at('backup')], { to: at('new') })
    expect(refused).toMatchObject({ code: 1, opened: false, findings: [{ kind: 'unknown' }] })
    expect(refused.findings[0].said).toContain('nobody here can say how far it had come')

    const served = await serve(at('new'))
    expect(served.code).toBe(2)
    expect(served.err.trim()).toBe(
      `${at('new')} was restored from a backup, and its record has not been compared yet with what others have seen: finish parley restore BACKUP --to ${at('new')}`,
    )
    const opened = await run(restoreCommand, [at('backup')], { to: at('new'), without: ['everybody'] })
    expect(opened).toMatchObject({ code: 0, opened: true, findings: [] })
    await (await openInstallation({ folder: at('new') })).stop()
  })

  it.each([
    [backupCommand, [], {}, 'wants the name of a folder'],
    [backupCommand, ['x'], { data: '/nowhere/parley' }, 'there is nothing to back up'],
    [restoreCommand, [], {}, 'wants the folder of a backup'],
    [restoreCommand, ['/nowhere'], { to: '/nowhere/new' }, '/nowhere is no backup'],
  ])('say in one sentence what is wrong: %#', async (command, words, values, said) => {
    await expect(run(command, words, values)).rejects.toThrow(said)
  })

  it('leave a PostgreSQL of yours to its own tools', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://parley@localhost/parley')
    for (const [command, values] of [
      [backupCommand, { data: at('data') }],
      [restoreCommand, { to: at('other') }],
    ] as const)
      await expect(run(command, [at('backup')], values)).rejects.toThrow('its own tools')
    expect(existsSync(at('other'))).toBe(false)
  })
})
