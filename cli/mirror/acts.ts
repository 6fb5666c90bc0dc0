/** The acts of a room: each beside its entry, before it is written down. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { collateAct, collateEntry } from '#domain/record/collation.ts'
import { type ActLine, actsPath, formatActLine } from '#domain/record/folder.ts'
import { filesBrought } from '#domain/rooms/paper.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Disk } from './disk.ts'
import type { Batch } from './growth.ts'
import type { Pages } from './pages.ts'

/** The acts of a room that are not held yet. */
export interface NewActs {
  readonly disk: Disk
  readonly room: string
  /** The entries before this one are held. */
  readonly from: number
  readonly pages: Pages<ActLine>
  /** Gets the name of every paper that an act brings. */
  readonly onPaper: (file: string) => void
}

const { sha256 } = primitives

const at = (index: number, { ok: _, refusal }: ReturnType<typeof refuse>) =>
  refuse(refusal.code, { ...refusal.facts, place: `entry ${index}` })

/**
 * Looks at the acts of a batch of entries, and writes those down that are right. An entry without an act is one that
 * this seat may not read. Refusals, with the place: those of `collateAct` and `collateEntry`.
 */
export const takeActs = async (acts: NewActs, { start, end, entries }: Batch): Promise<Outcome<void>> => {
  const { disk, room, from, pages, onPaper } = acts
  const lines = await pages.takeWhile(({ index }) => index < end)
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  for (const [i, entry] of entries.entries()) {
    const index = start + i
    const line = byIndex.get(index)
    if (index < from) continue
    const right = line ? collateAct(entry, line, room, sha256) : collateEntry(entry, { room, index })
    if (!right.ok) return at(index, right)
  }
  for (const { act } of lines) for (const { file } of filesBrought(act)) onPaper(file)
  if (lines.length > 0) await disk.append(actsPath(room), lines.map(formatActLine).join(''))
  return done(undefined)
}
