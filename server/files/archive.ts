/** Looks into a zip archive without trusting it: what is unpacked is bounded before and while it is unpacked. */
import { inflateRawSync } from 'node:zlib'

/** One file in an archive, as its directory describes it. */
export interface Entry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly encrypted: boolean
  readonly offset: number
}

/** The directory of an archive, and the bytes it describes; `before` bytes stand in front that are no part of it. */
export interface Archive {
  readonly bytes: Uint8Array
  readonly before: number
  readonly entries: readonly Entry[]
}

const mostEntries = 10_000
const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the end record stands whose comment ends with the file (APPNOTE 4.3.16), or null. */
function endRecord(view: DataView): number | null {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= furthest; at -= 1) {
    const ends = view.getUint32(at, true) === endSignature
    if (ends && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return null
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return null
  const nameLength = view.getUint16(at + 28, true)
  if (at + 46 + nameLength > view.byteLength) return null
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    offset: view.getUint32(at + 42, true),
  }
}

/**
 * The directory of a zip archive, or null when the bytes end in none. Zip64, several disks and more than
 * ten thousand files count as none: no text document has them.
 */
export function openArchive(bytes: Uint8Array): Archive | null {
  const view = viewOf(bytes)
  const end = endRecord(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = end - view.getUint32(end + 12, true)
  const before = at - view.getUint32(end + 16, true)
  if (count === 0 || count > mostEntries || at < 0 || before < 0) return null
  const entries: Entry[] = []
  for (let i = 0; i < count; i += 1) {
    const entry = entryAt(view, bytes, at)
    if (entry === null) return null
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { bytes, before, entries }
}

/** The entry of this name, or undefined. */
export const entryOf = (archive: Archive, name: string): Entry | undefined =>
  archive.entries.find((entry) => entry.name === name)

/** Unpacks one file, or gives null when it is damaged, encrypted, or larger than the limit in bytes, whatever it claims. */
export function unpack(archive: Archive, entry: Entry, limit: number): Uint8Array | null {
  const view = viewOf(archive.bytes)
  const offset = archive.before + entry.offset
  if (entry.encrypted || offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature)
    return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = archive.bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed || entry.unpacked > limit) return null
  if (entry.method === 0) return packed.length <= limit ? packed : null
  if (entry.method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch {
    return null
  }
}
