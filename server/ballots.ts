/** Whether all parties have accepted what was put to them: each answer is read under that party's own role, and only here. */
import type pg from 'pg'
import { type Answer, type Ballot, isAccepted } from '#domain/bargaining/ballot.ts'
import type { Process } from '#domain/parties/process.ts'

/** Where a party's answer is read: the pool of its seat. */
export type PoolOfSeat = (seat: string) => pg.Pool

// Whoever answers holds the log of the caucus and looks at the clock only then. Waiting for the log here, after the
// deadline, makes sure that an answer given in time has been written, and that none can follow.
const waitForCaucus = `
  select l.room_id from parley.logs l join parley.rooms r using (room_id) where r.kind = 'caucus' for share of l`
const readAnswer = `
  select o.state from parley.objects o join parley.rooms r using (room_id)
  where r.kind = 'caucus' and o.kind = 'answer' and o.object_id = $1`

const answerOf = async (pool: pg.Pool, ballot: string): Promise<Answer | undefined> => {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    await client.query(waitForCaucus)
    const { rows } = await client.query<{ state: Answer }>(readAnswer, [ballot])
    await client.query('commit')
    broken = false
    return rows[0]?.state
  } finally {
    client.release(broken)
  }
}

/**
 * Whether every party of the ballot has accepted. To be asked only when its time is up, and told to nobody otherwise:
 * it is held in memory for as long as it takes to close the ballot.
 */
export const haveAllAccepted = async (
  process: Pick<Process, 'seats'>,
  poolOfSeat: PoolOfSeat,
  id: string,
  { to }: Pick<Ballot, 'to'>,
): Promise<boolean> => {
  const seats = to.map((party) => process.seats.find((seat) => seat.party === party)?.key)
  const answers = await Promise.all(seats.map((seat) => (seat ? answerOf(poolOfSeat(seat), id) : undefined)))
  return isAccepted(answers)
}
