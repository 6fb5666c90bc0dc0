/** The folder of a record, which a seat takes home or a mirror keeps: what stands where in it, and how it is written. */
import type { Localised } from '#domain/parties/localised.ts'
import { type Room, roomKinds } from '#domain/parties/process.ts'
import { done, type Outcome, refuse } from '../outcome.ts'
import type { Act } from './act.ts'
import { fromCanonicalBase64, fromHex, toBase64, toHex, toUtf8 } from './bytes.ts'
import { canonical, type Json } from './canonical.ts'
import { readJson } from './json-lines.ts'
import { list, matching, members, type Shape, table, that, words } from './json-shape.ts'
import { originOf } from './origin.ts'
import type { Sha256 } from './primitives.ts'
import type { Kept } from './rule.ts'
import { isSize } from './tree.ts'

/** One page in every language of the process: what the folder proves, and how to check it. */
export const aboutPagePath = 'about.html'
/** What the folder holds: `About`. */
export const aboutPath = 'about.json'
/** The newest head of a log, with its signatures. Nothing else in the folder goes beyond it. */
export const checkpointPath = (log: string): string => `${log}/checkpoint`
/** The last head on which every witness agreed, where that is not the newest. */
export const vouchedPath = (log: string): string => `${log}/vouched`
/** Whose signatures the log itself says a reader should want (C2SP tlog-policy). */
export const policyPath = (log: string): string => `${log}/policy`
/** The acts of a room that the seat may read, a line each, by their index; gaps are normal. */
export const actsPath = (log: string): string => `${log}/acts.jsonl`
/** The ticks at which a room's head was anchored, a line each, by their index in the anchor log. The last is of the newest head. */
export const anchoringsPath = (log: string): string => `${log}/anchorings.jsonl`
/** What the acts of a room amount to, object by object, where the folder says so. */
export const statePath = (log: string): string => `${log}/state.json`
/** Where the papers of a room lie. */
export const filesPath = (log: string): string => `${log}/files`
/** A paper, by SHA-256 of its bytes in 64 lower-case hexadecimal digits. */
export const filePath = (log: string, hash: string): string => `${filesPath(log)}/${hash}`
/** Where proofs of single entries lie, if there are any: they can be made from the tiles. */
export const proofsPath = (log: string): string => `${log}/proofs`
/** The proof of an entry (C2SP tlog-proof). */
export const proofPath = (log: string, index: number): string => `${proofsPath(log)}/${index}.tlog-proof`

/** The index in the name of a proof's file; undefined for any other name. */
export const proofIndex = (name: string): number | undefined => {
  const [, index] = /^(0|[1-9][0-9]*)\.tlog-proof$/.exec(name) ?? []
  return index !== undefined && isSize(Number(index)) ? Number(index) : undefined
}

/** A log of the folder: that of a room, whose id is the room's, or the anchor log of the process. */
export type AboutLog =
  | { readonly log: string; readonly origin: string; readonly kind: 'room'; readonly room: Room }
  | { readonly log: string; readonly origin: string; readonly kind: 'anchor' }

/** What a folder holds, for whom and from when. Nobody signs this: what it says is checked against what is signed. */
export interface About {
  readonly process: {
    readonly id: string
    readonly key: string
    readonly name: Localised
    readonly exercise: boolean
    readonly languages: readonly string[]
  }
  /** The seat that may read all this. */
  readonly seat: string
  /** When the folder was written, ISO 8601 in UTC. */
  readonly at: string
  /** The id of the anchor log, which is among the logs. */
  readonly anchor: string
  readonly logs: readonly AboutLog[]
}

const format = 'parley record 1'
const uuid = matching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const moment = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const names = table(words)

const aboutRoom = members({
  id: uuid,
  key: words,
  kind: that((value) => roomKinds.some((kind) => kind === value)),
  name: names,
  seats: list(words),
})

const aboutLog: Shape = (value, place) => {
  const { kind, log, room } = Object(value) as { kind?: Json; log?: string; room?: { id?: Json } | null }
  const shapes = { log: uuid, origin: that((origin) => origin === originOf(`${log}`)) }
  if (kind !== 'room') return members({ ...shapes, kind: that((it) => it === 'anchor') })(value, place)
  const fault = members({ ...shapes, kind: words, room: aboutRoom })(value, place)
  return fault ?? (room?.id === log ? undefined : `${place}/room/id`)
}

const aboutShape = members({
  format: that((value) => value === format),
  process: members({
    id: uuid,
    key: words,
    name: names,
    exercise: that((value) => typeof value === 'boolean'),
    languages: list(words),
  }),
  seat: words,
  at: moment,
  anchor: uuid,
  logs: list(aboutLog),
})

/** The bytes of `about.json` as text. */
export const formatAbout = (about: About): string => `${JSON.stringify({ format, ...about }, null, 2)}\n`

/**
 * Reads `about.json`: exactly the members of `About`, each log once, one anchor log among them.
 * Refusals: `record.folder-malformed` with path and line.
 */
export const parseAbout = (text: string): Outcome<About> => {
  const read = readShaped(text, aboutPath, aboutShape)
  if (!read.ok) return read
  const { format: _, ...about } = read.value.json as unknown as About & { readonly format: string }
  const malformed = (place: string) => malformedAt(aboutPath, read.value.lineOf(place))
  const twice = about.logs.findIndex(({ log }, i) =>
    about.logs.some((other, j) => j < i && other.log === log),
  )
  if (twice >= 0) return malformed(`/logs/${twice}/log`)
  const anchors = about.logs.filter(({ kind }) => kind === 'anchor')
  return anchors.length === 1 && anchors[0]?.log === about.anchor ? done(about) : malformed('/anchor')
}

