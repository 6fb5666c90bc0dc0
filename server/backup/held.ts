/** The heads of an anchor log that others hold: what a witness shows, and files that somebody brought. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request as askInClear, type IncomingMessage } from 'node:http'
import { request as askInPrivate } from 'node:https'
import { join } from 'node:path'
import { claimedOrigin } from '#domain/record/checkpoint.ts'
import type { Appointed } from '../record/roster.ts'
import type { LineOptions } from '../record/witness/line.ts'
import { addressesOf, only, targetOf } from '../record/witness/reach.ts'
import { sentence } from '../sentences.ts'
import type { Signed } from './mirror.ts'
import { BackupRefused, plainly } from './refused.ts'

/** A head that its log signed and somebody else holds. */
export interface Shown extends Signed {
  /** Who holds it, in words. */
  readonly by: string
}

/** A checkpoint that somebody brought in a file; that its log signed it is not checked yet. */
export interface HeldFile {
  readonly path: string
  readonly origin: string
  readonly note: Buffer
}

/** The checkpoint that a witness holds of a log, as a note; undefined from one that shows none. */
export type HeldBy = (process: string, witness: Appointed, origin: string) => Promise<Buffer | undefined>

/** A checkpoint with its signatures is short. */
const longestNote = 16_384

/** The name under which a witness keeps and shows a log: SHA-256 of its origin, in hex. */
export const heldName = (origin: string): string => createHash('sha256').update(origin).digest('hex')

const wholeBody = async (response: IncomingMessage): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > longestNote) return undefined
    pieces.push(piece)
  }
  return response.statusCode === 200 ? Buffer.concat(pieces) : undefined
}

/** Reads `<prefix>/<origin hash>/checkpoint`, as C2SP tlog-witness lets monitors do it; goes where its log may go. */
const fetchHeld = async (prefix: string, name: string, options: LineOptions): Promise<Buffer | undefined> => {
  const signal = AbortSignal.timeout(options.patience ?? 10_000)
  const target = targetOf(prefix)
  target.pathname = target.pathname.replace(/add-checkpoint$/, `${name}/checkpoint`)
  const addresses = await addressesOf(target, options)
  const get = target.protocol === 'https:' ? askInPrivate : askInClear
  return new Promise((resolve, reject) => {
    const asked = get(target, { agent: false, lookup: only(addresses), signal }, (response) => {
      wholeBody(response).then(resolve, reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Asks witnesses where they are: over the network, or in the folder of those that the lost server played. Never rejects. */
export const openHeld =
  (network: LineOptions, played: string | undefined): HeldBy =>
  async (process, { seat, url }, origin) => {
    const name = heldName(origin)
    try {
      if (url !== null) return await fetchHeld(url, name, network)
      return played === undefined ? undefined : await readFile(join(played, process, seat, 'held', name))
    } catch {
      return undefined
    }
  }

/** Reads a checkpoint that somebody brought. Throws `BackupRefused` for a file that is none. */
export const readHeldFile = async (path: string): Promise<HeldFile> => {
  const note = await readFile(path).catch((error: unknown) => {
    throw plainly(error, `the checkpoint ${path} cannot be read`)
  })
  const origin = claimedOrigin(note)
  if (!origin.ok) throw new BackupRefused(`${path}: ${sentence('en', origin.refusal)}`)
  return { path, origin: origin.value, note }
}
