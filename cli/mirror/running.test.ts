import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../verify/testing/run.ts'
import { type Between, openBetween } from './testing/between.ts'
import { type House, openHouse } from './testing/house.ts'

const root = join(import.meta.dirname, '../..')

/** Calls the command as `parley mirror` does. */
const script = `
  const { parseArgs } = await import('node:util')
  const { BadUsage } = await import('./cli/command.ts')
  const { mirrorCommand } = await import('./cli/mirror.ts')
  const { positionals, values } = parseArgs({ args: process.argv.slice(1), options: mirrorCommand.options, allowPositionals: true })
  mirrorCommand.run({ positionals, values }).then(
    (ending) => { process.exitCode = ending },
    (error) => { console.error(error instanceof BadUsage ? error.message : error); process.exitCode = 2 },
  )`

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | NodeJS.Signals | null>
}

let house: House
let between: Between
let folder: string
const running: ChildProcess[] = []

beforeAll(async () => {
  house = await openHouse()
  between = await openBetween(house.url)
  await house.say('First words.')
  await house.tick()
})
afterAll(async () => {
  await between.close()
  await house.close()
})
beforeEach(() => {
  folder = join(house.shelf, randomUUID())
  between.asked.length = 0
  between.meddle = async () => undefined
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

const start = (...words: readonly string[]): Running => {
  const args = ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', script, '--']
  const of = [between.url, folder, '--process', house.table.founded.process, '--key-file', house.keyFile]
  const child = spawn(process.execPath, [...args, ...of, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  child.stdout.on('data', (piece) => (said += piece))
  child.stderr.on('data', (piece) => (said += piece))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  return { child, said: () => said, ended }
}

const within = { timeout: 15_000, interval: 20 }
const countOf = (text: string, words: string): number => text.split(words).length - 1

describe('parley mirror, running', () => {
  it('goes on round after round, calmly, through trouble, until it is told to stop', async () => {
    const { child, said, ended } = start('--every', '1')
    await expect.poll(said, within).toContain('in 3 rooms; all 3 witnesses vouch for them')
    await house.say('Some more.')
    await house.tick()
    await expect.poll(said, within).toContain('1 new entry in 1 room; all 3 witnesses vouch for it')
    between.meddle = async (path) => (path.endsWith('/record') ? { status: 503 } : undefined)
    await expect.poll(said, within).toContain('answers 503 at ')
    const asked = between.asked.length
    await expect.poll(() => between.asked.length, within).toBeGreaterThan(asked + 1)
    between.meddle = async () => undefined
    await expect.poll(said, within).toContain('nothing new in 5 rooms')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    for (const words of ['answers 503', 'nothing new', 'trying again'])
      expect(countOf(said(), words), words).toBe(1)
    expect((await run('log', [folder])).out).toContain('Everything agrees.')
  })

  it('repeats its warnings as long as there is something wrong, and never falls silent', async () => {
    const plenary = house.table.room('plenary')
    between.meddle = async (path) => (path === `/log/${plenary}/checkpoint` ? { body: 'no note' } : undefined)
    const { child, said, ended } = start('--every', '1', '--json')
    await expect.poll(() => countOf(said(), 'WRONG in Plenary'), within).toBeGreaterThan(3)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    const rounds = said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    for (const each of rounds)
      expect(JSON.parse(each)).toMatchObject({ ok: false, findings: [{ kind: 'unsound' }] })
  })

  it('ends with 2 when its key is ended while it runs', async () => {
    const { said, ended } = start('--every', '1')
    await expect.poll(said, within).toContain('vouch for them')
    between.meddle = async () => ({ status: 401 })
    expect(await ended).toBe(2)
    expect(said()).toContain('does not take this key')
  })

  it('that is killed at any request leaves nothing behind that the next run would not put right', async () => {
    for (let i = 0; i < 5; i += 1) await house.say(`Words ${i}.`, 'us-caucus')
    await house.tick()
    let killed = 0
    for (const last of [3, 14, 17, 20, 23]) {
      const { child, ended } = start('--once')
      between.asked.length = 0
      between.meddle = async () => {
        if (between.asked.length === last) child.kill('SIGKILL')
        return undefined
      }
      if ((await ended) === 'SIGKILL') killed += 1
      await house.say(`After a stop at ${last}.`)
      await house.tick()
    }
    expect(killed).toBeGreaterThan(3)
    expect(await house.mirror(folder)).toMatchObject({ ending: 0, warned: '' })
    expect((await run('log', [folder], { replay: true })).out).toContain('Everything agrees.')
  }, 240_000)
})
