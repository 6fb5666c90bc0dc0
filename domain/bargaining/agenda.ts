/** What is negotiated: baskets of issues, the options on each, and what cannot go together whoever wants it. */
import type { Localised } from '#domain/parties/localised.ts'

/** The place in the common text that an option would settle: choosing it adopts this alternative of this bracket. */
export interface Place {
  readonly clause: string
  readonly bracket: string
  readonly alternative: string
}

/** One choice on an issue; `closes` says which alternatives of the text it stands for. */
export interface Option {
  readonly id: string
  readonly name: Localised
  readonly closes?: readonly Place[] | undefined
}

/** Whole numbers from `from` to `to`, both included: the options of an issue that is a number. */
export interface NumberRange {
  readonly from: number
  readonly to: number
  readonly unit?: Localised | undefined
}

/** What is negotiated: one of its options, or one number of its range, goes into every package. */
export interface Issue {
  readonly id: string
  readonly name: Localised
  readonly basket?: string | undefined
  readonly options: readonly Option[]
  /** Instead of options. Options of a range are called by their number: `"12"`. */
  readonly range?: NumberRange | undefined
}

/** A group of issues. */
export interface Basket {
  readonly id: string
  readonly name: Localised
}

/** One option for every issue, by id. */
export type Package = Readonly<Record<string, string>>

/** Some options of some issues: it holds for a package that takes one of the named options on every named issue. */
export type Together = Readonly<Record<string, readonly string[]>>

/**
 * What cannot be in one package: "if A then not B" is A together with B; "if A then B" is A together with anything but B.
 */
export interface Constraint {
  readonly name?: Localised | undefined
  readonly never: Together
}

/** Everything negotiated in one process. */
export interface Agenda {
  readonly baskets: readonly Basket[]
  readonly issues: readonly Issue[]
  readonly constraints: readonly Constraint[]
}

/** The ids of an issue's options, in their order. */
export const optionsOf = (issue: Issue): readonly string[] =>
  issue.range
    ? Array.from({ length: issue.range.to - issue.range.from + 1 }, (_, i) =>
        String((issue.range?.from ?? 0) + i),
      )
    : issue.options.map((option) => option.id)

/** Whether both take the same options on the same issues. */
export const samePackage = (a: Package, b: Package): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([issue, option]) => b[issue] === option)
