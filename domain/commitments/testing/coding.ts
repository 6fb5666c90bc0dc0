/** Coding tables made up for tests, shaped like the published one with its misspelt columns. */
import fc from 'fast-check'

/** How some columns are spelt in the published table: what stands there for what is meant. */
export const misspelt: Readonly<Record<string, string>> = {
  civadm_implem: 'civadm_impem',
  develop_implem: 'develop_iplem',
  dispute_init: 'disput_init',
  dispute_implem: 'disput_implem',
  dispute_rev: 'disput_revers',
}

/** Provisions of the tables; not all there are. */
export const stems = ['cease', 'civadm', 'develop', 'dispute', 'demob', 'reint', 'verify', 'women'] as const

/** One provision in one year: present, level, reversal; null is a blank cell. */
export interface MadeSlot {
  readonly prov: 0 | 1 | null
  readonly implem: 0 | 1 | 2 | 3 | null
  readonly rev: 0 | 1 | null
}

/** One row. */
export interface MadeRow {
  readonly accord: number
  readonly year: number
  readonly slots: readonly MadeSlot[]
}

const slot: fc.Arbitrary<MadeSlot> = fc.record({
  prov: fc.constantFrom(0, 1, 1, null),
  implem: fc.constantFrom(0, 1, 2, 3, null),
  rev: fc.constantFrom(0, 1, null),
})

/** Rows of a table. */
export const rows: fc.Arbitrary<readonly MadeRow[]> = fc.array(
  fc.record({
    accord: fc.integer({ min: 1, max: 5 }),
    year: fc.integer({ min: 1, max: 10 }),
    slots: fc.array(slot, { minLength: stems.length, maxLength: stems.length }),
  }),
  { minLength: 1, maxLength: 12 },
)

/** The score by its definition, written out apart from ours. */
export const scoreOf = ({ slots }: MadeRow): number | null => {
  let [sum, present] = [0, 0]
  for (const { prov, implem } of slots)
    if (prov === 1) {
      present++
      sum += implem ?? 0
    }
  return present === 0 ? null : (sum * 100) / (present * 3)
}

/** The names of the columns, misspelt as they are published. */
export const head: readonly string[] = [
  ...['pam_caseid', 'accord_name', 'year_count'],
  ...stems.flatMap((stem) =>
    ['prov', 'init', 'implem', 'rev'].map((role) => misspelt[`${stem}_${role}`] ?? `${stem}_${role}`),
  ),
  ...['agg_implem_score', 'notes'],
]

/** The cells of a row; the published score with every digit. */
export const cellsOf = (row: MadeRow): readonly string[] => [
  ...[String(row.accord), `Accord of ${row.accord}, "the second"`, String(row.year)],
  ...row.slots.flatMap(({ prov, implem, rev }) =>
    [prov, prov, implem, rev].map((cell) => String(cell ?? '')),
  ),
  ...[String(scoreOf(row) ?? ''), ''],
]
