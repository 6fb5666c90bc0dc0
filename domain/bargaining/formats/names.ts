/** Ids and names of what a foreign file calls by words only. */
import type { Localised } from '#domain/parties/localised.ts'
import { readExact } from '../exact.ts'
import type { Figure } from '../worth.ts'
import { Misread, type Place } from './misread.ts'

/** The language of words whose language nobody said (ISO 639-2 `und`). */
const undetermined = 'und'

/** What no name that people read may hold: control characters, marks that reorder text, broken characters. */
const hidden = /(?![\t\n])[\p{Cc}\p{Surrogate}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

const shown = (words: string): string =>
  words.replace(hidden, '').normalize('NFC').trim().slice(0, 400).trim() || '?'

/** A name in a language nobody said: the words of the file as a person can read them. */
export const called = (words: string): Localised => ({ [undetermined]: shown(words) })

/** Whether a name holds no more than a foreign file can: the words that are the id. */
export const isPlain = (id: string, name: Localised): boolean =>
  Object.keys(name).length === 1 && name[undetermined] === shown(id)

/** Ids of names that may repeat: the second `Price` becomes `Price (2)`, the third `Price (3)`; nothing becomes `?`. */
export const uniqueIds = (names: readonly string[]): readonly string[] => {
  const [taken, given, counts] = [new Set<string>(), new Set(names), new Map<string, number>()]
  return names.map((name) => {
    const base = name.trim() === '' ? '?' : name
    let id = base
    while (taken.has(id) || (id !== name && given.has(id))) {
      const count = (counts.get(base) ?? 1) + 1
      counts.set(base, count)
      id = `${base} (${count})`
    }
    taken.add(id)
    return id
  })
}

/** A figure as it is written in a file; a misreading where it is not a number. */
export const figureAt = (said: string, at: Place): Figure => {
  const words = said.trim()
  if (readExact(words) === undefined)
    throw new Misread('bargaining.file-figure', at, { figure: words.slice(0, 60) })
  return words
}

/** The name of a file without its folder and its ending. */
export const stemOf = (file: string): string => {
  const name = file.replace(/^.*[/\\]/, '')
  return name.replace(/\.(?:[a-z0-9]{1,5})$/i, '') || name
}

/** File names in the order a person counts: `util2` before `util10`. */
export const inFileOrder = (a: string, b: string): number => {
  const parts = (name: string) => name.match(/\d+|\D+/g) ?? []
  const [left, right] = [parts(a), parts(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]]
    if (x === y) continue
    const numbers = /^\d/.test(x) && /^\d/.test(y) && Number(x) !== Number(y)
    if (numbers) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return left.length - right.length
}
