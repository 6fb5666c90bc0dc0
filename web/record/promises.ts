/** The receipts kept in this browser, each judged by the last checkpoint that the witnesses vouched for. */

import type { WitnessedCheckpoint } from '#domain/record/policy.ts'
import { verifySlowly } from '#domain/record/primitives.ts'
import {
  type Finding,
  judgeReceipt,
  openReceipt,
  type Shown,
  type VerifiedReceipt,
} from '#domain/record/receipt.ts'
import { fromTiles } from '#domain/record/tiles.ts'
import { inclusionProof, leafHash } from '#domain/record/tree.ts'
import type { Entries } from './entries.ts'
import { type Flaw, flawFrom } from './flaw.ts'
import { type Head, openHead } from './head.ts'
import { continues } from './memory.ts'
import { fetchJson, type Platform, recordOf } from './wire.ts'

/** How many promises were kept, how many nothing can be said of yet, and those that were broken. */
export interface Judged {
  readonly kept: number
  readonly pending: number
  readonly flaws: readonly Flaw[]
}

const vouchedNote = (view: unknown): string | undefined => {
  const { note } = (view as { log?: { vouched?: { note?: unknown } | null } } | undefined)?.log?.vouched ?? {}
  return typeof note === 'string' ? note : undefined
}

/** The last checkpoint of the log that all its witnesses vouched for, if it is one of the same history. */
const findWitnessed = async (
  platform: Platform,
  process: string,
  head: Head,
  { readTile }: Entries,
): Promise<{ readonly witnessed: WitnessedCheckpoint | null; readonly flaws: readonly Flaw[] }> => {
  if (head.witnessed) return { witnessed: head.witnessed, flaws: [] }
  const note = vouchedNote(await fetchJson(platform.fetch, recordOf(process, head.log)))
  const opened = note === undefined ? undefined : await openHead(platform, head.log, head.policyFile, note)
  const witnessed = opened?.ok ? opened.value.witnessed : null
  if (!witnessed) return { witnessed: null, flaws: [] }
  const same = await continues(
    witnessed,
    head.checkpoint,
    async (work) => work(readTile),
    platform.primitives.sha256,
  )
  return same.ok ? { witnessed, flaws: [] } : { witnessed: null, flaws: [flawFrom(same.refusal)] }
}

const shownAt = (
  { index }: VerifiedReceipt,
  { size }: WitnessedCheckpoint,
  { leaves, readTile }: Entries,
  { primitives: { sha256 } }: Platform,
): Shown | undefined => {
  const leaf = leaves[index]
  if (index >= size || !leaf) return undefined
  const path = fromTiles(size, readTile, sha256, (read) => inclusionProof(index, size, read, sha256))
  return path.ok ? { leaf: leafHash(leaf, sha256), path: path.value } : undefined
}

const broken: Partial<Record<Finding, string>> = {
  replaced: 'flaw.promise-replaced',
  omitted: 'flaw.promise-omitted',
}

/** Judges receipts of one log by what its entries are. */
export const judgeReceipts = async (
  platform: Platform,
  process: string,
  head: Head,
  entries: Entries,
  receipts: readonly string[],
): Promise<Judged> => {
  if (receipts.length === 0) return { kept: 0, pending: 0, flaws: [] }
  const { witnessed, flaws: found } = await findWitnessed(platform, process, head, entries)
  const flaws = [...found]
  let [kept, pending] = [0, 0]
  for (const text of receipts) {
    const receipt = await verifySlowly(platform.primitives, (now) => openReceipt(text, head.policy.logs, now))
    if (!receipt.ok) {
      flaws.push({ code: 'flaw.promise-foreign' })
      continue
    }
    const shown = witnessed && shownAt(receipt.value, witnessed, entries, platform)
    const finding = witnessed
      ? judgeReceipt(receipt.value, witnessed, shown ?? undefined, platform.primitives.sha256)
      : ({ ok: true, value: 'pending' } as const)
    const { index } = receipt.value
    const code = finding.ok ? broken[finding.value] : finding.refusal.code
    if (code) flaws.push({ code, facts: { index }, entry: index })
    else if (finding.ok && finding.value === 'kept') kept += 1
    else pending += 1
  }
  return { kept, pending, flaws }
}
