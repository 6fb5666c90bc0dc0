import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { checkpointPath, vouchedPath } from '#domain/record/folder.ts'
import { caucus, type Files, makeFolder, plenary, writeFolder } from './testing/folder.ts'
import { run } from './testing/run.ts'

const withVouched = (files: Files): Files =>
  new Map(files).set(vouchedPath(plenary), files.get(checkpointPath(plenary)) ?? new Uint8Array())

describe('any flipped bit of a folder', () => {
  const sizes = { [plenary]: 6, [caucus]: 2 }
  const counts = [
    [withVouched(makeFolder({ sizes })), 400],
    [makeFolder({ sizes: { [plenary]: 260, [caucus]: 1 } }), 40],
  ] as const
  const open = counts.map(([files, runs]) => ({ files, runs, ...writeFolder(files) }))
  afterAll(() => {
    for (const { remove } of open) remove()
  })

  it.each(open)(
    'is found in $files.size files',
    async ({ files, runs, folder }) => {
      // Nobody signs what the folder says of itself and what its logs say of witnesses; states are only replayed.
      const watched = [...files.keys()].filter((path) => !/about|policy|state/.test(path))
      const bits = fc
        .constantFrom(...watched)
        .chain((path) => fc.tuple(fc.constant(path), fc.nat((files.get(path)?.length ?? 0) * 8 - 1)))
      await fc.assert(
        fc.asyncProperty(bits, async ([path, bit]) => {
          const bytes = files.get(path) ?? new Uint8Array()
          const at = Math.floor(bit / 8)
          writeFileSync(join(folder, path), bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit % 8))))
          const { ending } = await run('log', [folder], { json: true })
          writeFileSync(join(folder, path), bytes)
          expect(ending).not.toBe(0)
        }),
        { numRuns: runs },
      )
      expect((await run('log', [folder], { json: true })).ending).toBe(0)
    },
    120_000,
  )
})
