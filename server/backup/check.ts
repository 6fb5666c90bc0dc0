/** The check of a restored backup: what mirrors have beyond it is taken over, and every witness is asked what it has seen. */
import pg from 'pg'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import { emptyRoot } from '#domain/record/tree.ts'
import type { Witness } from '#domain/record/witnessing.ts'
import { ownerPassword } from '../database/folder.ts'
import type { Installation } from '../installation.ts'
import { askAll, type Said } from '../record/asking.ts'
import { type LogRow, readLogs, swapHead, writeTiles } from '../record/ledgers.ts'
import { keepSaid } from '../record/offering.ts'
import { primitives } from '../record/primitives.ts'
import type { LineOf } from '../record/recorder.ts'
import { type Appointed, rosterOf } from '../record/roster.ts'
import type { SignedHead } from '../record/sequencer.ts'
import { sentence } from '../sentences.ts'
import { lastAnchorings, type Standing } from './again.ts'
import { type Finding, named } from './finding.ts'
import type { HeldBy, HeldFile, Shown } from './held.ts'
import { compareLog, type RestoredLog } from './log.ts'
import { regain } from './lost.ts'
import { headIn, type Mirror, readSigned, type Signed } from './mirror.ts'
import { BackupRefused } from './refused.ts'
import { putAnchorings, type Sources, takeActs, takeAnchorings, takeEntries } from './take.ts'
import { type Settled, verdict } from './verdict.ts'

/** What the check stands on. */
export interface CheckOptions extends Sources {
  /** The restored installation, which nobody else uses. */
  readonly installation: Installation
  readonly lineOf: LineOf
  /** What witnesses show of what they hold, and the checkpoints of anchor logs that were brought in files. */
  readonly heldBy: HeldBy
  readonly held: readonly HeldFile[]
  /** The seconds between two ticks, if a log does not tell. */
  readonly tickSeconds: number
  /** Seats without whose witness, if it is silent, the check goes on; `everybody` stands for all. */
  readonly without: readonly string[]
  readonly clock: () => Date
  readonly onProgress: (line: string) => void
}

/** How far a log is now. */
export interface CheckedLog {
  readonly log: string
  readonly name: string
  readonly size: number
  /** How many of its entries came from mirrors, and how many are of idle ticks that were made again. */
  readonly taken: number
  readonly remade: number
}

