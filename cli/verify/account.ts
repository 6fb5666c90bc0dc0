/** The account of one log: what was looked at, by whose keys, and what was found. */
import type { Refusal } from '#domain/outcome.ts'
import type { VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import type { WitnessedCheckpoint } from '#domain/record/policy.ts'
import type { Ending } from '../command.ts'
import type { Trust } from './trust.ts'

/** Something that is wrong, and where in the log or in its files. */
export interface Finding {
  readonly place: string
  readonly refusal: Refusal
}

/** What is counted in a log. */
export const counted = ['entries', 'acts', 'anchorings', 'proofs', 'files', 'objects'] as const
export type Counted = (typeof counted)[number]

/** What was looked at in one log, and what was found. It grows while the log is verified. */
export interface Account {
  readonly origin: string
  /** What a person calls it. */
  readonly name: string
  trust: Trust | undefined
  /** The newest head; where its quorum is not met, that was reported. */
  checkpoint: VerifiedCheckpoint | undefined
  /** The last head on which every witness agreed, where that is another. */
  vouched: WitnessedCheckpoint | undefined
  /** How many entries have no act here, once that is known. */
  unshown: number | undefined
  readonly counts: Map<Counted, number>
  /** At most `mostAlike` of each code. */
  readonly findings: Finding[]
  /** How many more there were, by code. */
  readonly more: Map<string, number>
  readonly notes: string[]
}

/** So many findings of one kind are named in a log; whoever has them knows enough. */
const mostAlike = 5

/** An account of a log that was not looked at yet. */
export const newAccount = (origin: string, name: string): Account => ({
  origin,
  name,
  trust: undefined,
  checkpoint: undefined,
  vouched: undefined,
  unshown: undefined,
  counts: new Map(),
  findings: [],
  more: new Map(),
  notes: [],
})

/** Writes a finding into an account, once. */
export const report = ({ findings, more }: Account, place: string, refusal: Refusal): void => {
  const alike = findings.filter((known) => known.refusal.code === refusal.code)
  const words = JSON.stringify({ place, refusal })
  if (alike.some((known) => JSON.stringify(known) === words)) return
  if (alike.length < mostAlike) findings.push({ place, refusal })
  else more.set(refusal.code, (more.get(refusal.code) ?? 0) + 1)
}

/** Writes down what broke off the audit of a log. */
export const reportAudit = (account: Account, refusal: Refusal): void => {
  const path = refusal.facts?.path
  report(account, typeof path === 'string' ? path : '', refusal)
}

/** Counts more of something that was looked at. */
export const count = (account: Account, what: Counted, more: number): void => {
  account.counts.set(what, (account.counts.get(what) ?? 0) + more)
}

const isMalformed = ({ refusal }: Finding): boolean => refusal.code === 'record.folder-malformed'

/** 1 if anything was found to be wrong; 2 if files could not be read and nothing else is wrong; else 0. */
export const endingOf = (accounts: readonly Account[]): Ending => {
  const findings = accounts.flatMap((account) => account.findings)
  if (findings.length === 0) return 0
  return findings.every(isMalformed) ? 2 : 1
}
