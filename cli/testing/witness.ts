/** `parley witness` as a process of its own, for tests. */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '#domain/record/key.ts'
import { primitives } from '#server/record/primitives.ts'

const root = join(import.meta.dirname, '../..')

/** Calls the command as `parley witness` does. */
const script = `
  const { parseArgs } = await import('node:util')
  const { BadUsage } = await import('./cli/command.ts')
  const { witnessCommand } = await import('./cli/witness.ts')
  const { positionals, values } = parseArgs({ args: process.argv.slice(1), options: witnessCommand.options, allowPositionals: true })
  witnessCommand.run({ positionals, values }).then(
    (ending) => { process.exitCode = ending },
    (error) => { console.error(error instanceof BadUsage ? error.message : error); process.exitCode = 2 },
  )`

/** One that was started. */
export interface Running {
  readonly child: ChildProcess
  /** Everything it has said on either channel so far. */
  readonly said: () => string
  readonly out: Promise<string>
  readonly ended: Promise<number | null>
}

const running: ChildProcess[] = []
/** Ends every one that is left. */
export const endAll = (): void => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
}

/** Starts it with these words. */
export const start = (...words: readonly string[]): Running => {
  const args = [
    '--import',
    'tsx',
    '--conditions=source',
    '--input-type=module',
    '--eval',
    script,
    '--',
    ...words,
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  child.stdout.on('data', (piece) => (said += piece))
  child.stderr.on('data', (piece) => (said += piece))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, said: () => said, out: text(child.stdout), ended }
}

/** One that listens. */
export interface Ready extends Running {
  readonly url: string
  readonly key: VerifierKey
}

/** Starts it and waits until it listens. */
export const ready = async (...words: readonly string[]): Promise<Ready> => {
  const started = start(...words)
  await expect.poll(started.said, { timeout: 10_000, interval: 10 }).toMatch(/\+[A-Za-z0-9+/]{44}/)
  const [url = ''] = /http:\/\/[^\s"]+/.exec(started.said()) ?? []
  const [vkey = ''] = /[^\s"+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/.exec(started.said()) ?? []
  const key = parseVerifierKey(vkey, primitives.sha256)
  if (!key.ok) throw new Error(started.said())
  return { ...started, url, key: key.value }
}

/** A file that names these logs. */
export const logsFile = (folder: string, ...keys: readonly VerifierKey[]): string => {
  const path = join(folder, 'logs.txt')
  writeFileSync(path, `# logs\n${keys.map((key) => `log ${formatVerifierKey(key)}\n`).join('')}`)
  return path
}