/** What came of the check. With any finding nothing was changed. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly logs: readonly CheckedLog[]
}

interface Process {
  readonly id: string
  readonly key: string
}

interface Work {
  readonly client: pg.Client
  readonly options: CheckOptions
}

/** The owner of a database of our own reads everything; so only the check connects like this, to a closed installation. */
const connect = async ({ address, names, secret }: Installation): Promise<pg.Client> => {
  const client = new pg.Client({
    ...address,
    user: names.owner,
    password: ownerPassword(secret),
    application_name: 'parley',
    pipeline: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const holds = (mirror: Mirror, log: string): boolean => mirror.about.logs.some((each) => each.log === log)

const ownHead = (row: LogRow, { keys }: Installation): Signed | undefined => {
  if (!row.head) return undefined
  const signed = readSigned(row.head.note, keys.log(row.log).key)
  if (signed.ok) return signed.value
  throw new BackupRefused(`the head of the log ${row.log} in the backup: ${sentence('en', signed.refusal)}`)
}

/** The heads of this log that were brought in files. */
const broughtOf = (row: LogRow, { installation, held }: CheckOptions): readonly Shown[] => {
  const { key } = installation.keys.log(row.log)
  return held
    .filter(({ origin }) => origin === key.name)
    .map(({ path, note }) => {
      const signed = readSigned(note, key)
      if (signed.ok) return { ...signed.value, by: path }
      throw new BackupRefused(`${path}: ${sentence('en', signed.refusal)}`)
    })
}

const restoredLog = async (
  { options }: Work,
  process: Process,
  row: LogRow,
  room: string,
): Promise<RestoredLog> => {
  const { key } = options.installation.keys.log(row.log)
  const heads = await Promise.all(
    options.mirrors.filter((mirror) => holds(mirror, row.log)).map((mirror) => headIn(mirror, row.log, key)),
  )
  const name = row.kind === 'anchor' ? 'the anchor log' : `the room ${room}`
  return {
    log: row.log,
    name: `${name} of ${process.key}`,
    seats: row.seats,
    row,
    own: ownHead(row, options.installation),
    mirrored: heads.flatMap((head) => head ?? []),
    shown: broughtOf(row, options),
  }
}

const logsOf = async (work: Work, process: Process): Promise<readonly RestoredLog[]> => {
  const rows = await readLogs(work.client, process.id)
  const keys = await work.client.query<{ room_id: string; key: string }>(
    'select room_id, key from parley.rooms where process_id = $1',
    [process.id],
  )
  const names = new Map(keys.rows.map(({ room_id, key }) => [room_id, key]))
  const logs = await Promise.all(
    rows.map((row) => restoredLog(work, process, row, names.get(row.log) ?? row.log)),
  )
  const last = ({ row }: RestoredLog): number => Number(row.kind === 'anchor')
  return logs.sort((a, b) => last(a) - last(b) || (a.name < b.name ? -1 : 1))
}

/** Writes down the newer head of a log with the tiles that belong to it. */
const keepHead = async ({ client, options }: Work, { log, head, tiles }: Settled): Promise<void> => {
  if (!head || head === log.own) return
  if (tiles.length > 0) await writeTiles(client, log.log, tiles)
  const policy = log.row.head?.policy ?? formatPolicy(options.installation.keys.log(log.log).key, [])
  await swapHead(client, log.row, { size: head.size, note: formatNote(head.text, [head.signature]), policy })
}

const settle = async (work: Work, log: RestoredLog): Promise<Settled> => {
  const compared = await compareLog(work.client, log)
  const settled = { ...compared, log, remade: 0 }
  if (compared.findings.length > 0) return settled
  const lack = { log: named(log), from: log.row.size, entries: compared.lacking }
  const isOfActs = log.row.kind !== 'anchor'
  if (!isOfActs) await takeEntries(work.client, lack)
  const findings =
    !isOfActs || lack.entries.length === 0 ? [] : await takeActs(work.client, lack, work.options)
  await keepHead(work, settled)
  return { ...settled, findings }
}

const isAnchor = ({ log }: Settled): boolean => log.row.kind === 'anchor'

const settleAnchorings = async ({ client, options }: Work, all: readonly Settled[]): Promise<void> => {
  const anchor = all.find(isAnchor)
  if (!anchor || anchor.lacking.length === 0) return
  const lack = { log: named(anchor.log), from: anchor.log.row.size, entries: anchor.lacking }
  for (const { log } of all)
    if (log !== anchor.log)
      await takeAnchorings(
        client,
        log.log,
        lack,
        options.mirrors.filter((mirror) => holds(mirror, log.log)),
      )
}

/** Of a log that nobody had signed, its beginning: it lets a witness say that it has seen more. */
const beginning = ({ log }: RestoredLog, { keys }: Installation): Signed => {
  const { key, sign } = keys.log(log)
  const head = { size: 0, root: emptyRoot(primitives.sha256) }
  const text = formatCheckpoint({ origin: key.name, ...head })
  return { ...head, text, signature: signatureLine(key, sign(toUtf8(text))) }
}

const offered = ({ options }: Work, { log, head }: Settled): SignedHead => {
  const signed = head ?? beginning(log, options.installation)
  const note = formatNote(signed.text, [signed.signature])
  return { ...signed, log: log.log, seats: log.seats, note, policy: log.row.head?.policy ?? '' }
}

const readRoster = async ({ client }: Work, process: Process): Promise<readonly Appointed[]> => {
  const { rows } = await client.query<{ state: Witness }>(
    `select o.state from parley.objects o join parley.rooms r using (room_id)
     where r.process_id = $1 and r.kind = 'plenary' and o.kind = 'witness' order by o.object_id`,
    [process.id],
  )
  return rosterOf(rows.map(({ state }) => state))
}

const ask = (
  { client, options }: Work,
  process: Process,
  heads: readonly SignedHead[],
  roster: readonly Appointed[],
): Promise<readonly Said[]> => {
  const { installation, lineOf } = options
  const lines = (of: string, witness: Appointed) => lineOf(of, witness, heads)
  const asking = { pool: client, keys: installation.keys, known: new Map<string, number>(), lineOf: lines }
  return askAll(asking, process.id, heads, roster)
}

/** What was offered of a process, and what its witnesses said. */
interface Asked {
  readonly heads: readonly SignedHead[]
  readonly said: readonly Said[]
}

const askAbout = async (
  work: Work,
  process: Process,
  all: readonly Settled[],
  roster: readonly Appointed[],
): Promise<Asked> => {
  const heads = all.map((settled) => offered(work, settled))
  return { heads, said: await ask(work, process, heads, roster) }
}

const standingOf = (
  { client, options }: Work,
  process: Process,
  all: readonly Settled[],
  heads: readonly SignedHead[],
): Standing => {
  const anchor = all.find(isAnchor)
  if (!anchor) throw new Error('a process without an anchor log')
  const { installation, tickSeconds } = options
  const rooms = heads.filter(({ log }) => log !== anchor.log.log)
  return { client, keys: installation.keys, process: process.id, anchor, rooms, tickSeconds }
}

const checkedLog = ({ log, lacking, remade }: Settled): CheckedLog => ({
  log: log.log,
  name: log.name,
  size: log.row.size + lacking.length + remade,
  taken: lacking.length,
  remade,
})

/** Asks the witnesses, makes ticks again that only they have seen, and says what stands against opening it. */
const hear = async (work: Work, process: Process, settled: readonly Settled[]): Promise<Checked> => {
  const { client, options } = work
  const roster = await readRoster(work, process)
  options.onProgress(`asking ${roster.length} witnesses what they have seen`)
  const first = await askAbout(work, process, settled, roster)
  const standing = standingOf(work, process, settled, first.heads)
  const { all, findings } = await regain({ ...standing, ...first, all: settled, heldBy: options.heldBy })
  const { heads, said } = all === settled ? first : await askAbout(work, process, all, roster)
  const anchorings = await lastAnchorings(standingOf(work, process, all, heads))
  await putAnchorings(client, anchorings)
  const isSaid = (finding: Finding): boolean =>
    finding.kind === 'missing' && findings.some((each) => 'log' in each && each.log.log === finding.log.log)
  const others = verdict(all, said, options.without, new Set(anchorings.map(({ room }) => room))).filter(
    (finding) => !isSaid(finding),
  )
  await keepSaid(client, heads, said, options.clock().toISOString())
  return { findings: [...findings, ...others], logs: all.map(checkedLog) }
}

const checkProcess = async (work: Work, process: Process): Promise<Checked> => {
  const { options } = work
  const logs = await logsOf(work, process)
  options.onProgress(`comparing ${logs.length} logs of ${process.key} with ${options.mirrors.length} mirrors`)
  const all: Settled[] = []
  for (const log of logs) all.push(await settle(work, log))
  await settleAnchorings(work, all)
  const broken = all.flatMap(({ findings }) => findings)
  return broken.length > 0 ? { findings: broken, logs: [] } : hear(work, process, all)
}

/** Only of an anchor log a head is of use without its entries. */
const checkBrought = async (client: pg.ClientBase, { held }: CheckOptions): Promise<void> => {
  const anchors = await client.query<{ log: string }>(
    "select room_id as log from parley.rooms where kind = 'anchor'",
  )
  const origins = anchors.rows.map(({ log }) => originOf(log))
  const other = held.find(({ origin }) => !origins.includes(origin))
  if (other) throw new BackupRefused(`${other.path} is of no anchor log in this backup: ${other.origin}`)
}

const processesOf = async ({ client, options }: Work): Promise<readonly Process[]> => {
  const { rows } = await client.query<Process>(
    'select process_id as id, key from door.processes where ready order by key',
  )
  const stranger = options.mirrors.find(({ about }) => rows.every(({ id }) => id !== about.process.id))
  if (stranger)
    throw new BackupRefused(
      `the mirror ${stranger.folder} is of another process (${stranger.about.process.key}) than any in this backup`,
    )
  await checkBrought(client, options)
  return rows
}

/** What was taken back since the backup was made would be valid again: who may come in is asked anew. */
const closeDoors = async (client: pg.ClientBase): Promise<void> => {
  for (const table of ['sessions', 'challenges', 'mirrors']) await client.query(`delete from door.${table}`)
  await client.query('delete from door.invitations where used_at is null')
}

/**
 * Checks a restored installation and takes over what mirrors have beyond it, all in one transaction.
 * It may be opened when there is no finding. Throws `BackupRefused` for a mirror that cannot be read.
 */
export const checkRestored = async (options: CheckOptions): Promise<Checked> => {
  const client = await connect(options.installation)
  const work = { client, options }
  try {
    await client.query('begin')
    const checked: Checked[] = []
    for (const process of await processesOf(work)) checked.push(await checkProcess(work, process))
    const findings = checked.flatMap((each) => each.findings)
    if (findings.length === 0) await closeDoors(client)
    await client.query(findings.length === 0 ? 'commit' : 'rollback')
    return { findings, logs: checked.flatMap((each) => each.logs) }
  } finally {
    await client.end().catch(() => undefined)
  }
}
