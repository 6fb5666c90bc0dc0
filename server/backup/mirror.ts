/** A mirror's folder as a source of what a backup lacks: heads, entries, and what its seat may read. Nothing in it is believed. */
import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '#domain/outcome.ts'
import { parseBundle } from '#domain/record/bundle.ts'
import { openCheckpoint } from '#domain/record/checkpoint.ts'
import {
  type About,
  type ActLine,
  type AnchoringLine,
  aboutPath,
  actsPath,
  anchoringsPath,
  checkpointPath,
  filePath,
  parseAbout,
  parseActLine,
  parseAnchoringLine,
} from '#domain/record/folder.ts'
import type { VerifierKey } from '#domain/record/key.ts'
import { openNote } from '#domain/record/note.ts'
import { bundleOf, tilePath, tileWidth } from '#domain/record/tiles.ts'
import type { Head } from '#domain/record/tree.ts'
import { primitives } from '../record/primitives.ts'
import { sentence } from '../sentences.ts'
import { BackupRefused, plainly } from './refused.ts'

/** A mirror's folder. */
export interface Mirror {
  readonly folder: string
  readonly about: About
}

/** A head that its log signed: the text, and the line of the log's signature. */
export interface Signed extends Head {
  readonly text: string
  readonly signature: string
}

/** The head of a log in a mirror's folder. */
export interface MirroredHead extends Signed {
  readonly mirror: Mirror
}

const orRefused = <T>(outcome: Outcome<T>, place: string): T => {
  if (outcome.ok) return outcome.value
  throw new BackupRefused(`${place}: ${sentence('en', outcome.refusal)}`)
}

const read = async (mirror: Pick<Mirror, 'folder'>, path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(join(mirror.folder, path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw plainly(error, `the mirror ${mirror.folder} cannot be read`)
  }
}

/** Opens the folder of a mirror; throws `BackupRefused` for one that is none. */
export const openMirror = async (folder: string): Promise<Mirror> => {
  const about = await read({ folder }, aboutPath)
  if (!about) throw new BackupRefused(`${folder} is no mirror: it holds no ${aboutPath}`)
  return { folder, about: orRefused(parseAbout(about.toString('utf8')), join(folder, aboutPath)) }
}

/** Reads a head under the key of its log. Refusals as `openCheckpoint`. */
export const readSigned = (note: string | Uint8Array, key: VerifierKey): Outcome<Signed> => {
  const opened = openCheckpoint(note, { logs: [key], witnesses: [] }, primitives)
  if (!opened.ok) return opened
  const lines = openNote(note, [key], primitives)
  if (!lines.ok) return lines
  const { size, root } = opened.value
  return {
    ok: true,
    value: { size, root, text: lines.value.text, signature: lines.value.signatures[0]?.line ?? '' },
  }
}

/** The head of a log as this mirror has it; undefined where it has none. Throws `BackupRefused` if the log did not sign it. */
export const headIn = async (
  mirror: Mirror,
  log: string,
  key: VerifierKey,
): Promise<MirroredHead | undefined> => {
  const path = checkpointPath(log)
  const note = await read(mirror, path)
  return note && { mirror, ...orRefused(readSigned(note, key), join(mirror.folder, path)) }
}

/** The entries of a log from one place to before another, in one bundle at most; the head is that of the mirror. */
export const entriesIn = async (
  { mirror, size }: MirroredHead,
  log: string,
  from: number,
  to: number,
): Promise<readonly Uint8Array[]> => {
  const index = Math.floor(from / tileWidth)
  const start = index * tileWidth
  const tile = bundleOf({ level: 0, index, width: Math.min(tileWidth, size - start) })
  const path = `${log}/${tilePath(tile)}`
  const bytes =
    (await read(mirror, path)) ?? (await read(mirror, `${log}/${tilePath({ ...tile, width: tileWidth })}`))
  if (!bytes) throw new BackupRefused(`the mirror ${mirror.folder} is not whole: ${path} is missing`)
  const entries = orRefused(parseBundle(new Uint8Array(bytes), tile.width), join(mirror.folder, path))
  return entries.slice(from - start, to - start)
}

/** What stands in the lines of a file. A last line that a mirror had only half written when it stopped is left out. */
const linesIn = async function* <T>(
  { folder }: Mirror,
  path: string,
  parse: (text: string, path: string, line: number) => Outcome<T>,
): AsyncGenerator<T> {
  const place = join(folder, path)
  const file = await open(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw plainly(error, `the mirror ${folder} cannot be read`)
  })
  if (!file) return
  let last: Outcome<T> | undefined
  let line = 0
  for await (const text of file.readLines()) {
    if (last) yield orRefused(last, place)
    line += 1
    last = parse(text, place, line)
  }
  if (last?.ok) yield last.value
}

/** The acts of a room that the mirror's seat may read. */
export const actsIn = (mirror: Mirror, room: string): AsyncGenerator<ActLine> =>
  linesIn(mirror, actsPath(room), parseActLine)

/** The anchorings of a room. */
export const anchoringsIn = (mirror: Mirror, room: string): AsyncGenerator<AnchoringLine> =>
  linesIn(mirror, anchoringsPath(room), parseAnchoringLine)

/** A paper of a room, if the mirror has it and it is what its name says. */
export const paperIn = async (mirror: Mirror, room: string, hash: string): Promise<Buffer | undefined> => {
  const bytes = await read(mirror, filePath(room, hash))
  return bytes && createHash('sha256').update(bytes).digest('hex') === hash ? bytes : undefined
}
