import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { done, refuse } from '#domain/outcome.ts'
import { scanLines } from './scan.ts'

/** A line of a test is a number and nothing else. */
const parse = (text: string, path: string, line: number) =>
  /^\d+$/.test(text) ? done({ index: Number(text) }) : refuse('record.folder-malformed', { path, line })

const inPieces = (bytes: Buffer, size: number): Buffer[] => {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return pieces
}

const scan = async (bytes: Buffer, size: number, below: number) => {
  const seen: number[] = []
  const disk = {
    pieces: async function* () {
      yield* inPieces(bytes, size)
    },
  }
  const length = await scanLines(disk, 'lines', {
    parse,
    isHeld: ({ index }) => index < below,
    see: ({ index }) => seen.push(index),
  })
  return { length, seen }
}

const ascending = fc
  .uniqueArray(fc.nat(1_000_000), { maxLength: 40 })
  .map((numbers) => numbers.toSorted((a, b) => a - b))
const linesOf = (numbers: readonly number[]): string => numbers.map((each) => `${each}\n`).join('')
/** What a stop may leave behind the last line: bytes of any kind, whole lines that are none, or nothing. */
const leftOver = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc
    .uint8Array({ maxLength: 60 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte >= 48 && byte <= 57 ? 0 : byte)))),
)

describe('a file of lines that is read again', () => {
  it('belongs to the head as far as its lines do, whatever a stop left behind them', () =>
    fc.assert(
      fc.asyncProperty(
        ascending,
        fc.nat(1_000_000),
        leftOver,
        fc.integer({ min: 1, max: 50 }),
        async (all, below, rest, size) => {
          const held = all.filter((each) => each < below)
          const bytes = Buffer.concat([Buffer.from(linesOf(all)), rest])
          const { length, seen } = await scan(bytes, size, below)
          expect(length).toEqual(done(Buffer.byteLength(linesOf(held))))
          expect(seen).toEqual(held)
        },
      ),
    ))

  it('is damaged if a line that belongs follows one that does not, and the first of these is named', () =>
    fc.assert(
      fc.asyncProperty(
        ascending.filter((all) => all.length > 1),
        fc.nat(),
        fc.constantFrom('', 'x', '-1', '1 ', 'ü'),
        async (all, chance, other) => {
          const at = chance % (all.length - 1)
          const lines = all.map((each, i) => (i === at ? other : `${each}`))
          const { length } = await scan(Buffer.from(`${lines.join('\n')}\n`), 7, 2_000_000)
          expect(length).toEqual(refuse('record.folder-malformed', { path: 'lines', line: at + 1 }))
        },
      ),
    ))

  it('takes no line twice and none that goes back', async () => {
    expect((await scan(Buffer.from('1\n3\n3\n2\n'), 3, 9)).length).toEqual(done(4))
    expect((await scan(Buffer.from('1\n3\n2\n4\n'), 3, 9)).length).toEqual(
      refuse('record.folder-malformed', { path: 'lines', line: 3 }),
    )
  })
})
