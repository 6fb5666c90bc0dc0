/** The one question most readers have: does this proof show that this leaf is in a log I trust? */
import { done, type Outcome, refuse } from '../outcome.ts'
import { maxLeaf } from './bundle.ts'
import { verifyInclusion } from './checkpoint.ts'
import { openWitnessed, type Policy, type WitnessedCheckpoint } from './policy.ts'
import type { Primitives } from './primitives.ts'
import { parseProof } from './proof.ts'
import { leafHash } from './tree.ts'

/** A leaf that is in the log, and the checkpoint that says so. */
export interface ProvenLeaf {
  readonly index: number
  readonly hash: Uint8Array
  readonly checkpoint: WitnessedCheckpoint
}

/**
 * Whether a proof file shows this leaf in a log of the policy, under a checkpoint its quorum cosigned. Needs no network.
 * Refusals: `record.leaf-too-large`, and those of `parseProof`, `openWitnessed` and `checkInclusion`.
 */
export const verify = (
  file: string | Uint8Array,
  leaf: Uint8Array,
  policy: Policy,
  primitives: Primitives,
): Outcome<ProvenLeaf> => {
  if (leaf.length > maxLeaf) return refuse('record.leaf-too-large', { length: leaf.length })
  const proof = parseProof(file)
  if (!proof.ok) return proof
  const checkpoint = openWitnessed(proof.value.checkpoint, policy, primitives)
  if (!checkpoint.ok) return checkpoint
  const { index, path } = proof.value
  const hash = leafHash(leaf, primitives.sha256)
  const included = verifyInclusion(checkpoint.value, index, hash, path, primitives.sha256)
  return included.ok ? done({ index, hash, checkpoint: checkpoint.value }) : included
}
