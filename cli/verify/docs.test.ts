import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatVerifierKey } from '#domain/record/key.ts'
import { anchor, logKey, makeFolder, plenary, seats, witnessKey, writeFolder } from './testing/folder.ts'

/** Where Debian's golang-golang-x-mod-dev puts its source. */
const packages = process.env.GOPATH ?? '/usr/share/gocode'
const hasGo =
  spawnSync('go', ['version']).status === 0 && existsSync(join(packages, 'src/golang.org/x/mod/sumdb'))
if (!hasGo) console.log('Skipped beside Go: apt-get install golang-go golang-golang-x-mod-dev')

const page = readFileSync(new URL('../../docs/verify.md', import.meta.url), 'utf8')
const [, source = ''] = /```go\n([\s\S]*?)```/.exec(page) ?? []

describe.skipIf(!hasGo)('the program of docs/verify.md', () => {
  let place: string
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'parley-docs-'))
    writeFileSync(join(place, 'main.go'), source)
    const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: packages }
    const built = spawnSync('go', ['build', '-o', 'check', 'main.go'], { cwd: place, env, encoding: 'utf8' })
    expect(built.stderr).toBe('')
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const keysOf = (log: string) =>
    [logKey(log), ...seats.map(witnessKey)].map(({ key }) => formatVerifierKey(key))
  const check = (files: ReturnType<typeof makeFolder>, log: string, keys = keysOf(log)) => {
    const { folder, remove } = writeFolder(files)
    const { status, stdout, stderr } = spawnSync(join(place, 'check'), [join(folder, log), ...keys], {
      encoding: 'utf8',
    })
    remove()
    return { status, said: stdout + stderr }
  }

  it('agrees with every log of a folder', () => {
    const files = makeFolder()
    expect(check(files, plenary)).toEqual({
      status: 0,
      said: `parley/log/${plenary}: 300 entries, signed by 3\n`,
    })
    expect(check(files, anchor).status).toBe(0)
  })

  it('finds a changed entry, a missing cosignature, and another key', () => {
    const files = makeFolder()
    const path = `${plenary}/tile/entries/001.p/44`
    const bytes = files.get(path) ?? new Uint8Array()
    const changed = new Map(files).set(path, bytes.with(20, (bytes[20] ?? 0) ^ 1))
    expect(check(changed, plenary).said).toContain('do not lead to the root')
    expect(check(makeFolder({ cosigners: () => ['us'] }), plenary).said).toContain('has not signed')
    expect(check(files, plenary, keysOf(anchor)).status).toBe(1)
  })
})

describe('docs/verify.md', () => {
  it('calls commands and options that there are', async () => {
    const { verifyCommands } = await import('../verify.ts')
    const calls = [...page.matchAll(/parley (verify \w+)([^`|\n]*)/g)]
    expect(calls.length).toBeGreaterThan(4)
    for (const [, name, words = ''] of calls) {
      const command = verifyCommands.find((each) => each.name === name)
      expect(command, name).toBeDefined()
      for (const [, option = ''] of words.matchAll(/--([\w-]+)/g))
        expect(Object.keys(command?.options ?? {}), `${name} ${option}`).toContain(option)
    }
  })
})
