/** A file of keys and values (JSON, YAML) whose every part knows where it stands, whoever has parsed it. */
import type { Figure } from '../worth.ts'
import { Misread, missing, type Place, unsupported } from './misread.ts'
import { figureAt } from './names.ts'

/** Characters as written; `quoted` where they are words and no number or `true`. */
export interface Leaf {
  readonly kind: 'leaf'
  readonly text: string
  readonly quoted: boolean
  readonly at: Place
}

/** Values in their order. */
export interface List {
  readonly kind: 'list'
  readonly items: readonly Placed[]
  readonly at: Place
}

/** Values by key, in the order of the file; no key stands twice. */
export interface Keyed {
  readonly kind: 'keyed'
  readonly entries: readonly (readonly [key: string, value: Placed])[]
  readonly at: Place
}

export type Placed = Leaf | List | Keyed

/** The value under a key, or undefined where there is none or it is `null`. */
export const fieldOf = (node: Placed, key: string): Placed | undefined => {
  if (node.kind !== 'keyed') return undefined
  const found = node.entries.find(([name]) => name === key)?.[1]
  return found?.kind === 'leaf' && !found.quoted && /^(?:null|~|)$/i.test(found.text) ? undefined : found
}

/** The value under a key that must be there. */
export const needField = (node: Placed, key: string): Placed => {
  const found = fieldOf(node, key)
  if (!found) throw missing(node.at, `"${key}"`)
  return found
}

/** The entries of a value that must be keyed. */
export const entriesOf = (node: Placed): Keyed['entries'] => {
  if (node.kind !== 'keyed') throw missing(node.at, '{...}')
  return node.entries
}

/** The items of a value that must be a list. */
export const itemsOf = (node: Placed): List['items'] => {
  if (node.kind !== 'list') throw missing(node.at, '[...]')
  return node.items
}

/** The characters of a value that must be a word or a number. */
export const wordOf = (node: Placed): string => {
  if (node.kind !== 'leaf') throw missing(node.at, '"..."')
  return node.text
}

/** The figure of a value that must be a number, kept as written. */
export const figureOf = (node: Placed): Figure => figureAt(wordOf(node), node.at)

/** A whole number that JavaScript can hold. */
export const wholeOf = (node: Placed): number => {
  const said = wordOf(node)
  const number = Number(said)
  if (said.trim() === '' || !Number.isSafeInteger(number))
    throw new Misread('bargaining.file-figure', node.at, { figure: said.slice(0, 60) })
  return number
}

/** The one entry of a value that says its kind by its only key. */
export const onlyEntry = (node: Placed): readonly [string, Placed] => {
  const [entry, ...others] = entriesOf(node)
  if (!entry) throw missing(node.at, '{...}')
  const [other] = others
  if (other) throw unsupported(other[1].at, `"${other[0]}"`)
  return entry
}

/**
 * The same as plain values, for a schema. A number whose shortest decimal is not what was written stays as written, a
 * string: nothing is rounded on the way.
 */
export const plainOf = (node: Placed): unknown => {
  if (node.kind === 'list') return node.items.map(plainOf)
  if (node.kind === 'keyed') return Object.fromEntries(entriesOf(node).map(([k, v]) => [k, plainOf(v)]))
  if (node.quoted) return node.text
  if (/^(?:true|false)$/.test(node.text)) return node.text === 'true'
  if (/^(?:null|~|)$/.test(node.text)) return null
  return String(Number(node.text)) === node.text ? Number(node.text) : node.text
}

/** Where the value stands that a path of keys leads to, or the last one on the way that is there. */
export const placeOf = (node: Placed, path: readonly PropertyKey[]): Place => {
  let found = node
  for (const key of path) {
    const next = found.kind === 'list' ? found.items[Number(key)] : fieldOf(found, String(key))
    if (!next) break
    found = next
  }
  return found.at
}
