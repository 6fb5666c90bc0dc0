/** Makes the head of a log ready to be taken: everything that belongs to it is fetched, looked at and written down. */
import { done, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import { actsPath, anchoringsPath } from '#domain/record/folder.ts'
import { emptyRoot } from '#domain/record/tree.ts'
import { primitives } from '#server/record/primitives.ts'
import { type NewActs, takeActs } from './acts.ts'
import { type AnchoredHeads, type AnchorLog, openAnchored } from './anchored.ts'
import type { Disk } from './disk.ts'
import { type Batch, type Growth, heldEdge, type NotGrown, takeGrowth } from './growth.ts'
import { contradicts, type Head } from './heads.ts'
import { cutBack, type Held, type HeldLines } from './held.ts'
import { pagesFrom } from './pages.ts'
import { fetchPapers, type PaperNotHad } from './papers.ts'
import type { Server } from './server.ts'

/** What the work on a log stands on. */
export interface Surroundings {
  readonly disk: Disk
  readonly server: Server
  /** Told how many entries were looked at. */
  readonly advance: (entries: number) => void
}

/** A head with everything that belongs to it on the disk; only the head itself is not taken yet. */
export interface Ready {
  readonly kind: 'ready'
  readonly held: Held
  readonly head: Head
  readonly lines: HeldLines
  readonly notHad: readonly PaperNotHad[]
}

/** Why a head cannot be taken. */
export type NotReady =
  | { readonly kind: 'contradiction'; readonly refusal: Refusal }
  | { readonly kind: 'damaged'; readonly refusal: Refusal }
  /** `isUnshown`: nor does the server show that the head continues the one held. */
  | { readonly kind: 'unsound'; readonly refusal: Refusal; readonly isUnshown: boolean }
  /** The newest anchoring is not that of the head, of this size: somewhere between two ticks. */
  | { readonly kind: 'unanchored'; readonly size: number }

const notReady = ({ refusal, shows }: NotGrown, { head }: Held, { checkpoint }: Head): NotReady =>
  shows === 'forged'
    ? { kind: 'contradiction', refusal: forged(head?.size ?? 0, checkpoint.size) }
    : { kind: 'unsound', refusal, isUnshown: shows === 'nothing' }

const forged = (from: number, to: number): Refusal => refuse('record.history-forged', { from, to }).refusal

const sizeOf = ({ head }: Held): number => head?.size ?? 0

const grow = async (
  { disk, server, advance }: Surroundings,
  held: Held,
  head: Head,
  { begin, see }: Pick<Growth, 'begin' | 'see'>,
): Promise<NotReady | undefined> => {
  const next = head.checkpoint
  if (next.size === sizeOf(held)) {
    const begun = await begin()
    return begun.ok ? undefined : { kind: 'unsound', refusal: begun.refusal, isUnshown: false }
  }
  const edge = await heldEdge(disk, held.log, held.head)
  if (!edge.ok) return { kind: 'damaged', refusal: edge.refusal }
  const growth = { disk, server, log: held.log, held: held.head, next, begin, see, advance }
  const fault = await takeGrowth(growth, edge.value)
  return fault && notReady(fault, held, head)
}

/** Makes the anchor log ready. */
export const readyAnchor = async (
  surroundings: Surroundings,
  held: Held,
  head: Head,
): Promise<Ready | NotReady> => {
  const against = contradicts(held.head, head.checkpoint)
  if (against) return { kind: 'contradiction', refusal: against }
  const look = async () => done(undefined)
  const fault = await grow(surroundings, held, head, { begin: look, see: look })
  return fault ?? { kind: 'ready', held, head, lines: held.lines, notHad: [] }
}

interface RoomWork {
  readonly surroundings: Surroundings
  readonly held: Held
  readonly head: Head
  readonly anchored: AnchoredHeads
  readonly acts: NewActs
}

const seeBoth =
  ({ acts, anchored }: RoomWork) =>
  async (batch: Batch): Promise<Outcome<void>> => {
    const seen = await takeActs(acts, batch)
    return seen.ok ? anchored.upTo(batch.end, batch.rootAt) : seen
  }

const growRoom = async (work: RoomWork): Promise<NotReady | undefined> => {
  const { surroundings, held, head, anchored } = work
  const rootHeld = held.head?.root ?? emptyRoot(primitives.sha256)
  const begin = () => anchored.upTo(sizeOf(held), () => rootHeld)
  const fault = await grow(surroundings, held, head, { begin, see: seeBoth(work) })
  if (fault || anchored.isOf(head.checkpoint)) return fault
  return { kind: 'unanchored', size: head.checkpoint.size }
}

/** How long a file of lines has become; one that is not there yet is begun. */
const lengthOf = async (disk: Disk, path: string): Promise<number> => {
  const length = await disk.length(path)
  if (length === undefined) await disk.append(path, '')
  return length ?? 0
}

/** Makes a room ready, beside the anchor log. What was written of a head that cannot be taken is cut away again. */
export const readyRoom = async (
  surroundings: Surroundings,
  held: Held,
  head: Head,
  anchor: AnchorLog,
): Promise<Ready | NotReady> => {
  const { disk, server } = surroundings
  const room = held.log
  const against = contradicts(held.head, head.checkpoint)
  if (against) return { kind: 'contradiction', refusal: against }
  const from = sizeOf(held)
  const { newest } = held.lines
  const lacking = new Set(held.lines.lacking)
  const acts: NewActs = {
    disk,
    room,
    from,
    pages: pagesFrom(from, (next) => server.acts(room, next)),
    onPaper: (file) => lacking.add(file),
  }
  const pages = pagesFrom(newest ? newest.index + 1 : 0, (next) => server.anchorings(room, next))
  const anchored = openAnchored({ disk, room, anchor, pages, newest })
  const fault = await growRoom({ surroundings, held, head, anchored, acts })
  if (fault) {
    await cutBack(disk, held)
    return fault
  }
  const notHad = await fetchPapers(disk, server, room, lacking)
  const lines: HeldLines = {
    acts: await lengthOf(disk, actsPath(room)),
    anchorings: await lengthOf(disk, anchoringsPath(room)),
    newest: anchored.newest(),
    lacking: new Set(notHad.map(({ file }) => file)),
  }
  return { kind: 'ready', held, head, lines, notHad }
}
