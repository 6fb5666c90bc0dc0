/** What became of each kind of provision in the accords of a coding table: how often it was carried out, and how soon. */
import type { CodedSlot, CodedYear, Coding } from './table.ts'

/** Years after which is asked. */
export const horizons = [1, 5, 10] as const

/** How a provision stood that many years on, over the accords that had it and were coded for that very year. */
export interface BaseRate {
  readonly years: (typeof horizons)[number]
  /** How many accords that is; with none the shares are null. */
  readonly n: number
  /** The mean level, 0 to 3. */
  readonly mean: number | null
  /** Shares from 0 to 1: at least the minimum, and in full. */
  readonly begun: number | null
  readonly full: number | null
  /** The share in which a reversal was coded in that year or before, of those where the table says. */
  readonly reversed: number | null
}

/** The base rates of one provision. */
export interface ProvisionRates {
  readonly provision: string
  /** How many accords ever had it. */
  readonly accords: number
  readonly after: readonly BaseRate[]
}

const part = (count: number, of: number): number | null => (of === 0 ? null : count / of)

interface Seen {
  readonly year: CodedYear
  readonly slot: CodedSlot
}

const rateAfter = (accords: readonly (readonly Seen[])[], years: BaseRate['years']): BaseRate => {
  const coded = accords.flatMap((own) => {
    const then = own.find(({ year }) => year.year === years)
    const level = then?.slot.present ? then.slot.level : null
    if (level === null) return []
    const told = own.filter(
      ({ year, slot }) => (year.year ?? Number.POSITIVE_INFINITY) <= years && slot.reversed !== null,
    )
    return [{ level, reversed: told.length === 0 ? null : told.some(({ slot }) => slot.reversed) }]
  })
  const n = coded.length
  const sum = coded.reduce((all, { level }) => all + level, 0)
  const told = coded.filter(({ reversed }) => reversed !== null)
  return {
    ...{ years, n, mean: part(sum, n) },
    begun: part(coded.filter(({ level }) => level > 0).length, n),
    full: part(coded.filter(({ level }) => level === 3).length, n),
    reversed: part(told.filter(({ reversed }) => reversed === true).length, told.length),
  }
}

/** The base rates of every provision of the table, in the order of its columns. */
export const baseRatesOf = ({ years, stems }: Coding): readonly ProvisionRates[] => {
  const accords = [...new Set(years.map(({ accord }) => accord))]
  return stems.map((provision, i) => {
    const seen = accords.map((accord) =>
      years
        .filter((year) => year.accord === accord)
        .flatMap((year): readonly Seen[] => {
          const slot = year.slots[i]
          return slot ? [{ year, slot }] : []
        }),
    )
    const having = seen.filter((own) => own.some(({ slot }) => slot.present))
    return { provision, accords: having.length, after: horizons.map((each) => rateAfter(having, each)) }
  })
}
