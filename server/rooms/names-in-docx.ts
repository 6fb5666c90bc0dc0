/** Names in the properties of a Word document: who wrote, changed and commented it (ECMA-376). */
import { descendants, textOf, type XmlElement } from '#domain/text/xml.ts'
import { type Archive, type Entry, entryOf, openArchive, unpack } from '../files/archive.ts'
import { parseXml } from '../xml.ts'
import { namesInImage } from './names-in-image.ts'
import { looksLikePerson, type NameInside, type NamePlace } from './naming.ts'

const largestPart = 32 * 1024 * 1024
const largestInAll = 96 * 1024 * 1024
const mostDamaged = 20

/** Unpacks parts until the bound for one document is used up. */
interface Unpacking {
  readonly archive: Archive
  left: number
  damaged: number
}

function part(unpacking: Unpacking, entry: Entry): Uint8Array | null {
  if (unpacking.damaged > mostDamaged) return null
  const found = unpack(unpacking.archive, entry, Math.min(largestPart, unpacking.left))
  if (found === null) unpacking.damaged += 1
  unpacking.left -= found?.length ?? 0
  return found
}

const unreadable = (name: string): NameInside => ({ where: 'unreadable', name })

type Reader = (root: XmlElement) => readonly NameInside[]

const elementsAs =
  (places: Readonly<Record<string, NamePlace>>): Reader =>
  (root) =>
    Object.entries(places).flatMap(([element, where]) =>
      descendants(root, element).map((node) => ({ where, name: textOf(node) })),
    )

/** Custom properties: those called after a person's part in the text, and those whose value looks like a person. */
const custom: Reader = (root) =>
  descendants(root, 'property').flatMap((property) => {
    const value = textOf(property).trim()
    const called =
      /author|owner|creat|editor|manager|contact|review|approv|user|person|автор|владел|редактор/iu
    const isName = called.test(property.attributes.name ?? '') || looksLikePerson(value)
    return isName ? [{ where: 'docx.custom', name: value }] : []
  })

const properties: Readonly<Record<string, Reader>> = {
  'docProps/core.xml': elementsAs({
    creator: 'docx.creator',
    lastModifiedBy: 'docx.lastModifiedBy',
    contributor: 'docx.contributor',
  }),
  'docProps/app.xml': elementsAs({ Company: 'docx.company', Manager: 'docx.manager' }),
  'docProps/custom.xml': custom,
}

function namesInProperties(unpacking: Unpacking): readonly NameInside[] {
  return Object.entries(properties).flatMap(([name, read]): readonly NameInside[] => {
    const entry = entryOf(unpacking.archive, name)
    if (entry === undefined) return []
    const bytes = part(unpacking, entry)
    const parsed = bytes === null ? null : parseXml(bytes)
    return parsed?.ok ? read(parsed.value) : [unreadable(name)]
  })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

function charactersOf(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}

/** Every `w:author` and `w15:author`; the text itself is too large for a tree, and holds no tags inside its words. */
function authorsIn(bytes: Uint8Array, where: NamePlace): readonly NameInside[] {
  const names = new Set<string>()
  for (const found of charactersOf(bytes).matchAll(
    /<[^<>]*?\s(?:\w+:)?author\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu,
  )) {
    names.add(decoded(found[1] ?? found[2] ?? ''))
    if (names.size >= 200) break
  }
  return [...names].map((name) => ({ where, name }))
}

function placeOf(name: string): NamePlace {
  if (/comments/iu.test(name)) return 'docx.comment'
  return /people/iu.test(name) ? 'docx.person' : 'docx.change'
}

/** The names in a Word document: its properties, its tracked changes and comments, and the pictures in it. */
export function namesInDocx(bytes: Uint8Array): readonly NameInside[] {
  const archive = openArchive(bytes)
  if (archive === null) return [unreadable('DOCX')]
  const unpacking: Unpacking = { archive, left: largestInAll, damaged: 0 }
  const inParts = archive.entries.flatMap((entry): readonly NameInside[] => {
    const isText = /^word\/.*\.xml$/iu.test(entry.name)
    const isPicture = /^word\/media\/.*\.(?:png|jpe?g|gif|webp)$/iu.test(entry.name)
    if (!isText && !isPicture) return []
    const content = part(unpacking, entry)
    if (content === null) return [unreadable(entry.name)]
    return isText ? authorsIn(content, placeOf(entry.name)) : namesInImage(content)
  })
  return [...namesInProperties(unpacking), ...inParts]
}
