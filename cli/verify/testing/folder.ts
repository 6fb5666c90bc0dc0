/** A small record in a folder, with keys made from names; every step of its making can be done wrongly on purpose. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { replay } from '#domain/acts.ts'
import type { Act } from '#domain/record/act.ts'
import { anchorLeaf } from '#domain/record/anchor.ts'
import { formatBundle } from '#domain/record/bundle.ts'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatCheckpoint } from '#domain/record/checkpoint.ts'
import {
  type About,
  type AboutLog,
  type ActLine,
  type AnchoringLine,
  aboutPath,
  actsPath,
  anchoringsPath,
  checkpointPath,
  filePath,
  formatAbout,
  formatActLine,
  formatAnchoringLine,
  formatState,
  policyPath,
  proofPath,
  stateHash,
  statePath,
} from '#domain/record/folder.ts'
import { emptyFrontier, frontierRoot, grow, partialTileBytes } from '#domain/record/frontier.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { cosignatureLine, cosignedMessage, formatNote, signatureLine } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatPolicy } from '#domain/record/policy.ts'
import { formatProof } from '#domain/record/proof.ts'
import { fromTiles, tilePath, tileWidth } from '#domain/record/tiles.ts'
import { type Head, inclusionProof, leafHash } from '#domain/record/tree.ts'
import { primitives, type SigningKey, signingKey } from '#server/record/primitives.ts'

const { sha256 } = primitives

/** 32 bytes that belong to a name. */
export const seedOf = (name: string): Uint8Array => new Uint8Array(createHash('sha256').update(name).digest())

/** An id that belongs to a name. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The logs: two rooms and the anchor. */
export const plenary = idOf('plenary')
export const caucus = idOf('caucus')
export const anchor = idOf('anchor')

/** The key of a log. */
export const logKey = (log: string): SigningKey => signingKey(originOf(log), 'note', seedOf(log))

/** The key of a seat's witness. */
export const witnessKey = (seat: string): SigningKey =>
  signingKey(`witness.example/${seat}`, 'cosignature', seedOf(seat))

/** Everybody who watches. */
export const seats = ['us', 'mediator'] as const

/** The policy that wants the log and every witness. */
export const policyOf = (log: string): string =>
  formatPolicy(
    logKey(log).key,
    seats.map((name) => ({ name, key: witnessKey(name).key })),
  )

/** When the witnesses of the test sign, in seconds since 1970. */
export const signedAt = 1_790_000_000

/** The note of a head, signed by its log and cosigned by these. */
export const noteOf = (log: string, head: Head, by: readonly string[] = seats, time = signedAt): string => {
  const { key, sign } = logKey(log)
  const text = formatCheckpoint({ origin: originOf(log), ...head })
  const cosigned = by.map((seat) => {
    const witness = witnessKey(seat)
    return cosignatureLine(witness.key, time, witness.sign(toUtf8(cosignedMessage(text, time))))
  })
  return formatNote(text, [signatureLine(key, sign(toUtf8(text))), ...cosigned])
}

/** The files of a folder, by path. */
export type Files = Map<string, Uint8Array>

/** A log in memory. */
export interface MadeLog {
  readonly head: Head
  /** Tiles and bundles, by their paths beneath the log. */
  readonly files: Files
  readonly proofOf: (index: number, checkpoint: string) => string
}

/** The log of these entries. */
export const logOf = (entries: readonly Uint8Array[]): MadeLog => {
  const files: Files = new Map()
  const size = entries.length
  const { frontier, full } = grow(
    emptyFrontier,
    entries.map((entry) => leafHash(entry, sha256)),
    sha256,
  )
  for (const { tile, bytes } of [...full, ...partialTileBytes(frontier)]) files.set(tilePath(tile), bytes)
  for (let start = 0; start < size; start += tileWidth) {
    const some = entries.slice(start, start + tileWidth)
    const bundle = { level: 'entries', index: start / tileWidth, width: some.length } as const
    files.set(tilePath(bundle), formatBundle(some))
  }
  const proofOf = (index: number, checkpoint: string): string => {
    const path = fromTiles(
      size,
      (tile) => files.get(tilePath(tile)),
      sha256,
      (read) => inclusionProof(index, size, read, sha256),
    )
    if (!path.ok) throw new Error(path.refusal.code)
    return formatProof({ index, path: path.value, checkpoint })
  }
  return { head: { size, root: frontierRoot(frontier, sha256) }, files, proofOf }
}

