/** Lists: as many items, under the same letters, in both languages. */
import { type Cited, type Finding, newFinding } from './finding.ts'
import { cite, type Passage } from './passage.ts'

interface Item {
  /** What the letter or number may be: `b` as Latin, `2` as a place in either alphabet, `ii` as a Roman numeral. */
  readonly senses: readonly string[]
  readonly cited: Cited
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  к: 'k',
  м: 'm',
}

const sensesOf = (label: string): readonly string[] => {
  if (/^[ivx]+$/u.test(label) && label.length > 1) return [label]
  const place = (alphabet: string, letter: string): readonly string[] =>
    alphabet.includes(letter) ? [String(alphabet.indexOf(letter) + 1)] : []
  const own = [...place(latin, label), ...place(cyrillic, label), ...place(latin, lookalikes[label] ?? '-')]
  return /^[ivx]$/u.test(label) ? [...own, label] : own
}

const markers: Readonly<Record<Passage['language'], RegExp>> = {
  en: /(?<![\p{L})])\(([a-zA-H]|[ivx]{2,5})\)/gu,
  ru: /(?<![\p{L}\d.-])\(?([a-zа-я]|[ivx]{2,5})\)/gu,
}

const itemsOf = (passage: Passage): readonly Item[] =>
  [...passage.plain.matchAll(markers[passage.language])].map((match) => ({
    senses: sensesOf((match[1] ?? '').toLowerCase()),
    cited: cite(passage, match.index, match.index + match[0].length),
  }))

const unanswered = (items: readonly Item[], by: readonly Item[]): readonly Item[] => {
  const free = [...by]
  return items.filter(({ senses }) => {
    const i = free.findIndex((other) => other.senses.some((sense) => senses.includes(sense)))
    if (i >= 0) free.splice(i, 1)
    return i < 0
  })
}

/** Findings on lettered items: another number of them, or another letter. */
export const listFindings = (one: Passage, other: Passage): readonly Finding[] => {
  const [left, right] = [itemsOf(one), itemsOf(other)]
  const [onlyEn, onlyRu] = [unanswered(left, right), unanswered(right, left)]
  if (left.length !== right.length) {
    const severity = left.length > 0 && right.length > 0 ? 'divergence' : 'doubt'
    const places = { en: onlyEn[0]?.cited, ru: onlyRu[0]?.cited }
    return [newFinding('lists.count', severity, places, { en: left.length, ru: right.length })]
  }
  return onlyEn.flatMap(({ cited: en }, i): readonly Finding[] => {
    const ru = onlyRu[i]?.cited
    return ru ? [newFinding('lists.letter', 'divergence', { en, ru }, { en: en.words, ru: ru.words })] : []
  })
}
