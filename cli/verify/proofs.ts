/** The proofs of single entries in a folder, beside the log they are of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome } from '#domain/outcome.ts'
import { fromUtf8, toUtf8 } from '#domain/record/bytes.ts'
import type { VerifiedCheckpoint } from '#domain/record/checkpoint.ts'
import { collateHead, collateProof, fileRefusals } from '#domain/record/collation.ts'
import { proofIndex, proofPath, proofsPath } from '#domain/record/folder.ts'
import type { Policy } from '#domain/record/policy.ts'
import { parseProof } from '#domain/record/proof.ts'
import { primitives } from '#server/record/primitives.ts'
import type { Batch, Onlooker } from './audit.ts'
import { namesIn } from './files.ts'
import { beyond, type Report, shorter } from './report.ts'
import type { AtSize } from './roots.ts'
import { openHead } from './trust.ts'

/** A log of a folder, and by whose keys it is judged. */
export interface JudgedLog {
  readonly folder: string
  readonly log: string
  readonly policy: Policy
  readonly head: VerifiedCheckpoint
}

/** The proofs of a log while its entries pass by. */
export interface Proofs extends Onlooker {
  readonly at: AtSize
  /** Whether there is one of this entry. */
  readonly has: (index: number) => boolean
  /** How many were looked at. */
  readonly seen: () => number
}

interface Claim {
  readonly head: VerifiedCheckpoint
  readonly place: string
}

/** The indices of the proofs there are; a name that is no proof's is reported. */
const indicesIn = (folder: string, log: string, report: Report): Set<number> => {
  const found = new Set<number>()
  for (const name of namesIn(join(folder, proofsPath(log)))) {
    const index = proofIndex(name)
    const path = `${proofsPath(log)}/${name}`
    if (index === undefined) report(path, fileRefusals.stray(path))
    else found.add(index)
  }
  return found
}

const textOf = ({ note }: VerifiedCheckpoint): string =>
  typeof note === 'string' ? note : (fromUtf8(note) ?? '')

/** Opens checkpoints under a policy, the same one only once in a row; the log's head was opened before. */
const opener = (policy: Policy, head: VerifiedCheckpoint) => {
  let last: { readonly note: string; readonly opened: Outcome<VerifiedCheckpoint> } = {
    note: textOf(head),
    opened: done(head),
  }
  const first = last
  return (note: string): Outcome<VerifiedCheckpoint> => {
    if (note === first.note) return first.opened
    if (last.note !== note) last = { note, opened: openHead(toUtf8(note), policy) }
    return last.opened
  }
}

/** Compares every proof with the entry it is named by, and the checkpoint it ends with with the log at that size. */
export const proofsOf = ({ folder, log, policy, head }: JudgedLog, report: Report): Proofs => {
  const open = opener(policy, head)
  const all: ReadonlySet<number> = indicesIn(folder, log, report)
  const waiting = new Set(all)
  const known = new Set<string>()
  const claims = new Map<number, Claim[]>()
  let seen = 0
  const claim = (head: VerifiedCheckpoint, note: string, place: string): void => {
    if (known.has(note)) return
    known.add(note)
    claims.set(head.size, [...(claims.get(head.size) ?? []), { head, place }])
  }
  const look = (index: number, hash: Uint8Array): Outcome<void> => {
    const place = proofPath(log, index)
    const proof = parseProof(readFileSync(join(folder, place)))
    if (!proof.ok) return proof
    const opened = open(proof.value.checkpoint)
    if (!opened.ok) return opened
    const entry = { origin: head.origin, index, hash }
    const same = collateProof(proof.value, opened.value, entry, primitives.sha256)
    if (same.ok) claim(opened.value, proof.value.checkpoint, place)
    return same
  }
  return {
    see: ({ start, hashes }: Batch) => {
      for (const [i, hash] of hashes.entries()) {
        if (!waiting.delete(start + i)) continue
        seen += 1
        const proof = look(start + i, hash)
        if (!proof.ok) report(proofPath(log, start + i), proof.refusal)
      }
    },
    at: (size, root) => {
      for (const claim of claims.get(size) ?? []) {
        const same = collateHead(claim.head, { size, root: root() })
        if (!same.ok) report(claim.place, same.refusal)
      }
      claims.delete(size)
    },
    end: () => {
      for (const index of waiting) report(proofPath(log, index), beyond(index, head.size))
      for (const claim of [...claims.values()].flat())
        report(claim.place, shorter(claim.head.size, head.size))
    },
    has: (index) => all.has(index),
    seen: () => seen,
  }
}
