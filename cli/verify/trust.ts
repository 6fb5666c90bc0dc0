/** By whose keys a log is judged: a policy the person brings, or the one that came with the log. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome } from '#domain/outcome.ts'
import { isCanonicalNote } from '#domain/record/note.ts'
import { openWitnessed, type Policy, parsePolicy, type WitnessedCheckpoint } from '#domain/record/policy.ts'
import { primitives } from '#server/record/primitives.ts'
import { readInput, readPolicy } from './input.ts'

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

const missing = (path: string): Outcome<never> => ({
  ok: false,
  refusal: { code: 'record.file-missing', facts: { path } },
})

/** Trusts what each log says of itself. */
export const ownTrust: FindTrust = async (_, own) => {
  const bytes = await own()
  if (!bytes) return missing('policy')
  const policy = parsePolicy(bytes, primitives.sha256)
  return policy.ok ? done({ policy: policy.value, from: 'own', path: 'policy' }) : policy
}

/**
 * Trusts one policy file for every log, or a folder in which `<id>/policy` is the one for a log.
 * Throws `BadUsage` if the file is not there or no policy.
 */
export const givenTrust = async (path: string): Promise<FindTrust> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return async (log) => done(await givenFile(join(path, log, 'policy')))
  const trust = await givenFile(path)
  return async () => done(trust)
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
  isCanonicalNote(note)
    ? openWitnessed(note, policy, primitives)
    : { ok: false, refusal: { code: 'record.note-malformed' } }

/** The checkpoint in a file that was named. */
export const readHead = async (path: string, policy: Policy): Promise<Outcome<WitnessedCheckpoint>> =>
  openHead(await readInput(path), policy)
