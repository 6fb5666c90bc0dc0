/** Pairs figures that are left over on both sides: which one stands where the other language has another. */
import type { Figure } from './figures.ts'

/** A figure and the one that stands in its place in the other language. */
export interface FigurePair {
  readonly en: Figure
  readonly ru: Figure
}

/** The two lengths, so that places in both passages can be compared. */
export interface Lengths {
  readonly en: number
  readonly ru: number
}

const lettersOf = (key: string): string => key.replace(/[^A-Z/]/gu, '').replace(/\/+$/u, '')

// A year, or what became of one when a digit slipped.
const isYear = ({ form, key }: Figure): boolean => form === 'digits' && /^\d{4}$/u.test(key)

/** True where two regions of a kind may be the same one with another figure in it. */
const sameRegion = ({ region: en }: Figure, { region: ru }: Figure): boolean => {
  if (en === null || ru === null) return en === ru
  if (en.kind !== ru.kind) return false
  if (en.kind === 'symbol') return lettersOf(en.key).startsWith(lettersOf(ru.key).slice(0, 5))
  return en.kind !== 'resolution' || en.key.includes('/') === ru.key.includes('/')
}

/** Where a figure stands in its region: 0 for the first. */
const placeIn = ({ region, from }: Figure, all: readonly Figure[]): number =>
  all.filter((other) => other.region === region && other.from < from).length

const sameKind = (en: Figure, ru: Figure): boolean => {
  if (en.form === 'month' || ru.form === 'month' || en.form === 'time' || ru.form === 'time')
    return en.form === ru.form
  if (en.form === 'roman' || ru.form === 'roman') return en.form === ru.form
  if (en.unit !== null && ru.unit !== null && en.unit !== ru.unit) return false
  if (en.form === 'letters' && ru.form === 'letters')
    return en.order === ru.order && (en.order || en.unit !== null || (en.key !== '1' && ru.key !== '1'))
  if (en.form === 'letters' || ru.form === 'letters')
    return en.unit !== null && en.unit === ru.unit && !isYear(en) && !isYear(ru)
  const alike = Math.abs(en.key.length - ru.key.length) <= 2 || en.unit !== null
  return alike && isYear(en) === isYear(ru)
}

/** True where one may stand for the other. */
const mayPair = (en: Figure, ru: Figure): boolean =>
  en.strength !== 'hint' &&
  ru.strength !== 'hint' &&
  en.key !== '0' &&
  ru.key !== '0' &&
  sameKind(en, ru) &&
  sameRegion(en, ru)

/** How many characters two short keys differ in; for a year, a number and its mistyped twin. */
const unlike = (one: string, other: string): number => {
  let same = 0
  const rest = [...other]
  for (const character of one) {
    const i = rest.indexOf(character)
    if (i >= 0) same += rest.splice(i, 1).length
  }
  return 1 - same / Math.max(one.length, other.length)
}

/** How far apart two figures are: by place, by digits, and by what stands around them. */
const distance = (en: Figure, ru: Figure, lengths: Lengths): number => {
  const apart = Math.abs(en.from / (lengths.en + 1) - ru.from / (lengths.ru + 1))
  const regions = en.region && ru.region ? unlike(en.region.key, ru.region.key) : 0
  return apart + unlike(en.key, ru.key) / 2 + regions
}

// Where more figures than this are left over, the two passages are not the same passage.
const most = 100

/** The pairs among what is left over, the likeliest first; each figure is in at most one pair. */
export const pairUp = (
  en: readonly Figure[],
  ru: readonly Figure[],
  all: { readonly en: readonly Figure[]; readonly ru: readonly Figure[] },
  lengths: Lengths,
): readonly FigurePair[] => {
  // As many on one side as on the other: then the first is likely to be the first, and so on.
  const outOfTurn = en.length === ru.length ? 0.25 : 0
  const candidates = en
    .slice(0, most)
    .flatMap((one, i) =>
      ru.slice(0, most).map((other, j) => ({ en: one, ru: other, turns: Math.abs(i - j) })),
    )
    .filter((pair) => mayPair(pair.en, pair.ru))
    .filter(
      (pair) =>
        pair.en.region?.kind !== 'resolution' || placeIn(pair.en, all.en) === placeIn(pair.ru, all.ru),
    )
    .map((pair) => ({ pair, far: distance(pair.en, pair.ru, lengths) + outOfTurn * pair.turns }))
    .toSorted((one, other) => one.far - other.far)
  const taken = new Set<Figure>()
  return candidates.flatMap(({ pair }) => {
    if (taken.has(pair.en) || taken.has(pair.ru)) return []
    taken.add(pair.en).add(pair.ru)
    return [{ en: pair.en, ru: pair.ru }]
  })
}
