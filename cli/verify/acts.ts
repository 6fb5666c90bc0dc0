/** The acts of a room beside the entries of its log. */
import { collateAct, collateEntry, collateProven } from '#domain/record/collation.ts'
import { type ActLine, proofPath } from '#domain/record/folder.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Onlooker } from './audit.ts'
import type { Lines } from './lines.ts'
import { beyond, type Report } from './report.ts'

/** A room's log: the room's id, and how many entries the head has. */
export interface RoomLog {
  readonly room: string
  readonly size: number
}

const { sha256 } = primitives

/** Who else is concerned with the acts. */
export interface Concerned {
  /** Gets each act that is right. */
  readonly keep: (line: ActLine) => void
  /** Whether the folder has a proof of this entry. */
  readonly isProven: (index: number) => boolean
}

/** Compares every act with its leaf, and every leaf without an act with its place, where no proof may be either. */
export const actsOf = (
  lines: Lines<ActLine>,
  { room, size }: RoomLog,
  report: Report,
  { keep, isProven }: Concerned,
): Onlooker => {
  const look = (entry: Uint8Array, index: number, line: ActLine | undefined): void => {
    const same = line ? collateAct(entry, line, room, sha256) : collateEntry(entry, { room, index })
    if (!same.ok) report(`entry ${index}`, same.refusal)
    else if (line) keep(line)
    if (lines.isBroken() || !isProven(index)) return
    const proven = collateProven(index, line !== undefined)
    if (!proven.ok) report(proofPath(room, index), proven.refusal)
  }
  return {
    see: ({ start, end, entries }) => {
      const shown = new Map<number, ActLine>()
      for (const line of lines.takeWhile(({ index }) => index < end)) shown.set(line.index, line)
      for (const [i, entry] of entries.entries()) look(entry, start + i, shown.get(start + i))
    },
    end: () => {
      for (const { index } of lines.takeWhile(() => true)) report(`entry ${index}`, beyond(index, size))
    },
  }
}
