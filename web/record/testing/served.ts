/** A room's record as a server gives it out, in memory: its log, the anchor log, acts with their salts, receipts. */
import type { Anchoring, SaltedAct } from '#contract/record.ts'
import { anchorLeaf } from '#domain/record/anchor.ts'
import { formatBundle } from '#domain/record/bundle.ts'
import { toBase64, toHex, toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import { emptyFrontier, frontierRoot, grow, partialTileBytes } from '#domain/record/frontier.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { formatNote } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import { formatReceipt } from '#domain/record/receipt.ts'
import { lineBy, platform, type Signer, sha256, signer } from '#domain/record/testing/platform.ts'
import { type Tile, tilePath, tileWidth } from '#domain/record/tiles.ts'
import { leafHash } from '#domain/record/tree.ts'
import type { Platform } from '../wire.ts'

export const process = 'p'
export const room = '11111111-1111-4111-8111-111111111111'
export const anchor = '22222222-2222-4222-8222-222222222222'
export const at = '2026-11-24T14:00:00.000Z'
const seconds = Date.parse(at) / 1000
export const logKey = (log: string): Signer => signer(originOf(log), 'note')
export const witness = (name: string): Signer => signer(`witness.example/${name}`, 'cosignature')
export const witnesses = ['us', 'ru', 'mediator'].map(witness)

/** A witness, and when it cosigned; undefined for one that did not. */
interface Cosigning {
  readonly by: Signer
  readonly time: number | undefined
}

export const everybody: readonly Cosigning[] = witnesses.map((by) => ({ by, time: seconds }))

export const saltOf = (index: number): Uint8Array => sha256(toUtf8(`salt ${index}`))

export const actAt = (index: number, words = `words ${index}`): SaltedAct => ({
  index,
  salt: toHex(saltOf(index)),
  act: {
    id: `act-${index}`,
    room,
    kind: 'message.send',
    object: `object-${index}`,
    by: { seat: 'us', member: 'm' },
    at,
    payload: { original: 'en', words: { en: words } },
  },
})

export const actsOf = (size: number, words?: string): readonly SaltedAct[] =>
  Array.from({ length: size }, (_, i) => actAt(i, words))

export const leafFor = ({ index, act }: SaltedAct, place = index): string =>
  leafOf(act, place, saltOf(index), sha256)

/** The files of a log of these leaves, by their paths beneath its prefix. */
export interface LogFiles {
  readonly size: number
  readonly text: string
  readonly root: Uint8Array
  readonly files: ReadonlyMap<string, Uint8Array>
}

const policyFor = ({ key }: Signer, cosigning: readonly Cosigning[]): string =>
  formatPolicy(
    key,
    cosigning.map(({ by }, i) => ({ name: `w${i}`, key: by.key })),
  )

export const logFiles = (
  log: string,
  leaves: readonly string[],
  cosigning: readonly Cosigning[] = everybody,
  key: Signer = logKey(log),
): LogFiles => {
  const entries = leaves.map(toUtf8)
  const { frontier, full } = grow(
    emptyFrontier,
    entries.map((entry) => leafHash(entry, sha256)),
    sha256,
  )
  const files = new Map<string, Uint8Array>()
  const put = ({ tile, bytes }: { tile: Tile; bytes: Uint8Array }) => files.set(tilePath(tile), bytes)
  for (const tile of [...full, ...partialTileBytes(frontier)]) put(tile)
  for (let index = 0; index * tileWidth < entries.length; index += 1) {
    const some = entries.slice(index * tileWidth, (index + 1) * tileWidth)
    put({ tile: { level: 'entries', index, width: some.length }, bytes: formatBundle(some) })
  }
  const root = frontierRoot(frontier, sha256)
  const text = formatCheckpoint({ origin: originOf(log), size: entries.length, root })
  const lines = cosigning.flatMap(({ by, time }) => (time === undefined ? [] : [lineBy(by, text, time)]))
  files.set('checkpoint', toUtf8(formatNote(text, [lineBy(key, text), ...lines])))
  files.set('policy', toUtf8(policyFor(key, cosigning)))
  return { size: entries.length, text, root, files }
}

/** What is served: the room's log and the anchor's, the acts that are shown, the anchorings. */
export interface Served {
  readonly log: LogFiles
  readonly anchor: LogFiles
  readonly acts: readonly SaltedAct[]
  readonly anchorings: readonly Anchoring[]
  readonly vouched?: string
}

const others = ['a', 'b', 'c'].map((name) => anchorLeaf(`other ${name}`, at, saltOf(7), sha256))

/** The anchor log after a few ticks, in the last of which this head of the room's log was anchored. */
export const anchoredAs = (
  head: LogFiles,
  cosigning: readonly Cosigning[] = everybody,
): Pick<Served, 'anchor' | 'anchorings'> => {
  const salt = saltOf(99)
  const leaves = [...others, anchorLeaf(head.text, at, salt, sha256), ...others]
  const anchoring = { index: 3, at, size: head.size, root: toBase64(head.root), salt: toHex(salt) }
  return { anchor: logFiles(anchor, leaves, cosigning), anchorings: [anchoring] }
}

/** A true record of a room with these acts. */
export const recordOf = (acts: readonly SaltedAct[], cosigning: readonly Cosigning[] = everybody): Served => {
  const log = logFiles(
    room,
    acts.map((act) => leafFor(act)),
    cosigning,
  )
  return { log, acts, ...anchoredAs(log) }
}

export const noteOf = ({ files }: LogFiles): string => new TextDecoder().decode(files.get('checkpoint'))
export const policyOf = ({ files }: LogFiles): string => new TextDecoder().decode(files.get('policy'))

/** The log's promise that an act will stand at a place. */
export const receiptFor = (act: SaltedAct, index = act.index, by = logKey(room), time = seconds): string => {
  const leaf = leafHash(toUtf8(leafFor(act)), sha256)
  const text = formatReceipt({ origin: originOf(room), index, leaf, time, within: 600 })
  return formatNote(text, [lineBy(by, text)])
}

const rowsFrom = <T extends { readonly index: number }>(rows: readonly T[], query: string): readonly T[] => {
  const from = Number(/from=(\d+)/.exec(query)?.[1] ?? 0)
  return rows.filter(({ index }) => index >= from).slice(0, 500)
}

/** The platform on which the check of this record runs; `touch` may change an answer, `asked` hears every address. */
export const serving = (
  record: Served,
  touch: (path: string, bytes: Uint8Array | undefined) => Uint8Array | undefined = (_, bytes) => bytes,
): Platform & { readonly asked: string[]; readonly most: () => number } => {
  const asked: string[] = []
  let [open, most] = [0, 0]
  const json = (value: unknown): Uint8Array => toUtf8(JSON.stringify(value))
  const base = `/api/processes/${process}`
  const answer = (path: string): Uint8Array | undefined => {
    if (path.startsWith(`/log/${room}/`)) return record.log.files.get(path.slice(room.length + 6))
    if (path.startsWith(`/log/${anchor}/`)) return record.anchor.files.get(path.slice(anchor.length + 6))
    const own = `${base}/rooms/${room}/record`
    if (path === `${base}/record`) return json({ anchor: { log: anchor } })
    if (path === own) return json({ log: { vouched: record.vouched ? { note: record.vouched } : null } })
    if (path.startsWith(`${own}/acts`)) return json({ acts: rowsFrom(record.acts, path) })
    if (path.startsWith(`${own}/anchorings`)) return json({ anchorings: rowsFrom(record.anchorings, path) })
    throw new Error(`nobody serves ${path}`)
  }
  const fetch = async (path: string) => {
    asked.push(path)
    open += 1
    most = Math.max(most, open)
    await Promise.resolve()
    open -= 1
    return touch(path, answer(path))
  }
  const primitives = {
    sha256,
    verifyEd25519: async (...given: Parameters<typeof platform.verifyEd25519>) =>
      platform.verifyEd25519(...given),
  }
  return { fetch, primitives, asked, most: () => most }
}
