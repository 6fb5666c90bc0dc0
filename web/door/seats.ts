/** The seats of an exercise in the order in which the door shows them. */
import type { DoorView } from '#contract/door.ts'
import { alternat, type Process } from '#domain/parties/process.ts'

export type Exercise = DoorView['exercises'][number]
export type OfferedSeat = Exercise['seats'][number]

/** The seats of the sides in the order of the day, then the others as the process lists them. */
export const orderOfSeats = (
  exercise: Pick<Exercise, 'parties' | 'seats'>,
  at: string,
): { readonly sides: readonly OfferedSeat[]; readonly others: readonly OfferedSeat[] } => {
  const order = alternat(exercise as unknown as Process, '', at).map(({ key }) => key)
  const sides = order.flatMap((party) => exercise.seats.filter((seat) => seat.party === party))
  return { sides, others: exercise.seats.filter((seat) => seat.party === undefined) }
}
