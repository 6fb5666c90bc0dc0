/** The whole check of a room's record, as a browser does it: nothing the server says is believed, only what adds up. */
import type { Outcome } from '#domain/outcome.ts'
import { toHex } from '#domain/record/bytes.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { withTiles } from '#domain/record/tiles.ts'
import { type Compared, compareActs, misplaced } from './acts-compared.ts'
import { type Anchored, checkAnchoring } from './anchoring.ts'
import { auditEntries, type Entries } from './entries.ts'
import { type Flaw, flawFrom } from './flaw.ts'
import { type Head, keysOf, readHead } from './head.ts'
import { type Recalled, type RememberedHead, recallHead, type Tiles } from './memory.ts'
import { type Judged, judgeReceipts } from './promises.ts'
import { fetchJson, logFile, type Platform } from './wire.ts'

/** Which record is to be checked, and what this browser has kept that it must agree with. */
export interface Asked {
  readonly process: string
  readonly room: string
  readonly receipts: readonly string[]
  /** Heads found in order before, by log. */
  readonly remembered: Readonly<Record<string, RememberedHead>>
  /** The anchor log of this process, if one was found in order before. */
  readonly anchor?: string | undefined
}

/** How far a check has come: so many of so many entries hashed, then compared with their acts. */
export interface Progress {
  readonly stage: 'entries' | 'acts' | 'others'
  readonly done: number
  readonly of: number
}

/** A head that was checked, in words that can be shown and kept. */
export interface CheckedHead extends Omit<RememberedHead, 'at'> {
  readonly log: string
  readonly size: number
  /** The root hash in hexadecimal digits. */
  readonly root: string
  /** The keys of the policy, the log's first. */
  readonly keys: readonly string[]
  /** Who cosigned it, by their keys, and when they say they did. */
  readonly cosigned: readonly { readonly key: string; readonly at: string }[]
  /** The keys of the witnesses that the policy asks for and that have not cosigned it. */
  readonly missing: readonly string[]
  readonly recalled: Recalled | null
}

/** What came of a check. A log in which nothing has been signed yet has no head and, unless it once had one, no flaw. */
export interface Verdict {
  readonly head: CheckedHead | null
  readonly anchor: CheckedHead | null
  readonly anchored: Anchored | null
  readonly acts: Omit<Compared, 'flaws'>
  readonly receipts: Omit<Judged, 'flaws'>
  /** What is wrong with the room's log, and with the anchor log; both empty when everything is in order. */
  readonly flaws: readonly Flaw[]
  readonly anchorFlaws: readonly Flaw[]
}

/** What one log came to. */
interface Looked {
  readonly head: Head | null
  readonly checked: CheckedHead | null
  readonly tiles: Tiles
  readonly entries: Entries | null
  readonly flaws: readonly Flaw[]
}

const shownHead = (head: Head, recalled: Recalled | null): CheckedHead => {
  const { checkpoint, policy, policyFile, note, log } = head
  const present = checkpoint.cosignatures.map(({ key }) => key)
  return {
    log,
    policyFile,
    note,
    size: checkpoint.size,
    root: toHex(checkpoint.root),
    keys: keysOf(policy),
    cosigned: checkpoint.cosignatures.map(({ key, time }) => ({
      key: formatVerifierKey(key),
      at: new Date(time * 1000).toISOString(),
    })),
    missing: policy.witnesses.filter((key) => !present.includes(key)).map(formatVerifierKey),
    recalled,
  }
}

/** More keys than one would let whoever holds the other sign in the log's name. */
const logKeyFlaws = ({ policy: { logs } }: Head): readonly Flaw[] =>
  logs.length === 1 ? [] : [{ code: 'flaw.log-keys', facts: { count: logs.length } }]

const fetchedTiles =
  ({ fetch }: Platform, log: string): Tiles =>
  (work) =>
    withTiles((path) => fetch(logFile(log, path)), work)

