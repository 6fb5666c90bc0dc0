import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { formatVerifierKey } from '#domain/record/key.ts'
import { signingKey } from '#server/record/primitives.ts'
import { lineTo, type WitnessAnswer } from '#server/record/witness/line.ts'
import {
  cosignedAt,
  logKey,
  newFolder,
  removeFolders,
  type TestLog,
  testLog,
} from '#server/record/witness/testing/logs.ts'
import { endAll, logsFile, ready, start } from './testing/witness.ts'

const log = testLog(100)
const otherKey = signingKey('parley/log/other', 'note', new Uint8Array(32))

afterEach(endAll)
afterAll(removeFolders)

const ask = (url: string, old: number, size: number, of: TestLog = log): Promise<WitnessAnswer> =>
  lineTo(url, { allowLoopback: true }).ask(of.step(old, size))

describe('parley witness', () => {
  test('makes a key that nobody else may read, says it, cosigns, and stops in order', async () => {
    const folder = newFolder()
    const place = join(folder, 'w')
    const { child, url, key, ended, said } = await ready(
      place,
      ...['--port', '0', '--name', 'witness.example/us', '--logs', logsFile(folder, logKey.key)],
    )
    expect(said()).toContain('The witness witness.example/us is ready at http://127.0.0.1:')
    expect(said()).toMatch(/logs: +1, from /)
    expect(key).toMatchObject({ name: 'witness.example/us', use: 'cosignature' })
    expect(statSync(join(place, 'key')).mode & 0o777).toBe(0o600)
    const answer = await ask(url, 0, 20)
    expect(answer.kind === 'cosigned' && cosignedAt(log, 20, answer.lines, key)).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said()).toContain('stopping (SIGTERM)')
  })

  test('keeps its key and what it held from start to start, and its name', async () => {
    const folder = newFolder()
    const words = [join(folder, 'w'), '--port', '0', '--logs', logsFile(folder, logKey.key)]
    const first = await ready(...words)
    expect(first.key.name).toMatch(/^parley\/witness\/[0-9a-f]{8}$/)
    expect(await ask(first.url, 0, 20)).toMatchObject({ kind: 'cosigned' })
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    const second = await ready(...words, '--name', first.key.name)
    expect(second.key).toEqual(first.key)
    expect(await ask(second.url, 0, 5)).toEqual({ kind: 'conflict', size: 20 })
    const third = start(...words, '--name', 'other.example')
    expect(await third.ended).toBe(2)
    expect(third.said()).toContain(`holds the key of ${first.key.name}`)
  })

  test('says with --json what a program wants to know', async () => {
    const folder = newFolder()
    const { child, url, key, out, ended } = await ready(
      ...[join(folder, 'w'), '--port', '0', '--json', '--logs', logsFile(folder, logKey.key)],
    )
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(JSON.parse(await out)).toEqual({ key: formatVerifierKey(key), url, logs: [logKey.key.name] })
  })

  test('takes a full policy file, and reads its file again when it changes and when it is told to', async () => {
    const folder = newFolder()
    const path = logsFile(folder, logKey.key)
    const other = testLog(20, 20, otherKey)
    const { child, url, said } = await ready(join(folder, 'w'), '--port', '0', '--logs', path)
    expect(await ask(url, 0, 5, other)).toEqual({ kind: 'refused', status: 404 })
    const seat = signingKey('witness.example/us', 'cosignature', new Uint8Array(32)).key
    const policy = [
      `log ${formatVerifierKey(otherKey.key)}`,
      `witness us ${formatVerifierKey(seat)}`,
      'group all-seats all us',
      'quorum all-seats\n',
    ]
    writeFileSync(`${path}.new`, policy.join('\n'))
    renameSync(`${path}.new`, path)
    await expect.poll(said, { timeout: 5_000 }).toContain('was read again: 1 logs')
    expect(await ask(url, 0, 5, other)).toMatchObject({ kind: 'cosigned' })
    expect(await ask(url, 0, 5)).toEqual({ kind: 'refused', status: 404 })
    writeFileSync(path, 'log nonsense\n')
    child.kill('SIGHUP')
    await expect
      .poll(said, { timeout: 5_000 })
      .toMatch(/logs\.txt, line 1: .*; the 1 logs known before are kept/)
    expect(await ask(url, 5, 6, other)).toMatchObject({ kind: 'cosigned' })
  })

  test('takes the file that lies in its folder when none is named, also one that comes later', async () => {
    const place = join(newFolder(), 'w')
    const { url, said } = await ready(place, '--port', '0')
    expect(said()).toContain(`logs:            0, from ${join(place, 'logs')}`)
    expect(await ask(url, 0, 5)).toEqual({ kind: 'refused', status: 404 })
    writeFileSync(join(place, 'logs'), `log ${formatVerifierKey(logKey.key)}\n`)
    await expect.poll(said, { timeout: 5_000 }).toContain('was read again: 1 logs')
    expect(await ask(url, 0, 5)).toMatchObject({ kind: 'cosigned' })
  })

  test('says where the proof is when a log shows two histories', async () => {
    const folder = newFolder()
    const place = join(folder, 'w')
    const { url, said } = await ready(place, '--port', '0', '--logs', logsFile(folder, logKey.key))
    const forked = testLog(30, 10)
    expect(await ask(url, 0, 20)).toMatchObject({ kind: 'cosigned' })
    expect(await ask(url, 20, 20, forked)).toEqual({ kind: 'refused', status: 409 })
    await expect.poll(said).toContain(`ANOTHER HISTORY of ${logKey.key.name}`)
    const [path = ''] = /\S+\.contradiction/.exec(said()) ?? []
    expect(readFileSync(path, 'utf8')).toBe(forked.note(20))
  })

  describe('says in a sentence what is wrong, and ends with 2:', () => {
    const takePort = (): Promise<Server> =>
      new Promise((resolve) => {
        const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
      })

    const refused = async (...words: readonly string[]): Promise<string> => {
      const { said, ended } = start(...words)
      expect(await ended, said()).toBe(2)
      expect(said().trim().split('\n')).toHaveLength(1)
      return said()
    }

    test('a port that is taken, or is none', async () => {
      const server = await takePort()
      const { port } = server.address() as { port: number }
      const place = join(newFolder(), 'w')
      expect(await refused(place, '--port', `${port}`)).toBe(
        `port ${port} on 127.0.0.1 is taken by another program; choose one with --port\n`,
      )
      server.close()
      expect(await refused(place, '--port', '65536')).toContain('--port 65536: a port is a number')
      expect(await refused(place, '--port', '0', '--host', '192.0.2.1')).toContain(
        'does not have that address',
      )
    })

    test('a file that is not there, or says what cannot be read', async () => {
      const folder = newFolder()
      const place = join(folder, 'w')
      const path = join(folder, 'logs.txt')
      expect(await refused(place, '--logs', path)).toContain(`${path}: ENOENT`)
      expect(await refused(place, '--logs', folder)).toContain(`${folder}: EISDIR`)
      writeFileSync(path, `log ${formatVerifierKey(logKey.key)}\nlogs x\n`)
      expect(await refused(place, '--logs', path)).toMatch(
        /logs\.txt, line 2: The policy cannot be understood/,
      )
      writeFileSync(path, `\nlog ${formatVerifierKey(logKey.key).replace('+', '+0').slice(0, 60)}\n`)
      expect(await refused(place, '--logs', path)).toMatch(/logs\.txt, line 2: .*key/)
    })

    test('a folder that is in use, damaged, or none', async () => {
      const folder = newFolder()
      const place = join(folder, 'w')
      expect(await refused()).toContain('witness wants the folder')
      writeFileSync(join(folder, 'file'), '')
      expect(await refused(join(folder, 'file'))).toContain('cannot be used')
      const { child } = await ready(place, '--port', '0')
      expect(await refused(place, '--port', '0')).toBe(
        `The folder ${place} is in use: process ${child.pid} works on it.\n`,
      )
      child.kill('SIGKILL')
      const key = readFileSync(join(place, 'key'), 'utf8')
      for (const damaged of [
        '',
        key.slice(0, -2),
        key.replace('witness', 'witless'),
        key.replace(/.\n$/, 'A\n'),
      ]) {
        writeFileSync(join(place, 'key'), damaged)
        if (damaged !== key)
          expect(await refused(place, '--port', '0')).toContain('is damaged, or is no witness')
      }
      rmSync(join(place, 'key'))
      mkdirSync(join(place, 'key'))
      expect(await refused(place, '--port', '0')).toContain('cannot be used')
    })

    test('a name that no key can have', async () => {
      expect(await refused(join(newFolder(), 'w'), '--name', 'our witness')).toContain('--name our witness')
    })
  })
})
