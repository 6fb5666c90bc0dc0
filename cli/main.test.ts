import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { called } from './testing/called.ts'

const root = join(import.meta.dirname, '..')

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as a person does; never longer than twenty seconds. */
const parley = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> =>
  new Promise((settle) => {
    const args = ['--import', 'tsx', '--conditions=source', 'cli/main.ts', ...words]
    const env = { ...process.env, ...environment }
    const child = execFile(process.execPath, args, { cwd: root, env, timeout: 20_000 }, (_, out, err) =>
      settle({ code: child.exitCode ?? -1, out, err }),
    )
  })

describe('the command line', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-cli-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('lists every command with --help and ends with 0, without words with 2', async () => {
    const help = await parley(['--help'])
    expect(help.code).toBe(0)
    for (const name of ['serve', 'process create', 'process list', 'invite', 'doctor'])
      expect(help.out).toContain(`parley ${name}`)
    expect((await called([])).code).toBe(2)
    // As a process, too, and with nothing on the channel of what was asked for.
    expect(await parley(['frobnicate'])).toMatchObject({ code: 2, out: '' })
  })

  it.each([
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['serve', '--port', 'abc'], '--port abc'],
    [['serve', '--nonsense'], '--nonsense'],
    [['process', 'list', 'surplus'], 'does not take "surplus"'],
    [['process', 'create'], 'wants the path'],
    [['process', 'create', '/nowhere.json'], '/nowhere.json'],
    [['serve', '--data', '/dev/null'], 'cannot be used'],
  ])('ends with 2 and one plain sentence for %j', async (words, said) => {
    const ended = await called(words)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(said)
    expect(ended.err).not.toContain('    at ')
  })

  it('says what is wrong in a process file, and where, before it opens anything', async () => {
    const broken = join(folder, 'broken.json')
    await writeFile(broken, '{"key": 3')
    expect((await called(['process', 'create', broken, '--data', folder])).err).toContain('is not JSON')
    await writeFile(broken, '{"key": 3}')
    const ended = await called(['process', 'create', broken, '--data', folder])
    expect(ended.err).toMatch(/ {2}key: .*\n {2}name: /)
    expect(ended.code).toBe(2)
  })

  it('names a wrong variable', async () => {
    const ended = await parley(['serve'], { PARLEY_ORIGIN: 'http://plain.example.org' })
    expect(ended).toMatchObject({ code: 2 })
    expect(ended.err.trim()).toBe('PARLEY_ORIGIN: an https address such as https://talks.example.org')
  })

  it('finds a folder that cannot be, and ends with 1', async () => {
    const ended = await parley(['doctor', '--data', '/proc/nope', '--json'])
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.out).ok).toBe(false)
  })
})
