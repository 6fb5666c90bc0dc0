/** Takes over from mirrors what a restored backup lacks: acts, papers, entries of the anchor log, anchorings. */
import type pg from 'pg'
import { follow, refOf } from '#domain/acts.ts'
import type { Outcome } from '#domain/outcome.ts'
import { fromUtf8 } from '#domain/record/bytes.ts'
import { collateAct, collateAnchoring } from '#domain/record/collation.ts'
import type { ActLine, AnchoringLine } from '#domain/record/folder.ts'
import { leafOf } from '#domain/record/leaf.ts'
import { originOf } from '#domain/record/origin.ts'
import { type Kept, keyOf, type Ref } from '#domain/record/rule.ts'
import { filesBrought, type HeldFile } from '#domain/rooms/paper.ts'
import { type Entry, put } from '../acts/ledger.ts'
import { primitives } from '../record/primitives.ts'
import { sentence } from '../sentences.ts'
import type { Finding, NamedLog } from './finding.ts'
import { actsIn, anchoringsIn, type Mirror, paperIn } from './mirror.ts'

/** The entries that a log lacks, and where they begin. */
export interface Lack {
  readonly log: NamedLog
  readonly from: number
  readonly entries: readonly Uint8Array[]
}

/** Whose folders are looked into, and how a paper is looked at when it is taken in. */
export interface Sources {
  readonly mirrors: readonly Mirror[]
  readonly examine: (bytes: Uint8Array) => Promise<Outcome<Pick<HeldFile, 'type' | 'names'>>>
}

const { sha256 } = primitives

/** Acts that are worked through and written at once. */
const chunk = 1_000

/** The acts that the mirrors have for these entries, each compared with its leaf. */
const gather = async (
  { log, from, entries }: Lack,
  mirrors: readonly Mirror[],
): Promise<ReadonlyMap<number, ActLine>> => {
  const found = new Map<number, ActLine>()
  for (const mirror of mirrors) {
    for await (const line of actsIn(mirror, log.log)) {
      const entry = found.has(line.index) ? undefined : entries[line.index - from]
      if (entry && collateAct(entry, line, log.log, sha256).ok) found.set(line.index, line)
    }
  }
  return found
}

const readObjects = async (client: pg.ClientBase, refs: readonly Ref[]): Promise<Map<string, Kept>> => {
  const { rows } = await client.query<Kept>(
    `select room_id as room, kind, object_id as object, revision, state from parley.objects
     where (room_id, kind, object_id) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))`,
    [refs.map(({ room }) => room), refs.map(({ kind }) => kind), refs.map(({ object }) => object)],
  )
  return new Map(rows.map((kept) => [keyOf(kept), kept]))
}

/** Computes the objects anew from these acts and writes both; says which act does not follow. */
const enact = async (
  client: pg.ClientBase,
  log: NamedLog,
  lines: readonly ActLine[],
): Promise<readonly Finding[]> => {
  const objects = await readObjects(
    client,
    lines.map(({ act }) => refOf(act)),
  )
  const entries: Entry[] = []
  for (const { index, salt, act } of lines) {
    const next = follow(objects.get(keyOf(refOf(act))), act)
    if (!next.ok) return [{ kind: 'act', log, index, why: sentence('en', next.refusal) }]
    objects.set(keyOf(next.value), next.value)
    entries.push({ act, index, salt, kept: next.value, leaf: leafOf(act, index, salt, sha256) })
  }
  await put(client, entries)
  return []
}

const findPaper = async (
  mirrors: readonly Mirror[],
  room: string,
  file: string,
): Promise<Buffer | undefined> => {
  for (const mirror of mirrors) {
    const bytes = await paperIn(mirror, room, file)
    if (bytes) return bytes
  }
  return undefined
}

const takePaper = async (
  client: pg.ClientBase,
  log: NamedLog,
  file: string,
  { mirrors, examine }: Sources,
): Promise<readonly Finding[]> => {
  const known = await client.query('select from parley.files where room_id = $1 and file = $2', [
    log.log,
    file,
  ])
  if (known.rows.length > 0) return []
  const bytes = await findPaper(mirrors, log.log, file)
  const examined = bytes && (await examine(bytes))
  if (!examined?.ok) return [{ kind: 'paper', log, file }]
  const { type, names } = examined.value
  await client.query(
    'insert into parley.files (room_id, file, type, bytes, names, content) values ($1, $2, $3, $4, $5, $6)',
    [log.log, file, type, bytes?.length, JSON.stringify(names), bytes],
  )
  return []
}

/** Takes a room's acts over, as rows, objects and papers; says which of them nobody here has. */
export const takeActs = async (
  client: pg.ClientBase,
  lack: Lack,
  sources: Sources,
): Promise<readonly Finding[]> => {
  const { log, from, entries } = lack
  const found = await gather(lack, sources.mirrors)
  const indexes = entries.map((_, i) => from + i)
  const missing = indexes.filter((index) => !found.has(index))
  if (missing.length > 0) return [{ kind: 'acts', log, indexes: missing }]
  const lines = indexes.flatMap((index) => found.get(index) ?? [])
  const findings: Finding[] = []
  for (let at = 0; at < lines.length && findings.length === 0; at += chunk)
    findings.push(...(await enact(client, log, lines.slice(at, at + chunk))))
  const papers = new Set(lines.flatMap(({ act }) => filesBrought(act).map(({ file }) => file)))
  for (const file of papers) findings.push(...(await takePaper(client, log, file, sources)))
  return findings
}

/** Takes over the entries of an anchor log. */
export const takeEntries = async (client: pg.ClientBase, { log, from, entries }: Lack): Promise<void> => {
  await client.query(
    'insert into parley.entries (room_id, index, leaf) select $1, * from unnest($2::bigint[], $3::text[])',
    [log.log, entries.map((_, i) => from + i), entries.map((entry) => fromUtf8(entry) ?? '')],
  )
}

/** An anchoring of this room. */
export interface Anchoring extends AnchoringLine {
  readonly room: string
}

/** Writes down which entries of the anchor log stand for heads of rooms; those that are known stay. */
export const putAnchorings = async (
  client: pg.ClientBase,
  anchorings: readonly Anchoring[],
): Promise<void> => {
  await client.query(
    `insert into parley.anchorings (room_id, index, at, size, root, salt)
     select * from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::bigint[], $5::bytea[], $6::bytea[])
     on conflict do nothing`,
    [
      anchorings.map(({ room }) => room),
      anchorings.map(({ index }) => index),
      anchorings.map(({ at }) => at),
      anchorings.map(({ size }) => size),
      anchorings.map(({ root }) => Buffer.from(root)),
      anchorings.map(({ salt }) => Buffer.from(salt)),
    ],
  )
}

/** Takes over which of these entries of the anchor log stand for heads of this room, as far as a mirror knows. */
export const takeAnchorings = async (
  client: pg.ClientBase,
  room: string,
  { from, entries }: Lack,
  mirrors: readonly Mirror[],
): Promise<void> => {
  const found = new Map<number, Anchoring>()
  for (const mirror of mirrors) {
    for await (const line of anchoringsIn(mirror, room)) {
      const entry = entries[line.index - from]
      if (entry && collateAnchoring(entry, line, originOf(room), sha256).ok)
        found.set(line.index, { ...line, room })
    }
  }
  await putAnchorings(client, [...found.values()])
}
