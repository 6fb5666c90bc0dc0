/** Names in EXIF, the properties that a camera or a program writes into a picture (CIPA DC-008, TIFF 6.0). */
import type { NameInside, NamePlace } from './naming.ts'

const tags: Readonly<Record<number, NamePlace>> = {
  315: 'exif.artist',
  33432: 'exif.copyright',
  40093: 'exif.author',
  42032: 'exif.owner',
}
const exifDirectory = 0x8769
const utf16Author = 0x9c9d
const mostFields = 500

/** A field whose value is characters: where they stand and how many bytes they take, or null. */
function charactersAt(view: DataView, at: number, little: boolean): Uint8Array | null {
  const length = view.getUint32(at + 4, little)
  const start = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
  if (length > 64 * 1024 || start + length > view.byteLength) return null
  return new Uint8Array(view.buffer, view.byteOffset + start, length)
}

function nameAt(view: DataView, at: number, little: boolean): NameInside | null {
  const tag = view.getUint16(at, little)
  const where = tags[tag]
  if (where === undefined) return null
  const characters = charactersAt(view, at, little)
  if (characters === null) return { where: 'unreadable', name: 'EXIF' }
  const name = new TextDecoder(tag === utf16Author ? 'utf-16le' : 'utf-8').decode(characters)
  return { where, name: name.replace(/\0+/gu, ' ') }
}

function directory(view: DataView, start: number, little: boolean, deeper: boolean): readonly NameInside[] {
  if (start + 2 > view.byteLength) return []
  const found: NameInside[] = []
  const count = Math.min(mostFields, view.getUint16(start, little))
  for (let i = 0; i < count && start + 14 + 12 * i <= view.byteLength; i += 1) {
    const at = start + 2 + 12 * i
    const name = nameAt(view, at, little)
    if (name !== null) found.push(name)
    if (deeper && view.getUint16(at, little) === exifDirectory) {
      found.push(...directory(view, view.getUint32(at + 8, little), little, false))
    }
  }
  return found
}

/** The names in an EXIF block, which is a small TIFF file. */
export function namesInExif(block: Uint8Array): readonly NameInside[] {
  if (block.length < 8) return []
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return [{ where: 'unreadable', name: 'EXIF' }]
  const little = order === 0x4949
  return directory(view, view.getUint32(4, little), little, true)
}
