/** `parley verify log`: every entry, tile and cosignature of one log or of a whole folder, and what goes with them. */
import { BadUsage, type Call, type Ending, print, textOf } from '../command.ts'
import { type Account, count, endingOf, newAccount, reportAudit } from './account.ts'
import { auditLog } from './audit.ts'
import { isRecordFolder, verifyFolder } from './folder.ts'
import { openHeadOf, originAt } from './head.ts'
import { noProgress, openProgress, type Progress } from './progress.ts'
import { accountJson, accountLines, verdictLines } from './show.ts'
import { isAddress, openSource, type Source } from './source.ts'
import { type FindTrust, knownLogs, trustOf } from './trust.ts'
import { vouchedIn } from './vouched.ts'

/** What the logs were asked of, and the account of each. */
interface Verified {
  readonly accounts: readonly Account[]
  /** What is said of the whole. */
  readonly headline: string
}

const progressFor =
  (call: Call) =>
  (entries: number): Progress =>
    call.values.json ? noProgress : openProgress(entries, process.stderr)

const verifyOne = async (source: Source, findTrust: FindTrust, call: Call): Promise<Verified> => {
  const origin = await originAt(source)
  if (origin === undefined)
    throw new BadUsage(`${source.name} holds neither about.json nor the checkpoint of a log`)
  const account = newAccount(origin, 'Log')
  const head = await openHeadOf(source, account, findTrust)
  if (head) {
    const progress = progressFor(call)(head.size)
    const advance = (entries: number): void => {
      count(account, 'entries', entries)
      progress.advance(entries)
    }
    const audited = await auditLog(head, source, vouchedIn(account, head), advance).finally(progress.end)
    if (!audited.ok) reportAudit(account, audited.refusal)
  }
  account.notes.push('acts, anchorings, proofs and files are compared when a whole folder is given')
  return { accounts: [account], headline: source.name }
}

const verifyAll = async (folder: string, findTrust: FindTrust, call: Call): Promise<Verified> => {
  const { about, accounts } = await verifyFolder({
    folder,
    findTrust,
    known: await knownLogs(textOf(call, 'policy')),
    isReplayed: call.values.replay === true,
    progressOf: progressFor(call),
  })
  const { process, seat, at } = about
  return { accounts, headline: `The record of ${process.key} as the seat ${seat} could read it on ${at}` }
}

/** Runs `verify log`. */
export const verifyLogs = async (call: Call): Promise<Ending> => {
  const [place] = call.positionals
  if (place === undefined) throw new BadUsage('verify log wants a folder or an address')
  const findTrust = await trustOf(textOf(call, 'policy'))
  const isFolder = !isAddress(place) && (await isRecordFolder(place))
  if (!isFolder && call.values.replay) throw new BadUsage('--replay wants a whole folder with about.json')
  const { accounts, headline } = isFolder
    ? await verifyAll(place, findTrust, call)
    : await verifyOne(await openSource(place, textOf(call, 'key-file')), findTrust, call)
  const ending = endingOf(accounts)
  print(call, { ok: ending === 0, place, logs: accounts.map(accountJson) }, [
    headline,
    ...accounts.flatMap(accountLines),
    ...verdictLines(accounts),
  ])
  return ending
}
