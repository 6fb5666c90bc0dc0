/** Where in a JSON text each value stands, so that whoever reads a file can say in which line it is wrong. */
import type { Json } from './canonical.ts'

/** A JSON text, read. */
export interface ReadJson {
  readonly value: Json
  /** The line, from 1, in which the value at this place begins, or that of the object it should stand in. */
  readonly lineOf: (place: string) => number
}

/** The line, from 1, in which a text stops being JSON. */
export interface BrokenJson {
  readonly broken: number
}

/** A place within a place, as JSON Pointer (RFC 6901) writes it: `/logs/2/origin`. The whole is the empty text. */
export const within = (place: string, name: string): string =>
  `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** What lies in a folder of ours is never deeper. */
const usualDepth = 64

/** Reads a text that should be JSON (RFC 8259), at most so deep and without a member twice. */
export const readJson = (text: string, deepest = usualDepth): ReadJson | BrokenJson => {
  const scan: Scan = { text, deepest, at: 0, starts: new Map() }
  const isWhole = value(scan, '', 0)
  take(scan, space)
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length
  if (!isWhole || scan.at < text.length)
    return { broken: lineAt(Math.max(0, Math.min(scan.at, text.length - 1))) }
  const startOf = (place: string): number =>
    scan.starts.get(place) ?? scan.starts.get(place.slice(0, place.lastIndexOf('/'))) ?? 0
  return { value: JSON.parse(text) as Json, lineOf: (place) => lineAt(startOf(place)) }
}

/** A text, how far it is JSON, and where each of its values begins. */
interface Scan {
  readonly text: string
  readonly deepest: number
  at: number
  readonly starts: Map<string, number>
}

const space = /[ \t\n\r]*/y
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y

const take = (scan: Scan, pattern: RegExp): string | undefined => {
  pattern.lastIndex = scan.at
  const found = pattern.exec(scan.text)?.[0]
  scan.at += found?.length ?? 0
  return found
}

const sign = (scan: Scan, wanted: string): boolean => {
  take(scan, space)
  if (scan.text[scan.at] !== wanted) return false
  scan.at += 1
  return true
}

const value = (scan: Scan, place: string, depth: number): boolean => {
  take(scan, space)
  scan.starts.set(place, scan.at)
  if (depth > scan.deepest) return false
  if (sign(scan, '{')) return items(scan, '}', () => member(scan, place, depth))
  if (sign(scan, '[')) return items(scan, ']', (i) => value(scan, within(place, `${i}`), depth + 1))
  return take(scan, string) !== undefined || take(scan, scalar) !== undefined
}

const items = (scan: Scan, close: string, item: (i: number) => boolean): boolean => {
  if (sign(scan, close)) return true
  for (let i = 0; item(i); i += 1) {
    if (sign(scan, close)) return true
    if (!sign(scan, ',')) return false
  }
  return false
}

const member = (scan: Scan, place: string, depth: number): boolean => {
  take(scan, space)
  const name = take(scan, string)
  if (name === undefined) return false
  const inner = within(place, JSON.parse(name) as string)
  return !scan.starts.has(inner) && sign(scan, ':') && value(scan, inner, depth + 1)
}
