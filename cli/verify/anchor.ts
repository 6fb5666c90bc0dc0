/** The anchor log of a folder, beside the anchorings of every room. */
import { parseAnchorLeaf } from '#domain/record/anchor.ts'
import { anchoringsPath, parseAnchoringLine } from '#domain/record/folder.ts'
import { type Account, report } from './account.ts'
import { anchoredLeaves } from './anchorings.ts'
import type { Onlooker } from './audit.ts'
import { openLines } from './lines.ts'
import { auditInto, type Manner, type OpenedLog } from './room.ts'
import { vouchedIn } from './vouched.ts'

/** A room whose anchorings are looked for. */
export interface AnchoredRoom {
  readonly log: string
  readonly account: Account
}

const wellFormed = (account: Account): Onlooker => ({
  see: ({ start, entries }) => {
    for (const [i, entry] of entries.entries()) {
      const leaf = parseAnchorLeaf(entry)
      if (!leaf.ok) report(account, `entry ${start + i}`, leaf.refusal)
    }
  },
  end: () => undefined,
})

/** Verifies the anchor log; an anchoring it does not bear out is a finding about its room. */
export const verifyAnchor = async (
  opened: OpenedLog,
  rooms: readonly AnchoredRoom[],
  { advance }: Manner,
): Promise<void> => {
  const { account, head } = opened
  const { size } = head
  const sides = rooms.map(({ log, account: room }) => {
    const say = report.bind(null, room)
    const lines = openLines(opened.folder, anchoringsPath(log), parseAnchoringLine, (refusal) =>
      say('', refusal),
    )
    return { lines, onlooker: anchoredLeaves(lines, { origin: room.origin, size }, say) }
  })
  try {
    const onlookers = sides.map(({ onlooker }) => onlooker)
    await auditInto(opened, [wellFormed(account), ...vouchedIn(account, head), ...onlookers], advance)
  } finally {
    for (const { lines } of sides) lines.close()
  }
}
