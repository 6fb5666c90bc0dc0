/** Canonical JSON (RFC 8785): one value, one sequence of characters, so that everyone computes the same hash. */

/** Every value JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/**
 * The canonical form of a value. Members are sorted by UTF-16 code units and undefined members left out;
 * numbers and strings are written as ECMAScript writes them (RFC 8785, 3.2.2).
 * Throws on what has no canonical form: a number that is not finite, a string with a lone surrogate.
 */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Readonly<Record<string, Json | undefined>>)
      .filter((member): member is [string, Json] => member[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([name, inner]) => `${quoted(name)}:${canonical(inner)}`).join(',')}}`
  }
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('no canonical form: not finite')
  return JSON.stringify(value)
}

const quoted = (text: string): string => {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text))
    throw new RangeError('no canonical form: lone surrogate')
  return JSON.stringify(text)
}
