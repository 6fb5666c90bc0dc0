/** The head of a log as its server shows it: the policy it states, and its checkpoint opened under that policy. */
import { done, type Outcome, refuse } from '#domain/outcome.ts'
import { openCheckpoint, type VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { formatVerifierKey } from '#domain/record/key.ts'
import { originOf } from '#domain/record/origin.ts'
import { openWitnessed, type Policy, parsePolicy, type WitnessedCheckpoint } from '#domain/record/policy.ts'
import { type Primitives, verifySlowly } from '#domain/record/primitives.ts'
import { logFile, type Platform } from './wire.ts'

/** A head whose log signed it. */
export interface Head {
  readonly log: string
  readonly policy: Policy
  /** The policy as a file, and the checkpoint as a note. */
  readonly policyFile: string
  readonly note: string
  readonly checkpoint: VerifiedCheckpoint
  /** The same checkpoint, if every witness that the policy asks for has cosigned it. */
  readonly witnessed: WitnessedCheckpoint | null
}

type Opened = Pick<Head, 'checkpoint' | 'witnessed'>

const openUnder =
  (policy: Policy, note: string) =>
  (now: Primitives): Outcome<Opened> => {
    const witnessed = openWitnessed(note, policy, now)
    if (witnessed.ok) return done({ checkpoint: witnessed.value, witnessed: witnessed.value })
    const opened = openCheckpoint(note, policy, now)
    return opened.ok ? done({ checkpoint: opened.value, witnessed: null }) : opened
  }

/**
 * Opens a checkpoint of this log under a policy.
 * Refusals: those of `parsePolicy` and `openCheckpoint`; `record.other-log` for a checkpoint of another log.
 */
export const openHead = async (
  { primitives }: Pick<Platform, 'primitives'>,
  log: string,
  policyFile: string,
  note: string,
): Promise<Outcome<Head>> => {
  const policy = parsePolicy(policyFile, primitives.sha256)
  if (!policy.ok) return policy
  const opened = await verifySlowly(primitives, openUnder(policy.value, note))
  if (!opened.ok) return opened
  const { origin } = opened.value.checkpoint
  const expected = originOf(log)
  if (origin !== expected) return refuse('record.other-log', { origin, expected })
  return done({ log, policy: policy.value, policyFile, note, ...opened.value })
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The head of a log now; null when nothing has been signed yet. Refusals as `openHead`. */
export const readHead = async (platform: Platform, log: string): Promise<Outcome<Head | null>> => {
  const [policy, note] = await Promise.all([
    platform.fetch(logFile(log, 'policy')),
    platform.fetch(logFile(log, 'checkpoint')),
  ])
  return policy && note ? openHead(platform, log, textOf(policy), textOf(note)) : done(null)
}

/** The keys a policy names, as they are passed around: the log's first, then its witnesses'. */
export const keysOf = ({ logs, witnesses }: Policy): readonly string[] =>
  [...logs, ...witnesses].map(formatVerifierKey)