/** Opens the head of a log and holds it against what is remembered; with `audit`, every entry is looked at first. */
const look = async (
  platform: Platform,
  log: string,
  remembered: RememberedHead | undefined,
  audit?: (entries: number, of: number) => void,
): Promise<Looked> => {
  const nothing = { head: null, checked: null, entries: null, tiles: fetchedTiles(platform, log) }
  const read = await readHead(platform, log)
  if (!read.ok) return { ...nothing, flaws: [flawFrom(read.refusal)] }
  const head = read.value
  const audited =
    head && audit ? await auditEntries(platform, head, (n) => audit(n, head.checkpoint.size)) : undefined
  const entries = audited?.ok ? audited.value : null
  const tiles: Tiles = entries ? async (work) => work(entries.readTile) : nothing.tiles
  const recalled = await recallHead(platform, log, remembered, head, tiles)
  const flaws = [
    ...(head ? logKeyFlaws(head) : []),
    ...(audited && !audited.ok ? [flawFrom(audited.refusal)] : []),
    ...(recalled?.flaws ?? []),
  ]
  return { head, checked: head && shownHead(head, recalled), tiles, entries, flaws }
}

const anchorOf = async ({ fetch }: Platform, process: string): Promise<string | undefined> => {
  const index = await fetchJson(fetch, `/api/processes/${process}/record`)
  const log = (index as { anchor?: { log?: unknown } } | undefined)?.anchor?.log
  return typeof log === 'string' ? log : undefined
}

/** What is wrong with an anchoring, which is due as soon as a head with entries is signed: both are done in one step. */
const anchoringFlaws = (anchored: Outcome<Anchored | null> | undefined, isDue: boolean): readonly Flaw[] => {
  if (anchored?.ok === false) return [flawFrom(anchored.refusal)]
  return isDue && !anchored?.value ? [{ code: 'flaw.not-anchored' }] : []
}

const checkAnchor = async (
  platform: Platform,
  asked: Asked,
  { head, tiles, entries }: Looked,
): Promise<Pick<Verdict, 'anchor' | 'anchored' | 'anchorFlaws'>> => {
  const log = await anchorOf(platform, asked.process)
  if (log === undefined) {
    const isGone = head !== null || asked.anchor !== undefined
    return { anchor: null, anchored: null, anchorFlaws: isGone ? [{ code: 'flaw.anchor-gone' }] : [] }
  }
  const isOther = asked.anchor !== undefined && asked.anchor !== log
  const other: readonly Flaw[] = isOther ? [{ code: 'flaw.anchor-other' }] : []
  const anchor = await look(platform, log, asked.remembered[log])
  const both =
    head && anchor.head && entries
      ? { process: asked.process, head, tiles, anchor: anchor.head, anchorTiles: anchor.tiles }
      : undefined
  const anchored = both && (await checkAnchoring(platform, both))
  const isDue = head !== null && head.checkpoint.size > 0 && entries !== null
  return {
    anchor: anchor.checked,
    anchored: anchored?.ok ? anchored.value : null,
    anchorFlaws: [...other, ...anchor.flaws, ...anchoringFlaws(anchored, isDue)],
  }
}

/**
 * Checks the record of a room: the signatures of its head, every entry, every act the reader may read, the newest
 * anchoring, the reader's receipts, and that nothing contradicts what this browser has seen before.
 * Rejects when the server cannot be reached.
 */
export const checkRoom = async (
  platform: Platform,
  asked: Asked,
  report: (progress: Progress) => void,
): Promise<Verdict> => {
  const { process, room, receipts, remembered } = asked
  const looked = await look(platform, room, remembered[room], (done, of) =>
    report({ stage: 'entries', done, of }),
  )
  const { head, entries, checked, flaws } = looked
  const of = entries?.leaves.length ?? 0
  const acts = entries
    ? await compareActs(platform, { process, room }, entries.leaves, (done) =>
        report({ stage: 'acts', done, of }),
      )
    : { compared: 0, hidden: 0, flaws: [] }
  report({ stage: 'others', done: of, of })
  const anchor = await checkAnchor(platform, asked, looked)
  const judged =
    head && entries
      ? await judgeReceipts(platform, process, head, entries, receipts)
      : { kept: 0, pending: 0, flaws: [] }
  return {
    head: checked,
    ...anchor,
    acts: { compared: acts.compared, hidden: acts.hidden },
    receipts: { kept: judged.kept, pending: judged.pending },
    flaws: [...flaws, ...misplaced(room, entries?.leaves ?? []), ...acts.flaws, ...judged.flaws],
  }
}
