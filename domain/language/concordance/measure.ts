/** How good the checks are: known divergences found, and how often they speak up, on many pairs at once. */
import { checkPair, type LanguagePair } from './check.ts'
import { type Check, type Finding, figureChecks } from './finding.ts'

/** A pair of a corpus: the document and the element it is from. */
export interface CorpusPair extends LanguagePair {
  readonly doc: string
  readonly eid: string | null
}

/** A divergence that people have found: in this element English says one thing and Russian another. */
export interface KnownDivergence {
  readonly doc: string
  readonly eid: string
  readonly en: string
  readonly ru: string
}

/** The findings on one pair, where there are any. */
export interface CheckedPair {
  readonly pair: CorpusPair
  readonly findings: readonly Finding[]
}

/** What was found. A numeric pair has a digit in one of its languages; an alarm is a pair with a divergence. */
export interface Measured {
  readonly pairs: number
  readonly numeric: number
  readonly withFindings: readonly CheckedPair[]
  readonly found: readonly KnownDivergence[]
  readonly missed: readonly KnownDivergence[]
  /** Pairs with a divergence in figures that are not among the known ones. */
  readonly alarms: number
  /** By check: how many pairs have a divergence, and how many have a doubt and no divergence. */
  readonly byCheck: ReadonlyMap<Check, { readonly divergence: number; readonly doubt: number }>
}

const placeOf = ({ doc, eid }: { readonly doc: string; readonly eid: string | null }): string =>
  `${doc} ${eid ?? ''}`

const isFigureDivergence = ({ check, severity }: Finding): boolean =>
  severity === 'divergence' && figureChecks.includes(check)

/** True when one of the findings shows exactly this divergence. */
const shows = (findings: readonly Finding[], known: KnownDivergence): boolean =>
  findings.some(
    (finding) =>
      isFigureDivergence(finding) &&
      finding.en?.words.includes(known.en) === true &&
      finding.ru?.words.includes(known.ru) === true,
  )

const countedByCheck = (checked: readonly CheckedPair[]): Measured['byCheck'] => {
  const counts = new Map<Check, { divergence: number; doubt: number }>()
  for (const { findings } of checked)
    for (const check of new Set(findings.map((finding) => finding.check))) {
      const count = counts.get(check) ?? { divergence: 0, doubt: 0 }
      const grave = findings.some((finding) => finding.check === check && finding.severity === 'divergence')
      count[grave ? 'divergence' : 'doubt'] += 1
      counts.set(check, count)
    }
  return counts
}

/** Checks every pair and compares with what is known. */
export const measure = (pairs: readonly CorpusPair[], known: readonly KnownDivergence[]): Measured => {
  const withFindings = pairs
    .map((pair) => ({ pair, findings: checkPair(pair) }))
    .filter(({ findings }) => findings.length > 0)
  const at = new Map(withFindings.map((checked) => [placeOf(checked.pair), checked.findings]))
  const isFound = (one: KnownDivergence): boolean => shows(at.get(placeOf(one)) ?? [], one)
  const places = new Set(known.map(placeOf))
  return {
    pairs: pairs.length,
    numeric: pairs.filter(({ en, ru }) => /\d/u.test(en) || /\d/u.test(ru)).length,
    withFindings,
    found: known.filter(isFound),
    missed: known.filter((one) => !isFound(one)),
    alarms: withFindings.filter(
      ({ pair, findings }) => !places.has(placeOf(pair)) && findings.some(isFigureDivergence),
    ).length,
    byCheck: countedByCheck(withFindings),
  }
}

const perHundred = (n: number, of: number): string => (of === 0 ? 0 : (100 * n) / of).toFixed(2)

/** The measure in lines: one for figures against what is known, then one for each check that spoke up. */
export const measureLines = (measured: Measured): readonly string[] => {
  const { pairs, numeric, found, missed, alarms, byCheck } = measured
  const known = found.length + missed.length
  const recall = missed.length === 0 ? `all ${known}` : `${found.length} of ${known}`
  const told = known === 0 ? '' : `${recall} known divergences found, `
  const rate = `${alarms} alarms on ${numeric} numeric pairs (${perHundred(alarms, numeric)} per 100)`
  const checkLines = [...byCheck].map(
    ([check, { divergence, doubt }]) =>
      `  ${check}: divergences in ${divergence} pairs (${perHundred(divergence, pairs)} per 100), doubts in ${doubt} (${perHundred(doubt, pairs)})`,
  )
  return [`checked ${pairs} pairs: ${told}${rate}`, ...checkLines]
}
