/** The acts that the reader may read, each compared with its entry in the log by means of its salt. */
import type { SaltedAct } from '#contract/record.ts'
import type { Act } from '#domain/record/act.ts'
import { fromHex } from '#domain/record/bytes.ts'
import { parseLeaf, reveal } from '#domain/record/leaf.ts'
import type { Sha256 } from '#domain/record/primitives.ts'
import type { Flaw } from './flaw.ts'
import { fetchRows, inOrder, type Platform, recordOf, rowsAtOnce } from './wire.ts'

/** How many acts were compared with their entries; the acts of the other entries were not shown, for whatever reason. */
export interface Compared {
  readonly compared: number
  readonly hidden: number
  readonly flaws: readonly Flaw[]
}

const isSaltedAct = (row: unknown): row is SaltedAct => {
  const { index, salt, act } = (row ?? {}) as { index?: unknown; salt?: unknown; act?: { room?: unknown } }
  return typeof index === 'number' && typeof salt === 'string' && typeof act?.room === 'string'
}

/** Entries that do not say of themselves that they stand where they stand. */
export const misplaced = (room: string, leaves: readonly Uint8Array[]): readonly Flaw[] =>
  leaves.flatMap((leaf, entry) => {
    const read = parseLeaf(leaf)
    if (read.ok && read.value.room === room && read.value.index === entry) return []
    return [{ code: 'flaw.misplaced', facts: { index: entry }, entry }]
  })

const flawOf = ({ index, salt, act }: SaltedAct, leaf: Uint8Array, sha256: Sha256): readonly Flaw[] => {
  const differs: Flaw = { code: 'record.act-differs', facts: { index }, entry: index }
  try {
    return reveal(leaf, act as Act, fromHex(salt) ?? new Uint8Array(), sha256).ok ? [] : [differs]
  } catch {
    // Only what has no canonical form gets here, and nothing in a log commits to such a thing.
    return [differs]
  }
}

/** Compares every act that the server shows with its entry; `report` hears up to which entry that was done. */
export const compareActs = async (
  { fetch, primitives }: Platform,
  { process, room }: { readonly process: string; readonly room: string },
  leaves: readonly Uint8Array[],
  report: (entries: number) => void,
): Promise<Compared> => {
  const chunks = Array.from({ length: Math.ceil(leaves.length / rowsAtOnce) }, (_, i) => i * rowsAtOnce)
  const path = `${recordOf(process, room)}/acts?from=`
  const work = chunks.map((from) => () => fetchRows(fetch, `${path}${from}`, 'acts', isSaltedAct))
  const seen = new Set<number>()
  const flaws: Flaw[] = []
  for await (const acts of inOrder(work)) {
    for (const act of acts) {
      const leaf = leaves[act.index]
      if (!leaf || seen.has(act.index)) continue
      seen.add(act.index)
      flaws.push(...flawOf(act, leaf, primitives.sha256))
    }
    report(Math.max(-1, ...acts.map(({ index }) => index)) + 1)
  }
  return { compared: seen.size, hidden: leaves.length - seen.size, flaws }
}
