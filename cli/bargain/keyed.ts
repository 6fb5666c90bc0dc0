/** Reads the characters of a JSON or YAML file into the domain's tree of keys and values, with places. */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
} from 'yaml'
import { broken, type Place, reading, twice } from '#domain/bargaining/formats/misread.ts'
import type { Placed } from '#domain/bargaining/formats/placed.ts'
import type { Outcome } from '#domain/outcome.ts'

/** An alias is read as often as it is used; what unfolds to more than this is no case but a bomb. */
const mostUnfolded = 100_000
const deepest = 60
/** A tree with places takes a hundred times the room of its file. */
const longest = 8 * 1024 * 1024

interface Reader {
  readonly at: (offset: number) => Place
  readonly anchors: ReadonlyMap<string, unknown>
  /** How many values may still come out of aliases. */
  left: number
}

interface Spot {
  readonly above: Place
  readonly depth: number
  readonly unfolded: boolean
}

/** What a token of the parser holds: one step down, without recursion. */
function* inside(token: CST.Token): Generator<CST.Token> {
  if ('items' in token)
    for (const item of token.items) {
      if (item.key) yield item.key
      if (item.value) yield item.value
    }
  else if (token.type === 'document' && token.value) yield token.value
}

/** Whether tokens are nested deeper than a case is; composing them recurses and must never see such a file. */
const isTooDeep = (tokens: readonly CST.Token[]): boolean => {
  let level = tokens
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((token) => [...inside(token)])
  }
  return false
}

const composed = (
  characters: string,
  counter: LineCounter,
  at: (offset: number) => Place,
): Document | undefined => {
  const tokens = [...new Parser(counter.addNewLine).parse(characters)]
  if (isTooDeep(tokens)) throw broken(at(0), 'nested too deeply')
  const options = { lineCounter: counter, schema: 'core', logLevel: 'silent', uniqueKeys: false } as const
  const [document, other] = [...new Composer(options).compose(tokens)]
  const [error] = document?.errors ?? []
  if (error) throw broken(at(error.pos[0]), error.message.split(/ at line |\n/)[0] ?? 'not well-formed')
  if (other) throw broken(at(other.range[0]), 'a second document')
  return document
}

const anchorsOf = (document: Document, at: (offset: number) => Place): ReadonlyMap<string, unknown> => {
  const anchors = new Map<string, unknown>()
  visit(document, (_, node) => {
    if (!isNode(node) || isAlias(node) || !node.anchor) return
    if (anchors.has(node.anchor)) throw broken(at(node.range?.[0] ?? 0), `&${node.anchor}`)
    anchors.set(node.anchor, node)
  })
  return anchors
}

const keyOf = (key: unknown, above: Place): string => {
  if (isScalar(key)) return key.type === 'PLAIN' ? (key.source ?? String(key.value)) : String(key.value)
  throw broken(above, 'a key that is no word')
}

const treeOf = (node: unknown, reader: Reader, { above, depth, unfolded }: Spot): Placed => {
  const at = isNode(node) && node.range ? reader.at(node.range[0]) : above
  if (unfolded) reader.left -= 1
  if (reader.left < 0) throw broken(at, 'too many values')
  if (depth > deepest) throw broken(at, 'nested too deeply')
  const spot = { above: at, depth: depth + 1, unfolded }
  if (isAlias(node)) {
    const found = reader.anchors.get(node.source)
    if (!found) throw broken(at, `*${node.source}`)
    return treeOf(found, reader, { ...spot, unfolded: true })
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((each) => treeOf(each, reader, spot)), at }
  if (isMap(node)) {
    const entries = node.items.map((pair) => [keyOf(pair.key, at), treeOf(pair.value, reader, spot)] as const)
    const keys = new Set<string>()
    for (const [i, [key]] of entries.entries()) {
      const { key: said } = node.items[i] ?? {}
      if (keys.has(key)) throw twice(isNode(said) && said.range ? reader.at(said.range[0]) : at, key)
      keys.add(key)
    }
    return { kind: 'keyed', entries, at }
  }
  if (!isScalar(node)) return { kind: 'leaf', text: 'null', quoted: false, at }
  const quoted = node.type !== 'PLAIN'
  return { kind: 'leaf', text: quoted ? String(node.value) : (node.source ?? String(node.value)), quoted, at }
}

/**
 * JSON is read as the YAML it is. No tag is given a meaning, numbers stay as they are written, a repeated key is an error.
 * Refusal: `bargaining.file-broken`, with the place.
 */
export const readKeyed = (file: string, characters: string): Outcome<Placed> =>
  reading(() => {
    const counter = new LineCounter()
    const above = { file, line: 1, column: 1 }
    if (characters.length > longest) throw broken(above, 'larger than 8 MB')
    const at = (offset: number): Place => {
      const { line, col } = counter.linePos(offset)
      return { file, line: Math.max(1, line), column: Math.max(1, col) }
    }
    const document = composed(characters.replace(/^\uFEFF/, ''), counter, at)
    if (!document) return { kind: 'leaf', text: 'null', quoted: false, at: above }
    const reader = { at, anchors: anchorsOf(document, at), left: mostUnfolded }
    return treeOf(document.contents, reader, { above, depth: 1, unfolded: false })
  })
