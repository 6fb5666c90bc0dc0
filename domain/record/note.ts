/** Signed notes (C2SP signed-note): a text, an empty line, and the signatures beneath. */
import { done, type Outcome, refuse } from '../outcome.ts'
import {
  concat,
  fromBase64,
  fromUtf8,
  readUint32,
  readUint64,
  sameBytes,
  toBase64,
  toUtf8,
  writeUint64,
} from './bytes.ts'
import { isKeyName, type VerifierKey } from './key.ts'
import type { Primitives } from './primitives.ts'

/** A note holds at most so many signatures; the specification asks for 16, Go reads 100. */
export const maxSignatures = 100

/** A signature that was checked against a known key. */
export interface Signature {
  readonly key: VerifierKey
  /** When a witness made it, in seconds since 1970; undefined for a signature over the text alone. */
  readonly time: number | undefined
  /** Its line in the note, without the newline. */
  readonly line: string
}

/** A note with at least one good signature and no bad one of a known key. */
export interface OpenedNote {
  /** What was signed, its last newline included. */
  readonly text: string
  readonly signatures: readonly Signature[]
  /** Lines of keys that are not known here; they say nothing. */
  readonly unknown: readonly string[]
}

interface Line {
  readonly name: string
  readonly id: number
  readonly signature: Uint8Array
  readonly line: string
}

/**
 * Reads a note and checks it against the keys that are known. Of several signatures by one key the first counts.
 * Refusals: `record.note-malformed`, `record.signature-bad` for a bad signature of a known key,
 * `record.key-ambiguous` when two known keys share name and id, `record.note-unsigned` when no known key signed.
 */
export const openNote = (
  note: string | Uint8Array,
  keys: readonly VerifierKey[],
  primitives: Primitives,
): Outcome<OpenedNote> => {
  const parsed = parseNote(note)
  if (!parsed) return refuse('record.note-malformed')
  const signatures = new Map<VerifierKey, Signature>()
  const unknown = new Set<string>()
  for (const line of parsed.lines) {
    const [key, other] = keys.filter((known) => known.name === line.name && known.id === line.id)
    if (other) return refuse('record.key-ambiguous', { name: line.name })
    if (!key) unknown.add(line.line)
    if (!key || signatures.has(key)) continue
    const signature = checked(parsed.text, line, key, primitives)
    if (!signature) return refuse('record.signature-bad', { name: line.name })
    signatures.set(key, signature)
  }
  if (signatures.size === 0) return refuse('record.note-unsigned')
  return done({ text: parsed.text, signatures: [...signatures.values()], unknown: [...unknown] })
}

const parseNote = (note: string | Uint8Array): { text: string; lines: readonly Line[] } | undefined => {
  const whole = plain(note)
  const split = whole?.lastIndexOf('\n\n') ?? -1
  if (whole === undefined || split < 0 || !whole.endsWith('\n') || split + 2 === whole.length)
    return undefined
  const lines = whole
    .slice(split + 2, -1)
    .split('\n')
    .map(parseLine)
  if (lines.length > maxSignatures || !lines.every((line) => line !== undefined)) return undefined
  return { text: whole.slice(0, split + 1), lines }
}

/** The characters of a note: well-formed, and of the ASCII control characters below U+0020 only newlines. */
const plain = (note: string | Uint8Array): string | undefined => {
  const text = typeof note === 'string' ? note : fromUtf8(note)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the grammar is about control characters
  return text === undefined || /[\0-\t\v-\x1f]|\p{Surrogate}/u.test(text) ? undefined : text
}

const parseLine = (line: string): Line | undefined => {
  const [, name = '', encoded = ''] = /^\u2014 ([^ ]+) (.+)$/u.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!bytes || bytes.length < 5 || !isKeyName(name)) return undefined
  return { name, id: readUint32(bytes), signature: bytes.subarray(4), line }
}

const checked = (
  text: string,
  line: Line,
  key: VerifierKey,
  primitives: Primitives,
): Signature | undefined => {
  const verifies = (message: string, signature: Uint8Array): boolean =>
    signature.length === 64 && primitives.verifyEd25519(key.publicKey, toUtf8(message), signature)
  if (key.use === 'note')
    return verifies(text, line.signature) ? { key, time: undefined, line: line.line } : undefined
  if (line.signature.length !== 72) return undefined
  const time = Number(readUint64(line.signature))
  if (!Number.isSafeInteger(time)) return undefined
  const message = cosignedMessage(text, time)
  return verifies(message, line.signature.subarray(8)) ? { key, time, line: line.line } : undefined
}

/** What a witness signs at a time in seconds since 1970: two lines and the checkpoint's whole text (C2SP tlog-cosignature). */
export const cosignedMessage = (text: string, time: number): string => `cosignature/v1\ntime ${time}\n${text}`

/** The line of a log's signature over the UTF-8 of a text. Throws unless the signature is 64 bytes by a key for notes. */
export const signatureLine = (key: VerifierKey, signature: Uint8Array): string => {
  if (key.use !== 'note' || signature.length !== 64) throw new RangeError('no signature of a note')
  return lineOf(key, signature)
}

/** The line of a witness's signature over `cosignedMessage(text, time)`. Throws unless the parts fit. */
export const cosignatureLine = (key: VerifierKey, time: number, signature: Uint8Array): string => {
  if (key.use !== 'cosignature' || signature.length !== 64) throw new RangeError('no cosignature')
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError('no time of a cosignature')
  return lineOf(key, concat(writeUint64(time), signature))
}

const lineOf = (key: VerifierKey, signature: Uint8Array): string => {
  const id = writeUint64(key.id).subarray(4)
  return `\u2014 ${key.name} ${toBase64(concat(id, signature))}`
}

/** A note from its text and its signature lines. Throws on a text or a number of lines that no reader would take. */
export const formatNote = (text: string, lines: readonly string[]): string => {
  const note = `${text}\n${lines.map((line) => `${line}\n`).join('')}`
  if (!text.endsWith('\n') || parseNote(note)?.text !== text) throw new RangeError('no well-formed note')
  return note
}

/** Whether every signature line is written in the one canonical way, with no bits left over in its base64. */
export const isCanonicalNote = (note: string | Uint8Array): boolean => {
  const parsed = parseNote(note)
  return parsed?.lines.every(isCanonicalLine) ?? false
}

const isCanonicalLine = ({ line, signature }: Line): boolean => {
  const encoded = line.slice(line.lastIndexOf(' ') + 1)
  const bytes = fromBase64(encoded)
  return bytes !== undefined && sameBytes(bytes.subarray(4), signature) && toBase64(bytes) === encoded
}
