/** What the words of the witnesses amount to: whether a restored backup holds all that anybody is known to have seen. */
import type { Said, Trouble } from '../record/asking.ts'
import { type Finding, type Missing, named } from './finding.ts'
import type { Compared, RestoredLog } from './log.ts'

/** A log after it was compared with the mirrors. */
export interface Settled extends Compared {
  readonly log: RestoredLog
  /** How many of its entries no mirror has and were made again. */
  readonly remade: number
}

/** Stands for every seat. */
export const everybody = 'everybody'

const hostOf = (url: string | null): string | null => (url === null ? null : new URL(url).host)

/** What a witness does that says nothing of what it has seen; all others do not answer. */
const whyNothing: Partial<Readonly<Record<Trouble, string>>> = {
  'bad-signature': 'does not answer with the key that was appointed',
  'other-key': 'knows this log by another key',
  clock: 'states a time that is far from ours',
}

const silence = ({ witness, answer }: Said): Finding => ({
  kind: 'silent',
  seat: witness.seat,
  place: hostOf(witness.url),
  why: ('trouble' in answer ? whyNothing[answer.trouble] : undefined) ?? 'does not answer',
})

const findingOf = (
  said: Said,
  settled: Settled,
  isExcused: (seat: string) => boolean,
): readonly Finding[] => {
  const { witness, answer } = said
  if (!('trouble' in answer)) return []
  const [log, here] = [named(settled.log), settled.head?.size ?? 0]
  switch (answer.trouble) {
    case 'longer-history':
      return [{ kind: 'missing', log, here, seen: answer.size ?? here + 1, by: [witness.seat] }]
    case 'other-history':
      return [{ kind: 'fork', log, by: `the witness of ${witness.seat}`, size: here }]
    case 'unknown-log':
      return []
    default:
      return isExcused(witness.seat) ? [] : [silence(said)]
  }
}

/** Each silent witness is named once, and each log of which witnesses have seen more. */
const gathered = (findings: readonly Finding[]): readonly Finding[] => {
  const known = new Map<string, Finding>()
  for (const finding of findings) {
    const subject = 'log' in finding ? finding.log.log : finding.seat
    const key = finding.kind === 'fork' ? `${known.size}` : `${finding.kind} ${subject}`
    const before = known.get(key)
    known.set(
      key,
      before?.kind === 'missing' && finding.kind === 'missing' ? joined(before, finding) : finding,
    )
  }
  return [...known.values()]
}

const joined = (one: Missing, other: Missing): Missing => ({
  ...one,
  seen: Math.max(one.seen, other.seen),
  by: [...one.by, ...other.by],
})

/** Whether a witness says what it has seen of a log: that it agrees, or that it knows better. */
export const isWord = ({ answer }: Said): boolean =>
  !('trouble' in answer) || ['longer-history', 'other-history'].includes(answer.trouble)

/**
 * The logs of which nobody here says how far they were. Since every head is anchored, an anchor log of which somebody
 * vouches speaks for the rooms too: for all if it ends where the backup ends, and for those that stand in its last tick.
 */
const unheard = (
  all: readonly Settled[],
  said: readonly Said[],
  anchored: ReadonlySet<string>,
): readonly RestoredLog[] => {
  const hasWord = ({ log }: Settled): boolean =>
    log.mirrored.length > 0 || said.some((each) => each.log === log.log && isWord(each))
  const anchor = all.find(({ log }) => log.row.kind === 'anchor')
  if (!anchor) return []
  if (!hasWord(anchor)) return [anchor.log]
  const isStill = anchor.head !== undefined && anchor.head === anchor.log.own
  const isOpen = (settled: Settled): boolean => !hasWord(settled) && !anchored.has(settled.log.log)
  return isStill ? [] : all.filter(isOpen).map(({ log }) => log)
}

/**
 * Every reason for which these logs of a process must not be opened; `without` names seats whose silence is accepted,
 * `anchored` the rooms that stand in the last tick of the anchor log as they stand here.
 */
export const verdict = (
  all: readonly Settled[],
  said: readonly Said[],
  without: readonly string[],
  anchored: ReadonlySet<string>,
): readonly Finding[] => {
  const isExcused = (seat: string): boolean => without.includes(seat) || without.includes(everybody)
  const heard = all.flatMap((settled) =>
    said.filter(({ log }) => log === settled.log.log).flatMap((each) => findingOf(each, settled, isExcused)),
  )
  const silent = heard.flatMap((finding) => (finding.kind === 'silent' ? [finding.seat] : []))
  const unknown = unheard(all, said, anchored)
    .filter(
      ({ seats }) => !isExcused(everybody) && !seats.some((seat) => silent.includes(seat) || isExcused(seat)),
    )
    .map((log) => ({ kind: 'unknown', log: named(log) }) as const)
  return [...gathered(heard), ...unknown]
}
