/** Numbers and packages as lines for a person. */
import type { Package, Together } from '#domain/bargaining/agenda.ts'

/** Four places are enough to read; exact figures are in the JSON. */
export const figureLine = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/, '').replace(/\.$/, '')

/** Figures of all parties beside one another. */
export const figuresLine = (values: readonly number[]): string => values.map(figureLine).join(' / ')

/** A package on one line. */
export const packageLine = (chosen: Package): string =>
  Object.entries(chosen)
    .map(([issue, option]) => `${issue}: ${option}`)
    .join('; ')

/** Options that stand together, on one line. */
export const togetherLine = (together: Together): string =>
  Object.entries(together)
    .map(([issue, options]) => `${issue}: ${options.join(' or ')}`)
    .join(' with ')
