/** Says what a file is by looking into it; its name is only repeated, never believed. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { type FileType, fileTypes } from '#domain/rooms/paper.ts'
import { parseXml } from '../xml.ts'
import { type Archive, entryOf, openArchive, unpack } from './archive.ts'
import { signedType } from './signatures.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const akomaNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const largestPart = 64 * 1024 * 1024

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

/** What else the file is, for a reader that looks elsewhere than we do; null when it is one thing only. */
function secondNature(type: FileType, bytes: Uint8Array): string | null {
  // Readers of PDF accept its header anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1).
  if (type !== 'application/pdf' && latin1(bytes, 0, 1024 + 5).includes('%PDF-')) return 'application/pdf'
  if (type !== docx && openArchive(bytes) !== null) return 'application/zip'
  return null
}

const ooxmlKinds: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['META-INF/MANIFEST.MF', 'application/java-archive'],
]

const runsCode = (name: string): boolean =>
  /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|(?:^|\/)activeX\//iu.test(name)

/** The kind of a zip archive: a text document of Word, or what else it is. */
function archiveKind(archive: Archive | null): string {
  if (archive === null || archive.before > 0) return 'application/zip'
  const names = archive.entries.map((entry) => entry.name.toLowerCase())
  if (new Set(names).size < names.length) return 'application/zip'
  const other = ooxmlKinds.find(([name]) => entryOf(archive, name) !== undefined)
  if (other !== undefined) return other[1]
  const types = entryOf(archive, '[Content_Types].xml')
  if (types === undefined || entryOf(archive, 'word/document.xml') === undefined) return 'application/zip'
  const listed = unpack(archive, types, 1024 * 1024)
  if (listed === null || !parseXml(listed).ok) return 'application/zip'
  const declared = new TextDecoder().decode(listed)
  const withCode =
    archive.entries.some((entry) => runsCode(entry.name)) || /macroEnabled|vbaProject/iu.test(declared)
  if (withCode) return 'application/vnd.ms-word.document.macroEnabled.12'
  return isReadable(archive) && declared.includes('wordprocessingml.document.main+xml')
    ? docx
    : 'application/zip'
}

/** True when the document part unpacks within its bound and no part claims more. */
function isReadable(archive: Archive): boolean {
  const main = entryOf(archive, 'word/document.xml')
  const claimed = archive.entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return main !== undefined && claimed <= 8 * largestPart && unpack(archive, main, largestPart) !== null
}

const looksMarkedUp = (head: string): boolean =>
  /^\s*</u.test(head.replace(/\0/gu, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, ''))

/** The kind of a file that begins with a tag: Akoma Ntoso, or what else it is. */
function markupKind(bytes: Uint8Array, head: string): string {
  const plain = head.replace(/\0/gu, '')
  if (/<svg[\s>:]/iu.test(plain)) return 'image/svg+xml'
  if (/<(?:!doctype\s+html|html|head|body|script)[\s>]/iu.test(plain)) return 'text/html'
  const parsed = parseXml(bytes)
  if (!parsed.ok) return 'application/xml, malformed'
  const { name, namespace } = parsed.value
  if (name === 'akomaNtoso' && namespace?.startsWith(akomaNamespace)) return 'application/xml'
  if (namespace === 'http://www.w3.org/2000/svg') return 'image/svg+xml'
  if (namespace === 'http://www.w3.org/1999/xhtml') return 'application/xhtml+xml'
  return `application/xml, ${name.slice(0, 40)}`
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true })
      .decode(bytes.subarray(0, 65_536), { stream: true })
      .includes('\0')
  } catch {
    return false
  }
}

function kindOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing'
  const head = latin1(bytes, 0, 1024)
  const signed = signedType(head)
  if (signed === 'application/zip') return archiveKind(openArchive(bytes))
  if (signed !== null) return signed
  if (looksMarkedUp(head)) return markupKind(bytes, head)
  return isPlainText(bytes) ? 'text/plain' : 'unknown'
}

const isTaken = (kind: string): kind is FileType => fileTypes.some((type) => type === kind)

/**
 * The type of a file a room takes, found in its content: PDF, Word without macros, Akoma Ntoso, or a picture.
 * Refuses with `paper.type` {found} anything else, also a file that is two things at once; `found` is the media
 * type it seems to be, and the declared name is repeated as {name} when there is one. Never throws.
 */
export function sniffType(bytes: Uint8Array, declaredName?: string): Outcome<FileType> {
  const kind = kindOf(bytes)
  const name = declaredName === undefined ? {} : { name: declaredName.slice(0, 200) }
  if (!isTaken(kind)) return refuse('paper.type', { found: kind, ...name })
  const second = secondNature(kind, bytes)
  return second === null ? done(kind) : refuse('paper.type', { found: `${kind}, ${second}`, ...name })
}