const malformedAt = (path: string, line: number) => refuse('record.folder-malformed', { path, line })

const readShaped = (
  text: string,
  path: string,
  shape: Shape,
): Outcome<{ readonly json: Json; readonly lineOf: (place: string) => number }> => {
  const read = readJson(text)
  if ('broken' in read) return malformedAt(path, read.broken)
  const fault = shape(read.value, '')
  if (fault !== undefined) return malformedAt(path, read.lineOf(fault))
  return done({ json: read.value, lineOf: read.lineOf })
}

/** An act, its place in its room's log, and the 32 bytes that show its leaf to be its own. */
export interface ActLine {
  readonly index: number
  readonly salt: Uint8Array
  readonly act: Act
}

const actShape = members({
  id: words,
  room: words,
  kind: words,
  object: words,
  by: (value, place) => (value === null ? undefined : members({ seat: words, member: words })(value, place)),
  at: words,
  payload: that((value) => value !== undefined),
})

/** A line of `acts.jsonl`, its newline included. */
export const formatActLine = ({ index, salt, act }: ActLine): string =>
  `{"index":${index},"salt":"${toHex(salt)}","act":${JSON.stringify(act)}}\n`

const actGrammar = /^\{"index":(0|[1-9][0-9]*),"salt":"([0-9a-f]{64})","act":(\{.*\})\}$/su

/**
 * Reads a line of `acts.jsonl`, without its newline, which must be written as `formatActLine` writes it.
 * Refusals: `record.folder-malformed` with the path and the number of the line that were given.
 */
export const parseActLine = (text: string, path: string, line: number): Outcome<ActLine> => {
  const [, index = '', salt = '', written = ''] = actGrammar.exec(text) ?? []
  const act = actOf(written)
  const bytes = fromHex(salt)
  if (!act || !bytes || !isSize(Number(index))) return malformedAt(path, line)
  return done({ index: Number(index), salt: bytes, act })
}

/** The act of a text that is written as `JSON.stringify` writes it: no space, no member twice, nothing half. */
const actOf = (text: string): Act | undefined => {
  try {
    const value = JSON.parse(text) as Json
    const isWhole = JSON.stringify(value) === text && actShape(value, '') === undefined
    // An escaped surrogate may be half a character, which has no canonical form.
    if (!isWhole || (text.includes('\\ud') && !hasCanonicalForm(value))) return undefined
    return value as unknown as Act
  } catch {
    return undefined
  }
}

/**
 * Reads an act by itself, as JSON written in any way.
 * Refusals: `record.folder-malformed` with the path that was given and the line.
 */
export const parseAct = (text: string, path: string): Outcome<Act> => {
  const read = readShaped(text, path, actShape)
  if (!read.ok) return read
  return hasCanonicalForm(read.value.json) ? done(read.value.json as unknown as Act) : malformedAt(path, 1)
}

const hasCanonicalForm = (value: Json): boolean => {
  try {
    return canonical(value) !== ''
  } catch {
    return false
  }
}

/** One tick: the leaf of the anchor log that stands for a room's head, when it was made, and what shows it. */
export interface AnchoringLine {
  /** Its place in the anchor log. */
  readonly index: number
  /** ISO 8601 in UTC, as in the leaf. */
  readonly at: string
  /** How many entries the room's log had, and its root over them. */
  readonly size: number
  readonly root: Uint8Array
  readonly salt: Uint8Array
}

/** A line of `anchorings.jsonl`, its newline included. */
export const formatAnchoringLine = ({ index, at, size, root, salt }: AnchoringLine): string =>
  `{"index":${index},"at":"${at}","size":${size},"root":"${toBase64(root)}","salt":"${toHex(salt)}"}\n`

const anchoringGrammar =
  /^\{"index":(0|[1-9][0-9]*),"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","size":(0|[1-9][0-9]*),"root":"([A-Za-z0-9+/]{43}=)","salt":"([0-9a-f]{64})"\}$/

/**
 * Reads a line of `anchorings.jsonl`, without its newline, which must be written as `formatAnchoringLine` writes it.
 * Refusals: `record.folder-malformed` with the path and the number of the line that were given.
 */
export const parseAnchoringLine = (text: string, path: string, line: number): Outcome<AnchoringLine> => {
  const [, index, at = '', size, base64 = '', hex = ''] = anchoringGrammar.exec(text) ?? []
  const [root, salt] = [fromCanonicalBase64(base64), fromHex(hex)]
  if (!root || !salt || !isSize(Number(index)) || !isSize(Number(size))) return malformedAt(path, line)
  return done({ index: Number(index), at, size: Number(size), root, salt })
}

/** The hash of each object of a room, by `kind/object`. */
export type StateHashes = ReadonlyMap<string, string>

/** The hash of an object: SHA-256 over the canonical JSON of its revision and its state, in hexadecimal digits. */
export const stateHash = ({ revision, state }: Pick<Kept, 'revision' | 'state'>, sha256: Sha256): string =>
  toHex(sha256(toUtf8(canonical({ revision, state: state as Json }))))

/** The bytes of `state.json` as text: a line for each object, sorted. */
export const formatState = (hashes: StateHashes): string =>
  `${JSON.stringify(Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`

/**
 * Reads `state.json`.
 * Refusals: `record.folder-malformed` with the path that was given and the line.
 */
export const parseState = (text: string, path: string): Outcome<StateHashes> => {
  const read = readShaped(text, path, table(matching(/^[0-9a-f]{64}$/)))
  return read.ok ? done(new Map(Object.entries(read.value.json as Record<string, string>))) : read
}
