/** Who an alternative is by: the names before its colon, told from words that only end in one. */
import { plain } from './scan.ts'

/** What the reader knows of a process. */
export interface Naming {
  /** Names and keys of parties, however they look. */
  readonly parties?: readonly string[] | undefined
}

const notNames = new Set(
  `note nota nb see also but and or including namely example title date place deadline paragraph article section
  chapter annex appendix comment remark definition source reservation status placeholder text option alternative
  variant following parties sides states ed editor as to by if the for in of at on is are eg ie viz cf re pm am
  примечание комментарий см дата место статья пункт раздел глава приложение источник определение стороны
  государства вариант альтернатива оговорка текст то если как или`.split(/\s+/u),
)
/** Words that end what the sides are called together, and nobody's name. */
const together = new Set(['parties', 'sides', 'стороны'])
const joining = /^(?:[dl]['’]\p{Lu}[\p{L}’'-]*|of|the|and|for|de|du|des|la|le|y|и|на|по|its|&|\+|\d+)$/u
// Nouns that stand in the names of States and groups in lower case in Russian.
const russianNouns =
  /^(?:союз\p{L}*|групп\p{L}*|государств\p{L}*|сторон\p{L}*|республик\p{L}*|организаци\p{L}*|совет\p{L}*|лиг\p{L}*|королевств\p{L}*|штат\p{L}*|федераци\p{L}*|делегаци\p{L}*|наци\p{L}*|эмират\p{L}*|америк\p{L}*)$/u

const isShort = (word: string): boolean => /^(?=.*\p{Lu})[\p{Lu}\p{N}][\p{Lu}\p{N}+&.-]{0,11}s?$/u.test(word)
const isCapital = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}\p{N}’'.+-]*$/u.test(word)
const plainWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const areNames = (words: readonly string[]): boolean => {
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  if (words.length > 8 || joining.test(last) || together.has(plainWord(last))) return false
  if (notNames.has(plainWord(first)) && (words.length === 1 || first !== 'The')) return false
  return (
    isCapital(first) &&
    words
      .slice(1)
      .every((word) => isCapital(word) || isShort(word) || joining.test(word) || russianNouns.test(word))
  )
}

const isKey = (name: string, explicit: boolean): boolean =>
  !notNames.has(name) &&
  (explicit ? /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,47}$/u : /^(?=.*\p{Ll})[\p{Ll}\p{N}]{2,3}$/u).test(name)

/** True for what can be the name of a party; `explicit` when bars or slashes show that alternatives are meant. */
const isName = (name: string, naming: Naming, explicit: boolean): boolean =>
  naming.parties?.includes(name) === true ||
  isKey(name, explicit) ||
  (isShort(name) && !notNames.has(plainWord(name))) ||
  areNames(name.split(/\s+/u))

// "US proposal", "proposed by the US", «предложение РФ»: only the name is kept.
const before =
  /^(?:proposal|proposed|text|version|предложение|вариант|текст)\s+(?:by|of|from)?\s*(?:the\s+)?(?=\S)/iu
const after = /(?:['’]s)?\s+(?:proposal|text|version|proposes|предлагает)$/iu
const quotes = /^[«"“„'‘]+|[»"”“'’]+$/gu

const bareName = (name: string, naming: Naming): string => {
  let bare = name.trim()
  for (let last = ''; bare !== last && naming.parties?.includes(bare) !== true; ) {
    last = bare
    bare = bare.replace(before, '').replace(after, '').replace(quotes, '').trim()
  }
  return bare
}

const apart = /^([\p{Lu}\p{N}]{2,6})\s+(?:and|и)\s+([\p{Lu}\p{N}]{2,6})$/u

/** The names in a list such as `US, UK` or `US/UK`; null when one of them cannot be a name. */
export const namesIn = (list: string, naming: Naming, explicit = false): readonly string[] | null => {
  if (naming.parties?.includes(list.trim())) return [list.trim()]
  const names = list
    .split(/\s*[,;/]\s*|\s+[&+]\s+/u)
    .map((name) => bareName(name, naming))
    .flatMap((name) => {
      const [, one, other] = (naming.parties?.includes(name) ? null : apart.exec(name)) ?? []
      return one !== undefined && other !== undefined ? [one, other] : [name]
    })
  return names.length > 0 && names.every((name) => isName(name, naming, explicit))
    ? [...new Set(names)]
    : null
}

const label =
  /^\s*(?:alt(?:ernative)?s?\.?|option|variant|вариант|альтернатива|опция)(?:\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4}|\p{L})(?:\s*\((?<by>[^()\n]{1,80})\))?\s*(?:[:.)]|\s[–—-])|\s*:)(?=\s|$)\s*/iu
// `Alt 1 The Parties …`: a capital after the number shows that a sentence begins.
const bareLabel =
  /^\s*(?:Alt\.?|ALT|Alternative|ALTERNATIVE|Option|OPTION|Вариант|ВАРИАНТ|Альтернатива)\s*(?:\d{1,2}|[IVX]{1,4}|\p{Lu})\s+(?=\p{Lu})/u
const heading = new RegExp(`^\\s*(?<names>[^:|\\n${plain}]{1,120}?)\\s*:(?=\\s|$)\\s*`, 'u')
// `US:shall`: an abbreviation needs no space after its colon, when a letter follows.
const tight = /^\s*(?<names>\p{Lu}{2,6}(?:\s*[,/]\s*\p{Lu}{2,6})*):(?=\p{L})/u

/** The head of an alternative: who it is by, and how many characters say so. A label such as `Alt 1:` names nobody. */
export interface Head {
  readonly by: readonly string[]
  readonly length: number
}

/** The head with which a shape begins, or null when it begins with words. */
export const headOf = (shape: string, naming: Naming, explicit = false): Head | null => {
  const labelled = label.exec(shape) ?? bareLabel.exec(shape)
  const length = labelled?.[0].length ?? 0
  const named = heading.exec(shape.slice(length)) ?? tight.exec(shape.slice(length))
  const inLabel = labelled?.groups?.by === undefined ? null : namesIn(labelled.groups.by, naming, true)
  if (inLabel) return { by: inLabel, length }
  const by = named?.groups?.names === undefined ? null : namesIn(named.groups.names, naming, explicit)
  if (by && named) return { by, length: length + named[0].length }
  return labelled ? { by: [], length } : null
}

/** True for a shape that begins with a label such as `Alternative 1:`. */
export const isLabelled = (shape: string): boolean => label.test(shape) || bareLabel.test(shape)
