/** Matches the figures of two passages: what both have is set aside, what is left over is paired where it can be. */
import type { Figure } from './figures.ts'

/** What is left of two passages when every figure that both have is set aside. */
export interface LeftOver {
  readonly en: readonly Figure[]
  readonly ru: readonly Figure[]
}

type Answers = (en: Figure, ru: Figure) => boolean

const valuesOf = ({ key, also }: Figure): readonly string[] => [key, ...also]
const sameKey: Answers = (en, ru) => en.key === ru.key
const someKey: Answers = (en, ru) =>
  (en.form !== 'time' || ru.form !== 'time') && valuesOf(en).some((value) => valuesOf(ru).includes(value))
const firm = ({ strength }: Figure): boolean => strength === 'firm'
const hint = ({ strength }: Figure): boolean => strength === 'hint'

// The surest matches are made first: the same figure in the same date or symbol, then digits with digits, then words.
const passes: readonly Answers[] = [
  (en, ru) => sameKey(en, ru) && en.region !== null && en.region.key === ru.region?.key,
  (en, ru) =>
    firm(en) && firm(ru) && sameKey(en, ru) && en.form === ru.form && en.region?.kind === ru.region?.kind,
  (en, ru) => !hint(en) && !hint(ru) && en.form === ru.form && en.order === ru.order && sameKey(en, ru),
  (en, ru) => firm(en) && firm(ru) && sameKey(en, ru),
  (en, ru) => firm(en) && firm(ru) && someKey(en, ru),
  (en, ru) => firm(en) !== firm(ru) && sameKey(en, ru),
  (en, ru) => !hint(en) && !hint(ru) && sameKey(en, ru),
  someKey,
]

/** Figures by each value that they may answer, in order. */
const byValue = (figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> => {
  const found = new Map<string, Figure[]>()
  for (const figure of figures)
    for (const value of new Set(valuesOf(figure))) {
      const same = found.get(value)
      if (same) same.push(figure)
      else found.set(value, [figure])
    }
  return found
}

/** The figures of each side that the other does not answer. */
export const leftOver = (en: readonly Figure[], ru: readonly Figure[]): LeftOver => {
  const sought = byValue(ru)
  const taken = new Set<Figure>()
  let left = en
  for (const answers of passes)
    left = left.filter((figure) => {
      const answer = valuesOf(figure)
        .flatMap((value) => sought.get(value) ?? [])
        .find((other) => !taken.has(other) && answers(figure, other))
      if (answer) taken.add(answer)
      return !answer
    })
  return { en: left, ru: ru.filter((figure) => !taken.has(figure)) }
}
