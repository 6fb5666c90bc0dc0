/** What a party needs at least, as one figure: its reservation, or the worth of its BATNA package where that is more. */
import type { BargainingCase } from '../case.ts'
import { compileCase } from '../compile.ts'
import { type Exact, exact } from '../exact.ts'
import type { Notes } from './decimals.ts'
import { valueOfFigure } from './decimals.ts'
import { cannotHold } from './holding.ts'

/** Undefined where the party has said neither; a BATNA that becomes a figure is noted as `batna`. */
export const reservationFigure = (
  form: string,
  case_: BargainingCase,
  party: number,
  { note }: Notes,
): Exact | undefined => {
  const worth = case_.worths[party]
  if (!worth?.batna) return worth?.reservation === undefined ? undefined : valueOfFigure(worth.reservation)
  const problem = compileCase({ ...case_, worths: [worth] })
  if (!problem.ok) throw cannotHold(form, `${worth.party}: batna`)
  const [side] = problem.value.sides
  note('batna')
  return exact(side?.reservation ?? 0n, side?.unit ?? 1n)
}
