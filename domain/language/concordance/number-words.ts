/** Numbers in words: the words of one number put together, in English and in Russian. */
import { englishNumber } from './english-numbers.ts'
import type { NumberWord } from './number-word.ts'
import type { Passage, Token } from './passage.ts'
import { russianNumber } from './russian-numbers.ts'

/** A number in words: its value, whether it is an ordinal, and where it stands. */
export interface SpelledNumber {
  readonly value: number
  readonly also: readonly number[]
  readonly order: boolean
  readonly hint: boolean
  readonly from: number
  readonly to: number
}

interface Sum {
  /** What millions and thousands have been reckoned up already, and what stands after them. */
  readonly total: number
  readonly rest: number
  /** The smallest part that the rest has so far: what follows must be smaller. */
  readonly room: number
}

const begin = ({ value, part }: NumberWord): Sum =>
  part === 'scale' && value >= 1000
    ? { total: value, rest: 0, room: value }
    : { total: 0, rest: value, room: roomOf(part, value) }

const roomOf = (part: NumberWord['part'], value: number): number =>
  part === 'unit' ? 1 : part === 'ten' ? 10 : part === 'hundred' ? 100 : value

/** The sum with one more word; null when the word begins another number. */
const extend = (sum: Sum, { value, part }: NumberWord): Sum | null => {
  if (part === 'scale' && value === 100)
    return sum.rest > 0 && sum.rest < 100 ? { ...sum, rest: sum.rest * 100, room: 100 } : null
  if (part === 'scale')
    return sum.rest > 0 ? { total: sum.total + sum.rest * value, rest: 0, room: value } : null
  const room = roomOf(part, value)
  const fits = part === 'unit' ? (value < 10 && sum.room >= 10) || sum.room >= 100 : value < sum.room
  return fits ? { total: sum.total, rest: sum.rest + value, room } : null
}

const between = (passage: Passage, one: Token, other: Token): string => passage.lower.slice(one.to, other.at)

/** True where two tokens may be words of one number: a space or a hyphen between them, in English also "and". */
const joins = (passage: Passage, one: Token, other: Token): boolean =>
  /^(?: |-)$/u.test(between(passage, one, other))

const readOne = (passage: Passage, start: number): { number: SpelledNumber; next: number } | null => {
  const read = passage.language === 'en' ? englishNumber : russianNumber
  const { tokens } = passage
  const first = tokens[start]
  const word = first && read(first.word)
  if (!first || !word) return null
  const found = (value: number, order: boolean, last: Token, next: number) => ({
    number: { value, also: word.also ?? [], order, hint: word.part === 'hint', from: first.at, to: last.to },
    next,
  })
  if (word.part === 'hint') return found(word.value, word.order, first, start + 1)
  let [sum, order, last, i] = [begin(word), word.order, first, start + 1]
  while (!order) {
    const skip = tokens[i]?.word === 'and' && sum.room >= 100 ? 1 : 0
    const next = tokens[i + skip]
    const more = next && read(next.word)
    if (!next || !more || more.part === 'hint') break
    if (!joins(passage, tokens[i + skip - 1] ?? last, next)) break
    const longer = extend(sum, more)
    if (!longer) break
    ;[sum, order, last, i] = [longer, more.order, next, i + skip + 1]
  }
  return found(sum.total + sum.rest, order, last, i)
}

/** The numbers that a passage has in words, in order. */
export const spelledNumbers = (passage: Passage): readonly SpelledNumber[] => {
  const numbers: SpelledNumber[] = []
  for (let i = 0; i < passage.tokens.length; ) {
    const found = readOne(passage, i)
    if (found) numbers.push(found.number)
    i = found ? found.next : i + 1
  }
  return numbers
}
