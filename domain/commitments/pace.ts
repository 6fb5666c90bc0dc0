/** Whether an obligation will make its day if it goes on as it has: a suggestion, with the reckoning that led to it. */
import { dayNumber, dayOf } from './sequence/calendar.ts'
import { reversalsOf, type Stipulated } from './stipulated.ts'

/**
 * The reckoning: from `since` (the entry into force, or the last reversal) at level `began` to `level` on `asOf`. At that
 * pace it is done between `earliest` and `latest` (days as `YYYY-MM-DD`; `latest` null: not at all as far as is known).
 */
export interface Pace {
  readonly verdict: 'will' | 'will-not' | 'open'
  readonly since: string
  readonly from: 'force' | 'reversal'
  readonly began: number
  readonly level: number
  readonly asOf: string
  readonly earliest: string | null
  readonly latest: string | null
}

/**
 * The pace of an obligation towards its deadline (`YYYY-MM-DD`). A level is a floor: who is at 1 may be close to 2, so the
 * pace is an interval and so is the day. It will make its day if even the slowest reading does, it will not if even the
 * fastest does not; between them nothing can be said. Null where nothing is coded since it began, or it is done.
 */
export const paceOf = (
  { inForce, codings }: Pick<Stipulated, 'inForce' | 'codings'>,
  deadline: string,
): Pace | null => {
  const last = codings.at(-1)
  if (!inForce || !last || last.level === 3) return null
  const reversal = reversalsOf({ codings }).at(-1)
  const [since, began] = reversal ? [reversal.asOf, reversal.level] : [inForce.from, 0]
  const [from, on, due] = [since, last.asOf, deadline].map(dayNumber)
  if (from == null || on == null || due == null || on <= from) return null
  const [days, gained] = [on - from, last.level - began]
  const earliest = on + Math.ceil(((2 - last.level) * days) / (gained + 1))
  const latest = gained > 0 ? on + Math.ceil(((3 - last.level) * days) / gained) : null
  return {
    verdict: earliest > due ? 'will-not' : latest !== null && latest <= due ? 'will' : 'open',
    ...{ since, from: reversal ? 'reversal' : 'force', began, level: last.level, asOf: last.asOf },
    earliest: dayOf(earliest),
    latest: latest === null ? null : dayOf(latest),
  }
}
