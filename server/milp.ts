/** HiGHS, to be handed to those who want a mixed integer program solved. */
import load from 'highs'
import type { Milp } from '#domain/bargaining/solve/milp.ts'

/** As much of HiGHS as is used here. Its types describe the CommonJS file, and differ with how a module is looked up. */
interface Highs {
  readonly solve: (
    model: string,
    options: Readonly<Record<string, number | boolean>>,
  ) => {
    readonly Status: string
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>
  }
}
const start = load as unknown as () => Promise<Highs>

/** Loads HiGHS and gives it a time limit, in seconds, for each model. */
export const loadMilp = async (seconds: number): Promise<Milp> => {
  const highs = await start()
  return (model) => {
    const options = { time_limit: seconds, mip_rel_gap: 1e-9, mip_abs_gap: 1e-9, output_flag: false }
    const { Status, Columns } = highs.solve(model, options)
    if (Status === 'Infeasible') return { status: 'infeasible', values: {} }
    const values = Object.fromEntries(Object.entries(Columns).map(([name, { Primal = 0 }]) => [name, Primal]))
    return { status: Status === 'Optimal' ? 'optimal' : 'unsettled', values }
  }
}
