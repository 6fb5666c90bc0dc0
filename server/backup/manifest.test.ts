import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatManifest, type Manifest, manifestName, readManifest, sealOf } from './manifest.ts'

const manifest: Manifest = {
  format: 'parley backup 1',
  at: '2026-11-22T10:00:00.000Z',
  parley: '0.1.0',
  postgres: '18.4',
  system: '7711128008158665828',
  logs: [{ log: '4f1c2f54-8b0c-4c0a-9d0e-0a4c8f7d2b11', size: 3, head: 'a note\n' }],
  folders: ['postgres', 'postgres/base/1'],
  files: [{ path: 'secret', bytes: 65, sha256: 'ab'.repeat(32) }],
}

describe('a manifest', () => {
  let folder: string
  const write = (text: string): void => writeFileSync(join(folder, manifestName), text)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-manifest-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read as it was written, with its files one to a line', async () => {
    write(formatManifest(manifest))
    expect(await readManifest(folder)).toEqual(manifest)
    expect(formatManifest(manifest)).toContain(`\n    {"path":"secret","bytes":65,`)
    expect(formatManifest(manifest)).toContain(sealOf(manifest))
  })

  it.each([
    ['a size', '"size": 3', '"size": 2'],
    ['a hash', 'abab', 'abac'],
    ['a moment', '10:00', '11:00'],
  ])('that had %s changed is refused', async (_, from, to) => {
    write(formatManifest(manifest).replace(from, to))
    await expect(readManifest(folder)).rejects.toThrow('does not agree with its own sum')
  })

  it.each(['../secret', '/etc/passwd', 'postgres/../../x', 'a//b', ''])(
    'that names %j is none',
    async (path) => {
      write(formatManifest({ ...manifest, files: [{ path, bytes: 1, sha256: 'ab'.repeat(32) }] }))
      await expect(readManifest(folder)).rejects.toThrow('is not the manifest of a backup')
    },
  )

  it('is missed in a folder that is no backup', async () => {
    await expect(readManifest(join(folder, 'elsewhere'))).rejects.toThrow('is no backup')
    write('{')
    await expect(readManifest(folder)).rejects.toThrow('is not the manifest of a backup')
  })
})
