/** Numbers, dates, times, symbols and units: what one language says and the other does not. */

import { type Combination, combinationsIn, differingCombinations } from './combinations.ts'
import { type Figure, figuresIn } from './figures.ts'
import { type Cited, type Finding, type FindingCode, newFinding, type Severity } from './finding.ts'
import { leftOver } from './match.ts'
import { type FigurePair, pairUp } from './pairing.ts'
import { cite, type Passage } from './passage.ts'
import type { Region } from './regions.ts'

const checkOf = ({ form, region }: Figure): 'numbers' | 'dates' | 'times' | 'symbols' => {
  if (form === 'month' || region?.kind === 'date') return 'dates'
  if (form === 'time') return 'times'
  return region === null ? 'numbers' : 'symbols'
}

const citedAt = (passage: Passage, { region, from, to }: Figure): Cited =>
  region ? cite(passage, region.from, region.to) : cite(passage, from, to)

const finding = (code: FindingCode, severity: Severity, en: Cited | null, ru: Cited | null): Finding =>
  newFinding(code, severity, { en, ru }, { ...(en && { en: en.words }), ...(ru && { ru: ru.words }) })

/** One language: its figures, every value they may answer, and the keys of the dates and symbols they stand in. */
interface Side {
  readonly passage: Passage
  readonly figures: readonly Figure[]
  readonly values: ReadonlySet<string>
  readonly regions: ReadonlySet<string>
}

const sideOf = (passage: Passage): Side => {
  const figures = figuresIn(passage)
  return {
    passage,
    figures,
    values: new Set(figures.flatMap(({ key, also }) => [key, ...also])),
    regions: new Set(figures.flatMap(({ region }) => (region ? [region.key] : []))),
  }
}

const answered = ({ key, also }: Figure, { values }: Side): boolean =>
  [key, ...also].some((value) => values.has(value))

/** The same, but a figure in a date or a symbol is answered by the whole date or symbol alone. */
const answeredWhole = (figure: Figure, by: Side): boolean =>
  figure.region ? by.regions.has(figure.region.key) : answered(figure, by)

/** One finding for each pair; several pairs in the same two regions are one. */
const fromPairs = (pairs: readonly FigurePair[], en: Side, ru: Side): readonly Finding[] => {
  const seen = new Set<Region>()
  return pairs.flatMap((pair) => {
    const region = pair.en.region
    if (region && seen.has(region)) return []
    if (region) seen.add(region)
    const isRepeat = answeredWhole(pair.en, ru) && answeredWhole(pair.ru, en)
    const check = checkOf(pair.en)
    const severity = isRepeat ? 'doubt' : 'divergence'
    return [finding(`${check}.differ`, severity, citedAt(en.passage, pair.en), citedAt(ru.passage, pair.ru))]
  })
}

/** The year after a resolution's number: one language may leave it out. */
const isYearOfNamed = ({ region, from }: Figure, left: readonly Figure[]): boolean =>
  region?.kind === 'resolution' &&
  region.key.includes('(') &&
  from > region.from &&
  !left.some((other) => other.region === region && other.from === region.from)

const alone = (left: readonly Figure[], side: Side, other: Side): readonly Finding[] => {
  const seen = new Set<Region>()
  return left.flatMap((figure) => {
    const { region } = figure
    if (figure.strength !== 'firm' || answered(figure, other) || isYearOfNamed(figure, left)) return []
    if (region && seen.has(region)) return []
    if (region) seen.add(region)
    const cited = citedAt(side.passage, figure)
    const check = checkOf(figure)
    return side.passage.language === 'en'
      ? [finding(`${check}.only-en`, 'doubt', cited, null)]
      : [finding(`${check}.only-ru`, 'doubt', null, cited)]
  })
}

const fromCombinations = (en: Side, ru: Side): readonly Finding[] =>
  differingCombinations(combinationsIn(en.passage, en.figures), combinationsIn(ru.passage, ru.figures)).map(
    ([one, other]) => {
      const [left, right] = [cite(en.passage, one.from, one.to), cite(ru.passage, other.from, other.to)]
      return finding(codeFor[one.kind], 'divergence', left, right)
    },
  )

const codeFor: Readonly<Record<Combination['kind'], FindingCode>> = {
  date: 'dates.differ',
  span: 'dates.differ',
  resolution: 'symbols.differ',
  symbol: 'symbols.differ',
  grade: 'symbols.differ',
  dated: 'symbols.differ',
  quantity: 'units.differ',
}

/** The findings on everything that can be counted. */
export const figureFindings = (one: Passage, other: Passage): readonly Finding[] => {
  const en = sideOf(one)
  const ru = sideOf(other)
  const left = leftOver(en.figures, ru.figures)
  const lengths = { en: one.words.length, ru: other.words.length }
  const pairs = pairUp(left.en, left.ru, { en: en.figures, ru: ru.figures }, lengths)
  const paired = new Set(pairs.flatMap((pair) => [pair.en, pair.ru]))
  const rest = (figures: readonly Figure[]): readonly Figure[] =>
    figures.filter((figure) => !paired.has(figure))
  return [
    ...fromPairs(pairs, en, ru),
    ...alone(rest(left.en), en, ru),
    ...alone(rest(left.ru), ru, en),
    ...(pairs.length === 0 ? fromCombinations(en, ru) : []),
  ]
}
