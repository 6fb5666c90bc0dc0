/** What a package is worth to one party, in confidence: entered as points, or read from a file as it was written. */
import type { Package, Together } from './agenda.ts'

/**
 * A number that is kept as it was given: whole points, a decimal, or `a/b`.
 * Between people it is whole points; a file may have any decimal.
 */
export type Figure = number | string

/** A figure, or the least and the most it may be. */
export type Estimate = Figure | { readonly least: Figure; readonly most: Figure }

/**
 * What the options of one issue are worth, before its weight.
 * `options`: a figure for each option by id; one that is missing is worth nothing.
 * `slope`: for a range, `offset + slope x (number - lower end)`, held within 0 and 1 where `within` says so.
 */
export interface IssueWorth {
  readonly weight: Estimate
  readonly options?: Readonly<Record<string, Estimate>> | undefined
  readonly slope?:
    | { readonly offset: Figure; readonly slope: Figure; readonly within?: boolean | undefined }
    | undefined
}

/** More or less than the sum of its parts: what a package gains (or loses) when all of this is in it. */
export interface Interdependence {
  readonly together: Together
  readonly worth: Figure
}

/** One side's answer to "which of the two would you rather have"; many of them narrow down the weights. */
export interface Comparison {
  readonly better: Package
  readonly worse: Package
}

/** What one party would refuse by itself: an option it can never take, whatever else it got. */
export interface RedLine {
  readonly issue: string
  readonly option: string
}

/** One party's worth. */
export interface Worth {
  readonly party: string
  /** By issue id; an issue that is missing is worth nothing. */
  readonly issues: Readonly<Record<string, IssueWorth>>
  /**
   * `as-given`: weight x figure. `by-maximum`: weight x figure / the greatest figure of the issue, as GENIUS reads its
   * files; an issue without a positive figure is worth nothing.
   */
  readonly normalised: 'as-given' | 'by-maximum'
  readonly interdependence: readonly Interdependence[]
  readonly redLines: readonly RedLine[]
  /** What this party alone holds impossible; unlike a common constraint it is its own secret. */
  readonly constraints: readonly Together[]
  /** The least this party needs; absent where it has not been said. */
  readonly reservation?: Figure | undefined
  /** What it has without an agreement, where that is one of the packages. The reservation is then at least its worth. */
  readonly batna?: Package | undefined
  /** No package is worth more than this: files of GENIUS are cut off at 1. */
  readonly ceiling?: Figure | undefined
  /** The share of worth left after the whole time (GENIUS); read, kept and written, not used here. */
  readonly discount?: Figure | undefined
  readonly comparisons: readonly Comparison[]
}

/** A party that has said nothing yet. */
export const noWorth = (party: string): Worth => ({
  party,
  issues: {},
  normalised: 'as-given',
  interdependence: [],
  redLines: [],
  constraints: [],
  comparisons: [],
})
