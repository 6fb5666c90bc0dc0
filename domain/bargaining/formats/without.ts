/** Leaves parts out of a case, knowingly, so that a format that has no place for them can hold the rest. */
import type { BargainingCase } from '../case.ts'
import type { Worth } from '../worth.ts'

/** What can be left out, by the keys of our own format. */
export const withoutKeys = [
  'constraints',
  'redLines',
  'interdependence',
  'reservation',
  'batna',
  'ceiling',
  'discount',
] as const

const part = (keys: readonly string[], worth: Worth): Worth => {
  const { reservation, batna, ceiling, discount, ...rest } = worth
  const kept = { reservation, batna, ceiling, discount }
  const held = Object.fromEntries(
    Object.entries(kept).filter(([key, value]) => value !== undefined && !keys.includes(key)),
  )
  return {
    ...rest,
    ...held,
    redLines: keys.includes('redLines') ? [] : rest.redLines,
    constraints: keys.includes('constraints') ? [] : rest.constraints,
    interdependence: keys.includes('interdependence') ? [] : rest.interdependence,
  }
}

/** The case without these parts, of everybody; `constraints` are the common and the private ones. */
export const without = (case_: BargainingCase, keys: readonly string[]): BargainingCase => ({
  ...case_,
  agenda: { ...case_.agenda, constraints: keys.includes('constraints') ? [] : case_.agenda.constraints },
  worths: case_.worths.map((worth) => part(keys, worth)),
})