/** The paper of each room. */
const paperOf = (room: string): Uint8Array => toUtf8(`a paper of ${room}`)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The place of the act that submits the paper. */
const submitted = 1

const submission = (room: string) => {
  const file = { file: hashOf(paperOf(room)), type: 'image/png', bytes: paperOf(room).length }
  return { form: 'file', nonPaper: false, original: 'en', words: { en: 'A paper' }, files: { en: file } }
}

/** An act of a room, with its salt: the second submits a paper, every fifth is a mark of another seat, the others are words. */
const actAt = (room: string, index: number): ActLine => {
  const isMark = index % 5 === 4
  const isPaper = index === submitted
  const words = { nature: 'statement', original: 'en', words: { en: `Article ${index} — статья` } }
  const act: Act = {
    id: idOf(`act ${room} ${index}`),
    room,
    kind: isMark ? 'marks.move' : isPaper ? 'paper.submit' : 'message.send',
    object: isMark ? idOf('marks of ru') : idOf(`message ${room} ${index}`),
    by: { seat: isMark ? 'ru' : 'us', member: idOf('head') },
    at: new Date(1_789_990_000_000 + index * 1000).toISOString(),
    payload: isMark ? { read: index, delivered: index } : isPaper ? submission(room) : words,
  }
  return { index, salt: seedOf(`salt ${room} ${index}`), act }
}

/** How a record is made; each step can be replaced by a dishonest one. */
export interface Making {
  /** How many acts each room has. */
  readonly sizes: Readonly<Record<string, number>>
  /** The leaves that are written into a room's log. */
  readonly leaves: (room: string, leaves: readonly string[]) => readonly string[]
  /** The head that is anchored in place of the true one. */
  readonly anchored: (room: string, head: Head, tick: number) => Head
  /** Who cosigns. */
  readonly cosigners: (log: string) => readonly string[]
  /** The head that is signed in place of the true one. */
  readonly signed: (log: string, head: Head) => Head
}

const honest: Making = {
  sizes: { [plenary]: 300, [caucus]: 7 },
  leaves: (_, leaves) => leaves,
  anchored: (_, head) => head,
  cosigners: () => seats,
  signed: (_, head) => head,
}

/** The parts of the log's life at which it was anchored: before anything, on the way, twice at the end. */
const ticks = [0, 0.3, 0.3, 0.9, 1, 1]

interface MadeRoom {
  readonly room: string
  readonly acts: readonly ActLine[]
  readonly entries: readonly Uint8Array[]
}

const makeRoom = (making: Making, room: string): MadeRoom => {
  const acts = Array.from({ length: making.sizes[room] ?? 0 }, (_, index) => actAt(room, index))
  const leaves = acts.map(({ act, index, salt }) => leafOf(act, index, salt, sha256))
  return { room, acts, entries: making.leaves(room, leaves).map(toUtf8) }
}

const headAt = ({ entries }: MadeRoom, part: number): Head =>
  logOf(entries.slice(0, Math.round(entries.length * part))).head

interface Anchored {
  readonly entries: readonly Uint8Array[]
  readonly lines: ReadonlyMap<string, readonly AnchoringLine[]>
}

