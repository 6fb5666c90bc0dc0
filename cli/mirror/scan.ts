/** Reads a file of lines again after a stop: how far it belongs to the head that is held, and where it must be cut. */
import { isUtf8 } from 'node:buffer'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import type { Disk } from './disk.ts'

/** How a line is read, and whether it belongs to what is held. */
export interface Scanning<T> {
  readonly parse: (text: string, path: string, line: number) => Outcome<T>
  readonly isHeld: (item: T) => boolean
  /** Gets every line that belongs, in order. */
  readonly see: (item: T) => void
}

const newline = 10

/** What stands between two newlines, and how many bytes end with the second. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ text: string; end: number }> {
  let [rest, end] = [Buffer.alloc(0), 0]
  for await (const piece of pieces) {
    let whole = Buffer.concat([rest, piece])
    for (let at = whole.indexOf(newline); at >= 0; at = whole.indexOf(newline)) {
      end += at + 1
      const line = whole.subarray(0, at)
      yield { text: isUtf8(line) ? line.toString() : '', end }
      whole = whole.subarray(at + 1)
    }
    rest = whole
  }
}

/**
 * How many bytes of the file belong to what is held. What follows was written before a stop, and its head never was.
 * Refusals: `record.folder-malformed` when a line that belongs follows one that does not.
 */
export const scanLines = async <T extends { readonly index: number }>(
  disk: Pick<Disk, 'pieces'>,
  path: string,
  { parse, isHeld, see }: Scanning<T>,
): Promise<Outcome<number>> => {
  let [length, line, last] = [0, 0, -1]
  let stray: number | undefined
  for await (const { text, end } of linesOf(disk.pieces(path))) {
    line += 1
    const read = parse(text, path, line)
    const belongs = read.ok && read.value.index > last && isHeld(read.value)
    if (!belongs) {
      stray ??= line
      continue
    }
    if (stray !== undefined) return refuse('record.folder-malformed', { path, line: stray })
    see(read.value)
    ;[length, last] = [end, read.value.index]
  }
  return done(length)
}
