/** The objects of a PDF (ISO 32000-1, chapter 7), found by searching: also in damaged files, always in linear time. */
import { inflateSync } from 'node:zlib'

/** What a PDF holds: its objects and trailers as characters, one per byte, and its streams of metadata unpacked. */
export interface PdfObjects {
  readonly objects: readonly string[]
  readonly metadata: readonly Uint8Array[]
  /** False when the file holds more than is looked into, or a stream of objects or metadata could not be unpacked. */
  readonly whole: boolean
  /** How many bytes were unpacked, at most `mostUnpacked`; of a stream that failed, the most that it can have cost. */
  readonly unpacked: number
}

/** The most that is unpacked of one file, in bytes. */
export const mostUnpacked = 96 * 1024 * 1024
/** The most objects that are looked into, those inside streams of objects included. */
export const mostObjects = 300_000
/** The most objects of one stream; programs write a few hundred. */
export const mostInStream = 20_000
const largestStream = 32 * 1024 * 1024
const mostDamaged = 20
const mostMetadata = 500
// Deflate packs no byte string more than 1,032 times (zlib, "Technical Details").
const tightest = 1032

interface Unpacking {
  left: number
  damaged: number
  /** Whether there is more than is looked into. */
  beyond: boolean
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
  const most = Math.min(largestStream, unpacking.left)
  try {
    const result = inflateSync(content, { maxOutputLength: most })
    unpacking.left -= result.length
    return result
  } catch {
    unpacking.left -= Math.min(most, tightest * content.length)
    return null
  }
}

/** The pairs of number and offset that an object stream begins with; null when they are no such pairs. */
function pairsOf(header: string): readonly (readonly [number: string, offset: number])[] | null {
  const words = header.trim() === '' ? [] : header.trim().split(/\s+/u, 2 * mostInStream + 1)
  if (words.length % 2 === 1 || !words.every((word) => /^\d{1,10}$/u.test(word))) return null
  return Array.from({ length: words.length / 2 }, (_, i) => [words[2 * i] ?? '', Number(words[2 * i + 1])])
}

/**
 * Takes an object stream apart: pairs of number and offset, then the objects, whose offsets increase (7.5.7).
 * So no byte belongs to two objects, and the objects together are no longer than the stream and their numbers.
 */
function openObjectStream(dictionary: string, content: Uint8Array): readonly string[] | null {
  const first = Number(/\/First\s+(\d{1,9})/u.exec(dictionary)?.[1])
  if (/\/Predictor\s+[2-9]/u.test(dictionary) || !(first <= content.length)) return null
  const characters = latin1(content)
  const pairs = pairsOf(characters.slice(0, first))
  if (pairs === null) return null
  const objects: string[] = []
  for (const [i, [number, offset]] of pairs.entries()) {
    const end = pairs[i + 1]?.[1] ?? content.length - first
    if (offset > end || first + end > content.length) return null
    objects.push(`${number} 0 obj ${characters.slice(first + offset, first + end)}`)
  }
  return objects
}

/** Keeps an object, as long as there is room for it. */
function keep(unpacking: Unpacking, object: string): void {
  if (unpacking.objects.length < mostObjects) unpacking.objects.push(object)
  else unpacking.beyond = true
}

function takeStream(dictionary: string, packed: Uint8Array, unpacking: Unpacking): void {
  const isObjects = /\/Type\s*\/ObjStm\b/u.test(dictionary)
  if (!isObjects && !/\/Type\s*\/Metadata\b/u.test(dictionary)) return
  const content = unpacked(dictionary, packed, unpacking)
  const objects = content !== null && isObjects ? openObjectStream(dictionary, content) : []
  if (content === null || objects === null) unpacking.damaged += 1
  else if (isObjects) for (const object of objects) keep(unpacking, object)
  else if (unpacking.metadata.length < mostMetadata) unpacking.metadata.push(content)
  else unpacking.beyond = true
}

/** Every object and trailer in these bytes, also of earlier revisions of the file, which a reader no longer shows. */
export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const characters = latin1(bytes)
  const unpacking: Unpacking = { left: mostUnpacked, damaged: 0, beyond: false, objects: [], metadata: [] }
  for (let at = 0; at < characters.length; ) {
    if (unpacking.objects.length >= mostObjects) {
      unpacking.beyond = true
      break
    }
    const next = characters.indexOf('endobj', at)
    const end = next < 0 ? characters.length : next
    const object = characters.slice(at, end)
    const stream = /stream\r?\n/u.exec(object)
    if (stream === null) keep(unpacking, object)
    else {
      const dictionary = object.slice(0, stream.index)
      const from = at + stream.index + stream[0].length
      const ends = object.lastIndexOf('endstream')
      const to = ends < 0 ? end : at + ends
      keep(unpacking, dictionary)
      takeStream(dictionary, bytes.subarray(from, Math.max(from, to)), unpacking)
    }
    at = end + 6
  }
  const { objects, metadata, damaged, beyond, left } = unpacking
  return { objects, metadata, whole: damaged === 0 && !beyond, unpacked: mostUnpacked - left }
}
