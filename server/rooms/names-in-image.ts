/** Names in pictures: EXIF, XMP, IPTC and the text chunks of PNG. */
import { inflateSync } from 'node:zlib'
import { namesInExif } from './exif.ts'
import type { NameInside } from './naming.ts'
import { namesInXmp } from './xmp.ts'

const largestChunk = 1024 * 1024
const mostChunks = 5_000
const mostTexts = 200

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const startsWith = (bytes: Uint8Array, characters: string): boolean =>
  latin1(bytes.subarray(0, characters.length)) === characters

/** IPTC-IIM 4.2: records 2:80 by-line and 2:122 writer, inside a Photoshop block. */
function namesInIptc(block: Uint8Array): readonly NameInside[] {
  const view = viewOf(block)
  const found: NameInside[] = []
  for (let at = 0; at + 5 <= block.length && found.length < 50; at += 1) {
    if (block[at] !== 0x1c || block[at + 1] !== 2 || (block[at + 2] !== 80 && block[at + 2] !== 122)) continue
    const length = view.getUint16(at + 3)
    if (at + 5 + length > block.length || length > 1024) continue
    found.push({ where: 'iptc.byline', name: utf8(block.subarray(at + 5, at + 5 + length)) })
  }
  return found
}

function namesInJpeg(bytes: Uint8Array): readonly NameInside[] {
  const view = viewOf(bytes)
  const found: NameInside[] = []
  for (let at = 2, left = mostChunks; at + 4 <= bytes.length && bytes[at] === 0xff && left > 0; left -= 1) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda || marker === 0xd9) break
    const segment = bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2))
    if (marker === 0xe1 && startsWith(segment, 'Exif\0\0')) found.push(...namesInExif(segment.subarray(6)))
    if (marker === 0xed && startsWith(segment, 'Photoshop 3.0\0')) found.push(...namesInIptc(segment))
    at += 2 + view.getUint16(at + 2)
  }
  return found
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: largestChunk })
  } catch {
    return null
  }
}

/** Keyword and text of a tEXt, zTXt or iTXt chunk (PNG specification, 11.3.3). */
function pngText(
  type: string,
  chunk: Uint8Array,
): { readonly keyword: string; readonly text: Uint8Array | null } {
  const end = chunk.indexOf(0)
  const keyword = latin1(chunk.subarray(0, Math.max(0, end)))
  if (type === 'tEXt') return { keyword, text: chunk.subarray(end + 1) }
  if (type === 'zTXt') return { keyword, text: inflated(chunk.subarray(end + 2)) }
  const language = chunk.indexOf(0, end + 3)
  const translated = chunk.indexOf(0, language + 1)
  const text = chunk.subarray(translated + 1)
  return { keyword, text: chunk[end + 1] === 1 ? inflated(text) : text }
}

function namesInPngText(type: string, chunk: Uint8Array): readonly NameInside[] {
  const { keyword, text } = pngText(type, chunk)
  const isXmp = keyword === 'XML:com.adobe.xmp'
  if (!isXmp && !/^(?:author|artist|creator|copyright)$/iu.test(keyword)) return []
  if (text === null) return [{ where: 'unreadable', name: keyword }]
  if (isXmp) return type === 'iTXt' && chunk[keyword.length + 1] !== 1 ? [] : namesInXmp(text)
  return [{ where: 'image.text', name: type === 'iTXt' ? utf8(text) : latin1(text) }]
}

function namesInPng(bytes: Uint8Array): readonly NameInside[] {
  const view = viewOf(bytes)
  const found: NameInside[] = []
  let texts = 0
  for (let at = 8, left = mostChunks; at + 12 <= bytes.length && left > 0; left -= 1) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    if (/^(?:tEX|zTX|iTX)t$/u.test(type) && texts < mostTexts) {
      texts += 1
      found.push(...namesInPngText(type, chunk))
    }
    if (type === 'eXIf') found.push(...namesInExif(chunk))
    if (type === 'IEND') break
    at += 12 + length
  }
  return found
}

function namesInWebp(bytes: Uint8Array): readonly NameInside[] {
  const view = viewOf(bytes)
  const found: NameInside[] = []
  for (let at = 12, left = mostChunks; at + 8 <= bytes.length && left > 0; left -= 1) {
    const length = view.getUint32(at + 4, true)
    if (startsWith(bytes.subarray(at), 'EXIF')) {
      const chunk = bytes.subarray(at + 8, at + 8 + length)
      found.push(...namesInExif(startsWith(chunk, 'Exif\0\0') ? chunk.subarray(6) : chunk))
    }
    at += 8 + length + (length % 2)
  }
  return found
}

/** The names in a PNG, JPEG, WebP or GIF picture; open XMP is found wherever in the file it lies. */
export function namesInImage(bytes: Uint8Array): readonly NameInside[] {
  const xmp = namesInXmp(bytes)
  if (startsWith(bytes, '\x89PNG')) return [...namesInPng(bytes), ...xmp]
  if (startsWith(bytes, '\xff\xd8')) return [...namesInJpeg(bytes), ...xmp]
  if (startsWith(bytes, 'RIFF')) return [...namesInWebp(bytes), ...xmp]
  return xmp
}
