/** By whose keys a log is judged: a policy the person brings, or the one that came with the log. */
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { fileRefusals } from '#domain/record/collation.ts'
import { isCanonicalNote } from '#domain/record/note.ts'
import { originOf } from '#domain/record/origin.ts'
import { openWitnessed, type Policy, parsePolicy, type WitnessedCheckpoint } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { readPolicy } from './input.ts'

/** A policy and where it comes from. */
export interface Trust {
  readonly policy: Policy
  /** `given` on the command line, or `own`: it came with the log, which could have put any keys there. */
  readonly from: 'given' | 'own'
  /** The file. */
  readonly path: string
}

/** Finds the policy for a log by its id, given the bytes of the log's own. */
export type FindTrust = (log: string, own: () => Promise<Uint8Array | undefined>) => Promise<Outcome<Trust>>

/** Trusts what each log says of itself. */
const ownTrust: FindTrust = async (_, own) => {
  const bytes = await own()
  if (!bytes) return { ok: false, refusal: fileRefusals.missing('policy') }
  const policy = parsePolicy(bytes, primitives.sha256)
  return policy.ok ? done({ policy: policy.value, from: 'own', path: 'policy' }) : policy
}

/**
 * Trusts one policy file for every log, or a folder in which `<id>/policy` is the one for a log.
 * Throws `BadUsage` if the file is not there or no policy.
 */
const givenTrust = async (path: string): Promise<FindTrust> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return (log) => givenIn(path, log)
  const trust = await givenFile(path)
  return async () => done(trust)
}

/** The logs for which a folder that was given holds a policy; none for a file, which may speak of any number. */
export const knownLogs = async (given: string | undefined): Promise<readonly string[]> => {
  const names = given === undefined ? [] : await readdir(given).catch(() => [])
  const ids = names.filter((name) => idIn(originOf(name)) === name).sort()
  const found = await Promise.all(ids.map((id) => isThere(policyIn(given ?? '', id))))
  return ids.filter((_, i) => found[i])
}

const policyIn = (folder: string, log: string): string => join(folder, log, 'policy')

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The id in an origin as ours are; empty in any other. */
export const idIn = (origin: string): string => /^parley\/log\/([0-9a-f-]{36})$/.exec(origin)?.[1] ?? ''

/** A log for which the folder holds no policy is not among those the person trusts. */
const givenIn = async (folder: string, log: string): Promise<Outcome<Trust>> => {
  const path = policyIn(folder, log)
  return (await isThere(path))
    ? done(await givenFile(path))
    : refuse('record.log-unknown', { origin: originOf(log) })
}

const givenFile = async (path: string): Promise<Trust> => ({
  policy: await readPolicy(path),
  from: 'given',
  path,
})

/** The trust that the options ask for. */
export const trustOf = (policy: string | undefined): Promise<FindTrust> =>
  policy === undefined ? Promise.resolve(ownTrust) : givenTrust(policy)

/**
 * Opens a checkpoint under a policy; no bit of it may be left over.
 * Refusals: those of `openWitnessed`.
 */
export const openHead = (note: Uint8Array, policy: Policy): Outcome<WitnessedCheckpoint> =>
  isCanonicalNote(note) ? openWitnessed(note, policy, primitives) : refuse('record.note-malformed')
