/** Reads the archive that PostgreSQL sends of itself (POSIX.1 "ustar"), piece by piece as it arrives. */
import { BackupRefused } from './refused.ts'

/** A file or a folder in the archive; its name is relative, with slashes. */
export interface TarEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
  /** In bytes; 0 for a folder. */
  readonly size: number
}

/** What is told of each entry, in order: that it begins, its bytes in pieces, that it is whole. */
export interface TarSink {
  readonly begin: (entry: TarEntry) => void
  readonly piece: (bytes: Uint8Array) => void
  readonly end: () => void
}

/** An archive that is being read; both functions throw `BadArchive`. */
export interface TarReader {
  readonly push: (bytes: Uint8Array) => void
  /** Says that nothing more comes. */
  readonly finish: () => void
}

/** The bytes are no archive that can be taken; the message says why. */
export class BadArchive extends BackupRefused {}

const block = 512

const textAt = (header: Uint8Array, start: number, length: number): string => {
  const field = Buffer.from(header.subarray(start, start + length))
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end)
}

const octalAt = (header: Uint8Array, start: number, length: number): number => {
  const text = textAt(header, start, length).trim()
  if (!/^[0-7]+$/.test(text))
    throw new BadArchive('a header of the archive holds no number where one belongs')
  return Number.parseInt(text, 8)
}

/** The checksum counts its own eight bytes as spaces. */
const isWhole = (header: Uint8Array): boolean => {
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
  return sum === octalAt(header, 148, 8)
}

const kinds: Readonly<Record<string, TarEntry['kind']>> = { '0': 'file', '': 'file', '5': 'folder' }

const isInside = (name: string): boolean =>
  name !== '' && !name.startsWith('/') && !name.split('/').includes('..')

const entryOf = (header: Uint8Array): TarEntry => {
  if (!isWhole(header)) throw new BadArchive('a header of the archive is damaged')
  const [prefix, last] = [textAt(header, 345, 155), textAt(header, 0, 100)]
  const name = (prefix === '' ? last : `${prefix}/${last}`).replace(/^(?:\.\/)+|\/+$/g, '')
  const kind = kinds[textAt(header, 156, 1)]
  if (!isInside(name) || kind === undefined)
    throw new BadArchive(`the archive holds something that is neither file nor folder of it: ${name}`)
  return { name, kind, size: kind === 'file' ? octalAt(header, 124, 12) : 0 }
}

/** Begins to read an archive. The bytes given to the sink are valid only while it looks at them. */
export const readTar = (sink: TarSink): TarReader => {
  const header = new Uint8Array(block)
  let filled = 0
  let left = 0
  let padding = 0
  let isOver = false

  const open = (): void => {
    filled = 0
    isOver = header.every((byte) => byte === 0)
    if (isOver) return
    const entry = entryOf(header)
    sink.begin(entry)
    left = entry.size
    padding = (block - (left % block)) % block
    if (left === 0) sink.end()
  }
  const take = (bytes: Uint8Array): number => {
    if (left > 0) {
      const piece = bytes.subarray(0, left)
      sink.piece(piece)
      left -= piece.length
      if (left === 0) sink.end()
      return piece.length
    }
    if (padding > 0) {
      const skipped = Math.min(padding, bytes.length)
      padding -= skipped
      return skipped
    }
    const part = bytes.subarray(0, block - filled)
    header.set(part, filled)
    filled += part.length
    if (filled === block) open()
    return part.length
  }
  return {
    push: (bytes) => {
      for (let at = 0; at < bytes.length && !isOver; ) at += take(bytes.subarray(at))
    },
    finish: () => {
      if (!isOver) throw new BadArchive('the archive breaks off before its end')
    },
  }
}
