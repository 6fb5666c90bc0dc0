/** Whom a reader trusts (C2SP tlog-policy): which logs, which witnesses, and how many of these must agree. */
import { done, type Outcome, refuse } from '../outcome.ts'
import { fromUtf8, sameBytes, toUtf8 } from './bytes.ts'
import { type KnownKeys, openCheckpoint, type VerifiedCheckpoint } from './checkpoint.ts'
import { formatVerifierKey, type KeyUse, parseVerifierKey, type VerifierKey } from './key.ts'
import type { Primitives, Sha256 } from './primitives.ts'

/** What a checkpoint's witnesses must amount to: nobody, this one, or at least so many of these. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly key: VerifierKey }
  | { readonly kind: 'group'; readonly threshold: number; readonly members: readonly Quorum[] }

/** A policy file, read. */
export interface Policy extends KnownKeys {
  readonly quorum: Quorum
  /** Where a log or a witness is reached, where the file says so. */
  readonly urls: ReadonlyMap<VerifierKey, string>
}

/** Whether a quorum is met by the witnesses that agree. */
export const isMet = (quorum: Quorum, agrees: (key: VerifierKey) => boolean): boolean => {
  if (quorum.kind === 'none') return true
  if (quorum.kind === 'witness') return agrees(quorum.key)
  return quorum.members.filter((member) => isMet(member, agrees)).length >= quorum.threshold
}

declare const witnessed: unique symbol

/** A checkpoint that its log signed and a quorum of witnesses cosigned. Only `openWitnessed` makes one. */
export interface WitnessedCheckpoint extends VerifiedCheckpoint {
  readonly [witnessed]: true
  /** The policy it was opened under. */
  readonly policy: Policy
}

/**
 * Reads a checkpoint under a policy.
 * Refusals: those of `openCheckpoint`; `record.quorum-missing` with how many witnesses there were and who is missing.
 */
export const openWitnessed = (
  note: string | Uint8Array,
  policy: Policy,
  primitives: Primitives,
): Outcome<WitnessedCheckpoint> => {
  const opened = openCheckpoint(note, policy, primitives)
  if (!opened.ok) return opened
  const present = new Set(opened.value.cosignatures.map(({ key }) => key))
  if (isMet(policy.quorum, (key) => present.has(key)))
    return done(Object.freeze({ ...opened.value, policy }) as WitnessedCheckpoint)
  const missing = policy.witnesses.filter((key) => !present.has(key)).map(({ name }) => name)
  return refuse('record.quorum-missing', { present: present.size, missing: missing.join(', ') })
}

/**
 * The latest time that a quorum vouches for: the quorum is met by those who cosigned then or later.
 * One witness with a wrong clock cannot move it past the others. Undefined when the quorum is nobody.
 */
export const vouchedTime = ({ policy, cosignatures }: WitnessedCheckpoint): number | undefined => {
  if (isMet(policy.quorum, () => false)) return undefined
  const times = cosignatures.map(({ time }) => time).sort((a, b) => b - a)
  return times.find((time) =>
    isMet(policy.quorum, (key) => cosignatures.some((by) => by.key === key && by.time >= time)),
  )
}

/**
 * The policy of one log that every one of these witnesses must cosign; with none, only the log's own word counts.
 * A witness's `name` is a word of the file: at least one character, no white space, not `none`, unique.
 */
