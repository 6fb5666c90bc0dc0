/** The printed numbers of paragraphs: what counts as one, and when two languages print the same one. */

const bullet = /^[–—−•·▪-]$/u
const typed = /^\s*(\(?(?:\p{L}{1,2}|[ivxlc]{1,6}|\d{1,3}(?:\.\d{1,3})*)[.)]|[–—−•·▪-])\t\s*(?=\S)/u
const initials = /^(?:\p{Lu}\p{Ll}?\.[\s-]*){2,}$/u
const roman = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u
const latin = 'abcdefghijklmnopqrstuvwxyz'
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя'
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
}

/** A person's initials, which some files mark as a number (`A.W.` before a surname): words, not a number. */
export const isInitials = (mark: string): boolean => initials.test(mark) && !/^[IVX.\s]+$/.test(mark)

/** True for a dash or a dot in front of a line: it marks an item but does not number it. */
const isBullet = (mark: string): boolean => bullet.test(mark)

/**
 * The number that a typist put before the words and set off with a tab (`a)⇥informs …`), when the markup has none.
 * Only a tab counts: a sentence that merely begins with a letter or a year keeps it.
 */
export function typedNumber(characters: string): { readonly number: string; readonly rest: string } | null {
  const found = typed.exec(characters)
  return found?.[1] === undefined ? null : { number: found[1], rest: characters.slice(found[0].length) }
}

const bare = (mark: string): string =>
  (mark.trim().split(/\s+/u).at(-1) ?? '').toLowerCase().replace(/^\(|[.):]+$/gu, '')

/**
 * How deep a printed number stands: 0 for `12.` and `B.`, 1 for `(a)`, `1)` and a dash, 2 for `(ii)`.
 * `i)` directly after `h)` is a letter and not the Roman one.
 */
export function printedLevel(mark: string, before: string | null): number {
  if (isBullet(mark)) return 1
  const label = bare(mark)
  if (/^\p{Lu}+\.$/u.test(mark.trim())) return 0
  if (/^\d/u.test(label)) return mark.endsWith(')') ? 1 : 0
  const followsLetter = before !== null && letterOf(bare(before)) + 1 === letterOf(label)
  return roman.test(label) && !followsLetter ? 2 : 1
}

const letterOf = (label: string): number => (label.length === 1 ? latin.indexOf(label) : -9)

/** All that a printed number may stand for: `а)` is the first letter in Russian and looks like a Latin one. */
export function sensesOf(mark: string): readonly string[] {
  if (isBullet(mark.trim())) return ['bullet']
  const label = bare(mark)
  const looks = [...label].map((letter) => lookAlikes[letter] ?? letter).join('')
  const position = [...label].length === 1 ? russian.indexOf(label) : -1
  return position < 0 ? [label, looks] : [label, looks, latin[position] ?? label]
}

/** True when two languages print the same number, each in its own way: `(a)`, `a)` and `а)`; `Article 5` and `Статья 5`. */
export const samePrintedNumber = (one: string, other: string): boolean =>
  shareSense(sensesOf(one), sensesOf(other))

/** True when two printed numbers have a sense in common. */
export const shareSense = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((sense) => other.includes(sense))
