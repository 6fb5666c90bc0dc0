/** The keys of an installation's logs, derived from its secret, so that none is ever lost or stored twice. */
import { createHmac } from 'node:crypto'
import { toUtf8 } from '#domain/record/bytes.ts'
import { formatNote, signatureLine } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { formatReceipt } from '#domain/record/receipt.ts'
import { leafHash } from '#domain/record/tree.ts'
import { primitives, type SigningKey, signingKey } from './primitives.ts'

/** A receipt promises that the act stands in a checkpoint within so many seconds. */
export const promisedWithin = 600

/** The keys that this installation signs with. */
export interface RecordKeys {
  /** The key of a log, by the log's id. */
  readonly log: (log: string) => SigningKey
  /** The witness that the server plays for a seat of an exercise. It proves nothing against whoever runs the server. */
  readonly exerciseWitness: (process: string, seat: string) => SigningKey
  /** The 32 bytes behind the passkey that the server plays for a member while an exercise is loaded. It proves nothing. */
  readonly exercisePasskey: (process: string, member: string) => Uint8Array
  /**
   * The 32 bytes that salt the leaf of a room in the anchor log at the tick that begins with this leaf. Derived, so that
   * ticks at which nothing happened can be made again when the last minutes of an installation are lost.
   */
  readonly anchorSalt: (room: string, first: number) => Uint8Array
}

/** A place in the log of a room, and what stands there. */
export interface Placed {
  readonly room: string
  readonly index: number
  readonly leaf: string
  /** When the act was done, ISO 8601. */
  readonly at: string
}

const remembered = <T>(make: (name: string) => T): ((name: string) => T) => {
  const known = new Map<string, T>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const made = make(name)
    known.set(name, made)
    return made
  }
}

/** The keys behind a secret of 64 hexadecimal digits. */
export const openRecordKeys = (secret: string): RecordKeys => {
  const seed = (purpose: string): Uint8Array => createHmac('sha256', secret).update(purpose).digest()
  const log = remembered((id) => signingKey(originOf(id), 'note', seed(`log:${id}`)))
  const witness = remembered((name) =>
    signingKey(`parley/exercise/${name}`, 'cosignature', seed(`witness:${name}`)),
  )
  return {
    log,
    exerciseWitness: (process, seat) => witness(`${process}/${seat}`),
    exercisePasskey: (process, member) => new Uint8Array(seed(`passkey:${process}/${member}`)),
    anchorSalt: (room, first) => new Uint8Array(seed(`anchor:${room}:${first}`)),
  }
}

/** A text as a note signed with the key of a log: the installation's own word for it. */
export const sealedBy = (keys: RecordKeys, log: string, text: string): string => {
  const { key, sign } = keys.log(log)
  return formatNote(text, [signatureLine(key, sign(toUtf8(text)))])
}

/** The log's signed promise for one act; the same for the same act, however often it is asked for. */
export const receiptFor = (keys: RecordKeys, { room, index, leaf, at }: Placed): string => {
  const { key, sign } = keys.log(room)
  const text = formatReceipt({
    origin: key.name,
    index,
    leaf: leafHash(toUtf8(leaf), primitives.sha256),
    time: Math.floor(Date.parse(at) / 1000),
    within: promisedWithin,
  })
  return `${text}\n${signatureLine(key, sign(toUtf8(text)))}\n`
}
