/** The English words for numbers. */
import type { NumberWord } from './number-word.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
    .concat(' seventeen eighteen nineteen')
    .split(' ')
const unitsInOrder =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'
    .concat(' fifteenth sixteenth seventeenth eighteenth nineteenth')
    .split(' ')
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

// Words that speak of a number without counting: they answer a number in the other language and ask for none.
const hints: Readonly<Record<string, readonly number[]>> = {
  once: [1],
  twice: [2],
  thrice: [3],
  single: [1],
  both: [2],
  half: [2, 50],
  pair: [2],
  double: [2],
  doubling: [2],
  triple: [3],
  tripartite: [3],
  trilateral: [3],
  quarter: [4],
  quarters: [4],
  quadrennial: [4],
  decade: [10],
  decades: [10],
  dozen: [12],
  dozens: [12],
  fortnight: [14, 2],
  century: [100],
  biennial: [2],
  biennium: [2],
  biannual: [2],
  triennial: [3],
  quinquennial: [5],
  centenary: [100],
  bicentennial: [200],
  annual: [1],
  annually: [1],
  yearly: [1],
  complete: [100],
  full: [100],
}

const entries = (): readonly (readonly [string, NumberWord])[] => [
  ...units.map((word, value) => [word, { value, order: false, part: 'unit' }] as const),
  ...unitsInOrder.map((word, value) => [word, { value, order: true, part: 'unit' }] as const),
  ...tens.flatMap((word, i) => {
    const value = 20 + 10 * i
    return [
      [word, { value, order: false, part: 'ten' }] as const,
      [word.replace(/y$/u, 'ieth'), { value, order: true, part: 'ten' }] as const,
      [word.replace(/y$/u, 'ies'), { value, order: false, part: 'hint' }] as const,
    ]
  }),
  ...Object.entries(scales).flatMap(([word, value]) => [
    [word, { value, order: false, part: 'scale' }] as const,
    [`${word}s`, { value, order: false, part: 'hint' }] as const,
    [`${word}th`, { value, order: true, part: 'scale' }] as const,
  ]),
  ...Object.entries(hints).map(
    ([word, [value = 0, ...also]]) => [word, { value, also, order: false, part: 'hint' }] as const,
  ),
  ['thirds', { value: 3, order: true, part: 'unit' }],
  ['fourths', { value: 4, order: true, part: 'unit' }],
  ['fifths', { value: 5, order: true, part: 'unit' }],
]

const known: ReadonlyMap<string, NumberWord> = new Map(entries())

/** What an English word says of a number; undefined for any other word. */
export const englishNumber = (word: string): NumberWord | undefined => {
  const found = known.get(word)
  if (found) return found
  const fold = /^(\p{L}+)fold$/u.exec(word)?.[1]
  const times = fold === undefined ? undefined : known.get(fold)
  return times && { value: times.value, order: false, part: 'hint' }
}
