/** Keeps one member, or one seat, from filling the installation: so many acts and files a minute. */
import type { MemberIdentity } from './seats.ts'

/** Counts one act or file of this member; false when the minute's measure is full. */
export type Meter = (who: MemberIdentity) => boolean

/** A member may do this many a minute, a seat five times as many. */
export const makeMeter = (perMinute: number, clock: () => Date): Meter => {
  let minute = 0
  let counts = new Map<string, number>()
  const within = (key: string, most: number): boolean => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= most
  }
  return ({ member, role }) => {
    const now = Math.floor(clock().getTime() / 60_000)
    if (now !== minute) counts = new Map()
    minute = now
    return within(member, perMinute) && within(role, perMinute * 5)
  }
}