export const formatPolicy = (
  log: VerifierKey,
  witnesses: readonly { readonly name: string; readonly key: VerifierKey }[],
): string => {
  const names = witnesses.map(({ name }) => name)
  const lines = [
    `log ${formatVerifierKey(log)}`,
    ...witnesses.map(({ name, key }) => `witness ${name} ${formatVerifierKey(key)}`),
    ...(names.length > 0 ? [`group all-witnesses all ${names.join(' ')}`] : []),
    `quorum ${names.length > 0 ? 'all-witnesses' : 'none'}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

interface Reading {
  readonly logs: VerifierKey[]
  readonly witnesses: VerifierKey[]
  readonly urls: Map<VerifierKey, string>
  readonly named: Map<string, Quorum>
  /** Names that are members of a group already. */
  readonly taken: Set<string>
  quorum: Quorum | undefined
}

/**
 * Reads a policy file.
 * Refusals, each with the number of the line: `record.policy-malformed`, `record.policy-name` for a name that is
 * unknown, defined twice or a member twice, `record.policy-duplicate` for a key given twice, and those of
 * `parseVerifierKey`; `record.policy-no-quorum` for a file without one.
 */
export const parsePolicy = (file: string | Uint8Array, sha256: Sha256): Outcome<Policy> => {
  const reading: Reading = {
    logs: [],
    witnesses: [],
    urls: new Map(),
    named: new Map(),
    taken: new Set(),
    quorum: undefined,
  }
  const lines = octets(typeof file === 'string' ? toUtf8(file) : file).split('\n')
  for (const [at, line] of lines.entries()) {
    const read = readLine(reading, line, sha256)
    if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.facts, line: at + 1 })
  }
  const { logs, witnesses, urls, quorum } = reading
  return quorum ? done({ logs, witnesses, urls, quorum }) : refuse('record.policy-no-quorum')
}

/** A character for each octet, so that names are compared as octets. */
const octets = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** The text behind octets, or the octets where they are no UTF-8. */
const words = (text: string): string =>
  fromUtf8(Uint8Array.from(text, (octet) => octet.charCodeAt(0))) ?? text

const malformed = refuse('record.policy-malformed')

const readLine = (reading: Reading, line: string, sha256: Sha256): Outcome<void> => {
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(line)) return malformed
  const [kind, ...items] = line.split(/[ \t]+/).filter((item) => item !== '')
  if (kind === undefined || kind.startsWith('#')) return done(undefined)
  if (kind === 'log') return readLog(reading, items, sha256)
  if (kind === 'witness') return readWitness(reading, items, sha256)
  if (kind === 'group') return readGroup(reading, items)
  return kind === 'quorum' ? readQuorum(reading, items) : malformed
}

const readKey = (
  reading: Reading,
  known: VerifierKey[],
  use: KeyUse,
  [text = '', url]: readonly string[],
  sha256: Sha256,
): Outcome<VerifierKey> => {
  const key = parseVerifierKey(words(text), sha256)
  if (!key.ok) return key
  const { name, publicKey } = key.value
  if (key.value.use !== use) return refuse('record.key-use', { name })
  if (known.some((other) => sameBytes(other.publicKey, publicKey)))
    return refuse('record.policy-duplicate', { name })
  known.push(key.value)
  if (url !== undefined) reading.urls.set(key.value, words(url))
  return key
}

const readLog = (reading: Reading, items: readonly string[], sha256: Sha256): Outcome<void> => {
  if (items.length < 1 || items.length > 2) return malformed
  const key = readKey(reading, reading.logs, 'note', items, sha256)
  return key.ok ? done(undefined) : key
}

const readWitness = (reading: Reading, items: readonly string[], sha256: Sha256): Outcome<void> => {
  const [name = '', ...rest] = items
  if (rest.length < 1 || rest.length > 2) return malformed
  const key = readKey(reading, reading.witnesses, 'cosignature', rest, sha256)
  return key.ok ? define(reading, name, { kind: 'witness', key: key.value }) : key
}

const define = (reading: Reading, name: string, quorum: Quorum): Outcome<void> => {
  if (name === 'none' || reading.named.has(name)) return refuse('record.policy-name', { name: words(name) })
  reading.named.set(name, quorum)
  return done(undefined)
}

const readGroup = (reading: Reading, [name = '', rule = '', ...names]: readonly string[]): Outcome<void> => {
  if (names.length === 0 || !/^(?:all|any|[1-9][0-9]*)$/.test(rule)) return malformed
  const threshold = rule === 'all' ? names.length : rule === 'any' ? 1 : Number(rule)
  if (threshold > names.length) return malformed
  const members: Quorum[] = []
  for (const member of names) {
    const quorum = reading.named.get(member)
    if (!quorum || reading.taken.has(member)) return refuse('record.policy-name', { name: words(member) })
    reading.taken.add(member)
    members.push(quorum)
  }
  return define(reading, name, { kind: 'group', threshold, members })
}

const readQuorum = (reading: Reading, [name = '', ...rest]: readonly string[]): Outcome<void> => {
  if (name === '' || rest.length > 0 || reading.quorum) return malformed
  const quorum = name === 'none' ? { kind: 'none' as const } : reading.named.get(name)
  if (!quorum) return refuse('record.policy-name', { name: words(name) })
  reading.quorum = quorum
  return done(undefined)
}
