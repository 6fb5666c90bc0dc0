/** The log of a room, verified with everything that lies beside it in a folder. */
import { join } from 'node:path'
import type { VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import {
  type ActLine,
  actsPath,
  anchoringsPath,
  parseActLine,
  parseAnchoringLine,
} from '#domain/record/folder.ts'
import { type Account, count, report, reportAudit } from './account.ts'
import { actsOf } from './acts.ts'
import { type AnchoredHeads, anchoredHeads } from './anchorings.ts'
import { auditLog, type Onlooker } from './audit.ts'
import { filesNamed, verifyFiles } from './files.ts'
import { openLines } from './lines.ts'
import { proofsOf } from './proofs.ts'
import { openReplay, type Replay, type Replayed } from './replay.ts'
import { type Report, unplayable } from './report.ts'
import { rootsAt } from './roots.ts'
import { folderSource } from './source.ts'
import type { Trust } from './trust.ts'
import { endVouched, vouchedAt } from './vouched.ts'

/** A log of a folder whose head was opened, and the account of it. */
export interface OpenedLog {
  readonly folder: string
  readonly log: string
  readonly head: VerifiedCheckpoint
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

/** What the acts that are right come to. */
interface Shown {
  readonly replay: Replay | undefined
  /** The hashes of the files they name. */
  readonly files: Set<string>
  acts: number
}

const keepIn =
  (shown: Shown, say: Report) =>
  ({ act }: ActLine): void => {
    shown.acts += 1
    shown.replay?.take(act)
    const files = filesNamed(act)
    if (!files) say('', unplayable(act.object))
    for (const file of files ?? []) shown.files.add(file)
  }

/** Verifies a room: entries and tiles, acts, anchored heads, proofs, files, and the state if that is asked for. */
export const verifyRoom = async (opened: OpenedLog, { isReplayed, advance }: Manner): Promise<void> => {
  const { folder, log, head, account, trust } = opened
  const say: Report = (place, refusal) => report(account, place, refusal)
  const malformed = (refusal: Parameters<Report>[1]): void => say('', refusal)
  const acts = openLines(folder, actsPath(log), parseActLine, malformed)
  const anchorings = openLines(folder, anchoringsPath(log), parseAnchoringLine, malformed)
  const replay = isReplayed ? openReplay(folder, log, say) : undefined
  const shown: Shown = { replay, files: new Set(), acts: 0 }
  const anchored = anchoredHeads(anchorings, say)
  const proofs = proofsOf({ folder, log, policy: trust.policy, head }, say)
  const roots = rootsAt([anchored.at, proofs.at, vouchedAt(account)])
  const concerned = { keep: keepIn(shown, say), isProven: proofs.has }
  const beside = actsOf(acts, { room: log, size: head.size }, say, concerned)
  const last: Onlooker = { see: () => undefined, end: () => endRoom(anchored, opened) }
  let isSeen = false
  try {
    const isSound = await auditInto(opened, [beside, proofs, roots, last], advance)
    isSeen = isSound && !acts.isBroken()
    count(account, 'acts', acts.taken())
    count(account, 'anchorings', anchorings.taken())
    count(account, 'proofs', proofs.seen())
  } finally {
    acts.close()
    anchorings.close()
  }
  if (isSeen) endActs(opened, shown)
  count(account, 'files', await verifyFiles(folder, log, isSeen ? shown.files : undefined, say))
}

const endActs = ({ account, head }: OpenedLog, { replay, acts }: Shown): void => {
  account.unshown = head.size - acts
  if (replay) noteState(account, replay.compare(acts === head.size))
}

const endRoom = (anchored: AnchoredHeads, { account, head }: OpenedLog): void => {
  anchored.end(head)
  endVouched(account, head)
}

const noteState = (account: Account, { objects, isStated }: Replayed): void => {
  count(account, 'objects', objects)
  if (!isStated) account.notes.push('replayed; the folder states no state to compare it with')
}
