/** Reads the characters of a JSON or YAML file into the domain's tree of keys and values, with places. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { Misread, type Place, reading } from '#domain/bargaining/formats/misread.ts'
import type { Placed } from '#domain/bargaining/formats/placed.ts'
import type { Outcome } from '#domain/outcome.ts'

// An alias is read as often as it is used; what unfolds to more than this is no case but a bomb.
const mostValues = 2_000_000
const deepest = 60

interface Reader {
  readonly document: Document
  readonly at: (offset: number) => Place
  left: number
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined
}

const broken = (at: Place, reason: string): Misread => new Misread('bargaining.file-broken', at, { reason })

const keyOf = (key: unknown, above: Place): string => {
  if (isScalar(key)) return key.type === 'PLAIN' ? (key.source ?? String(key.value)) : String(key.value)
  throw broken(above, 'a key that is no word')
}

const resolved = (alias: Alias, reader: Reader, at: Place): unknown => {
  const found = alias.resolve(reader.document)
  if (!found) throw broken(at, `*${alias.source}`)
  return found
}

const treeOf = (node: unknown, reader: Reader, above: Place, depth: number): Placed => {
  const { range } = (node ?? {}) as Ranged
  const at = range ? reader.at(range[0]) : above
  reader.left -= 1
  if (reader.left < 0) throw broken(at, 'too many values')
  if (depth > deepest) throw broken(at, 'nested too deeply')
  if (isAlias(node)) return treeOf(resolved(node, reader, at), reader, at, depth + 1)
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((each) => treeOf(each, reader, at, depth + 1)), at }
  if (isMap(node)) {
    const entries = node.items.map(
      (pair) => [keyOf(pair.key, at), treeOf(pair.value, reader, at, depth + 1)] as const,
    )
    return { kind: 'keyed', entries, at }
  }
  if (!isScalar(node)) return { kind: 'leaf', text: 'null', quoted: false, at }
  const quoted = node.type !== 'PLAIN'
  return { kind: 'leaf', text: quoted ? String(node.value) : (node.source ?? String(node.value)), quoted, at }
}

const parsed = (characters: string, counter: LineCounter, start: Place): Document => {
  try {
    return parseDocument(characters, { lineCounter: counter, schema: 'core', logLevel: 'silent' })
  } catch {
    throw broken(start, 'nested too deeply')
  }
}

/**
 * JSON is read as the YAML it is. No tag is given a meaning, numbers stay as they are written, a repeated key is an error.
 * Refusal: `bargaining.file-broken`, with the place.
 */
export const readKeyed = (file: string, characters: string): Outcome<Placed> =>
  reading(() => {
    const counter = new LineCounter()
    const start = { file, line: 1, column: 1 }
    const document = parsed(characters.replace(/^\uFEFF/, ''), counter, start)
    const at = (offset: number): Place => {
      const { line, col } = counter.linePos(offset)
      return { file, line: Math.max(1, line), column: Math.max(1, col) }
    }
    const [error] = document.errors
    if (error) throw broken(at(error.pos[0]), error.message.split(/ at line |\n/)[0] ?? 'not well-formed')
    return treeOf(document.contents, { document, at, left: mostValues }, start, 1)
  })
