/** Names in the properties of a PDF: its information dictionary, its XMP, and who annotated it (ISO 32000-1). */
import { looksLikePerson, type NameInside, type NamePlace } from './naming.ts'
import { pdfObjects } from './pdf-objects.ts'
import { namesInXmp } from './xmp.ts'

const longestString = 4096
const mostStrings = 20_000
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a literal string that begins after its bracket (7.3.4.2). */
function literal(characters: string, start: number): string {
  let [result, open] = ['', 1]
  const end = Math.min(characters.length, start + longestString)
  for (let at = start; at < end; at += 1) {
    const one = characters.charAt(at)
    if (one === '(') open += 1
    if (one === ')') open -= 1
    if (open === 0) return result
    if (one !== '\\') {
      result += one
      continue
    }
    const octal = /^[0-7]{1,3}/u.exec(characters.slice(at + 1, at + 4))?.[0]
    const next = characters.charAt(at + 1)
    result +=
      octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8) % 256)
    at += octal?.length ?? 1
  }
  return result
}

/** A text string: UTF-16 or UTF-8 with a mark in front, else close enough to Latin-1 for a name (7.9.2.2). */
function decoded(characters: string): string {
  const bytes = Buffer.from(characters, 'latin1')
  if (characters.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes)
  if (characters.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes)
  return characters.startsWith('\xef\xbb\xbf') ? new TextDecoder().decode(bytes) : characters
}

/** The string that stands at this place in an object, or null when another kind of value does. */
function stringAt(object: string, at: number): string | null {
  if (object.charAt(at) === '(') return decoded(literal(object, at + 1))
  const hex = /^<([\da-fA-F\s]+)>/u.exec(object.slice(at, at + longestString))?.[1]?.replace(/\s/gu, '')
  return hex === undefined ? null : decoded(Buffer.from(hex, 'hex').toString('latin1'))
}

/** Every key of an object with the string it has, directly or in an object of its own. */
function* strings(object: string, others: ReadonlyMap<string, string>): Generator<readonly [string, string]> {
  for (const found of object.matchAll(/\/(\w{1,60})\s*(?:(\d{1,9}) \d{1,5} R|(?=[(<]))/gu)) {
    const other = found[2] === undefined ? undefined : others.get(found[2])
    const value =
      found[2] === undefined ? stringAt(object, found.index + found[0].length) : other && stringAt(other, 0)
    if (found[1] !== undefined && value) yield [found[1], value]
  }
}

// The fields that every program fills in, and that name no person (table 317).
const impersonal = new Set(['Title', 'Subject', 'Keywords', 'Producer', 'CreationDate', 'ModDate', 'Trapped'])

function infoPlace(field: string, value: string): NamePlace | null {
  if (field === 'Author') return 'pdf.author'
  if (field === 'Creator') return looksLikePerson(value) ? 'pdf.creator' : null
  if (impersonal.has(field)) return null
  const called = /author|company|manager|owner|editor|user|modifiedby|contact/iu
  return called.test(field) || looksLikePerson(value) ? 'pdf.info' : null
}

const isInfo = (object: string): boolean => /\/(?:Author|Producer|CreationDate|Creator)\b/u.test(object)

// Markup annotations, whose /T is by convention their author (12.5.6.2).
const isMarkup = (object: string): boolean =>
  /\/Subtype\s*\/(?:Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|FileAttachment|Redact)\b/u.test(
    object,
  )

/** How many strings may still be read from one file. */
interface Budget {
  left: number
}

function namesInObject(
  object: string,
  others: ReadonlyMap<string, string>,
  budget: Budget,
): readonly NameInside[] {
  const [info, markup] = [isInfo(object), isMarkup(object)]
  if (!info && !markup) return []
  const found: NameInside[] = []
  for (const [field, name] of strings(object, others)) {
    budget.left -= 1
    if (budget.left < 0) break
    const where = markup ? (field === 'T' ? 'pdf.annotation' : null) : infoPlace(field, name)
    if (where !== null) found.push({ where, name })
  }
  return found
}

/** Objects that are a string and nothing else, by their number. */
function loneStrings(objects: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const object of objects) {
    const lone = /(?:^|\s)(\d{1,9}) \d{1,5} obj\s*(?=[(]|<[^<])/u.exec(object.slice(0, 200))
    if (lone?.[1] !== undefined) found.set(lone[1], object.slice(lone.index + lone[0].length))
  }
  return found
}

/**
 * The names in a PDF, also those of earlier revisions that are still in the file.
 * One that is encrypted, has no objects, or is packed beyond what can be looked into is reported unreadable.
 */
export function namesInPdf(bytes: Uint8Array): readonly NameInside[] {
  const { objects, metadata, whole } = pdfObjects(bytes)
  const isLocked = objects.some((object) => /\/Encrypt\s*(?:\d+ \d+ R|<<)/u.test(object))
  const hasPages = objects.some((object) => /\/Type\s*\/Catalog\b/u.test(object))
  const others = loneStrings(objects)
  const budget: Budget = { left: mostStrings }
  const found = isLocked ? [] : objects.flatMap((object) => namesInObject(object, others, budget))
  const unreadable: readonly NameInside[] =
    isLocked || !hasPages || !whole || budget.left < 0 ? [{ where: 'unreadable', name: 'PDF' }] : []
  return [...found, ...namesInXmp(bytes), ...metadata.flatMap(namesInXmp), ...unreadable]
}