const anchorRooms = (making: Making, rooms: readonly MadeRoom[]): Anchored => {
  const entries: Uint8Array[] = []
  const lines = new Map<string, AnchoringLine[]>(rooms.map(({ room }) => [room, []]))
  for (const [tick, part] of ticks.entries()) {
    for (const made of rooms) {
      const head = making.anchored(made.room, headAt(made, part), tick)
      const at = new Date(1_789_990_000_000 + tick * 30_000).toISOString()
      const salt = seedOf(`anchor ${made.room} ${tick}`)
      const text = formatCheckpoint({ origin: originOf(made.room), ...head })
      lines.get(made.room)?.push({ index: entries.length, at, ...head, salt })
      entries.push(toUtf8(anchorLeaf(text, at, salt, sha256)))
    }
  }
  return { entries, lines }
}

/** The acts before this one have proofs in the folder; there is no need for more. */
const proved = 10

/** What a seat may read: all but the marks of other seats. */
const readable = ({ acts }: MadeRoom): readonly ActLine[] =>
  acts.filter(({ act }) => act.kind !== 'marks.move')

const stateOf = (lines: readonly ActLine[]): string => {
  const objects = replay(lines.map(({ act }) => act))
  if (!objects.ok) throw new Error(objects.refusal.code)
  return formatState(new Map([...objects.value].map(([key, kept]) => [key, stateHash(kept, sha256)])))
}

const putLog = (files: Files, making: Making, log: string, made: MadeLog): string => {
  const note = noteOf(log, making.signed(log, made.head), making.cosigners(log))
  files.set(checkpointPath(log), toUtf8(note))
  files.set(policyPath(log), toUtf8(policyOf(log)))
  for (const [path, bytes] of made.files) files.set(`${log}/${path}`, bytes)
  return note
}

const putRoom = (files: Files, making: Making, made: MadeRoom, anchorings: readonly AnchoringLine[]) => {
  const { room } = made
  const log = logOf(made.entries)
  const note = putLog(files, making, room, log)
  const lines = readable(made)
  files.set(actsPath(room), toUtf8(lines.map(formatActLine).join('')))
  files.set(anchoringsPath(room), toUtf8(anchorings.map(formatAnchoringLine).join('')))
  files.set(statePath(room), toUtf8(stateOf(lines)))
  for (const { index } of lines.filter(({ index }) => index < Math.min(log.head.size, proved)))
    files.set(proofPath(room, index), toUtf8(log.proofOf(index, note)))
  const paper = paperOf(room)
  if (lines.some(({ index }) => index === submitted)) files.set(filePath(room, hashOf(paper)), paper)
}

const aboutRoom = (key: 'plenary' | 'caucus', id: string): AboutLog => ({
  log: id,
  origin: originOf(id),
  kind: 'room',
  room: { id, key, kind: key, name: { en: key === 'plenary' ? 'Plenary' : 'Caucus' }, seats: [...seats] },
})

/** What the folder says of itself. */
export const about: About = {
  process: {
    id: idOf('process'),
    key: 'talks',
    name: { en: 'Talks', ru: 'Переговоры' },
    exercise: true,
    languages: ['en', 'ru'],
  },
  seat: 'us',
  at: '2026-09-20T10:00:00.000Z',
  anchor,
  logs: [
    aboutRoom('plenary', plenary),
    aboutRoom('caucus', caucus),
    { log: anchor, origin: originOf(anchor), kind: 'anchor' },
  ],
}

/** Makes a record as a seat takes it home. */
export const makeFolder = (change: Partial<Making> = {}): Files => {
  const making = { ...honest, ...change }
  const rooms = [plenary, caucus].map((room) => makeRoom(making, room))
  const anchored = anchorRooms(making, rooms)
  const files: Files = new Map([[aboutPath, toUtf8(formatAbout(about))]])
  for (const made of rooms) putRoom(files, making, made, anchored.lines.get(made.room) ?? [])
  putLog(files, making, anchor, logOf(anchored.entries))
  return files
}

/** Writes files into a new folder beneath the system's temporary one. */
export const writeFolder = (files: Files): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-verify-'))
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
