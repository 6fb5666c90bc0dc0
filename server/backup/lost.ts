/** When the anchor log alone is shorter than witnesses have seen it: whether the ticks that are lost can be made again. */
import type { Said } from '../record/asking.ts'
import { lastAnchorings, makeAgain, type Standing } from './again.ts'
import { type Finding, type LostTicks, named } from './finding.ts'
import { type HeldBy, heldName, type Shown } from './held.ts'
import { readSigned } from './mirror.ts'
import { isWord, type Settled } from './verdict.ts'

/** A process whose logs were compared and offered to its witnesses. */
export interface Offered extends Standing {
  readonly all: readonly Settled[]
  readonly said: readonly Said[]
  readonly heldBy: HeldBy
}

/** The logs as they are now, and why ticks are still missing. */
export interface Regained {
  readonly all: readonly Settled[]
  readonly findings: readonly Finding[]
}

const sizeOf = ({ head }: Settled): number => head?.size ?? 0

/** What those who have seen more of the anchor log show of it, and what was brought in files. */
const shownTo = async ({ keys, process, anchor, heldBy }: Offered, longer: readonly Said[]) => {
  const { key } = keys.log(anchor.log.log)
  const notes = await Promise.all(
    longer.map(async ({ witness }) => {
      const note = await heldBy(process, witness, key.name)
      const signed = note && readSigned(note, key)
      return signed?.ok ? [{ ...signed.value, by: `the witness of ${witness.seat}` }] : []
    }),
  )
  return [...anchor.log.shown, ...notes.flat()].filter(({ size }) => size > sizeOf(anchor))
}

/** Rooms that are not as the last known tick has them, or of whose end no witness speaks. */
const inDoubt = async (offered: Offered): Promise<readonly Settled[]> => {
  const anchored = new Set((await lastAnchorings(offered)).map(({ room }) => room))
  const heard = new Set(offered.said.filter(isWord).map(({ log }) => log))
  return offered.all.filter(
    ({ log }) => log !== offered.anchor.log && !(anchored.has(log.log) && heard.has(log.log)),
  )
}

const lost = (
  { anchor }: Offered,
  longer: readonly Said[],
  shown: readonly Shown[],
  why: LostTicks['why'],
): LostTicks => {
  const told = longer.map(({ answer }) => ('trouble' in answer ? (answer.size ?? 0) : 0))
  const names = [
    ...longer.map(({ witness }) => `the witness of ${witness.seat}`),
    ...shown.map(({ by }) => by),
  ]
  return {
    kind: 'ticks',
    log: named(anchor.log),
    here: sizeOf(anchor),
    seen: Math.max(...told, ...shown.map(({ size }) => size)),
    by: [...new Set(names)],
    why,
  }
}

/**
 * Makes the lost ticks of the anchor log again, if every room is as long as the witnesses have seen it and the anchor log
 * is not. With a finding it is left as it was; where another log is at fault, nothing is tried.
 */
export const regain = async (offered: Offered): Promise<Regained> => {
  const { all, anchor, said, keys } = offered
  const isLonger = ({ answer }: Said): boolean => 'trouble' in answer && answer.trouble === 'longer-history'
  const isOther = ({ answer }: Said): boolean => 'trouble' in answer && answer.trouble === 'other-history'
  const longer = said.filter((each) => each.log === anchor.log.log && isLonger(each))
  const shown = await shownTo(offered, longer)
  const isElsewhere = said.some((each) => isOther(each) || (isLonger(each) && each.log !== anchor.log.log))
  if (isElsewhere || longer.length + shown.length === 0) return { all, findings: [] }
  const again = await makeAgain(offered, shown)
  const tell = (why: LostTicks['why']): Regained => ({ all, findings: [lost(offered, longer, shown, why)] })
  switch (again.kind) {
    case 'made':
      return { all: all.map((each) => (each === anchor ? again.anchor : each)), findings: [] }
    case 'fork':
      return { all, findings: again.findings }
    case 'unshown':
      return tell({ kind: 'unshown', file: heldName(keys.log(anchor.log.log).key.name) })
    case 'unlike':
      return tell({ kind: 'unlike', doubt: (await inDoubt(offered)).map(({ log }) => named(log)) })
  }
}
