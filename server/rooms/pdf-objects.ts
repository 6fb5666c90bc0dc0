/** The objects of a PDF (ISO 32000-1, chapter 7), found by searching: also in damaged files, always in linear time. */
import { inflateSync } from 'node:zlib'

/** What a PDF holds: its objects and trailers as characters, one per byte, and its streams of metadata unpacked. */
export interface PdfObjects {
  readonly objects: readonly string[]
  readonly metadata: readonly Uint8Array[]
  /** False when a stream of objects or metadata could not be unpacked within the bound. */
  readonly whole: boolean
}

const largestStream = 32 * 1024 * 1024
const largestInAll = 96 * 1024 * 1024
const mostDamaged = 20
const mostMetadata = 50

interface Unpacking {
  left: number
  damaged: number
  readonly objects: string[]
  readonly metadata: Uint8Array[]
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The bytes of a stream, unpacked when its one filter is Flate; null when they cannot be. */
function unpacked(dictionary: string, content: Uint8Array, unpacking: Unpacking): Uint8Array | null {
  const filter = /\/Filter\s*(\[[^\]]{0,200}\]|\/\w+)/u.exec(dictionary)?.[1]?.replace(/[[\]\s]/gu, '')
  if (filter === undefined || filter === '') return content
  if (!/^\/(?:FlateDecode|Fl)$/u.test(filter) || unpacking.damaged > mostDamaged || unpacking.left <= 0)
    return null
  try {
    const result = inflateSync(content, { maxOutputLength: Math.min(largestStream, unpacking.left) })
    unpacking.left -= result.length
    return result
  } catch {
    return null
  }
}

/** Takes an object stream apart: pairs of number and offset, then the objects (7.5.7). */
function openObjectStream(dictionary: string, content: Uint8Array): readonly string[] | null {
  const first = Number(/\/First\s+(\d{1,9})/u.exec(dictionary)?.[1])
  if (/\/Predictor\s+[2-9]/u.test(dictionary) || !(first <= content.length)) return null
  const characters = latin1(content)
  const numbers = characters.slice(0, first).trim().split(/\s+/u).map(Number)
  const offsets = numbers.filter((_, i) => i % 2 === 1)
  if (numbers.some(Number.isNaN)) return null
  return offsets.map((offset, i) => {
    const end = offsets[i + 1]
    return `${numbers[2 * i]} 0 obj ${characters.slice(first + offset, end === undefined ? undefined : first + end)}`
  })
}

function takeStream(dictionary: string, packed: Uint8Array, unpacking: Unpacking): void {
  const isObjects = /\/Type\s*\/ObjStm\b/u.test(dictionary)
  if (!isObjects && !/\/Type\s*\/Metadata\b/u.test(dictionary)) return
  if (unpacking.metadata.length >= mostMetadata) return
  const content = unpacked(dictionary, packed, unpacking)
  const objects = content !== null && isObjects ? openObjectStream(dictionary, content) : []
  if (content === null || objects === null) unpacking.damaged += 1
  else if (isObjects) for (const object of objects) unpacking.objects.push(object)
  else unpacking.metadata.push(content)
}

/** Every object and trailer in these bytes, also of earlier revisions of the file, which a reader no longer shows. */
export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const characters = latin1(bytes)
  const unpacking: Unpacking = { left: largestInAll, damaged: 0, objects: [], metadata: [] }
  for (let at = 0; at < characters.length; ) {
    const next = characters.indexOf('endobj', at)
    const end = next < 0 ? characters.length : next
    const object = characters.slice(at, end)
    const stream = /stream\r?\n/u.exec(object)
    if (stream === null) unpacking.objects.push(object)
    else {
      const dictionary = object.slice(0, stream.index)
      const from = at + stream.index + stream[0].length
      const ends = object.lastIndexOf('endstream')
      const to = ends < 0 ? end : at + ends
      unpacking.objects.push(dictionary)
      takeStream(dictionary, bytes.subarray(from, Math.max(from, to)), unpacking)
    }
    at = end + 6
  }
  return { objects: unpacking.objects, metadata: unpacking.metadata, whole: unpacking.damaged === 0 }
}
