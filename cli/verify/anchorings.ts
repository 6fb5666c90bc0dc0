/** The anchorings of a room: beside the heads its log went through, and beside the leaves of the anchor log. */
import { collateAnchoring, collateHead, collateNewest } from '#domain/record/collation.ts'
import type { AnchoringLine } from '#domain/record/folder.ts'
import type { Head } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Onlooker } from './audit.ts'
import type { Lines } from './lines.ts'
import { beyond, type Report, shorter } from './report.ts'
import type { AtSize } from './roots.ts'

const { sha256 } = primitives

/** The heads that were anchored, in the order of the ticks. */
export interface AnchoredHeads {
  readonly at: AtSize
  /** The log was seen to its end: nothing may be anchored beyond it, and the newest anchoring is of its head. */
  readonly end: (head: Head) => void
}

/** Compares what each anchoring says of the room's log with the log itself. */
export const anchoredHeads = (lines: Lines<AnchoringLine>, report: Report): AnchoredHeads => {
  let newest: AnchoringLine | undefined
  const look = (line: AnchoringLine, size: number, root: () => Uint8Array): void => {
    newest = line
    const place = `anchoring ${line.index}`
    const same = collateHead(line, { size, root: root() })
    if (!same.ok) report(place, same.refusal)
  }
  return {
    at: (size, root) => {
      for (const line of lines.takeWhile((next) => next.size <= size)) look(line, size, root)
    },
    end: (head) => {
      for (const line of lines.takeWhile(() => true))
        report(`anchoring ${line.index}`, shorter(line.size, head.size))
      const last = collateNewest(newest, head)
      if (!last.ok && !lines.isBroken()) report('', last.refusal)
    },
  }
}

/** Compares each anchoring of a room with its leaf in the anchor log, which has so many entries. */
export const anchoredLeaves = (
  lines: Lines<AnchoringLine>,
  { origin, size }: { readonly origin: string; readonly size: number },
  report: Report,
): Onlooker => ({
  see: ({ start, end, entries }) => {
    for (const line of lines.takeWhile(({ index }) => index < end)) {
      const entry = entries[line.index - start]
      if (!entry) throw new Error('an anchoring beyond the entries that pass by')
      const same = collateAnchoring(entry, line, origin, sha256)
      if (!same.ok) report(`entry ${line.index} of the anchor log`, same.refusal)
    }
  },
  end: () => {
    for (const { index } of lines.takeWhile(() => true))
      report(`entry ${index} of the anchor log`, beyond(index, size))
  },
})
