/** A clause cut into its sentences, the parts between semicolons, and the steps of a list within it. */
import { oneOf } from '#domain/language/concordance/one-of.ts'
import type { Reading, Stretch } from './reading.ts'

// What ends in a full stop and goes on, in both languages.
const abbreviated = oneOf`
  para|paras|art|arts|no|nos|vol|vols|e\.g|i\.e|mr|mrs|ms|dr|prof|gen|col|lt|sec|sect|fig|cf|ed|eds|st|jan|feb|mar|apr|
  jun|jul|aug|sept?|oct|nov|dec|ch|p|pp|subpara|approx|
  ст|стст|п|пп|подп|пар|абз|гл|разд|им|ул|обл|тыс|млн|млрд|руб|см|ср|напр|прил|рез|док|стр|т\.е|т\.к|т\.н|проф|ген
`
// These may end a sentence as well: whether they do shows in what follows.
const either = /(?<!\p{L})(?:etc|a\.m|p\.m|u\.s|u\.n|т\.д|т\.п|др|пр|гг|г)$/u

const endOfSentence = /[.!?…]+["')\]]*(?= )/gu
const enumerator =
  /(?<=(?:[:;,.]|(?<!\p{L})(?:and|or|и|или)) )(?:\((?:\p{L}{1,2}|[ivx]{1,4}|\d{1,2})\)|(?:\p{Ll}|\d{1,2})\)|[–•-])(?= )/gu
const opening =
  /^(?:[ ,;:]|(?:\(?(?:\p{L}{1,2}|[ivx]{1,4}|\d{1,2})\)|\d{1,3}(?:\.\d{1,3})*\.|[–•*-]|(?:and|or|и|или)(?= \())(?= ))+/u

/** True where a full stop after `before`, with `after` next, is the end of a sentence. */
const ends = (before: string, after: string): boolean => {
  const word = before.toLowerCase()
  if (!/^["'([]*(?:\p{Lu}|\d{1,3}[.)] \p{Lu})/u.test(after)) return false
  if (/(?:^|[ ("'.-])\p{Lu}\p{Ll}?$/u.test(before)) return false
  if (/(?:^|[.!?;:] )\d{1,3}(?:\.\d{1,3})*$/u.test(before)) return false
  if (either.test(word)) return !/(?<!\p{L})г$/u.test(word) || /\d ?г$/u.test(word)
  return !new RegExp(`${abbreviated.source}$`, 'u').test(word)
}

/** "Shall (a) … (b) …": the first letter of a row needs no sign before it, where the second follows. */
const firstOfRow = (plain: string): readonly RegExpMatchArray[] =>
  [...plain.matchAll(/(?<= )\(?(?:(a)|(а)|(i)|(1))\)(?= )/gu)].filter(
    ({ index, 0: mark, 1: latin, 2: cyrillic, 3: roman }) => {
      const second = latin ? 'b' : cyrillic ? 'б' : roman ? 'ii' : '2'
      const isReference =
        /(?:paragraphs?|articles?|para\.|art\.|пункт\p{L}*|стать\p{L}+|п\.|ст\.|\d) ?$/iu.test(
          plain.slice(0, index),
        )
      return (
        !isReference &&
        plain.slice(index + mark.length).includes(mark.startsWith('(') ? ` (${second}) ` : ` ${second}) `)
      )
    },
  )

const cutsOf = ({ plain }: Reading): readonly number[] => {
  const sentences = [...plain.matchAll(endOfSentence)].flatMap(({ index, 0: stop }) =>
    stop.startsWith('.') &&
    !ends(plain.slice(Math.max(0, index - 24), index), plain.slice(index + stop.length + 1))
      ? []
      : [index + stop.length],
  )
  const semicolons = [...plain.matchAll(/;(?= )/gu)].map(({ index }) => index + 1)
  const marks = [...plain.matchAll(enumerator), ...firstOfRow(plain)].map(({ index = 0 }) => index)
  return [...new Set([...sentences, ...semicolons, ...marks])].toSorted((one, other) => one - other)
}

/** The pieces of a clause in order, without their numbers and letters; none is empty, none overlap. */
export const piecesOf = (reading: Reading): readonly Stretch[] => {
  const end = reading.plain.length
  const cuts = [0, ...cutsOf(reading), end]
  return cuts.slice(0, -1).flatMap((cut, i): readonly Stretch[] => {
    const to = cuts[i + 1] ?? end
    const words = reading.plain.slice(cut, to)
    const from = cut + (words.match(opening)?.[0].length ?? 0)
    const last =
      from + reading.plain.slice(from, to).replace(/[ ;,]*(?:(?:and|or|и|или) ?)?[ ;,]*$/u, '').length
    return /[\p{L}\d]/u.test(reading.plain.slice(from, last)) ? [{ from, to: last }] : []
  })
}
