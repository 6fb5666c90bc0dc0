/** Figures that belong together: the same figures combined otherwise say something else. */
import type { Figure } from './figures.ts'
import type { Passage } from './passage.ts'
import { type Region, regionsIn } from './regions.ts'

/** A combination: `dated` is a resolution with its date, `span` two dates, `quantity` a number with its unit. */
export interface Combination {
  readonly kind: 'date' | 'resolution' | 'symbol' | 'grade' | 'dated' | 'span' | 'quantity'
  readonly key: string
  readonly from: number
  readonly to: number
}

const own = (region: Region): readonly Combination[] => {
  const { kind, key, from, to } = region
  return kind === 'series' || kind === 'time' ? [] : [{ kind, key, from, to }]
}

const ofDate = /^,? (?:of|от|on|adopted on)? ?$/u
const upTo = /^(?: г\.| года)? ?(?:to|until|through|till|по|до|–|-) ?$/u

/** Two regions next to each other that make one statement. */
const joined = ({ lower }: Passage, one: Region, other: Region): readonly Combination[] => {
  const between = lower.slice(one.to, other.from)
  const made = { key: `${one.key} ${other.key}`, from: one.from, to: other.to }
  if (other.kind !== 'date') return []
  if (one.kind === 'resolution' && ofDate.test(between)) return [{ kind: 'dated', ...made }]
  return one.kind === 'date' && upTo.test(between) ? [{ kind: 'span', ...made }] : []
}

// «2030 год» is a year, no number of years.
const isYear = ({ key, unit }: Figure): boolean => unit === 'year' && /^(?:1[5-9]|20|21)\d\d$/u.test(key)

/** The combinations of a passage. */
export const combinationsIn = (passage: Passage, figures: readonly Figure[]): readonly Combination[] => {
  const regions = regionsIn(passage)
  const quantities = figures.flatMap((figure): readonly Combination[] =>
    figure.unit === null || figure.strength === 'hint' || figure.region !== null || isYear(figure)
      ? []
      : [{ kind: 'quantity', key: `${figure.key} ${figure.unit}`, from: figure.from, to: figure.to }],
  )
  return [
    ...regions.flatMap(own),
    ...regions.flatMap((region, i) => {
      const next = regions[i + 1]
      return next ? joined(passage, region, next) : []
    }),
    ...quantities,
  ]
}

const without = (list: readonly Combination[], taken: readonly Combination[]): readonly Combination[] => {
  const counts = new Map<string, number>()
  for (const { kind, key } of taken) counts.set(`${kind} ${key}`, (counts.get(`${kind} ${key}`) ?? 0) + 1)
  return list.filter(({ kind, key }) => {
    const count = counts.get(`${kind} ${key}`) ?? 0
    counts.set(`${kind} ${key}`, count - 1)
    return count <= 0
  })
}

// A number with another unit or a unit with another number, a resolution with another date, a span turned round.
const comparable = (one: Combination, other: Combination): boolean => {
  if (one.kind !== other.kind) return false
  const [left, right] = [one.key.split(' '), other.key.split(' ')]
  if (one.kind === 'date') return one.key.split('.').length === other.key.split('.').length
  if (one.kind === 'dated') return left.slice(0, -1).join(' ') === right.slice(0, -1).join(' ')
  if (one.kind === 'span') return left.toSorted().join(' ') === right.toSorted().join(' ')
  return one.kind !== 'quantity' || left[0] === right[0] || left[1] === right[1]
}

/** Combinations of a kind that each side has and the other has not, in pairs by their order. */
export const differingCombinations = (
  en: readonly Combination[],
  ru: readonly Combination[],
): readonly (readonly [Combination, Combination])[] => {
  const [left, right] = [without(en, ru), [...without(ru, en)]]
  return left.flatMap((one): readonly (readonly [Combination, Combination])[] => {
    const i = right.findIndex((other) => comparable(one, other))
    const other = right[i]
    if (!other) return []
    right.splice(i, 1)
    return [[one, other]]
  })
}
