/** A whole folder of a record, verified log by log. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { named } from '#domain/parties/localised.ts'
import { collateLogs } from '#domain/record/collation.ts'
import { type About, type AboutLog, aboutPath, parseAbout } from '#domain/record/folder.ts'
import { originOf } from '#domain/record/origin.ts'
import { type Account, newAccount, report } from './account.ts'
import { verifyAnchor } from './anchor.ts'
import { openHeadOf } from './head.ts'
import { orBadInput, plainly, readInput } from './input.ts'
import type { Progress } from './progress.ts'
import { type OpenedLog, verifyRoom } from './room.ts'
import { folderSource } from './source.ts'
import type { FindTrust } from './trust.ts'

/** Whether a folder is one of a whole record. */
export const isRecordFolder = (folder: string): Promise<boolean> =>
  readFile(join(folder, aboutPath)).then(
    () => true,
    () => false,
  )

/** What was asked for. */
export interface FolderTask {
  readonly folder: string
  readonly findTrust: FindTrust
  /** The ids of the logs that must be there. */
  readonly known: readonly string[]
  readonly isReplayed: boolean
  /** Opens the progress of so many entries. */
  readonly progressOf: (entries: number) => Progress
}

/** The account of a whole folder. */
export interface FolderAccount {
  readonly about: About
  readonly accounts: readonly Account[]
}

const nameOf = (log: AboutLog): string =>
  log.kind === 'room' ? named(log.room.name, 'en') || log.room.key : 'Anchor log'

interface Entry {
  readonly about: AboutLog
  readonly account: Account
  readonly opened: OpenedLog | undefined
}

const openEntry = async ({ folder, findTrust }: FolderTask, about: AboutLog): Promise<Entry> => {
  const account = newAccount(about.origin, nameOf(about))
  const head = await openHeadOf(folderSource(join(folder, about.log)), account, findTrust)
  const { trust } = account
  const opened = head && trust && { folder, log: about.log, head, trust, account }
  return { about, account, opened }
}

const absentLogs = (known: readonly string[], logs: readonly AboutLog[]): readonly Account[] => {
  const there = logs.map(({ origin }) => origin)
  return [...collateLogs(known.map(originOf), there)].map(([origin, refusal]) => {
    const account = newAccount(origin, 'A log that is not here')
    report(account, '', refusal)
    return account
  })
}

/** Verifies every log of a folder. Throws `BadUsage` if `about.json` or a policy that was given cannot be read. */
export const verifyFolder = async (task: FolderTask): Promise<FolderAccount> => {
  const path = join(task.folder, aboutPath)
  const about = orBadInput(parseAbout((await readInput(path)).toString()), task.folder)
  const entries: Entry[] = []
  for (const log of about.logs) entries.push(await openEntry(task, log))
  const total = entries.reduce((sum, { opened }) => sum + (opened?.head.size ?? 0), 0)
  const progress = task.progressOf(total)
  try {
    await verifyEntries(entries, { isReplayed: task.isReplayed, advance: progress.advance })
  } finally {
    progress.end()
  }
  const accounts = entries.map(({ account }) => account)
  return { about, accounts: [...accounts, ...absentLogs(task.known, about.logs)] }
}

const verifyEntries = async (
  entries: readonly Entry[],
  manner: Parameters<typeof verifyRoom>[1],
): Promise<void> => {
  const rooms = entries.filter(({ about }) => about.kind === 'room')
  for (const { about, opened } of rooms)
    if (opened) await plainly(about.log, () => verifyRoom(opened, manner))
  const anchored = rooms.map(({ about, account }) => ({ log: about.log, account }))
  const anchor = entries.find(({ about }) => about.kind === 'anchor')?.opened
  if (anchor) await plainly(anchor.log, () => verifyAnchor(anchor, anchored, manner))
}
