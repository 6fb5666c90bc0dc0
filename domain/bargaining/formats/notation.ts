/** Writes keys and values as JSON or YAML with every figure as it was given, not as the nearest double. */
import type { Figure } from '../worth.ts'

/** A figure written as it stands. */
export interface Bare {
  readonly bare: string
}

/** Values by key in this order; plain objects would put keys that are whole numbers first. */
export interface Ordered {
  readonly ordered: readonly (readonly [key: string, value: Writable])[]
}

/** What can be written. */
export type Writable =
  | string
  | boolean
  | null
  | Bare
  | Ordered
  | readonly Writable[]
  | { readonly [key: string]: Writable }

/**
 * A figure, unquoted, in the one form that JSON, YAML 1.2 and the YAML 1.1 of Python all take for a number:
 * `.5` is written `0.5`, `1e3` is written `1.0e+3`.
 */
export const bare = (figure: Figure): Bare => {
  const [mantissa = '', power] = String(figure).trim().toLowerCase().split('e')
  const plain = mantissa
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^-?(?=\.)/, '$&0')
    .replace(/\.$/, '')
  if (power === undefined) return { bare: plain }
  return { bare: `${plain}${plain.includes('.') ? '' : '.0'}e${/^[+-]/.test(power) ? '' : '+'}${power}` }
}

const isBare = (value: Writable): value is Bare =>
  typeof value === 'object' &&
  value !== null &&
  'bare' in value &&
  typeof value.bare === 'string' &&
  Object.keys(value).length === 1
const entriesOf = (value: Ordered | { readonly [key: string]: Writable }): Ordered['ordered'] =>
  'ordered' in value && Array.isArray(value.ordered) && Object.keys(value).length === 1
    ? (value as Ordered).ordered
    : Object.entries(value as { readonly [key: string]: Writable })

/** Keeps the order of keys. */
export const ordered = (entries: Ordered['ordered']): Ordered => ({ ordered: entries })

const isList = (value: Writable): value is readonly Writable[] => Array.isArray(value)

const leaf = (value: string | boolean | null | Bare): string =>
  typeof value === 'object' && value !== null ? value.bare : JSON.stringify(value)

const inside = (
  lines: readonly string[],
  indent: string,
  [open, close]: readonly [string, string],
): string =>
  lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`

const json = (value: Writable, indent: string): string => {
  if (typeof value !== 'object' || value === null || isBare(value)) return leaf(value)
  const deeper = `${indent}  `
  if (isList(value))
    return inside(
      value.map((each) => json(each, deeper)),
      indent,
      ['[', ']'],
    )
  const lines = entriesOf(value).map(([key, each]) => `${JSON.stringify(key)}: ${json(each, deeper)}`)
  return inside(lines, indent, ['{', '}'])
}

/** JSON, two spaces deep, ending with a line break. */
export const writeJson = (value: Writable): string => `${json(value, '')}\n`

const yaml = (value: Writable, indent: string): string => {
  if (typeof value !== 'object' || value === null || isBare(value)) return ` ${leaf(value)}\n`
  const deeper = `${indent}  `
  if (isList(value))
    return value.length === 0
      ? ' []\n'
      : `\n${value.map((each) => `${indent}-${yaml(each, deeper)}`).join('')}`
  const lines = entriesOf(value)
  if (lines.length === 0) return ' {}\n'
  return `\n${lines.map(([key, each]) => `${indent}${JSON.stringify(key)}:${yaml(each, deeper)}`).join('')}`
}

/** YAML 1.2 in block style; keys and words are quoted as in JSON. */
export const writeYaml = (value: Writable): string => yaml(value, '').replace(/^\s/, '')
