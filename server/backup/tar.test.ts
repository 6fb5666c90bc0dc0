import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BadArchive, readTar } from './tar.ts'

/** Reads an archive given in pieces; what was found, by name. */
const unpack = (pieces: readonly Uint8Array[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  let name = ''
  let hash = createHash('sha256')
  const reader = readTar({
    begin: (entry) => {
      name = `${entry.kind} ${entry.name} ${entry.size}`
      hash = createHash('sha256')
    },
    piece: (bytes) => void hash.update(bytes),
    end: () => void found.set(name, hash.digest('hex')),
  })
  for (const piece of pieces) reader.push(piece)
  reader.finish()
  return found
}

const sliced = (archive: Uint8Array, widths: readonly number[]): readonly Uint8Array[] => {
  const pieces: Uint8Array[] = []
  for (let at = 0, i = 0; at < archive.length; i += 1) {
    const width = widths[i % widths.length] ?? 1
    pieces.push(archive.subarray(at, at + width))
    at += width
  }
  return pieces
}

describe('an archive that arrives in pieces', () => {
  const sizes = [0, 1, 511, 512, 513, 100_000]
  let folder: string
  let archive: Uint8Array
  let contents: ReadonlyMap<string, string>

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-tar-'))
    mkdirSync(join(folder, 'base', '1'), { recursive: true })
    const files = sizes.map((size, i) => {
      const bytes = Buffer.alloc(size, i + 1)
      writeFileSync(join(folder, 'base', '1', `${i}`), bytes)
      return [`file base/1/${i} ${size}`, createHash('sha256').update(bytes).digest('hex')] as const
    })
    const nothing = createHash('sha256').digest('hex')
    contents = new Map([['folder base 0', nothing], ['folder base/1 0', nothing], ...files])
    archive = execFileSync('tar', ['--format=ustar', '--sort=name', '-cf', '-', '-C', folder, 'base'])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is what tar packed, however it is cut', () => {
    const cuts = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 70_000 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(cuts, (widths) => {
        expect(unpack(sliced(archive, [...widths, 4096]))).toEqual(contents)
      }),
      { numRuns: 30 },
    )
  })

  it('is not whole when its end is missing, wherever it breaks off', () => {
    const used = archive.length - 512 * 2
    fc.assert(
      fc.property(fc.integer({ min: 0, max: used - 512 * 20 }), (end) => {
        expect(() => unpack([archive.subarray(0, end)])).toThrow(BadArchive)
      }),
      { numRuns: 50 },
    )
  })

  it('is refused when a header was changed', () => {
    // All but the checksum itself, which can be written in several ways.
    const places = fc.integer({ min: 0, max: 344 }).filter((at) => at < 148 || at >= 156)
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(archive)
        changed[at] = (changed[at] ?? 0) ^ by
        expect(() => unpack([changed])).toThrow(BadArchive)
      }),
    )
  })

  it.each(['../outside', '/etc/passwd', 'base/../../outside'])('is refused when it holds %s', (name) => {
    const packed = execFileSync('tar', [
      '--format=ustar',
      '-P',
      '-cf',
      '-',
      '-C',
      folder,
      `--transform=s,^base/1/1$,${name},`,
      'base/1/1',
    ])
    expect(() => unpack([packed])).toThrow('neither file nor folder')
  })
})
