import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { done } from '#domain/outcome.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { openCheckpoint } from '#domain/record/checkpoint.ts'
import { parseTilePath, tilePath, tileWidth } from '#domain/record/tiles.ts'
import { primitives } from '#server/record/primitives.ts'
import { idOf, logKey, logOf, type MadeLog } from '../verify/testing/folder.ts'
import { openDisk } from './disk.ts'
import { heldEdge, takeGrowth } from './growth.ts'
import { sealed } from './testing/wax.ts'

const log = idOf('a log')
const shelf = mkdtempSync(join(tmpdir(), 'parley-growth-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))

type Edit = (index: number) => string
const honest: Edit = (index) => `entry ${index}`
const made = (size: number, edit: Edit = honest): MadeLog =>
  logOf(Array.from({ length: size }, (_, index) => toUtf8(edit(index))))

const headOf = ({ head }: MadeLog) => {
  const note = sealed(logKey(log), head)
  const opened = openCheckpoint(note, { logs: [logKey(log).key], witnesses: [] }, primitives)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

/** The files of a log, also in the widths it no longer has. */
const served = ({ files, head }: MadeLog) => ({
  logFile: async (_: string, path: string) => {
    const tile = parseTilePath(path)
    if (files.has(path) || !tile.ok || tile.value.width === tileWidth) return files.get(path)
    const { level, index, width } = tile.value
    const all = Math.floor(head.size / (level === 'entries' ? 1 : tileWidth ** level)) - index * tileWidth
    const wider = files.get(tilePath({ level, index, width: Math.min(all, tileWidth) }))
    if (!wider || width > all) return undefined
    if (level !== 'entries') return wider.subarray(0, width * 32)
    const entries = parseBundle(wider, Math.min(all, tileWidth))
    if (!entries.ok) return undefined
    return wider.subarray(
      0,
      entries.value.slice(0, width).reduce((sum, entry) => sum + entry.length + 2, 0),
    )
  },
})

let folders = 0
/** Takes the first log whole, and then what the second shows. */
const growing = async (from: MadeLog | undefined, to: MadeLog, server = served(to)) => {
  folders += 1
  const folder = join(shelf, `${folders}`)
  const disk = openDisk(folder)
  const seen: number[] = []
  const take = async (before: MadeLog | undefined, next: MadeLog, at: ReturnType<typeof served>) => {
    const held = before && headOf(before)
    const edge = await heldEdge(disk, log, held)
    if (!edge.ok) throw new Error(edge.refusal.code)
    const see = async ({ start, end }: { start: number; end: number }) => {
      seen.push(start, end)
      return done(undefined)
    }
    const begin = async () => done(undefined)
    const growth = { disk, server: at, log, held, next: headOf(next), begin, see, advance: () => undefined }
    return takeGrowth(growth, edge.value)
  }
  if (from) expect(await take(undefined, from, served(from))).toBeUndefined()
  seen.length = 0
  const fault = await take(from, to, server)
  const files = new Map(
    [...to.files.keys()].map((path) => {
      try {
        return [path, new Uint8Array(readFileSync(join(folder, log, path)))] as const
      } catch {
        return [path, undefined] as const
      }
    }),
  )
  return { fault, files, seen }
}

const sizes = fc.oneof(fc.nat(40), fc.constantFrom(254, 255, 256, 257, 511, 512, 513, 600))
const twoSizes = fc.tuple(sizes, sizes).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a + 1 }))

describe('the growth of a log', () => {
  it('leaves exactly the files of the grown log, from any size to any other', () =>
    fc.assert(
      fc.asyncProperty(twoSizes, async ({ from, to }) => {
        const grown = made(to)
        const { fault, files, seen } = await growing(from > 0 ? made(from) : undefined, grown)
        expect(fault).toBeUndefined()
        expect(files).toEqual(grown.files)
        expect([seen[0], seen.at(-1)]).toEqual([from - (from % 256), to])
      }),
      { numRuns: 40 },
    ))

  it('is refused as forged wherever an entry that is held was changed, and the rest made to fit', () =>
    fc.assert(
      fc.asyncProperty(
        twoSizes.filter(({ from }) => from > 0),
        fc.nat(),
        async ({ from, to }, chance) => {
          const forged = chance % from
          const other = made(to, (index) => (index === forged ? 'other' : honest(index)))
          const { fault } = await growing(made(from), other)
          expect(fault).toMatchObject({ shows: 'forged' })
        },
      ),
      { numRuns: 40 },
    ))

  it('names the entry whose bytes are not those of the tree, though the heads continue each other', () =>
    fc.assert(
      fc.asyncProperty(twoSizes, fc.nat(), async ({ from, to }, chance) => {
        const start = from - (from % 256)
        const wrong = start + (chance % (to - start))
        const honestly = served(made(to))
        const badly = served(made(to, (index) => (index === wrong ? 'other' : honest(index))))
        const server: typeof honestly = {
          logFile: (_, path) => (path.startsWith('tile/entries') ? badly : honestly).logFile(_, path),
        }
        const { fault } = await growing(from > 0 ? made(from) : undefined, made(to), server)
        expect(fault).toEqual({
          refusal: { code: 'record.entry-differs', facts: { index: wrong } },
          shows: 'continued',
        })
      }),
      { numRuns: 40 },
    ))

  it('names the first entry that is not there', () =>
    fc.assert(
      fc.asyncProperty(twoSizes, fc.nat(), async ({ from, to }, chance) => {
        const start = from - (from % 256)
        const missing = start + (chance % (to - start))
        const { logFile } = served(made(to))
        const server: ReturnType<typeof served> = {
          logFile: async (_, path) => {
            const tile = parseTilePath(path)
            const reaches = tile.ok && tile.value.index * tileWidth + tile.value.width > missing
            return path.startsWith('tile/entries') && reaches ? undefined : logFile(_, path)
          },
        }
        const { fault } = await growing(from > 0 ? made(from) : undefined, made(to), server)
        expect(fault?.refusal).toMatchObject({
          code: 'record.tile-missing',
          facts: { place: `entry ${missing}` },
        })
      }),
      { numRuns: 40 },
    ))

  it('is refused where a tile of its own was changed', async () => {
    const grown = made(600)
    for (const path of [...grown.files.keys()].filter((each) => /^tile\/\d/.test(each))) {
      const bytes = new Uint8Array(grown.files.get(path) ?? [])
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      const files = new Map(grown.files).set(path, bytes)
      const { fault } = await growing(undefined, grown, served({ ...grown, files }))
      expect(fault?.refusal.code, path).toMatch(/^record\.(entry|tile)-differs$/)
    }
    expect(readdirSync(shelf).length).toBeGreaterThan(0)
  })

  it('is refused where a head says something else than all its tiles and entries', async () => {
    const grown = made(300)
    const other = { ...grown, head: { ...grown.head, root: new Uint8Array(32) } }
    const { fault } = await growing(made(10), other, served(grown))
    expect(fault).toEqual({
      refusal: { code: 'record.root-differs', facts: { size: 300 } },
      shows: 'forged',
    })
  })
})
