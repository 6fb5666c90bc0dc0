/** Figures as foreign formats want them: decimals; where one does not end it is rounded, and that is noted. */

import { type Issue, optionsOf } from '../agenda.ts'
import {
  compareExact,
  type Exact,
  exact,
  greatest,
  plus,
  readExact,
  times,
  writeExact,
  zero,
} from '../exact.ts'
import type { Estimate, Figure, IssueWorth, Worth } from '../worth.ts'

/** What a writer has to say of what it left out; a set of words of our own format. */
export interface Notes {
  readonly note: (what: string) => void
  readonly all: () => readonly string[]
}

/** An empty list of notes. */
export const notes = (): Notes => {
  const said = new Set<string>()
  return { note: (what) => said.add(what), all: () => [...said] }
}

/** The exact value of a figure that a reader or a schema has let through. */
export const valueOfFigure = (figure: Figure): Exact => readExact(figure) ?? zero

const places = 30

const isDecimal = (said: string): boolean => !said.includes('/')

/** An exact value as a decimal; one that does not end within 30 places is rounded and noted as `figures`. */
export const decimalOf = (value: Exact, { note }: Notes): string => {
  const said = writeExact(value)
  if (isDecimal(said)) return said
  const scaled = (value.of < 0n ? -value.of : value.of) * 10n ** BigInt(places)
  if (scaled % value.over !== 0n) note('figures')
  const digits = ((scaled * 2n + value.over) / (value.over * 2n)).toString().padStart(places + 1, '0')
  return `${value.of < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A figure as a decimal, as it was given where it is one. */
export const decimal = (figure: Figure, notes: Notes): string => {
  const said = String(figure).trim()
  return isDecimal(said) ? said : decimalOf(valueOfFigure(said), notes)
}

const highest = (estimate: Estimate): Exact =>
  valueOfFigure(typeof estimate === 'object' ? estimate.most : estimate)

/** What an issue's options are worth before its weight, as they stand. */
export const figuresOf = (issue: Issue, worth: IssueWorth | undefined): readonly Exact[] => {
  if (!worth) return optionsOf(issue).map(() => zero)
  const { slope, options = {} } = worth
  if (slope) {
    const [offset, by] = [valueOfFigure(slope.offset), valueOfFigure(slope.slope)]
    return [0n, BigInt((issue.range?.to ?? 0) - (issue.range?.from ?? 0))].map((steps) =>
      plus(offset, times(by, exact(steps))),
    )
  }
  return optionsOf(issue).map((id) => (Object.hasOwn(options, id) ? highest(options[id] ?? '0') : zero))
}

/** The most that a package could be worth, every issue and every bonus taken by itself. */
export const mostWorth = (issues: readonly Issue[], worth: Worth): Exact => {
  const parts = issues.map((issue) => {
    const given = Object.hasOwn(worth.issues, issue.id) ? worth.issues[issue.id] : undefined
    if (!given) return zero
    const weight = highest(given.weight)
    const figures = figuresOf(issue, given)
    const most = greatest(figures) ?? zero
    if (given.slope?.within && compareExact(most, exact(1n)) > 0) return weight
    if (worth.normalised === 'by-maximum' && !given.slope) return compareExact(most, zero) > 0 ? weight : zero
    return greatest(figures.map((figure) => times(weight, figure))) ?? zero
  })
  const bonuses = worth.interdependence.map((each) => valueOfFigure(each.worth))
  return [...parts, ...bonuses.filter((each) => each.of > 0n)].reduce(plus, zero)
}

/** The least power of ten that is not less. */
export const tenAbove = (value: Exact): Exact => {
  let ten = exact(1n)
  while (compareExact(ten, value) < 0) ten = times(ten, exact(10n))
  return ten
}
