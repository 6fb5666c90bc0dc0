/** Who sits where: delegations alternate, so that none is always first, and within one the head sits in the middle. */
import { type Member, memberFunctions } from '#domain/parties/member.ts'
import { alternat, type Process } from '#domain/parties/process.ts'

/** A side of the table: one delegation, or one other seat, in the order in which its people sit. */
export interface Bench {
  readonly seat: string
  readonly members: readonly string[]
}

/** Sits the head in the middle, and the others by function in turn to the right and to the left of the head. */
const aroundHead = (members: readonly Member[]): readonly string[] => {
  const ranked = members.toSorted(
    (a, b) =>
      memberFunctions.indexOf(a.function) - memberFunctions.indexOf(b.function) || (a.id < b.id ? -1 : 1),
  )
  const right = ranked.filter((_, i) => i % 2 === 1).map(({ id }) => id)
  const left = ranked.filter((_, i) => i % 2 === 0 && i > 0).map(({ id }) => id)
  return [...left.toReversed(), ...ranked.slice(0, 1).map(({ id }) => id), ...right]
}

/**
 * The plan of a session: the parties in the order of the alternat of the day on which it begins, as who is no party sees
 * it, so that one plan holds for everybody; then every other seat in the order of the process. Seats without anybody who
 * attends are left out.
 */
export const seatingOf = (
  process: Process,
  attending: readonly Member[],
  begin: string,
): readonly Bench[] => {
  const order = alternat(process, '', begin).map(({ key }) => key)
  const parties = order.flatMap((party) => process.seats.filter((seat) => seat.party === party))
  const others = process.seats.filter((seat) => seat.party === undefined)
  return [...parties, ...others].flatMap(({ key }) => {
    const members = aroundHead(attending.filter(({ seat }) => seat === key))
    return members.length === 0 ? [] : [{ seat: key, members }]
  })
}
