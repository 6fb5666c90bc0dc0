/** Numbers of clauses: computed from the tree, printed as each language does. */
import type { Language } from '#domain/parties/localised.ts'
import type { Clause } from './clause.ts'
import { inReadingOrder, type Text } from './text.ts'

const latin = 'abcdefghijklmnopqrstuvwxyz'
// The letters of an enumeration in Russian leave out ё, з, й, о, ч, ъ, ы, ь (GOST R 2.105).
const russian = 'абвгдежиклмнпрстуфхцшщэюя'

const letters = (alphabet: string, n: number): string =>
  n < alphabet.length
    ? alphabet.charAt(n)
    : letters(alphabet, Math.floor(n / alphabet.length) - 1) + alphabet.charAt(n % alphabet.length)

/** A number in Roman numerals, from 1 to 3999. */
export const roman = (n: number): string => {
  const steps = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let rest = n
  let said = ''
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) said += sign
  return said
}

const isRussian = (language: Language): boolean => /^(?:ru|be|bg|kk|ky|mk|sr|uk)\b/.test(language)

/** Kinds whose clauses are counted, each kind apart. */
const counted: ReadonlySet<Clause['kind']> = new Set([
  'article',
  'operative',
  'paragraph',
  'sub-paragraph',
  'annex',
])

const printed = (kind: Clause['kind'], n: number, depth: number, of: number, language: Language): string => {
  const ru = isRussian(language)
  if (kind === 'article') return `${ru ? 'Статья' : 'Article'} ${n}`
  if (kind === 'annex') return `${ru ? 'Приложение' : 'Annex'}${of > 1 ? ` ${roman(n)}` : ''}`
  if (kind !== 'sub-paragraph') return `${n}.`
  if (depth >= 2) return ru ? `${roman(n).toLowerCase()})` : `(${roman(n).toLowerCase()})`
  return ru ? `${letters(russian, n - 1)})` : `(${letters(latin, n - 1)})`
}

/**
 * The numbers of the clauses of a text in one language, by clause id; a clause without a number is not there.
 * Siblings of a kind are counted from one; a number that was given (`4 bis`) is printed as given and not counted.
 */
export const numbersOf = (text: Pick<Text, 'clauses'>, language: Language): ReadonlyMap<string, string> => {
  const ordered = inReadingOrder(text)
  const groups = new Map<string, number>()
  const subDepth = new Map<string, number>()
  const totals = new Map<string, number>()
  const groupOf = (clause: Clause): string => `${clause.parent ?? ''}/${clause.kind}`
  for (const { clause } of ordered) totals.set(groupOf(clause), (totals.get(groupOf(clause)) ?? 0) + 1)
  const numbers = new Map<string, string>()
  for (const { clause } of ordered) {
    const above = clause.parent === null ? 0 : (subDepth.get(clause.parent) ?? 0)
    subDepth.set(clause.id, clause.kind === 'sub-paragraph' ? above + 1 : 0)
    if (clause.number !== undefined) numbers.set(clause.id, clause.number)
    else if (counted.has(clause.kind)) {
      const group = groupOf(clause)
      const n = (groups.get(group) ?? 0) + 1
      groups.set(group, n)
      numbers.set(clause.id, printed(clause.kind, n, above + 1, totals.get(group) ?? 1, language))
    }
  }
  return numbers
}
