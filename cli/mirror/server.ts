/** What a mirror asks of the server, and the form that every answer must have. Nothing of it is believed yet. */
import { z } from 'zod'
import { Room } from '#contract/parties.ts'
import { Anchorings, RecordIndex, SaltedActs } from '#contract/record.ts'
import { Id, Key } from '#contract/words.ts'
import type { Outcome } from '#domain/outcome.ts'
import { fromBase64, fromHex, fromUtf8 } from '#domain/record/bytes.ts'
import {
  type ActLine,
  type AnchoringLine,
  formatActLine,
  formatAnchoringLine,
  parseActLine,
  parseAnchoringLine,
} from '#domain/record/folder.ts'
import { largestFile } from '#domain/rooms/paper.ts'
import { sentence } from '../input.ts'
import { type Bounds, type Line, Unanswered } from './line.ts'

/** What a mirror takes of the record's index: which logs there are, and of which rooms. */
const Index = z.object({
  process: RecordIndex.shape.process,
  seat: Key,
  anchor: z.object({ log: Id }),
  rooms: z.array(Room).readonly(),
})
export type Index = z.infer<typeof Index>

/** The server as the mirror of one seat sees it. Everything throws `Unanswered` when there is no answer in due form. */
export interface Server {
  /** Undefined when the key opens no such process. */
  readonly index: () => Promise<Index | undefined>
  /** A file of a log, by its path in C2SP tlog-tiles. */
  readonly logFile: (log: string, path: string) => Promise<Uint8Array | undefined>
  /** The next acts of a room from an index on that the seat may read. */
  readonly acts: (room: string, from: number) => Promise<readonly ActLine[]>
  readonly anchorings: (room: string, from: number) => Promise<readonly AnchoringLine[]>
  readonly paper: (room: string, hash: string) => Promise<Uint8Array | undefined>
}

const mebibyte = 1024 * 1024
const small: Bounds = { bytes: mebibyte, seconds: 30 }
const list: Bounds = { bytes: 256 * mebibyte, seconds: 120 }
/** 256 entries of 65,535 bytes each, and their lengths. */
const logFile: Bounds = { bytes: 256 * 65_537, seconds: 60 }
const paper: Bounds = { bytes: largestFile, seconds: 600 }

const nonsense = (path: string, why: string): Unanswered =>
  new Unanswered(`the server's answer at ${path} cannot be understood: ${why}`)

const jsonOf = (bytes: Uint8Array, path: string): unknown => {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '')
  } catch {
    throw nonsense(path, 'it is not JSON')
  }
}

const readAs = <T>(schema: z.ZodType<T>, bytes: Uint8Array, path: string): T => {
  const read = schema.safeParse(jsonOf(bytes, path))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw nonsense(path, `${issue?.path.join('.') || 'the whole'}: ${issue?.message}`)
}

/** What was given out, as the folder will hold it: written down and read again. */
const asLine = <T>(parse: (text: string) => Outcome<T>, format: () => string, path: string): T => {
  const read = parse(format().slice(0, -1))
  if (read.ok) return read.value
  throw nonsense(path, sentence(read.refusal))
}

const empty = new Uint8Array(32)

const actOf = ({ index, salt, act }: z.infer<typeof SaltedActs>['acts'][number], path: string): ActLine =>
  asLine(
    (text) => parseActLine(text, path, index + 1),
    () => formatActLine({ index, salt: fromHex(salt) ?? empty, act }),
    path,
  )

const anchoringOf = (
  { index, at, size, root, salt }: z.infer<typeof Anchorings>['anchorings'][number],
  path: string,
): AnchoringLine =>
  asLine(
    (text) => parseAnchoringLine(text, path, index + 1),
    () =>
      formatAnchoringLine({
        index,
        at,
        size,
        root: fromBase64(root) ?? new Uint8Array(),
        salt: fromHex(salt) ?? empty,
      }),
    path,
  )

/** The server behind a line, for one process. */
export const openServer = ({ get }: Line, process: string): Server => {
  const base = `/api/processes/${process}`
  const ask = async <T>(schema: z.ZodType<T>, path: string, bounds: Bounds): Promise<T | undefined> => {
    const bytes = await get(path, bounds)
    return bytes && readAs(schema, bytes, path)
  }
  const inRoom = (room: string): string => `${base}/rooms/${room}/record`
  return {
    index: () => ask<Index>(Index, `${base}/record`, small),
    logFile: (log, path) => get(`/log/${log}/${path}`, logFile),
    acts: async (room, from) => {
      const path = `${inRoom(room)}/acts?from=${from}`
      const given = await ask(SaltedActs, path, list)
      return given?.acts.map((each) => actOf(each, path)) ?? []
    },
    anchorings: async (room, from) => {
      const path = `${inRoom(room)}/anchorings?from=${from}`
      const given = await ask(Anchorings, path, list)
      return given?.anchorings.map((each) => anchoringOf(each, path)) ?? []
    },
    paper: (room, hash) => get(`${inRoom(room)}/files/${hash}`, paper),
  }
}
