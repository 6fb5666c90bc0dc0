/** The log of a room, verified with everything that lies beside it in a folder. */
import { join } from 'node:path'
import { actsPath, anchoringsPath, parseActLine, parseAnchoringLine } from '#domain/record/folder.ts'
import type { WitnessedCheckpoint } from '#domain/record/policy.ts'
import { type Account, count, report, reportAudit } from './account.ts'
import { actsOf } from './acts.ts'
import { anchoredHeads } from './anchorings.ts'
import { auditLog, type Onlooker } from './audit.ts'
import { verifyFiles } from './files.ts'
import { openLines } from './lines.ts'
import { proofsOf } from './proofs.ts'
import { openReplay, type Replayed } from './replay.ts'
import type { Report } from './report.ts'
import { rootsAt } from './roots.ts'
import { folderSource } from './source.ts'
import type { Trust } from './trust.ts'

/** A log of a folder whose head was opened, and the account of it. */
export interface OpenedLog {
  readonly folder: string
  readonly log: string
  readonly head: WitnessedCheckpoint
  readonly trust: Trust
  readonly account: Account
}

/** How a verification is done. */
export interface Manner {
  /** Whether the state of rooms is computed anew from their acts. */
  readonly isReplayed: boolean
  /** Told of every stretch of entries that was looked at. */
  readonly advance: (entries: number) => void
}

/** Audits a log while others look on; what broke off the audit goes into the account. */
export const auditInto = async (
  { folder, log, head, account }: OpenedLog,
  onlookers: readonly Onlooker[],
  advance: Manner['advance'],
): Promise<boolean> => {
  const audited = await auditLog(head, folderSource(join(folder, log)), onlookers, (entries) => {
    count(account, 'entries', entries)
    advance(entries)
  })
  if (!audited.ok) reportAudit(account, audited.refusal)
  return audited.ok
}

/** Verifies a room: entries and tiles, acts, anchored heads, proofs, files, and the state if that is asked for. */
export const verifyRoom = async (opened: OpenedLog, { isReplayed, advance }: Manner): Promise<void> => {
  const { folder, log, head, account, trust } = opened
  const say: Report = (place, refusal) => report(account, place, refusal)
  const malformed = (refusal: Parameters<Report>[1]): void => say('', refusal)
  const acts = openLines(folder, actsPath(log), parseActLine, malformed)
  const anchorings = openLines(folder, anchoringsPath(log), parseAnchoringLine, malformed)
  const replay = isReplayed ? openReplay(folder, log, say) : undefined
  const anchored = anchoredHeads(anchorings, say)
  const proofs = proofsOf({ folder, log, policy: trust.policy, head }, say)
  const roots = rootsAt([anchored.at, proofs.at])
  const beside = actsOf(acts, { room: log, size: head.size }, say, ({ act }) => replay?.take(act))
  const last: Onlooker = { see: () => undefined, end: () => anchored.end(head) }
  try {
    const isSound = await auditInto(opened, [beside, proofs, roots, last], advance)
    count(account, 'acts', acts.taken())
    count(account, 'anchorings', anchorings.taken())
    count(account, 'proofs', proofs.seen())
    if (replay && isSound && !acts.isBroken()) noteState(account, replay.compare(acts.taken() === head.size))
  } finally {
    acts.close()
    anchorings.close()
  }
  count(account, 'files', await verifyFiles(folder, log, say))
}

const noteState = (account: Account, { objects, isStated }: Replayed): void => {
  count(account, 'objects', objects)
  if (!isStated) account.notes.push('replayed; the folder states no state to compare it with')
}
