/** A file of lines, read one by one, however long it is. */
import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { fileRefusals } from '#domain/record/collation.ts'
import { BadUsage } from '../command.ts'

/** Lines that come in the order of their indices. */
export interface Lines<T> {
  /** The next lines for which this holds, up to the first for which it does not. */
  readonly takeWhile: (wanted: (line: T) => boolean) => Generator<T>
  /** How many were taken. */
  readonly taken: () => number
  /** Whether the file was not there or could not be read to its end, which was reported. */
  readonly isBroken: () => boolean
  readonly close: () => void
}

const chunk = 1 << 20
const newline = 10

/** The bytes between newlines, and at last what no newline ends. */
function* pieces(path: string): Generator<{ readonly bytes: Buffer; readonly isEnded: boolean }> {
  const file = openSync(path, 'r')
  try {
    let rest = Buffer.alloc(0)
    for (;;) {
      const read = Buffer.alloc(chunk)
      const length = readSync(file, read)
      if (length === 0) break
      let whole = Buffer.concat([rest, read.subarray(0, length)])
      for (let end = whole.indexOf(newline); end >= 0; end = whole.indexOf(newline)) {
        yield { bytes: whole.subarray(0, end), isEnded: true }
        whole = whole.subarray(end + 1)
      }
      rest = whole
    }
    if (rest.length > 0) yield { bytes: rest, isEnded: false }
  } finally {
    closeSync(file)
  }
}

/** How a line is read: from its text, the path of its file and its number. */
export type ParseLine<T> = (text: string, path: string, line: number) => Outcome<T>

function* parsed<T extends { readonly index: number }>(
  folder: string,
  path: string,
  parse: ParseLine<T>,
  report: (refusal: Refusal) => void,
): Generator<T> {
  let [line, last] = [0, -1]
  try {
    for (const { bytes, isEnded } of pieces(join(folder, path))) {
      line += 1
      // What is no line is read as the empty one, which is none either.
      const read = parse(isEnded && isUtf8(bytes) ? bytes.toString() : '', path, line)
      if (!read.ok) return report(read.refusal)
      if (read.value.index <= last) return report({ code: 'record.folder-malformed', facts: { path, line } })
      last = read.value.index
      yield read.value
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code !== 'ENOENT') throw new BadUsage(`${join(folder, path)}: ${message}`)
    report(fileRefusals.missing(path))
  }
}

/**
 * Opens a file of lines. The first that is malformed or out of order is reported and ends the file, as does a file
 * that is not there.
 */
export const openLines = <T extends { readonly index: number }>(
  folder: string,
  path: string,
  parse: ParseLine<T>,
  report: (refusal: Refusal) => void,
): Lines<T> => {
  let isBroken = false
  const all = parsed(folder, path, parse, (refusal) => {
    isBroken = true
    report(refusal)
  })
  let next: IteratorResult<T, void> | undefined
  let taken = 0
  return {
    takeWhile: function* (wanted) {
      for (;;) {
        next ??= all.next()
        if (next.done || !wanted(next.value)) return
        const { value } = next
        next = undefined
        taken += 1
        yield value
      }
    },
    taken: () => taken,
    isBroken: () => isBroken,
    close: () => void all.return(undefined),
  }
}
