/** Rounds until everything belongs to one tick: a head that lies between two ticks is looked at again shortly after. */
import type { Round, SeenLog } from './round.ts'

/** So often a round is done again, with this pause in between: witnesses may take some ten seconds to answer a tick. */
const tries = 6
const pauseMilliseconds = 3_000

/** The later of two rounds, with what both took. */
const together = (earlier: Round, later: Round): Round => {
  const before = new Map(earlier.logs.map(({ log, taken }) => [log, taken]))
  const add = (seen: SeenLog): SeenLog => ({ ...seen, taken: seen.taken + (before.get(seen.log) ?? 0) })
  return { ...later, logs: later.logs.map(add) }
}

/** Does a round, and again as long as a newest head is not anchored in what is shown. */
export const settledRound = async (
  round: () => Promise<Round>,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Round> => {
  let done = await round()
  for (let tried = 1; done.unsettled.length > 0 && tried < tries; tried += 1) {
    await pause(pauseMilliseconds)
    done = together(done, await round())
  }
  return done
}
